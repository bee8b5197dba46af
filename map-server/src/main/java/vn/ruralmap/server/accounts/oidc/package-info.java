/**
 * Signing in through the province's own provider of OpenID Connect, if one is configured: nothing of this is loaded otherwise.
 *
 * <p>{@link vn.ruralmap.server.accounts.oidc.OidcProvider} puts Spring Security's filters together: authorization code with PKCE, state
 * and nonce; the ID token's signature, issuer, audience and time are checked against the provider's keys. Which account somebody gets
 * {@link vn.ruralmap.server.accounts.Arrivals} decides. The only package that sends requests by HTTP, and to that provider only.
 */
@NullMarked
package vn.ruralmap.server.accounts.oidc;

import org.jspecify.annotations.NullMarked;
