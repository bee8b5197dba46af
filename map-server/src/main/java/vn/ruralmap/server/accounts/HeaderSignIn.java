package vn.ruralmap.server.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.util.StringUtils;
import vn.ruralmap.layers.store.StoreUnavailableException;
import vn.ruralmap.server.editing.ClientAddress;
import vn.ruralmap.server.support.RequestException;

/**
 * Programs, by the header {@code Authorization}: a name with a password or a personal token (HTTP Basic, RFC 7617), or a personal
 * token alone (Bearer, RFC 6750).
 *
 * <p>A request to read is anybody's, so that what is wrong refuses nothing here: it is kept for the service that turns out to demand
 * an account.
 */
final class HeaderSignIn extends BasicAuthenticationFilter {

    private static final String FAILURE = HeaderSignIn.class.getName();
    private static final String BEARER = "Bearer ";

    HeaderSignIn(AuthenticationManager manager) {
        super(keeping(manager));
        setAuthenticationConverter(converter());
    }

    /** Why the header of a request counts for nothing; empty: it counts, or there is none. */
    static Optional<AuthenticationException> failure(HttpServletRequest request) {
        return Optional.ofNullable((AuthenticationException) request.getAttribute(FAILURE));
    }

    /** The reasons to look at nothing become failures with a cause, like all others. */
    private static AuthenticationManager keeping(AuthenticationManager manager) {
        return given -> {
            try {
                return manager.authenticate(given);
            } catch (RequestException | StoreUnavailableException e) {
                throw new AuthenticationServiceException("not looked at", e);
            }
        };
    }

    private static AuthenticationConverter converter() {
        BasicAuthenticationConverter basic = new BasicAuthenticationConverter(HeaderSignIn::origin);
        return request -> {
            Authentication bearer = bearer(request);
            return bearer == null ? basic.convert(request) : bearer;
        };
    }

    private static @Nullable Authentication bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (!StringUtils.startsWithIgnoreCase(header, BEARER)) {
            return null;
        }
        String token = header.substring(BEARER.length()).strip();
        PreAuthenticatedAuthenticationToken given = new PreAuthenticatedAuthenticationToken("", token);
        given.setDetails(origin(request));
        return given;
    }

    private static Origin origin(HttpServletRequest request) {
        return new Origin(ClientAddress.of(request), SignIn.BASIC);
    }

    @Override
    protected void onUnsuccessfulAuthentication(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed) {
        request.setAttribute(FAILURE, failed);
    }
}
