package vn.ruralmap.layers.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One atomic set of changes, as the store remembers it. The id of the last published one is the revision.
 *
 * @param id rises by one or more with every changeset
 * @param author who
 * @param time when it was published
 * @param source by which way it came
 * @param message why, for people
 * @param state what became of it
 * @param provenance facts about the origin: file name, coordinate system, transformation
 * @param size how much it changed
 * @param reverts the changeset that this one undoes; null: none
 */
public record Changeset(
        long id,
        String author,
        Instant time,
        Source source,
        String message,
        State state,
        Map<String, String> provenance,
        Size size,
        @Nullable Long reverts) {

    public Changeset {
        provenance = Map.copyOf(provenance);
    }

    /** By which way a changeset came. */
    public enum Source {
        IMPORT,
        /** An import of the shipped sample: what it brings is illustrative. */
        SAMPLE,
        BROWSER,
        WFS_T,
        OGC_API,
        /** The counter-changeset of a rollback. */
        ROLLBACK,
        /** Edits in plain SQL, past the program; the author is the database user. */
        SQL
    }

    /** What became of a changeset. */
    public enum State {
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        REJECTED,
        REVERTED
    }

    /** Numbers of features. */
    public record Size(int inserted, int updated, int deleted) {}
}
