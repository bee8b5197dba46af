package vn.ruralmap.layers.filter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Feature;

/**
 * How to get at what conditions look at, in rows of some kind.
 *
 * @param <R> a row
 */
public interface Rows<R> {

    /** A way to the value of a property: String, Long, Double, Boolean, LocalDate or null. Asked for once, used for every row. */
    Value<R> property(String name);

    /** The type of a property; empty if it is not known before there is a value. */
    default Optional<AttributeType> findType(String name) {
        return Optional.empty();
    }

    /** WGS84, x longitude, y latitude in degrees. */
    @Nullable
    Geometry geometry(R row);

    /** The box around all rows, in degrees: what lies outside of it meets none. */
    Envelope bounds();

    /** The name of the layer; empty: not known. */
    default Optional<String> findLayer() {
        return Optional.empty();
    }

    /** The feature that a row stands for; null: it stands for none, and has no id and no validity. */
    default @Nullable Feature feature(R row) {
        return null;
    }
}
