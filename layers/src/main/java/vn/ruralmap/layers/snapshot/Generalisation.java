package vn.ruralmap.layers.snapshot;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The geometry of one view at a ladder of resolutions, each step coarser than the one before.
 *
 * <p>A step is computed when it is first asked for, and kept; those who ask for another step do not wait. How is the matter of
 * a {@link Simplification}. Of a view that took the place of another one, the steps of that one are taken over, and only what
 * an edit touched is computed again.
 */
final class Generalisation {

    /** From this zoom on (0.6 m per pixel) the full geometry is drawn. */
    static final int FULL_FROM_ZOOM = 18;
    /** Degrees per pixel of Web Mercator zoom 0 with 256 px tiles, at the equator. */
    private static final double DEGREES_PER_PIXEL_ZOOM_0 = 360.0 / 256.0;
    /** A step that has more of the vertices than this is not worth its memory. */
    private static final double WORTHWHILE = 0.9;

    private final Simplification simplification;
    private final Geometry[] full;
    private final AtomicReferenceArray<Step> steps = new AtomicReferenceArray<>(FULL_FROM_ZOOM + 1);
    private final Object[] locks = new Object[FULL_FROM_ZOOM + 1];

    /**
     * One resolution.
     *
     * @param geometries in the view's order
     * @param borders of them; null: not known
     */
    record Step(Geometry[] geometries, @Nullable LoneSegments borders) {}

    /**
     * @param full WGS84 geometry of the view's features
     * @param outdated of the view before, of which steps are taken over; null: none
     */
    Generalisation(Simplification simplification, Geometry[] full, @Nullable Generalisation outdated) {
        this.simplification = simplification;
        this.full = full;
        steps.set(FULL_FROM_ZOOM, new Step(full, simplification.borders(full)));
        Arrays.setAll(locks, zoom -> new Object());
        if (outdated != null) {
            takeOver(outdated);
        }
    }

    private void takeOver(Generalisation outdated) {
        Succession succession = Succession.of(outdated.full, full);
        if (!succession.isMostlyTheSame()) {
            return;
        }
        takeOverBorders(outdated.steps.get(FULL_FROM_ZOOM), steps.get(FULL_FROM_ZOOM), succession);
        for (int zoom = FULL_FROM_ZOOM - 1; zoom >= 0; zoom--) {
            Step old = outdated.steps.get(zoom);
            Step oldFiner = outdated.steps.get(simplification.base(zoom));
            Step finer = steps.get(simplification.base(zoom));
            if (old != null && oldFiner != null && finer != null) {
                Step step = old == oldFiner ? finer : takeOver(oldFiner, old, finer, succession, zoom);
                steps.set(zoom, step);
            }
        }
        simplification.release();
    }

    private Step takeOver(Step oldFiner, Step old, Step finer, Succession succession, int zoom) {
        Geometry[] result =
                simplification.again(oldFiner.geometries, old.geometries, finer.geometries, succession, pixel(zoom));
        for (int i = 0; i < result.length; i++) {
            int origin = succession.origins()[i];
            if (origin < 0 || result[i] != old.geometries[origin]) {
                result[i] = compact(result[i], i, finer.geometries, zoom);
            }
        }
        Step step = new Step(result, simplification.borders(result));
        takeOverBorders(old, step, succession);
        return step;
    }

    private static void takeOverBorders(Step old, Step step, Succession succession) {
        if (old.borders != null && step.borders != null) {
            step.borders.takeOver(old.borders, succession);
        }
    }

    /** What is drawn at a resolution. */
    Step at(double degreesPerPixel) {
        double zoom = Math.log(DEGREES_PER_PIXEL_ZOOM_0 / degreesPerPixel) / Math.log(2);
        // a resolution between two zooms takes the finer one
        int step = (int) Math.ceil(zoom - 1e-6);
        return step(simplification.step(Math.max(0, Math.min(FULL_FROM_ZOOM, step))));
    }

    /** Computes what a map of any scale from the country to a commune needs. */
    void prepare() {
        for (int zoom = 0; zoom < FULL_FROM_ZOOM; zoom++) {
            step(simplification.step(zoom));
        }
        simplification.release();
    }

    private Step step(int zoom) {
        Step made = steps.get(zoom);
        if (made != null) {
            return made;
        }
        synchronized (locks[zoom]) {
            made = steps.get(zoom);
            if (made == null) {
                made = generalise(step(simplification.base(zoom)), zoom);
                steps.set(zoom, made);
            }
        }
        if (made.geometries == full) {
            // what leaves nearly everything at one zoom does so at every finer one
            for (int finer = zoom + 1; finer < FULL_FROM_ZOOM; finer++) {
                steps.compareAndSet(finer, null, made);
            }
        }
        return made;
    }

    private Step generalise(Step finerStep, int zoom) {
        Geometry[] finer = finerStep.geometries;
        Geometry[] result = simplification.simplify(finer, pixel(zoom));
        long before = 0;
        long after = 0;
        for (int i = 0; i < result.length; i++) {
            after += result[i].getNumPoints();
            before += finer[i].getNumPoints();
            result[i] = compact(result[i], i, finer, zoom);
        }
        return after > before * WORTHWHILE ? finerStep : new Step(result, simplification.borders(result));
    }

    private static double pixel(int zoom) {
        return DEGREES_PER_PIXEL_ZOOM_0 / Math.pow(2, zoom);
    }

    /** The same object, where nothing was left out, or where it is the same in a step next to it. */
    private Geometry compact(Geometry simplified, int position, Geometry[] finer, int zoom) {
        if (simplified == finer[position] || simplified.getNumPoints() == finer[position].getNumPoints()) {
            return finer[position];
        }
        for (int near = Math.max(0, zoom - 2); near <= Math.min(FULL_FROM_ZOOM, zoom + 2); near++) {
            Step step = steps.get(near);
            Geometry same = step == null ? simplified : step.geometries[position];
            if (same.getNumPoints() == simplified.getNumPoints() && same.equalsExact(simplified)) {
                return same;
            }
        }
        return simplified;
    }
}
