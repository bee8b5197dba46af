package vn.ruralmap.server.wfs;

import java.util.List;
import java.util.Objects;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.encoding.SpatialReference;

/**
 * Features whose geometry, not only its box, meets a box (OGC 09-026r2 §7.8.3.2: not disjoint).
 *
 * @param box x eastward, y northward, in {@code system}
 */
record BoxFilter(Envelope box, CoordinateSystem system) implements FeatureFilter {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** An edge of a box in metres is a curve in degrees; so many pieces leave less than a metre in 300 km. */
    private static final int STEPS = 32;

    /** @param corners lower and upper corner, in the order of the reference */
    static BoxFilter of(double[] corners, SpatialReference reference) {
        int x = reference.northingFirst() ? 1 : 0;
        int y = 1 - x;
        return new BoxFilter(new Envelope(corners[x], corners[2 + x], corners[y], corners[2 + y]), reference.system());
    }

    @Override
    public List<Feature> select(LayerView view) {
        Envelope clipped = box.intersection(surroundings(view));
        if (clipped.isNull()) {
            return List.of();
        }
        Geometry area = area(clipped);
        Envelope around = area.getEnvelopeInternal();
        boolean rectangle = system.isGeographic() && area.isRectangle();
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
        return view.query(around).stream()
                .filter(feature -> {
                    Geometry geometry = Objects.requireNonNull(feature.geometry());
                    return rectangle && around.contains(geometry.getEnvelopeInternal())
                            || prepared.intersects(geometry);
                })
                .toList();
    }

    /** Where the data is, and a little more: keeps a box of the whole world within what the projection can do. */
    private Envelope surroundings(LayerView view) {
        Envelope bounds = system.fromLonLat(view.bounds());
        if (!bounds.isNull()) {
            bounds.expandBy(system.isGeographic() ? 0.01 : 1000);
        }
        return bounds;
    }

    private Geometry area(Envelope clipped) {
        Geometry area = FACTORY.toGeometry(clipped);
        double longest = Math.max(clipped.getWidth(), clipped.getHeight());
        if (!system.isGeographic() && longest > 0) {
            area = Densifier.densify(area, longest / STEPS);
        }
        return system.toLonLat(area);
    }
}
