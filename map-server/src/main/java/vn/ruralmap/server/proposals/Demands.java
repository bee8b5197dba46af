package vn.ruralmap.server.proposals;

import java.util.List;
import java.util.Set;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.editing.Finding;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.proposals.Proposal.Step;
import vn.ruralmap.server.support.RequestException;

/** What must be so before a proposal goes on, and what people are told if it is not. */
final class Demands {

    private Demands() {}

    static FaultyProposalException faulty(List<Finding> findings) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        LocalizedText first = errors.isEmpty()
                ? new LocalizedText("Dữ liệu vừa thay đổi; hãy thử lại", "The data have just changed; try again")
                : errors.get(0).text();
        int more = errors.size() - 1;
        return new FaultyProposalException(
                "ProposalFaulty",
                new LocalizedText(
                        first.vi() + (more > 0 ? "; và " + more + " lỗi khác" : ""),
                        first.en() + (more > 0 ? "; and " + more + " more" : "")),
                findings);
    }

    /** A warning is explained by a comment on one of its features since the edits were made, or by what is said on submitting. */
    static void demandExplained(Proposal proposal, List<Comment> said, List<Finding> findings, String comment) {
        List<Comment> comments = said.stream()
                .filter(each -> !each.when().isBefore(proposal.edited()))
                .toList();
        List<Finding> open = comment.isEmpty()
                ? findings.stream()
                        .filter(finding -> comments.stream()
                                .noneMatch(each -> each.feature() == null
                                        || finding.features().contains(each.feature())))
                        .toList()
                : List.of();
        if (!open.isEmpty()) {
            throw new FaultyProposalException(
                    "WarningsUnexplained",
                    new LocalizedText(
                            "Còn " + open.size() + " cảnh báo chưa được giải thích: "
                                    + open.get(0).text().vi(),
                            open.size() + " warnings are not explained yet: "
                                    + open.get(0).text().en()),
                    open);
        }
    }

    static void demandOpen(Proposal proposal) {
        if (!proposal.state().isOpen()) {
            throw wrongState(proposal);
        }
    }

    static void demandState(Proposal proposal, ProposalState... states) {
        if (!Set.of(states).contains(proposal.state())) {
            throw wrongState(proposal);
        }
    }

    static RequestException wrongState(Proposal proposal) {
        Step last = proposal.steps().get(proposal.steps().size() - 1);
        return RequestException.of(
                409,
                "WrongState",
                null,
                "Đề xuất đang ở trạng thái '" + StateText.of(proposal.state()).vi() + "' (" + last.who()
                        + "), nên không làm được việc này",
                "The proposal is " + StateText.of(proposal.state()).en() + " (" + last.who()
                        + "), so this cannot be done");
    }

    static void demandOthersWork(Writer writer, Proposal proposal) {
        if (proposal.isWorkOf(writer.name())) {
            throw RequestException.of(
                    403,
                    "OwnWork",
                    null,
                    "Không ai tự duyệt hay tự công bố phần mình đã soạn; hãy nhờ người khác",
                    "Nobody approves or publishes own work; ask somebody else");
        }
    }

    static void demandOwnWork(Writer writer, Proposal proposal) {
        if (!proposal.isWorkOf(writer.name())) {
            throw RequestException.of(
                    403,
                    "OthersWork",
                    null,
                    "Chỉ người đã soạn (" + proposal.author() + ") mới rút hoặc hủy được đề xuất",
                    "Only who made it (" + proposal.author() + ") can withdraw or discard a proposal");
        }
    }
}
