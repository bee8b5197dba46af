package vn.ruralmap.server.support;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns failures of everything that has no form of its own into problem+json (RFC 9457). */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(RequestException.class)
    ResponseEntity<ProblemDetail> refused(RequestException e) {
        HttpHeaders headers = new HttpHeaders();
        e.retryAfterSeconds().ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
        return ResponseEntity.status(e.httpStatus()).headers(headers).body(Problems.of(e));
    }

    @ExceptionHandler(RuntimeException.class)
    ProblemDetail failed(RuntimeException e) {
        LOG.error("A request failed", e);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(500), "The server failed on this request; the operator finds why in the log.");
        problem.setTitle("InternalError");
        problem.setProperty(
                "detail_vi", "Máy chủ gặp lỗi với yêu cầu này; người vận hành xem nguyên nhân trong nhật ký.");
        return problem;
    }
}
