package vn.ruralmap.server.accounts.oidc;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.server.accounts.Arrivals;
import vn.ruralmap.server.accounts.IdentityProvider;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;

/** The province's provider: Spring Security's filters for signing in through it, and what the page of signing in offers. */
final class OidcProvider implements IdentityProvider {

    /** Where signing in begins. */
    static final String START = PATH + Registrations.ID;
    /** Where the provider sends the browser back to. */
    static final String RETURN = START + "/code";

    private static final String END_SESSION = "end_session_endpoint";

    private final OidcSettings settings;
    private final PublicUrl publicUrl;
    private final Arrivals arrivals;
    private final ProviderCalls calls = new ProviderCalls();
    private final Registrations registrations;

    OidcProvider(OidcSettings settings, PublicUrl publicUrl, Arrivals arrivals, Clock clock) {
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.arrivals = arrivals;
        this.registrations = new Registrations(settings, calls, clock);
    }

    @Override
    public Offer offer() {
        return new Offer(settings.titleVi(), settings.titleEn(), START);
    }

    @Override
    public List<Filter> filters(SecurityContextRepository sessions) {
        RequestCookie cookie = new RequestCookie(registrations, publicUrl);
        Outcome outcome = new Outcome(arrivals);

        OAuth2AuthorizationRequestRedirectFilter start =
                new OAuth2AuthorizationRequestRedirectFilter(new RequestResolver(registrations, publicUrl));
        start.setAuthorizationRequestRepository(cookie);
        start.setAuthenticationFailureHandler(outcome);

        OidcAuthorizationCodeAuthenticationProvider check = new OidcAuthorizationCodeAuthenticationProvider(
                calls.tokenClient(), new People(settings, arrivals, calls));
        check.setJwtDecoderFactory(calls.decoders());
        OAuth2LoginAuthenticationFilter end =
                new OAuth2LoginAuthenticationFilter(registrations, new NothingKept(), RETURN);
        end.setAuthenticationManager(new ProviderManager(check));
        end.setAuthorizationRequestRepository(cookie);
        end.setSecurityContextRepository(sessions);
        end.setAuthenticationSuccessHandler(outcome);
        end.setAuthenticationFailureHandler(outcome);
        return List.of(start, guarded(outcome), end);
    }

    /** Whoever comes back is told on the page of signing in what a service would tell in an answer of its own. */
    private static Filter guarded(Outcome outcome) {
        return (request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } catch (StoreException | RequestException e) {
                if (!(request instanceof HttpServletRequest asked)
                        || !(response instanceof HttpServletResponse answer)
                        || !asked.getRequestURI().equals(RETURN)) {
                    throw e;
                }
                outcome.onStoreFailure(asked, answer, e);
            }
        };
    }

    @Override
    public Optional<String> signOutAddress(HttpServletRequest request) {
        return registrations
                .findIfPossible()
                .map(ClientRegistration::getProviderDetails)
                .map(details -> details.getConfigurationMetadata().get(END_SESSION))
                .map(endpoint -> UriComponentsBuilder.fromUriString(endpoint.toString())
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(settings.clientId(), publicUrl.of(request) + '/')
                        .toUriString());
    }
}
