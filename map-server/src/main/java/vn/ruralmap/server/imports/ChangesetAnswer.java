package vn.ruralmap.server.imports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Changeset;

/**
 * A changeset as clients see it.
 *
 * @param layers null: it is not written down
 * @param reverts the changeset that it undoes; null: none
 * @param imported the import that it came of, as {@code import}; null: none of this server
 */
record ChangesetAnswer(
        long id,
        String author,
        Instant time,
        String source,
        String message,
        String state,
        Changeset.Size size,
        @Nullable List<String> layers,
        Map<String, String> provenance,
        @Nullable Long reverts,

        @com.fasterxml.jackson.annotation.JsonProperty("import") @Nullable
        String imported) {

    static ChangesetAnswer of(Changeset changeset) {
        String layer = changeset.provenance().get("layer");
        return new ChangesetAnswer(
                changeset.id(),
                changeset.author(),
                changeset.time(),
                lower(changeset.source()),
                changeset.message(),
                lower(changeset.state()),
                changeset.size(),
                layer == null ? null : List.of(layer),
                new TreeMap<>(changeset.provenance()),
                changeset.reverts(),
                changeset.provenance().get("import"));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
