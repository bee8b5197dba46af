package vn.ruralmap.server.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * What is known of an import, as {@code job.json} keeps it.
 *
 * @param version rises with every change
 * @param changed when the state changed last
 * @param options of the last plan; null: none was asked for
 * @param message why it is refused, failed, interrupted or cancelled; null: it is not
 * @param report an excerpt of the import's report; null: there is none
 * @param changeset what was published; null: nothing
 * @param revision of the store before publishing began: an own changeset is a later one
 */
record ImportRecord(
        String id,
        long version,
        String layer,
        Instant created,
        Instant changed,
        ImportState state,
        @Nullable AskedOptions options,
        @Nullable LocalizedText message,
        @Nullable JsonNode report,
        @Nullable Long changeset,
        long revision) {

    static ImportRecord create(String id, String layer, Instant now) {
        return new ImportRecord(id, now.toEpochMilli(), layer, now, now, ImportState.NEW, null, null, null, null, 0);
    }

    /** The clock's milliseconds, so that versions rise over restarts too, whatever was not written down. */
    private static long after(long version, Instant now) {
        return Math.max(version + 1, now.toEpochMilli());
    }

    ImportRecord touched(Instant now) {
        return new ImportRecord(
                id, after(version, now), layer, created, changed, state, options, message, report, changeset, revision);
    }

    /** The same import in another state, of which there is something to say, or not. */
    ImportRecord in(ImportState other, @Nullable LocalizedText why, Instant now) {
        return new ImportRecord(
                id, after(version, now), layer, created, now, other, options, why, report, changeset, revision);
    }

    /** Nothing of an earlier plan holds any longer. */
    ImportRecord renewed(@Nullable AskedOptions asked) {
        return new ImportRecord(id, version, layer, created, changed, state, asked, null, null, null, 0);
    }

    ImportRecord withReport(@Nullable JsonNode other) {
        return new ImportRecord(
                id, version, layer, created, changed, state, options, message, other, changeset, revision);
    }

    ImportRecord withChangeset(@Nullable Long other) {
        return new ImportRecord(id, version, layer, created, changed, state, options, message, report, other, revision);
    }

    ImportRecord withRevision(long other) {
        return new ImportRecord(
                id, version, layer, created, changed, state, options, message, report, changeset, other);
    }
}
