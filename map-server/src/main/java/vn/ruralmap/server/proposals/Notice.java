package vn.ruralmap.server.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.ruralmap.server.editing.Role;

/**
 * Something about a proposal that somebody is told.
 *
 * @param step that it is about
 * @param isWaiting true: it waits for somebody else's approval; false: it is what became of own work
 */
record Notice(Proposal proposal, Proposal.Step step, boolean isWaiting) {

    private static final Set<String> TOLD = Set.of("return", "approve", "publish", "revert");

    /** Whether there is somebody to be told of a step. */
    static boolean isNews(String action) {
        return action.equals("submit") || TOLD.contains(action);
    }

    /** All that there is to tell somebody about a proposal. */
    static List<Notice> of(Proposal proposal, String name, Set<Role> roles) {
        List<Notice> notices = new ArrayList<>();
        boolean isOwn = proposal.isWorkOf(name);
        Proposal.Step last = proposal.steps().get(proposal.steps().size() - 1);
        boolean waits = proposal.state() == ProposalState.SUBMITTED || proposal.state() == ProposalState.APPROVED;
        if (!isOwn && waits && roles.contains(Role.APPROVER)) {
            notices.add(new Notice(proposal, last, true));
        }
        if (isOwn) {
            for (Proposal.Step step : proposal.steps()) {
                if (TOLD.contains(step.action()) && !step.who().equals(name)) {
                    notices.add(new Notice(proposal, step, false));
                }
            }
        }
        return notices;
    }
}
