package vn.ruralmap.layers.model;

import java.util.List;
import java.util.Map;

/**
 * A set of changes to be published as one.
 *
 * @param author who, as the store shall remember it
 * @param source by which way it came
 * @param message why, for people
 * @param provenance facts about the origin: file name, coordinate system, transformation
 * @param changes at most one per feature
 */
public record ChangesetDraft(
        String author, Changeset.Source source, String message, Map<String, String> provenance, List<Change> changes) {
    public ChangesetDraft {
        provenance = Map.copyOf(provenance);
        changes = List.copyOf(changes);
    }
}
