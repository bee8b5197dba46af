package vn.ruralmap.layers.snapshot;

import org.locationtech.jts.geom.Geometry;

/** How the geometry of a view is made coarser. Without state, but for what it knows of the view. */
interface Simplification {

    /** The zoom whose step is drawn at a zoom; the same or a finer one. */
    int step(int zoom);

    /**
     * @param finer WGS84 geometry in the view's order; not changed
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
}
