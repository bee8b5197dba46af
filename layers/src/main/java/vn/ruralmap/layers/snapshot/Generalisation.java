package vn.ruralmap.layers.snapshot;

import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * The geometry of one view at a ladder of resolutions, each step half as fine as the one before.
 *
 * <p>A step is computed when it is first asked for, from the next finer step that exists, and kept. On a coverage, shared
 * borders stay shared (JTS {@link CoverageSimplifier}, Visvalingam-Whyatt, whose tolerance is the square root of the area
 * a removed corner may have); elsewhere each geometry stands alone ({@link DouglasPeuckerSimplifier}).
 */
final class Generalisation {

    /** Degrees per pixel of Web Mercator zoom 0 with 256 px tiles, at the equator. */
    private static final double DEGREES_PER_PIXEL_ZOOM_0 = 360.0 / 256.0;
    /** From this zoom on (0.6 m per pixel) the full geometry is drawn. */
    private static final int FULL_FROM_ZOOM = 18;
    /** Largest error, in pixels of the zoom that a step is for. */
    private static final double TOLERANCE_PIXELS = 0.4;

    private final boolean coverage;
    private final Geometry[][] steps = new Geometry[FULL_FROM_ZOOM + 1][];

    /** @param full WGS84 geometry of the view's features */
    Generalisation(boolean coverage, Geometry[] full) {
        this.coverage = coverage;
        steps[FULL_FROM_ZOOM] = full;
    }

    /** The geometries, in the view's order, to be drawn at a resolution. */
    Geometry[] at(double degreesPerPixel) {
        double zoom = Math.log(DEGREES_PER_PIXEL_ZOOM_0 / degreesPerPixel) / Math.log(2);
        // a resolution between two zooms takes the finer one
        int step = (int) Math.ceil(zoom - 1e-6);
        return step(Math.max(0, Math.min(FULL_FROM_ZOOM, step)));
    }

    void prepare() {
        step(0);
    }

    private Geometry[] step(int zoom) {
        synchronized (steps) {
            if (steps[zoom] == null) {
                steps[zoom] = generalise(step(zoom + 1), zoom);
            }
            return steps[zoom];
        }
    }

    private Geometry[] generalise(Geometry[] finer, int zoom) {
        double tolerance = TOLERANCE_PIXELS * DEGREES_PER_PIXEL_ZOOM_0 / Math.pow(2, zoom);
        if (coverage && finer.length > 0) {
            return CoverageSimplifier.simplify(finer, tolerance);
        }
        Geometry[] result = new Geometry[finer.length];
        for (int i = 0; i < finer.length; i++) {
            Geometry simple =
                    finer[i].getNumPoints() <= 5 ? finer[i] : DouglasPeuckerSimplifier.simplify(finer[i], tolerance);
            result[i] = simple.isEmpty() ? finer[i].getEnvelope() : simple;
        }
        return result;
    }
}
