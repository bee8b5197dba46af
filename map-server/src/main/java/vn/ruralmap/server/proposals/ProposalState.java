package vn.ruralmap.server.proposals;

import java.util.Locale;

/** How far a proposal is. */
enum ProposalState {
    DRAFT,
    SUBMITTED,
    /** Sent back by an approver, with a comment. */
    RETURNED,
    /** Taken back by who submitted it. */
    WITHDRAWN,
    APPROVED,
    PUBLISHED,
    /** Published, and undone by a counter-changeset. */
    REVERTED,
    /** Given up. It is kept, and listed only when asked for. */
    DISCARDED;

    /** Whether its edits may still be changed. */
    boolean isOpen() {
        return this == DRAFT || this == RETURNED || this == WITHDRAWN;
    }

    /** As clients write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
