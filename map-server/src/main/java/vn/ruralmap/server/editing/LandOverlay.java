package vn.ruralmap.server.editing;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Overlays of areas that give areas. Where two only touch, or what is left of one is thinner than the grid, JTS adds lines and points, and
 * takes no such mixture for the next overlay.
 */
final class LandOverlay {

    private LandOverlay() {}

    /** What two areas have in common. */
    static Geometry common(Geometry one, Geometry other) {
        return areas(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION));
    }

    /** What is in the first and not in the other. */
    static Geometry minus(Geometry land, Geometry other) {
        return areas(OverlayNGRobust.overlay(land, other, OverlayNG.DIFFERENCE));
    }

    private static Geometry areas(Geometry shape) {
        return shape instanceof Polygonal
                ? shape
                : shape.getFactory()
                        .createMultiPolygon(GeometryFactory.toPolygonArray(PolygonExtracter.getPolygons(shape)));
    }
}
