package vn.ruralmap.server.accounts.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.accounts.IdentityProvider;
import vn.ruralmap.server.support.PublicUrl;

/**
 * What the provider was asked, kept by the browser that it was asked for: so no other browser can end what this one began, any node
 * can end what another began, and strangers fill nobody's memory.
 */
final class RequestCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String NAME = "ruralmap_signin";

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LONGEST_DESTINATION = 500;
    private static final String DESTINATION = RequestCookie.class.getName();
    private static final String TO = "to";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Registrations registrations;
    private final PublicUrl publicUrl;

    RequestCookie(Registrations registrations, PublicUrl publicUrl) {
        this.registrations = registrations;
        this.publicUrl = publicUrl;
    }

    /** @param to the page that somebody wanted */
    private record Asked(String state, String nonce, String verifier, String back, String to) {}

    /** The page that somebody wanted when they began, as far as is known. */
    static String destination(HttpServletRequest request) {
        return request.getAttribute(DESTINATION) instanceof String page ? page : ownPage(request.getParameter(TO));
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        Asked kept = new Asked(
                asked.getState(),
                asked.getAttribute(OidcParameterNames.NONCE),
                asked.getAttribute(PkceParameterNames.CODE_VERIFIER),
                asked.getRedirectUri(),
                ownPage(request.getParameter(TO)));
        set(
                Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(kept)),
                LONGEST,
                request,
                response);
    }

    private static String ownPage(@Nullable String wanted) {
        boolean isOwn = wanted != null
                && wanted.length() <= LONGEST_DESTINATION
                && wanted.matches("/(?![/\\\\])[\\x21-\\x7e]*")
                && wanted.indexOf('\\') < 0;
        return isOwn ? wanted : "/";
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return read(request)
                .filter(asked -> asked.state().equals(request.getParameter(OAuth2ParameterNames.STATE)))
                .map(this::restore)
                .orElse(null);
    }

    private OAuth2AuthorizationRequest restore(Asked asked) {
        var registration = registrations.get();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .clientId(registration.getClientId())
                .scopes(registration.getScopes())
                .redirectUri(asked.back())
                .state(asked.state())
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        Registrations.ID,
                        OidcParameterNames.NONCE,
                        asked.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        asked.verifier()))
                .build();
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        read(request).ifPresent(asked -> request.setAttribute(DESTINATION, ownPage(asked.to())));
        set("", Duration.ZERO, request, response);
        return loadAuthorizationRequest(request);
    }

    private static Optional<Asked> read(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(NAME)) {
                return read(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static Optional<Asked> read(String value) {
        try {
            Asked asked = JSON.readValue(Base64.getUrlDecoder().decode(value), Asked.class);
            boolean isWhole =
                    asked.state() != null && asked.nonce() != null && asked.verifier() != null && asked.back() != null;
            return isWhole ? Optional.of(asked) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            // somebody else's cookie of this name
            return Optional.empty();
        }
    }

    private void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path(IdentityProvider.PATH)
                .httpOnly(true)
                .secure(publicUrl.of(request).startsWith("https:"))
                // the way back is a link from the provider's page, with which browsers send this and no stricter kind
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
