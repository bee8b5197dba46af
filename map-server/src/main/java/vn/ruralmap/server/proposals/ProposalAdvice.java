package vn.ruralmap.server.proposals;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.LockedException;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.UnseenVersionException;
import vn.ruralmap.server.editing.Writer;

/** Why something was not done with a proposal, as problem+json (RFC 9457) with members for programs. */
@RestControllerAdvice(assignableTypes = {ProposalsController.class, StepsController.class, HistoryController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProposalAdvice {

    private final EditRights rights;
    private final Merges merges;
    private final Snapshots snapshots;

    ProposalAdvice(EditRights rights, Merges merges, Snapshots snapshots) {
        this.rights = rights;
        this.merges = merges;
        this.snapshots = snapshots;
    }

    @ExceptionHandler(StaleProposalException.class)
    ResponseEntity<ProblemDetail> stale(StaleProposalException e) {
        Proposal now = e.now().proposal();
        Proposal.Step last = now.steps().get(now.steps().size() - 1);
        ProblemDetail problem = problem(
                412,
                "ProposalChanged",
                last.who() + " đã thay đổi đề xuất này lúc " + last.when() + " ("
                        + StateText.of(now.state()).vi() + "); bản của bạn chưa được lưu, hãy tải lại rồi so sánh",
                last.who() + " changed this proposal at " + last.when() + " ("
                        + StateText.of(now.state()).en() + "); yours is not saved yet, load it again and compare");
        problem.setProperty("version", e.now().version());
        problem.setProperty("state", now.state().text());
        problem.setProperty("changedBy", last.who());
        problem.setProperty("changedAt", last.when().toString());
        return ResponseEntity.status(412)
                .eTag(Conditions.tag(e.now().version()))
                .body(problem);
    }

    @ExceptionHandler(ChangedMeanwhileException.class)
    ResponseEntity<ProblemDetail> conflict(ChangedMeanwhileException e, HttpServletRequest request) {
        String vi = e.merges().stream()
                .findFirst()
                .map(merge -> merge.conflict().text().vi())
                .orElse("");
        String en = e.merges().stream()
                .findFirst()
                .map(merge -> merge.conflict().text().en())
                .orElse("");
        boolean isAutomatic = e.merges().stream().allMatch(Merge::isAutomatic);
        ProblemDetail problem = problem(
                409,
                "ChangedMeanwhile",
                vi
                        + (isAutomatic
                                ? " Hai bên sửa những chỗ khác nhau, có thể gộp tự động."
                                : " Hãy chọn giữ phần nào."),
                en + (isAutomatic ? " The two touch different things and can be merged." : " Choose what to keep."));
        Audience audience = rights.findWriter(request).map(Writer::audience).orElse(Audience.PUBLIC);
        problem.setProperty("isAutomatic", isAutomatic);
        problem.setProperty(
                "conflicts",
                merges.json(e.merges(), new Visibility(snapshots.current().catalogue(), audience)));
        return ResponseEntity.status(409).body(problem);
    }

    @ExceptionHandler(FaultyProposalException.class)
    ResponseEntity<ProblemDetail> faulty(FaultyProposalException e) {
        ProblemDetail problem = problem(422, e.code(), e.text().vi(), e.text().en());
        problem.setProperty("findings", Review.findings(e.findings()));
        return ResponseEntity.status(422).body(problem);
    }

    @ExceptionHandler(UnseenVersionException.class)
    ResponseEntity<ProblemDetail> unseen() {
        return ResponseEntity.status(428)
                .body(problem(
                        428, "VersionUnknown", "Thiếu phiên bản của đối tượng", "A feature's version is missing"));
    }

    @ExceptionHandler(LockedException.class)
    ResponseEntity<ProblemDetail> locked(LockedException e) {
        ProblemDetail problem = problem(423, "Locked", e.text().vi(), e.text().en());
        problem.setProperty("locked_until", e.until().toString());
        return ResponseEntity.status(423).body(problem);
    }

    private static ProblemDetail problem(int status, String title, String vi, String en) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(org.springframework.http.HttpStatusCode.valueOf(status), en);
        problem.setTitle(title);
        problem.setProperty("detail_vi", vi);
        return problem;
    }
}
