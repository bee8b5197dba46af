package vn.ruralmap.server.editing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What somebody wants a feature to be, or a part of it.
 *
 * @param properties by name, as a client wrote them: {@link String}, {@link Number}, {@link Boolean}, or null for none; anything
 *     else is no value of any property
 * @param hasGeometry false: nothing is said about it
 * @param geometry WGS84, x longitude, y latitude, as it was drawn; null: none
 */
public record Draft(
        Map<String, @Nullable Object> properties,
        boolean hasGeometry,
        @Nullable Geometry geometry) {

    public Draft {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** The property {@code version}, by which a client says which version it has seen. */
    public Optional<Integer> statedVersion() {
        Object version = properties.get("version");
        String text = version == null ? "" : version.toString().strip();
        return text.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
