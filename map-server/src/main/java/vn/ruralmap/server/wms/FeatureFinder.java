package vn.ruralmap.server.wms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.snapshot.GeneralisedFeature;
import vn.ruralmap.layers.snapshot.LayerView;

/** Finds what lies under a click, as it is drawn: on the geometry generalised for the map's resolution. */
final class FeatureFinder {

    /** From the middle of a pixel to its corners: whatever lies in the pixel clicked is hit. */
    private static final double TO_CORNER_PX = 0.71;

    private FeatureFinder() {}

    /** One feature under the click. */
    record Found(LayerView view, GeneralisedFeature feature) {}

    /** Of layers that are drawn at the scale, for nobody can mean what is not there to see: layer by layer, top first; within a layer what contains the click, then the nearest. */
    static List<Found> find(FeatureInfoRequest request, Catalogue catalogue) {
        MapRequest map = request.map();
        double reach = (request.tolerancePx() + TO_CORNER_PX)
                * map.bounds().getWidth()
                / map.size().widthPx();
        Envelope box = new Envelope(request.position());
        box.expandBy(reach);
        Envelope lonLat = map.crs().toLonLat(box);
        double[] click = {request.position().x, request.position().y};
        map.crs().toLonLat(click, 0, click, 0, 1);
        Point point = CoordinateGrid.FACTORY.createPoint(new Coordinate(click[0], click[1]));
        double degrees = lonLat.getHeight() / 2;

        List<Found> found = new ArrayList<>();
        for (LayerView view : request.layers()) {
            if (!catalogue.style(view.layer()).isDrawnAt(map.scaleDenominator())) {
                continue;
            }
            List<GeneralisedFeature> near = view.query(lonLat, map.degreesPerPixel());
            List<GeneralisedFeature> under = near.stream()
                    .filter(feature -> isUnder(feature.geometry(), point, degrees))
                    .toList();
            if (under.isEmpty()) {
                under = near.stream()
                        .filter(feature -> isSmallAndNear(feature.geometry(), point, degrees))
                        .toList();
            }
            under.stream()
                    .sorted(Comparator.comparingDouble(
                            feature -> feature.geometry().distance(point)))
                    .limit(request.featureCount())
                    .forEach(feature -> found.add(new Found(view, feature)));
        }
        return found;
    }

    /** Nobody can click into an area smaller than the tolerance. */
    private static boolean isSmallAndNear(Geometry geometry, Point point, double degrees) {
        return geometry.getEnvelopeInternal().maxExtent() <= 2 * degrees && geometry.isWithinDistance(point, degrees);
    }

    /** Areas must contain the click, or a click near a border would name the neighbour; points and lines be near it. */
    private static boolean isUnder(Geometry geometry, Point point, double degrees) {
        return geometry.getDimension() == 2 ? geometry.intersects(point) : geometry.isWithinDistance(point, degrees);
    }
}
