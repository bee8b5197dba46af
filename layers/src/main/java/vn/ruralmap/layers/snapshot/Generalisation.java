package vn.ruralmap.layers.snapshot;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import vn.ruralmap.layers.model.CoordinateGrid;

/**
 * The geometry of one view at a ladder of resolutions, each step half as fine as the one before.
 *
 * <p>A step is computed when it is first asked for, and kept; those who ask for another step do not wait. On a coverage,
 * shared borders stay shared (JTS {@link CoverageSimplifier}, Visvalingam-Whyatt, whose tolerance is the square root of
 * the area a removed corner may have); elsewhere each geometry stands alone ({@link DouglasPeuckerSimplifier}), so that
 * after an edit only what was edited is computed again.
 */
final class Generalisation {

    /** Degrees per pixel of Web Mercator zoom 0 with 256 px tiles, at the equator. */
    private static final double DEGREES_PER_PIXEL_ZOOM_0 = 360.0 / 256.0;
    /** From this zoom on (0.6 m per pixel) the full geometry is drawn. */
    private static final int FULL_FROM_ZOOM = 18;
    /** Coarser steps start from this one instead of the full geometry, which is several times as large. */
    private static final int MIDDLE_ZOOM = 10;
    /** With it, a winding border is off by less than half a pixel; a spike thinner than this area allows may be cut. */
    private static final double COVERAGE_TOLERANCE_PIXELS = 0.4;
    /** The largest error of one simplification; coarse steps have that of the middle step too, half as large at most. */
    private static final double TOLERANCE_PIXELS = 0.33;
    /** A step that has more of the vertices than this is not worth its memory. */
    private static final double WORTHWHILE = 0.9;
    /** Where less than this of a view is as before, what was decided for the view before may not hold. */
    private static final double MOSTLY_THE_SAME = 0.9;

    private final boolean coverage;
    private final Geometry[] full;
    private final AtomicReferenceArray<Geometry[]> steps = new AtomicReferenceArray<>(FULL_FROM_ZOOM + 1);
    private final Object[] locks = new Object[FULL_FROM_ZOOM + 1];

    /**
     * @param full WGS84 geometry of the view's features
     * @param outdated of the view before, of which steps are taken over; null: none
     */
    Generalisation(boolean coverage, Geometry[] full, @Nullable Generalisation outdated) {
        this.coverage = coverage;
        this.full = full;
        steps.set(FULL_FROM_ZOOM, full);
        Arrays.setAll(locks, zoom -> new Object());
        if (outdated != null && !coverage) {
            takeOver(outdated);
        }
    }

    private void takeOver(Generalisation outdated) {
        Map<Geometry, Integer> positions = new IdentityHashMap<>(outdated.full.length);
        for (int i = 0; i < outdated.full.length; i++) {
            positions.put(outdated.full[i], i);
        }
        int[] origins = new int[full.length];
        int same = 0;
        for (int i = 0; i < full.length; i++) {
            origins[i] = positions.getOrDefault(full[i], -1);
            same += origins[i] < 0 ? 0 : 1;
        }
        if (same < MOSTLY_THE_SAME * Math.max(full.length, outdated.full.length)) {
            return;
        }
        for (int zoom = FULL_FROM_ZOOM - 1; zoom >= 0; zoom--) {
            boolean isCoarse = zoom < MIDDLE_ZOOM;
            Geometry[] old = outdated.steps.get(zoom);
            Geometry[] oldFiner = isCoarse ? outdated.steps.get(MIDDLE_ZOOM) : outdated.full;
            Geometry[] finer = isCoarse ? steps.get(MIDDLE_ZOOM) : full;
            if (old != null && finer != null) {
                steps.set(zoom, old == oldFiner ? finer : merge(old, finer, origins, zoom));
            }
        }
    }

    private Geometry[] merge(Geometry[] old, Geometry[] finer, int[] origins, int zoom) {
        Geometry[] result = new Geometry[full.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = origins[i] >= 0
                    ? old[origins[i]]
                    : compact(alone(finer[i], TOLERANCE_PIXELS * pixel(zoom)), i, finer, zoom);
        }
        return result;
    }

    /** The geometries, in the view's order, to be drawn at a resolution. */
    Geometry[] at(double degreesPerPixel) {
        double zoom = Math.log(DEGREES_PER_PIXEL_ZOOM_0 / degreesPerPixel) / Math.log(2);
        // a resolution between two zooms takes the finer one
        int step = (int) Math.ceil(zoom - 1e-6);
        return step(Math.max(0, Math.min(FULL_FROM_ZOOM, step)));
    }

    /** Computes what a map of any scale from the country to a commune needs. */
    void prepare() {
        for (int zoom = MIDDLE_ZOOM; zoom >= 0; zoom--) {
            step(zoom);
        }
        for (int zoom = MIDDLE_ZOOM + 1; zoom < FULL_FROM_ZOOM; zoom++) {
            step(zoom);
        }
    }

    private Geometry[] step(int zoom) {
        Geometry[] made = steps.get(zoom);
        if (made != null) {
            return made;
        }
        synchronized (locks[zoom]) {
            made = steps.get(zoom);
            if (made == null) {
                made = generalise(zoom < MIDDLE_ZOOM ? step(MIDDLE_ZOOM) : full, zoom);
                steps.set(zoom, made);
            }
        }
        if (made == full) {
            // what leaves nearly everything at one zoom does so at every finer one
            for (int finer = zoom + 1; finer < FULL_FROM_ZOOM; finer++) {
                steps.compareAndSet(finer, null, full);
            }
        }
        return made;
    }

    private Geometry[] generalise(Geometry[] finer, int zoom) {
        Geometry[] result = coverage && finer.length > 0
                ? CoverageSimplifier.simplify(finer, COVERAGE_TOLERANCE_PIXELS * pixel(zoom))
                : oneByOne(finer, TOLERANCE_PIXELS * pixel(zoom));
        long before = 0;
        long after = 0;
        for (int i = 0; i < result.length; i++) {
            after += result[i].getNumPoints();
            before += finer[i].getNumPoints();
            result[i] = compact(result[i], i, finer, zoom);
        }
        return after > before * WORTHWHILE ? finer : result;
    }

    private static double pixel(int zoom) {
        return DEGREES_PER_PIXEL_ZOOM_0 / Math.pow(2, zoom);
    }

    private static Geometry[] oneByOne(Geometry[] finer, double toleranceDegrees) {
        Geometry[] result = new Geometry[finer.length];
        for (int i = 0; i < finer.length; i++) {
            result[i] = alone(finer[i], toleranceDegrees);
        }
        return result;
    }

    private static Geometry alone(Geometry finer, double toleranceDegrees) {
        Geometry simple =
                finer.getNumPoints() <= 5 ? finer : DouglasPeuckerSimplifier.simplify(finer, toleranceDegrees);
        return simple.isEmpty() ? finer.getEnvelope() : simple;
    }

    /**
     * The same in less memory: simplifiers only leave out vertices, and make new objects that take three times that of packed
     * ones. Of many small features, several steps are the same box.
     */
    private Geometry compact(Geometry simple, int position, Geometry[] finer, int zoom) {
        if (simple.getNumPoints() == finer[position].getNumPoints()) {
            return finer[position];
        }
        Geometry packed = CoordinateGrid.snap(simple);
        for (int near = Math.max(0, zoom - 1); near <= zoom + 1; near++) {
            Geometry[] step = steps.get(near);
            if (step != null
                    && step[position].getNumPoints() == packed.getNumPoints()
                    && step[position].equalsExact(packed)) {
                return step[position];
            }
        }
        return packed;
    }
}
