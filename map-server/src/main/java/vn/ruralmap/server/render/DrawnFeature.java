package vn.ruralmap.server.render;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A feature as the renderer sees it. */
public interface DrawnFeature {

    long fid();

    /** In longitude and latitude; never changed by the renderer. */
    Geometry geometry();

    /** The value of an attribute that the style uses: String, Number, Boolean, LocalDate or null. */
    @Nullable
    Object property(String name);
}
