package vn.ruralmap.server.wms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.snapshot.GeneralisedFeature;
import vn.ruralmap.layers.snapshot.LayerView;

/** Finds what lies under a click, as it is drawn: on the geometry generalised for the map's resolution. */
final class FeatureFinder {

    private FeatureFinder() {}

    /** One feature under the click. */
    record Found(LayerView view, GeneralisedFeature feature) {}

    /** Layer by layer, top first; within a layer what contains the click, then the nearest. */
    static List<Found> find(FeatureInfoRequest request) {
        MapRequest map = request.map();
        double reach = (request.tolerancePx() + 0.5)
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
            view.query(lonLat, map.degreesPerPixel()).stream()
                    .filter(feature -> isUnder(feature.geometry(), point, degrees))
                    .sorted(Comparator.comparingDouble(
                            feature -> feature.geometry().distance(point)))
                    .limit(request.featureCount())
                    .forEach(feature -> found.add(new Found(view, feature)));
        }
        return found;
    }

    /** Areas must contain the click, or a click near a border would name the neighbour; points and lines be near it. */
    private static boolean isUnder(Geometry geometry, Point point, double degrees) {
        return geometry.getDimension() == 2 ? geometry.intersects(point) : geometry.isWithinDistance(point, degrees);
    }
}
