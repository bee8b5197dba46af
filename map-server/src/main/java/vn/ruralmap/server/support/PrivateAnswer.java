package vn.ruralmap.server.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers with what not everybody may see. No cache keeps them, neither a proxy's nor the browser's, which the next person at the same
 * desk would find; pages of other sites cannot read them.
 */
public final class PrivateAnswer {

    private static final String MARK = PrivateAnswer.class.getName();

    private PrivateAnswer() {}

    /** To be called before the answer's tag is made and anything is written. */
    public static void mark(HttpServletRequest request, HttpServletResponse response) {
        if (isMarked(request)) {
            return;
        }
        request.setAttribute(MARK, true);
        response.setHeader("Cache-Control", "private, no-store");
        response.addHeader("Vary", "Authorization, Cookie");
        response.setHeader("ETag", null);
        response.setHeader("Access-Control-Allow-Origin", null);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** True if what answers this request is private, and its headers are not to be loosened. */
    public static boolean isMarked(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
