package vn.ruralmap.server.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** What a request says about who sent it. A header of its own counts, and the cookie that a browser adds only without one. */
sealed interface Credentials {

    String COOKIE = "ruralmap_session";

    /** HTTP Basic (RFC 7617). @param password the account's, or one of its tokens */
    record Basic(String name, String password) implements Credentials {
        @Override
        public String toString() {
            return "Basic[" + name + "]";
        }
    }

    /** A personal token, as RFC 6750 sends one. */
    record Bearer(String token) implements Credentials {
        @Override
        public String toString() {
            return "Bearer";
        }
    }

    /** The browser's cookie. */
    record SessionCookie(String token) implements Credentials {
        @Override
        public String toString() {
            return "SessionCookie";
        }
    }

    /** A header that nobody understands. */
    record Unreadable() implements Credentials {}

    /** Empty: it says nothing, as nearly all requests for maps. */
    static Optional<Credentials> of(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header == null ? cookie(request) : Optional.of(read(header));
    }

    private static Optional<Credentials> cookie(HttpServletRequest request) {
        if (request.getHeader("Cookie") == null || request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
                return Optional.of(new SessionCookie(cookie.getValue()));
            }
        }
        return Optional.empty();
    }

    private static Credentials read(String header) {
        String[] parts = header.strip().split(" +", 2);
        if (parts.length < 2) {
            return new Unreadable();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> new Bearer(parts[1].strip());
            case "basic" -> basic(parts[1].strip());
            default -> new Unreadable();
        };
    }

    private static Credentials basic(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return pair.length < 2 ? new Unreadable() : new Basic(pair[0], pair[1]);
        } catch (IllegalArgumentException e) {
            // no base64
            return new Unreadable();
        }
    }
}
