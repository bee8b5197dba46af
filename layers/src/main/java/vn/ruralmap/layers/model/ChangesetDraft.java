package vn.ruralmap.layers.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A set of changes to be published as one.
 *
 * @param author who, as the store shall remember it
 * @param source by which way it came
 * @param message why, for people
 * @param provenance facts about the origin: file name, coordinate system, transformation
 * @param changes at most one per feature. Not copied, and never changed by anybody afterwards: there may be millions, each made
 *     when it is asked for, so a store goes through them once, in order, in one thread, which may be another, and holds none of
 *     them
 * @param seen by layer the last changeset of it that the author has seen, 0 for none; publishing is refused if a layer named
 *     here was changed since. Empty: only the versions of features are compared
 */
public record ChangesetDraft(
        String author,
        Changeset.Source source,
        String message,
        Map<String, String> provenance,
        List<Change> changes,
        Map<String, Long> seen) {

    /** The fact of {@link #provenance()} that tells a draft from all others: no store publishes two with the same one. */
    public static final String KEY = "idempotency_key";

    public ChangesetDraft {
        provenance = Map.copyOf(provenance);
        changes = Collections.unmodifiableList(changes);
        seen = Map.copyOf(seen);
    }

    /** A draft that is compared by the versions of its features only. */
    public ChangesetDraft(
            String author,
            Changeset.Source source,
            String message,
            Map<String, String> provenance,
            List<Change> changes) {
        this(author, source, message, provenance, changes, Map.of());
    }
}
