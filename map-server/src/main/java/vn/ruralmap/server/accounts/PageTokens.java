package vn.ruralmap.server.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whether a page of this server sent what came with a session: {@link CsrfFilter}, with a token that follows from the session.
 *
 * <p>Reading by POST, as WFS has it, needs no token, and only the service knows what it is asked for. So the filter's refusal is kept
 * for the service that turns out to write.
 */
final class PageTokens extends OncePerRequestFilter {

    static final String HEADER = "X-CSRF-Token";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String REFUSED = PageTokens.class.getName() + ".refused";

    private final CsrfFilter check = new CsrfFilter(new OfSession());

    PageTokens() {
        check.setRequestHandler(new InHeader());
        check.setRequireCsrfProtectionMatcher(
                request -> !READING.contains(request.getMethod()) && current().isPresent());
        check.setAccessDeniedHandler((request, response, e) -> request.setAttribute(REFUSED, e));
    }

    /** True: no page of this server sent it, as far as can be told. */
    static boolean isRefused(HttpServletRequest request) {
        return request.getAttribute(REFUSED) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        check.doFilter(request, response, (checked, unanswered) -> {});
        chain.doFilter(request, response);
    }

    private static Optional<Caller> current() {
        return AccountRights.current().filter(Caller::isInSession);
    }

    /** Never in a form's fields: to look there would read the body, which is the service's. */
    private static final class InHeader extends CsrfTokenRequestAttributeHandler {

        @Override
        public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
            return request.getHeader(token.getHeaderName());
        }
    }

    /** Nothing to keep: the token is a digest of the cookie. */
    private static final class OfSession implements CsrfTokenRepository {

        @Override
        public @Nullable CsrfToken loadToken(HttpServletRequest request) {
            return current().map(caller -> token(caller.csrf())).orElse(null);
        }

        @Override
        public CsrfToken generateToken(HttpServletRequest request) {
            return token(Secrets.token());
        }

        @Override
        public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
            // it follows from the cookie
        }

        private static CsrfToken token(String value) {
            return new DefaultCsrfToken(HEADER, "_csrf", value);
        }
    }
}
