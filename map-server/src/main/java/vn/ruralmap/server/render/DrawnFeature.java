package vn.ruralmap.server.render;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A feature as the renderer sees it. */
public interface DrawnFeature {

    long fid();

    /** In longitude and latitude; never changed by the renderer. */
    Geometry geometry();

    /**
     * Which of its segments no other feature of the layer has, numbered through all rings of all parts in their order; each other one
     * is a segment of exactly one neighbour, in the other direction. Null: not known, all may be drawn.
     */
    default @Nullable BitSet loneSegments() {
        return null;
    }

    /** The value of an attribute that the style uses: String, Number, Boolean, LocalDate or null. */
    @Nullable
    Object property(String name);
}
