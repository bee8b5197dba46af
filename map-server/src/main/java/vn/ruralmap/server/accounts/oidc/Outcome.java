package vn.ruralmap.server.accounts.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.util.UriUtils;
import vn.ruralmap.server.accounts.ArrivalRefusedException.Reason;
import vn.ruralmap.server.accounts.Arrivals;
import vn.ruralmap.server.editing.ClientAddress;

/** Where the browser goes after the provider: to the page that was wanted, or back to signing in, which says why. */
final class Outcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Outcome.class);

    /** Spring Security's and the provider's codes, in those that the page has sentences for. */
    private static final Map<String, String> CODES = Map.of(
            "access_denied", "denied",
            "login_required", "denied",
            "interaction_required", "denied",
            "authorization_request_not_found", "outdated",
            "invalid_state_parameter", "outdated",
            "temporarily_unavailable", "away",
            "server_error", "away");

    private final Arrivals arrivals;

    Outcome(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        go(response, RequestCookie.destination(request));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        String code = code(e);
        if (Arrays.stream(Reason.values()).noneMatch(reason -> reason.code().equals(code))) {
            // the others are written down where the name is known
            arrivals.refused(Registrations.ID, ClientAddress.of(request), code);
            if (code.equals("failed")) {
                LOG.warn("Signing in through the provider failed: {}", e.getMessage());
            }
        }
        back(request, response, code);
    }

    /** Nothing can be written now, or another node wrote the same account just then. */
    void onStoreFailure(HttpServletRequest request, HttpServletResponse response, RuntimeException e) {
        LOG.warn("Nobody was let in through the provider: {}", e.getMessage());
        back(request, response, "store");
    }

    private static void back(HttpServletRequest request, HttpServletResponse response, String code) {
        String to = UriUtils.encode(RequestCookie.destination(request), "UTF-8");
        go(response, "/signin.html?refused=" + code + "&to=" + to);
    }

    private static void go(HttpServletResponse response, String page) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_FOUND);
        // the container would write the whole URL, as it takes it from the Host header
        response.setHeader("Location", page);
    }

    private static String code(AuthenticationException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProviderAwayException || cause instanceof ResourceAccessException) {
                return "away";
            }
        }
        if (!(e instanceof OAuth2AuthenticationException refusal)) {
            return "failed";
        }
        String code = refusal.getError().getErrorCode();
        boolean isOurs =
                Arrays.stream(Reason.values()).anyMatch(reason -> reason.code().equals(code));
        return isOurs ? code : CODES.getOrDefault(code, "failed");
    }
}
