package vn.ruralmap.server.proposals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a proposal.
 *
 * @param feature that it is about, as services publish it; null: all of it
 */
record Comment(
        String who, Instant when, String text, @Nullable String feature) {

    /** Of one proposal. */
    static final int MOST = 500;
    /** In characters. */
    static final int LONGEST = 4_000;
}
