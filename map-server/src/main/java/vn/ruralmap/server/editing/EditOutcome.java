package vn.ruralmap.server.editing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the edits. The current snapshot shows it.
 *
 * @param changeset its number; null: everything was like that already, and nothing was published
 * @param features one per edit, in their order
 * @param isRepeated true: this is what came of the same request before, and nothing was done now
 * @param warnings what is doubtful; none if it is repeated
 */
public record EditOutcome(@Nullable Long changeset, List<Edited> features, boolean isRepeated, List<Finding> warnings) {

    public EditOutcome {
        features = List.copyOf(features);
        warnings = List.copyOf(warnings);
    }

    EditOutcome(@Nullable Long changeset, List<Edited> features, boolean isRepeated) {
        this(changeset, features, isRepeated, List.of());
    }

    EditOutcome warning(List<Finding> findings) {
        return new EditOutcome(changeset, features, isRepeated, findings);
    }

    /**
     * One edited feature.
     *
     * @param fid as services show it
     * @param version as services show it; of a deleted feature that of its deletion
     */
    public record Edited(String layer, long fid, int version) {
        /** The id that services publish. */
        public String id() {
            return layer + "." + fid;
        }
    }
}
