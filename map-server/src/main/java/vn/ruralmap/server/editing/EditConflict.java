package vn.ruralmap.server.editing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * A feature that somebody else changed in the meantime.
 *
 * @param id as services publish it
 * @param seenVersion what the writer has seen; null: a client that never read it
 * @param version what it is now; null: it was deleted
 * @param changeset that changed it last
 * @param author of that; null: unknown
 * @param time of that; null: unknown
 * @param fields what is different from what the writer has seen; {@code geom} is the geometry
 * @param text all that in a sentence
 */
public record EditConflict(
        String id,
        @Nullable Integer seenVersion,
        @Nullable Integer version,
        long changeset,
        @Nullable String author,
        @Nullable Instant time,
        List<String> fields,
        LocalizedText text) {

    public EditConflict {
        fields = List.copyOf(fields);
    }
}
