package vn.ruralmap.server.editing;

import java.util.List;

/** The client said of none of these features which version it has seen, and has not read them. Nothing was written. */
public final class UnseenVersionException extends RuntimeException {

    private final transient List<String> ids;

    UnseenVersionException(List<String> ids) {
        super("versions unknown of " + ids.size() + " features");
        this.ids = List.copyOf(ids);
    }

    /** As services publish them. */
    public List<String> ids() {
        return ids;
    }
}
