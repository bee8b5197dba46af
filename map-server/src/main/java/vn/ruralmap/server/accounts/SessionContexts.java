package vn.ruralmap.server.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.editing.ClientAddress;
import vn.ruralmap.server.support.PublicUrl;

/**
 * The sessions of browsers for Spring Security: the cookie of a request, and the one that whoever signs in gets. A session is looked up
 * when a service first asks who it is. A header {@code Authorization} counts instead of the cookie, which browsers add unasked.
 */
@Component
final class SessionContexts implements SecurityContextRepository {

    static final String COOKIE = "ruralmap_session";

    private final AccountDirectory directory;
    private final Sessions sessions;
    private final AccountsSettings settings;
    private final PublicUrl publicUrl;

    SessionContexts(AccountDirectory directory, Sessions sessions, AccountsSettings settings, PublicUrl publicUrl) {
        this.directory = directory;
        this.sessions = sessions;
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Lazily(request);
    }

    /** Looked up once, when asked. */
    private final class Lazily implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private Optional<SecurityContext> found = Optional.empty();

        Lazily(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (found.isEmpty()) {
                found = Optional.of(find(request)
                        .map(caller -> new SecurityContextImpl(caller.authenticated()))
                        .orElseGet(SecurityContextImpl::new));
            }
            return found.get();
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }

    private Optional<Caller> find(HttpServletRequest request) {
        return token(request).flatMap(token -> sessions.find(token).flatMap(session -> directory
                .findActive(session.account())
                .filter(account -> !session.created().isBefore(account.sessionsFrom()))
                .map(account -> Caller.inSession(account, ClientAddress.of(request), token, session.id()))));
    }

    /** What the cookie holds, if it counts. */
    static Optional<String> token(HttpServletRequest request) {
        if (request.getHeader("Authorization") != null
                || request.getHeader("Cookie") == null
                || request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return token(request).isPresent();
    }

    /** Opens a session for whoever came through the identity provider, or ends the one there is. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication who = context.getAuthentication();
        if (who == null) {
            token(request).ifPresent(sessions::end);
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
        } else {
            directory
                    .findActive(who.getName())
                    .ifPresent(account -> open(account, Session.BY_PROVIDER, request, response));
        }
    }

    /** Opens a session and gives the browser its cookie. */
    Caller open(Account account, String way, HttpServletRequest request, HttpServletResponse response) {
        String browser = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        String address = ClientAddress.of(request);
        String token = sessions.open(account, way, address, browser);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, settings.sessionLongest(), request));
        return Caller.inSession(account, address, token, "");
    }

    private String cookie(String token, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, token)
                .path("/")
                .httpOnly(true)
                .secure(publicUrl.of(request).startsWith("https:"))
                .sameSite("Lax")
                .maxAge(age)
                .build()
                .toString();
    }

    /** {@inheritDoc} @deprecated by Spring Security, which calls the deferred one */
    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }
}
