package vn.ruralmap.server.support;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service for reading that sits right on the container: where an answer takes microseconds, the way through Spring MVC
 * takes longer than the answer. What MVC does for the others, errors and the word that the store is away, is done here.
 */
public abstract class PlainServlet extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(PlainServlet.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final transient StoreAvailability availability;

    protected PlainServlet(StoreAvailability availability) {
        this.availability = availability;
    }

    /** Answers a GET; of a HEAD the container keeps the body back. */
    protected abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Writes a refusal, with its status, in the service's own form. */
    protected abstract void refuse(RequestException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (!METHODS.contains(request.getMethod())) {
                response.setHeader("Allow", "GET, HEAD");
                throw RequestException.of(
                        405, "MethodNotAllowed", null, "Chỉ có GET và HEAD", "There are only GET and HEAD");
            }
            if (availability.isAway()) {
                availability.tell(response);
            }
            answer(request, response);
        } catch (RequestException e) {
            prepare(e, response);
            refuse(e, request, response);
        } catch (RuntimeException e) {
            LOG.error("A request failed: {}", request.getRequestURI(), e);
            if (response.isCommitted()) {
                // the container breaks the connection off, so that the client does not take half an answer for a whole
                // one
                throw e;
            }
            RequestException failure = RequestException.of(
                    500,
                    "NoApplicableCode",
                    null,
                    "Máy chủ gặp lỗi với yêu cầu này; người vận hành xem nguyên nhân trong nhật ký",
                    "The server failed on this request; the operator finds why in the log");
            prepare(failure, response);
            refuse(failure, request, response);
        }
    }

    /** Takes back what was said of the answer that did not come to be; not reset(), which would take the security headers away. */
    private static void prepare(RequestException e, HttpServletResponse response) {
        response.resetBuffer();
        response.setHeader("ETag", null);
        response.setHeader("Content-Encoding", null);
        response.setHeader("Cache-Control", "no-store");
        e.retryAfterSeconds().ifPresent(seconds -> response.setIntHeader("Retry-After", seconds));
    }
}
