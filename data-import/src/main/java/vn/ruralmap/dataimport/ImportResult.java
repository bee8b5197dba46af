package vn.ruralmap.dataimport;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Changeset;

/**
 * What came of an import.
 *
 * @param outcome in a word
 * @param changeset what was published; null: nothing
 * @param report everything found and decided
 */
public record ImportResult(Outcome outcome, @Nullable Changeset changeset, ImportReport report) {

    /** What came of an import, in a word. */
    public enum Outcome {
        PUBLISHED,
        /** All that the file says is stored already. */
        NOTHING_TO_DO,
        /** A dry run that would have published. */
        WOULD_PUBLISH,
        /** Because of the data; the report says why, nothing was written. */
        REFUSED
    }
}
