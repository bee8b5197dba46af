package vn.ruralmap.server.ogcapi.features;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.LockedException;
import vn.ruralmap.server.editing.EditConflict;
import vn.ruralmap.server.editing.EditConflictException;
import vn.ruralmap.server.editing.EditRefusedException;
import vn.ruralmap.server.editing.UnseenVersionException;

/** Why something was not written, as problem+json (RFC 9457) with members for programs. */
@RestControllerAdvice(assignableTypes = WritingController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class EditAdvice {

    private static final int MOST_LISTED = 100;

    @ExceptionHandler(EditRefusedException.class)
    ResponseEntity<ProblemDetail> refused(EditRefusedException e) {
        LocalizedText first = e.issues().get(0).message();
        int more = e.issues().size() - 1;
        ProblemDetail problem = problem(
                422,
                "InvalidFeature",
                first.vi() + (more == 0 ? "" : "; và " + more + " lỗi khác"),
                first.en() + (more == 0 ? "" : "; and " + more + " more"));
        problem.setProperty(
                "issues",
                e.issues().stream().limit(MOST_LISTED).map(EditAdvice::issue).toList());
        return answer(problem);
    }

    private static Map<String, @Nullable Object> issue(Issue issue) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("code", issue.code());
        json.put("feature", issue.row());
        json.put("field", issue.field());
        Coordinate place = issue.place();
        json.put("place", place == null ? null : List.of(place.x, place.y));
        json.put("message", issue.message().en());
        json.put("message_vi", issue.message().vi());
        json.put("remedy", issue.remedy().en());
        json.put("remedy_vi", issue.remedy().vi());
        return json;
    }

    @ExceptionHandler(EditConflictException.class)
    ResponseEntity<ProblemDetail> conflict(EditConflictException e, HttpServletRequest request) {
        EditConflict first = e.conflicts().get(0);
        boolean isStated = request.getHeader("If-Match") != null;
        int status = isStated ? 412 : first.version() == null ? 404 : 409;
        ProblemDetail problem = problem(
                status, "ChangedMeanwhile", first.text().vi(), first.text().en());
        List<Map<String, @Nullable Object>> conflicts = new ArrayList<>();
        for (EditConflict conflict : e.conflicts()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("id", conflict.id());
            json.put("seen_version", conflict.seenVersion());
            json.put("version", conflict.version());
            json.put("changeset", conflict.changeset());
            json.put("author", conflict.author());
            json.put("time", conflict.time() == null ? null : conflict.time().toString());
            json.put("fields", conflict.fields());
            conflicts.add(json);
        }
        problem.setProperty("conflicts", conflicts);
        return answer(problem);
    }

    @ExceptionHandler(UnseenVersionException.class)
    ResponseEntity<ProblemDetail> unseen(UnseenVersionException e) {
        return answer(problem(
                428,
                "VersionUnknown",
                "Cần tiêu đề If-Match với ETag của đối tượng (lấy bằng GET), hoặc đọc đối tượng trước bằng cùng tài"
                        + " khoản",
                "The header If-Match with the feature's ETag (which GET gives) is needed, or read the feature first"
                        + " with the same login"));
    }

    @ExceptionHandler(LockedException.class)
    ResponseEntity<ProblemDetail> locked(LockedException e) {
        ProblemDetail problem = problem(423, "Locked", e.text().vi(), e.text().en());
        problem.setProperty("locked_until", e.until().toString());
        return answer(problem);
    }

    private static ProblemDetail problem(int status, String title, String vi, String en) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), en);
        problem.setTitle(title);
        problem.setProperty("detail_vi", vi);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
