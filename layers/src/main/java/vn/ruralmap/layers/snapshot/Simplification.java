package vn.ruralmap.layers.snapshot;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** How the geometry of one view is made coarser. For any number of threads. */
interface Simplification {

    /** The zoom whose step is drawn at a zoom; the same or a finer one. */
    int step(int zoom);

    /** The zoom whose step a coarser one is made of; {@link Generalisation#FULL_FROM_ZOOM} has the full geometry. */
    int base(int zoom);

    /**
     * @param finer WGS84 geometry of the step that this one is made of, in the view's order; not changed
     * @param pixelDegrees size of a pixel, of which the result is off by less than half
     * @return new array; geometry that nothing was left out of may be the same object
     */
    Geometry[] simplify(Geometry[] finer, double pixelDegrees);

    /**
     * The same as {@link #simplify}, out of what it gave for a view that most features are the same as in.
     *
     * @param oldFiner of the view before
     * @param old what {@link #simplify} gave for it
     */
    Geometry[] again(Geometry[] oldFiner, Geometry[] old, Geometry[] finer, Succession succession, double pixelDegrees);

    /** Which segments of a step are shared; null if that is not known of such geometry. */
    default @Nullable LoneSegments borders(Geometry[] step) {
        return null;
    }

    /** All steps are made: what was kept for them may go. */
    default void release() {}
}
