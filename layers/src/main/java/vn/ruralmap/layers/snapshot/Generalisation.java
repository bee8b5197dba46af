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
    private final AtomicReferenceArray<Geometry[]> steps = new AtomicReferenceArray<>(FULL_FROM_ZOOM + 1);
    private final Object[] locks = new Object[FULL_FROM_ZOOM + 1];

    /**
     * @param full WGS84 geometry of the view's features
     * @param outdated of the view before, of which steps are taken over; null: none
     */
    Generalisation(Simplification simplification, Geometry[] full, @Nullable Generalisation outdated) {
        this.simplification = simplification;
        this.full = full;
        steps.set(FULL_FROM_ZOOM, full);
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
        for (int zoom = FULL_FROM_ZOOM - 1; zoom >= 0; zoom--) {
            Geometry[] old = outdated.steps.get(zoom);
            Geometry[] oldFiner = outdated.steps.get(simplification.base(zoom));
            Geometry[] finer = steps.get(simplification.base(zoom));
            if (old != null && oldFiner != null && finer != null) {
                steps.set(zoom, old == oldFiner ? finer : takeOver(oldFiner, old, finer, succession, zoom));
            }
        }
        simplification.release();
    }

    private Geometry[] takeOver(
            Geometry[] oldFiner, Geometry[] old, Geometry[] finer, Succession succession, int zoom) {
        Geometry[] result = simplification.again(oldFiner, old, finer, succession, pixel(zoom));
        for (int i = 0; i < result.length; i++) {
            int origin = succession.origins()[i];
            if (origin < 0 || result[i] != old[origin]) {
                result[i] = compact(result[i], i, finer, zoom);
            }
        }
        return result;
    }

    /** The geometries, in the view's order, to be drawn at a resolution. */
    Geometry[] at(double degreesPerPixel) {
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

    private Geometry[] step(int zoom) {
        Geometry[] made = steps.get(zoom);
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
        if (made == full) {
            // what leaves nearly everything at one zoom does so at every finer one
            for (int finer = zoom + 1; finer < FULL_FROM_ZOOM; finer++) {
                steps.compareAndSet(finer, null, full);
            }
        }
        return made;
    }

    private Geometry[] generalise(Geometry[] finer, int zoom) {
        Geometry[] result = simplification.simplify(finer, pixel(zoom));
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

    /** The same object, where nothing was left out, or where it is the same in a step next to it. */
    private Geometry compact(Geometry simplified, int position, Geometry[] finer, int zoom) {
        if (simplified == finer[position] || simplified.getNumPoints() == finer[position].getNumPoints()) {
            return finer[position];
        }
        for (int near = Math.max(0, zoom - 2); near <= Math.min(FULL_FROM_ZOOM, zoom + 2); near++) {
            Geometry[] step = steps.get(near);
            if (step != null
                    && step[position].getNumPoints() == simplified.getNumPoints()
                    && step[position].equalsExact(simplified)) {
                return step[position];
            }
        }
        return simplified;
    }
}
