package vn.ruralmap.server.tiling.vector;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.snapshot.GeneralisedFeature;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.render.LabelPoint;

/** Writes one layer of the map into a tile: its features, and for areas a second layer of points to put labels on. */
final class LayerEncoder {

    /** Nothing is labelled that is narrower, in units: 24 px. */
    private static final double LABELLED = 24 * TileGrid.UNITS_PER_PIXEL;

    private final LayerView view;
    private final TileGrid grid;
    private final LabelPoint.Cache labelPoints;
    private final List<GeneralisedFeature> found;

    LayerEncoder(LayerView view, TileGrid grid, LabelPoint.Cache labelPoints) {
        this.view = view;
        this.grid = grid;
        this.labelPoints = labelPoints;
        this.found = view.query(grid.lonLat(), grid.degreesPerPixel());
    }

    int count() {
        return found.size();
    }

    void write(ProtoBuffer tile, VectorFormat.Detail detail) {
        MvtLayer features = new MvtLayer(view.layer().name());
        MvtLayer labels = new MvtLayer(VectorFormat.labelLayer(view.layer()));
        FeatureAttributes attributes = new FeatureAttributes(view);
        TileGeometry geometries = new TileGeometry(grid);
        for (GeneralisedFeature feature : Thinning.apply(found, grid, detail.cell())) {
            Commands geometry = geometries.write(feature.geometry());
            if (!geometry.isEmpty()) {
                attributes.write(feature.feature(), detail.isBrief(), features);
                features.feature(feature.feature().fid(), GeometryKind.of(feature.geometry()), geometry);
            }
            label(feature, attributes, labels);
        }
        features.writeTo(tile);
        labels.writeTo(tile);
    }

    private void label(GeneralisedFeature feature, FeatureAttributes attributes, MvtLayer labels) {
        Geometry full = feature.feature().geometry();
        if (full == null || full.getDimension() < 2) {
            return;
        }
        Envelope box = full.getEnvelopeInternal();
        double width = grid.project(box.getMaxX(), box.getMinY())[0] - grid.project(box.getMinX(), box.getMaxY())[0];
        if (width < LABELLED) {
            return;
        }
        // of the full geometry, so that a label does not move from zoom to zoom
        LabelPoint point = labelPoints.get(full);
        double[] at = grid.project(point.lonLat().x, point.lonLat().y);
        if (TileGrid.isInside(at[0], at[1])) {
            Commands geometry = new Commands();
            geometry.points(new int[] {(int) at[0], (int) at[1]}, 1);
            attributes.writeLabel(feature.feature(), labels);
            labels.feature(feature.feature().fid(), GeometryKind.POINT, geometry);
        }
    }
}
