package vn.ruralmap.layers.snapshot;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.SimpleRing;

/**
 * Makes each geometry coarser by itself ({@link DouglasPeuckerSimplifier}), so that after an edit only what was edited is done again.
 *
 * <p>There may be hundreds of thousands of small features, of which each step is an object more: only every second zoom has a step,
 * and a geometry that would keep most of its vertices stays as it is.
 */
final class StandaloneSimplification implements Simplification {

    /** The largest error of one simplification; coarse steps have that of the middle step too, a quarter as large at most. */
    private static final double TOLERANCE_PIXELS = 0.33;
    /** Coarser steps start from this one instead of the full geometry, which is several times as large. */
    private static final int MIDDLE_ZOOM = 10;
    /** No polygon gets simpler than a closed ring of four corners. */
    private static final int FEWEST_POINTS = 5;
    /** A coarser copy takes about 150 bytes besides its vertices. */
    private static final double WORTHWHILE = 0.7;

    @Override
    public int step(int zoom) {
        return zoom + zoom % 2;
    }

    @Override
    public int base(int zoom) {
        return zoom < MIDDLE_ZOOM ? MIDDLE_ZOOM : Generalisation.FULL_FROM_ZOOM;
    }

    @Override
    public Geometry[] simplify(Geometry[] finer, double pixelDegrees) {
        Geometry[] result = new Geometry[finer.length];
        for (int i = 0; i < finer.length; i++) {
            result[i] = simplify(finer[i], pixelDegrees);
        }
        return result;
    }

    @Override
    public Geometry[] again(
            Geometry[] oldFiner, Geometry[] old, Geometry[] finer, Succession succession, double pixelDegrees) {
        int[] origins = succession.origins();
        Geometry[] result = new Geometry[finer.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = origins[i] >= 0 ? old[origins[i]] : simplify(finer[i], pixelDegrees);
        }
        return result;
    }

    private static Geometry simplify(Geometry finer, double pixelDegrees) {
        if (finer.getNumPoints() <= FEWEST_POINTS) {
            return finer;
        }
        // a copy, because packed coordinates keep the objects that a simplifier asks them for as long as memory lasts
        Geometry simple = simplifyOnce(finer.copy(), TOLERANCE_PIXELS * pixelDegrees);
        Geometry result = simple.isEmpty() ? finer.getEnvelope() : simple;
        return result.getNumPoints() > finer.getNumPoints() * WORTHWHILE ? finer : CoordinateGrid.snap(result);
    }

    /** The simplifier looks for crossings with an operation that takes longer than all the rest. */
    private static Geometry simplifyOnce(Geometry finer, double toleranceDegrees) {
        DouglasPeuckerSimplifier quick = new DouglasPeuckerSimplifier(finer);
        quick.setDistanceTolerance(toleranceDegrees);
        quick.setEnsureValid(false);
        Geometry simple = quick.getResultGeometry();
        return simple.getDimension() < 2 || SimpleRing.isCertain(simple)
                ? simple
                : DouglasPeuckerSimplifier.simplify(finer, toleranceDegrees);
    }
}
