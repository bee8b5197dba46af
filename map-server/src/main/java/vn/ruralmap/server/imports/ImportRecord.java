package vn.ruralmap.server.imports;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * What is known of an import, as {@code job.json} keeps it.
 *
 * @param version rises with every change
 * @param changed when the state changed last
 * @param dataSets of which one may be chosen, as far as they are known; empty: none was planned yet
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
        List<DataSet> dataSets,
        @Nullable AskedOptions options,
        @Nullable LocalizedText message,
        @Nullable JsonNode report,
        @Nullable Long changeset,
        long revision) {

    ImportRecord {
        // a record of an earlier version has none
        dataSets = List.copyOf(Objects.requireNonNullElse(dataSets, List.of()));
    }

    static ImportRecord create(String id, String layer, Instant now) {
        return new ImportRecord(
                id, now.toEpochMilli(), layer, now, now, ImportState.NEW, List.of(), null, null, null, null, 0);
    }

    /** The clock's milliseconds, so that versions rise over restarts too, whatever was not written down. */
    private static long after(long version, Instant now) {
        return Math.max(version + 1, now.toEpochMilli());
    }

    ImportRecord touched(Instant now) {
        return new ImportRecord(
                id,
                after(version, now),
                layer,
                created,
                changed,
                state,
                dataSets,
                options,
                message,
                report,
                changeset,
                revision);
    }

    /** The same import in another state, of which there is something to say, or not. */
    ImportRecord in(ImportState other, @Nullable LocalizedText why, Instant now) {
        return new ImportRecord(
                id,
                after(version, now),
                layer,
                created,
                now,
                other,
                dataSets,
                options,
                why,
                report,
                changeset,
                revision);
    }

    /** Nothing of an earlier plan holds any longer. */
    ImportRecord renewed(@Nullable AskedOptions asked) {
        return new ImportRecord(id, version, layer, created, changed, state, dataSets, asked, null, null, null, 0);
    }

    ImportRecord withReport(@Nullable JsonNode other) {
        return new ImportRecord(
                id, version, layer, created, changed, state, dataSets, options, message, other, changeset, revision);
    }

    ImportRecord withChangeset(@Nullable Long other) {
        return new ImportRecord(
                id, version, layer, created, changed, state, dataSets, options, message, report, other, revision);
    }

    ImportRecord withRevision(long other) {
        return new ImportRecord(
                id, version, layer, created, changed, state, dataSets, options, message, report, changeset, other);
    }

    ImportRecord withDataSets(List<DataSet> other) {
        return new ImportRecord(
                id, version, layer, created, changed, state, other, options, message, report, changeset, revision);
    }
}
