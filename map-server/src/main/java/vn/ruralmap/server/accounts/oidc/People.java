package vn.ruralmap.server.accounts.oidc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.ruralmap.server.accounts.ArrivalRefusedException;
import vn.ruralmap.server.accounts.ArrivalRefusedException.Reason;
import vn.ruralmap.server.accounts.Arrivals;
import vn.ruralmap.server.accounts.Arrivals.Arrival;
import vn.ruralmap.server.editing.ClientAddress;

/** From what the provider says of somebody, once that is proved, to their account. */
final class People implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcSettings settings;
    private final Arrivals arrivals;
    private final OidcUserService claims = new OidcUserService();

    People(OidcSettings settings, Arrivals arrivals, ProviderCalls calls) {
        this.settings = settings;
        this.arrivals = arrivals;
        // most providers put the name into the ID token; the others are asked once more
        claims.setRetrieveUserInfo(request -> request.getIdToken().getClaim(settings.nameClaim()) == null
                && request.getClientRegistration()
                                .getProviderDetails()
                                .getUserInfoEndpoint()
                                .getUri()
                        != null);
        claims.setOauth2UserService(calls.userInfo());
    }

    /** @throws OAuth2AuthenticationException whose code is that of an {@link Reason}, if they are not let in */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser told = claims.loadUser(request);
        String address = address();
        String name = name(told);
        if (name == null) {
            arrivals.refused(told.getSubject(), address, Reason.NAME.code());
            throw refused(Reason.NAME);
        }
        String subject = settings.issuer() + " " + told.getSubject();
        try {
            boolean mayCreate = settings.unknown() == OidcSettings.Unknown.CREATE;
            return new Known(told, arrivals.admit(new Arrival(name, told.getFullName(), subject), mayCreate, address));
        } catch (ArrivalRefusedException e) {
            throw refused(e.reason());
        }
    }

    /** An address of mail that nobody has proved to be theirs names nobody. */
    private @Nullable String name(OidcUser told) {
        boolean isProved =
                !settings.nameClaim().equals(StandardClaimNames.EMAIL) || Boolean.TRUE.equals(told.getEmailVerified());
        return isProved && told.getClaim(settings.nameClaim()) instanceof String name && !name.isBlank() ? name : null;
    }

    private static String address() {
        ServletRequestAttributes current =
                (ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes());
        return ClientAddress.of(current.getRequest());
    }

    private static OAuth2AuthenticationException refused(Reason reason) {
        return new OAuth2AuthenticationException(new OAuth2Error(reason.code()));
    }

    /** Under the name of the account. */
    private static final class Known extends DefaultOidcUser {
        private final String account;

        Known(OidcUser told, String account) {
            super(told.getAuthorities(), told.getIdToken(), told.getUserInfo());
            this.account = account;
        }

        @Override
        public String getName() {
            return account;
        }
    }
}
