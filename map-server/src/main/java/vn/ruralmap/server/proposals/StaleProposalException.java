package vn.ruralmap.server.proposals;

/** Somebody else has changed the proposal since it was read. Nothing was written, and whoever asks has its work still. */
final class StaleProposalException extends RuntimeException {

    private final transient Drafts.Stored now;

    StaleProposalException(Drafts.Stored now) {
        super("proposal " + now.proposal().id() + " is version " + now.version());
        this.now = now;
    }

    /** As it is. */
    Drafts.Stored now() {
        return now;
    }
}
