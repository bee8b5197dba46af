package vn.ruralmap.layers.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing on a layer, in one of its versions.
 *
 * @param fid permanent, unique within its layer, never given again
 * @param version 1 when created, then one more with every change
 * @param validity legal time in which it exists
 * @param decision the legal act that made it so, for people; null: unknown
 * @param values one per {@link Layer#attributes()}, of the attribute's value class, or null
 * @param geometry WGS84, x longitude and y latitude in degrees on a grid of 1e-8; null for rows of a derived layer.
 *     Never changed in place
 */
public record Feature(
        long fid,
        int version,
        Validity validity,
        @Nullable String decision,
        List<@Nullable Object> values,
        @Nullable Geometry geometry) {

    public Feature {
        values = Collections.unmodifiableList(Arrays.asList(values.toArray()));
    }

    public @Nullable Object value(int index) {
        return values.get(index);
    }

    /** The value of a named attribute as text, or null. @throws IllegalArgumentException if the layer has no such one */
    public @Nullable String text(Layer layer, String attribute) {
        int index = layer.indexOf(attribute);
        if (index < 0) {
            throw new IllegalArgumentException(layer.name() + " has no attribute " + attribute);
        }
        Object value = values.get(index);
        return value == null ? null : value.toString();
    }

    /** The id that services publish, for example {@code communes.17}. */
    public String id(Layer layer) {
        return layer.name() + "." + fid;
    }

    /** True if everything but fid and version is the same; geometry is compared coordinate by coordinate. */
    public boolean sameContent(Feature other) {
        return validity.equals(other.validity)
                && java.util.Objects.equals(decision, other.decision)
                && values.equals(other.values)
                && (geometry == null
                        ? other.geometry == null
                        : other.geometry != null && geometry.equalsExact(other.geometry));
    }
}
