package vn.ruralmap.layers.model;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The shape that most zones and parcels have: one ring of few corners that neither touches nor crosses itself.
 *
 * <p>Such a polygon is valid (OGC 06-103r4 §6.1.11.1), which is seen sooner here than by the noding of {@link
 * org.locationtech.jts.operation.valid.IsValidOp}: of few segments most pairs lie apart. Whatever is not plainly so, that
 * operation decides.
 */
public final class SimpleRing {

    /** Pairs grow with its square. */
    private static final int MOST_CORNERS = 96;

    private SimpleRing() {}

    /** False: it may be valid or not. */
    public static boolean isCertain(Geometry geometry) {
        if (geometry.getNumGeometries() != 1
                || !(geometry.getGeometryN(0) instanceof Polygon polygon)
                || polygon.getNumInteriorRing() > 0
                || polygon.getNumPoints() > MOST_CORNERS + 1
                || polygon.isEmpty()) {
            return false;
        }
        Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
        int corners = ring.length - 1;
        for (int i = 0; i < corners; i++) {
            if (Orientation.index(ring[i], ring[i + 1], ring[(i + 2) % corners]) == 0
                    && !isStraightOn(ring[i], ring[i + 1], ring[(i + 2) % corners])) {
                return false;
            }
            for (int other = i + 2; other < corners; other++) {
                boolean areNeighbours = i == 0 && other == corners - 1;
                if (!areNeighbours && !isApart(ring[i], ring[i + 1], ring[other], ring[other + 1])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Of three points on a line: false, if it goes back again, or a point is there twice. */
    private static boolean isStraightOn(Coordinate a, Coordinate b, Coordinate c) {
        return (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) > 0;
    }

    /** False also of segments that touch. */
    private static boolean isApart(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
        return !Envelope.intersects(a, b, c, d) || isBeside(a, b, c, d) || isBeside(c, d, a, b);
    }

    /** True if both ends of a segment are on the same side of the line through a and b. */
    private static boolean isBeside(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
        return Orientation.index(a, b, c) * Orientation.index(a, b, d) > 0;
    }
}
