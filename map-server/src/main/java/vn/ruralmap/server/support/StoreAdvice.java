package vn.ruralmap.server.support;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.ruralmap.layers.store.StoreUnavailableException;

/** A store that is away for the moment is no fault of the server: come again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class StoreAdvice {

    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler(StoreUnavailableException.class)
    ResponseEntity<ProblemDetail> away(StoreUnavailableException e) {
        // its own text names the database, which is no business of clients
        boolean isUnknown = e.isOutcomeUnknown();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                isUnknown
                        ? "The data were lost sight of while they were written, which may or may not have been done; look at the"
                                + " list of changesets in a few seconds before you try again."
                        : "The data cannot be reached for the moment and nothing was changed; try again in a few seconds.");
        problem.setTitle("StoreUnavailable");
        problem.setProperty(
                "detail_vi",
                isUnknown
                        ? "Mất liên lạc với kho dữ liệu khi đang ghi, chưa rõ đã ghi hay chưa; sau vài giây hãy xem danh sách các"
                                + " lần cập nhật trước khi thử lại."
                        : "Tạm thời không truy cập được dữ liệu, chưa có gì thay đổi; hãy thử lại sau vài giây.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(problem);
    }
}
