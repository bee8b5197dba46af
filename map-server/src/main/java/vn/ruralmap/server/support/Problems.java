package vn.ruralmap.server.support;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Refusals as problem+json (RFC 9457). */
public final class Problems {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Problems() {}

    static ProblemDetail of(RequestException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(e.httpStatus()), e.text().en());
        problem.setTitle(e.code());
        problem.setProperty("detail_vi", e.text().vi());
        problem.setProperty("locator", e.locator());
        return problem;
    }

    /** For services below Spring MVC; sets the status too. */
    public static void write(RequestException e, HttpServletResponse response) throws IOException {
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("title", e.code());
        problem.put("status", e.httpStatus());
        problem.put("detail", e.text().en());
        problem.put("detail_vi", e.text().vi());
        problem.put("locator", e.locator());
        response.setStatus(e.httpStatus());
        response.setContentType("application/problem+json");
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }
}
