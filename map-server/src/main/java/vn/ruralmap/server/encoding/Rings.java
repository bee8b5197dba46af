package vn.ruralmap.server.encoding;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Order of the points of rings: shells counter-clockwise, holes clockwise (RFC 7946 §3.1.6, ISO 19107 §6.4.33). */
public final class Rings {

    private Rings() {}

    /** True if the ring has to be written from its end. @param ring x eastward, y northward */
    public static boolean isReversed(CoordinateSequence ring, boolean shell) {
        return ring.size() > 3 && Orientation.isCCW(ring) != shell;
    }

    /**
     * False if a point lies outside what a projection can do; there is no number to write then, and the geometry is
     * left out.
     */
    public static boolean isFinite(Geometry geometry) {
        // a box swallows NaN only if all is NaN, so it cannot be asked
        FiniteCheck check = new FiniteCheck();
        geometry.apply(check);
        return check.finite;
    }

    private static final class FiniteCheck implements CoordinateSequenceFilter {
        private boolean finite = true;

        @Override
        public void filter(CoordinateSequence points, int i) {
            finite &= Double.isFinite(points.getX(i)) && Double.isFinite(points.getY(i));
        }

        @Override
        public boolean isDone() {
            return !finite;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
