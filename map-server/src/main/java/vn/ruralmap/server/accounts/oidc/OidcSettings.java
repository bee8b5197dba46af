package vn.ruralmap.server.accounts.oidc;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says about the province's provider of OpenID Connect; an operator sets {@code RURALMAP_ACCOUNTS_OIDC_ISSUER} and the
 * others like it.
 *
 * @param issuer its name, under which its description is found; HTTPS, unless it is on this machine
 * @param clientId by which it knows this server
 * @param clientSecret null: this server is a public client there
 * @param nameClaim which of its claims is the name of the account
 * @param scopes what is asked for
 * @param unknown what becomes of people without an account
 * @param titleVi of the button
 * @param titleEn of the button
 */
@ConfigurationProperties("ruralmap.accounts.oidc")
record OidcSettings(
        URI issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("refuse") Unknown unknown,
        @DefaultValue("Đăng nhập bằng tài khoản của tỉnh") String titleVi,
        @DefaultValue("Sign in with the province's account") String titleEn) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** People whom the provider knows and this server does not. */
    enum Unknown {
        /** Do not come in. */
        REFUSE,
        /** Get an account without any role. */
        CREATE
    }

    /** @throws IllegalArgumentException if people's sign-in could be read on its way, or nothing could come of it */
    OidcSettings {
        boolean isSafe = "https".equals(issuer.getScheme())
                || "http".equals(issuer.getScheme()) && THIS_MACHINE.contains(issuer.getHost());
        if (!isSafe) {
            throw new IllegalArgumentException(
                    "ruralmap.accounts.oidc.issuer: cần địa chỉ https:// / an address with https:// is needed: "
                            + issuer);
        }
        if (clientId == null || clientId.isBlank()) {
            throw new IllegalArgumentException(
                    "thiếu ruralmap.accounts.oidc.client-id / ruralmap.accounts.oidc.client-id is missing");
        }
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException(
                    "ruralmap.accounts.oidc.scopes: phải có openid / there must be openid: " + scopes);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
