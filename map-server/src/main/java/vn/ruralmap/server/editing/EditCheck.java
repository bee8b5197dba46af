package vn.ruralmap.server.editing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Change;

/**
 * What would become of edits. Nothing was written.
 *
 * @param findings everything that is wrong or doubtful, in no order
 * @param conflicts features that are not in the versions that the edits are based on
 * @param changes what would be different; empty: nothing
 */
public record EditCheck(List<Finding> findings, List<EditConflict> conflicts, List<Planned> changes) {

    public EditCheck {
        findings = List.copyOf(findings);
        conflicts = List.copyOf(conflicts);
        changes = List.copyOf(changes);
    }

    /**
     * One edit's change.
     *
     * @param row the number of the edit, from 1
     * @param fid of the feature that is changed, as the store has it; null: it is new
     * @param before null: it is new, or was deleted
     * @param after null: it is deleted
     */
    public record Planned(
            int row,
            String layer,
            @Nullable Long fid,
            Change.@Nullable Content before,
            Change.@Nullable Content after) {}

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
