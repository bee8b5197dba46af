package vn.ruralmap.layers.filter;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.FilterException.Fault;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * What the names in a filter mean to the one who asks.
 *
 * @param layer that is asked; null: not known, as for styles, which then look at properties only
 * @param property whether the asker may look at a property; one that is private is as unknown as one that is not there
 * @param listedAt where the service lists them, for example {@code DescribeFeatureType}
 */
public record FilterNames(@Nullable String layer, Predicate<String> property, String listedAt) {

    /** What geometry is called: in the services, in GeoJSON, and in what GeoServer's clients send. */
    private static final Set<String> GEOMETRY = Set.of("geom", "geometry", "the_geom");

    /** The time in which a feature is in force, unless the layer has an attribute of that name. */
    private static final String VALIDITY = "validity";

    /** A property, the geometry, or the validity. @throws FilterException without place if there is no such name */
    Expression resolve(String name) {
        if (property.test(name)) {
            return new Expression.PropertyReference(name);
        } else if (layer != null && GEOMETRY.contains(name)) {
            return new Expression.FeatureGeometry();
        } else if (layer != null && name.equals(VALIDITY)) {
            return new Expression.FeatureValidity();
        }
        // the name itself is the asker's own text and stays out of the answer
        throw FilterException.of(
                Fault.UNKNOWN_PROPERTY,
                "bộ lọc dùng một thuộc tính mà lớp không có; danh sách ở " + listedAt,
                "the filter names a property that the layer does not have; they are listed at " + listedAt);
    }

    static LocalizedText functions() {
        StringBuilder names = new StringBuilder();
        for (FilterFunction function : FilterFunction.values()) {
            names.append(names.isEmpty() ? "" : ", ").append(function.functionName());
        }
        return new LocalizedText(
                "không có hàm này; các hàm có: " + names, "there is no such function; the functions are: " + names);
    }
}
