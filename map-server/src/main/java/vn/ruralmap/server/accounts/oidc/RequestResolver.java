package vn.ruralmap.server.accounts.oidc;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import vn.ruralmap.server.accounts.IdentityProvider;
import vn.ruralmap.server.support.PublicUrl;

/** What the provider is asked for, with the way back that this server is known by, and not by what a Host header says. */
final class RequestResolver implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver usual;
    private final PublicUrl publicUrl;

    RequestResolver(ClientRegistrationRepository registrations, PublicUrl publicUrl) {
        String base = IdentityProvider.PATH.replaceAll("/$", "");
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(registrations, base);
        this.publicUrl = publicUrl;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return withWayBack(usual.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return withWayBack(usual.resolve(request, registration), request);
    }

    /** Of the provider's page: the reader's, if the provider speaks it. */
    private static String languages(HttpServletRequest request) {
        return "en".equals(request.getParameter("lang")) ? "en vi" : "vi en";
    }

    private @Nullable OAuth2AuthorizationRequest withWayBack(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        return asked == null
                ? null
                : OAuth2AuthorizationRequest.from(asked)
                        .redirectUri(publicUrl.of(request) + OidcProvider.RETURN)
                        .additionalParameters(asking -> asking.put("ui_locales", languages(request)))
                        .build();
    }
}
