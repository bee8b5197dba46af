package vn.ruralmap.server.editing;

import java.util.List;
import vn.ruralmap.layers.model.Issue;

/** The data of some edits are bad. Nothing was written. */
public final class EditRefusedException extends RuntimeException {

    private final transient List<Issue> issues;

    EditRefusedException(List<Issue> issues) {
        super("edits refused: " + issues.size() + " issues");
        this.issues = List.copyOf(issues);
    }

    /** All that is wrong; the row is the number of the edit from 1, places are longitude and latitude. */
    public List<Issue> issues() {
        return issues;
    }
}
