package vn.ruralmap.server.editing;

import java.util.List;

/** Features are not in the versions that the writer has seen. Nothing was written. */
public final class EditConflictException extends RuntimeException {

    private final transient List<EditConflict> conflicts;

    EditConflictException(List<EditConflict> conflicts) {
        super("edits in conflict: " + conflicts.size() + " features");
        this.conflicts = List.copyOf(conflicts);
    }

    /** At least one. */
    public List<EditConflict> conflicts() {
        return conflicts;
    }
}
