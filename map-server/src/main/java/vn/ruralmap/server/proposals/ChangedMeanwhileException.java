package vn.ruralmap.server.proposals;

import java.util.List;

/** Features that a proposal edits were changed by others. The draft is as it was. */
final class ChangedMeanwhileException extends RuntimeException {

    private final transient List<Merge> merges;

    ChangedMeanwhileException(List<Merge> merges) {
        super("a proposal is in conflict in " + merges.size() + " features");
        this.merges = List.copyOf(merges);
    }

    List<Merge> merges() {
        return merges;
    }
}
