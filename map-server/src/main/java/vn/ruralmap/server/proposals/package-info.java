/**
 * {@code /api/proposals}: edits that somebody proposes, somebody else approves, and that are then published as one changeset; and
 * {@code /api/history}: what became of features.
 *
 * <p>{@link vn.ruralmap.server.proposals.Proposal} is the head of a proposal, {@link vn.ruralmap.server.proposals.ProposedEdit} one of
 * its edits; {@link vn.ruralmap.server.proposals.ProposalFlow} leads it from state to state, and
 * {@link vn.ruralmap.server.proposals.Drafts} keeps what is proposed. They are documents of the store, beside the map.
 */
@NullMarked
package vn.ruralmap.server.proposals;

import org.jspecify.annotations.NullMarked;
