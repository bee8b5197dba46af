package vn.ruralmap.server.accounts.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * How this server is known to the provider, and the provider's addresses, which it tells itself (OpenID Connect Discovery 1.0). They are
 * asked for when somebody first signs in, so that the server starts without the provider, and never again once they are known.
 */
final class Registrations implements ClientRegistrationRepository {

    static final String ID = "oidc";

    private static final Logger LOG = LoggerFactory.getLogger(Registrations.class);
    /** For so long a provider that was away is not asked again: everybody who waits for it holds a thread. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final long PATIENCE_SECONDS = 5;

    private final OidcSettings settings;
    private final ProviderCalls calls;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;
    private volatile Instant next = Instant.MIN;

    Registrations(OidcSettings settings, ProviderCalls calls, Clock clock) {
        this.settings = settings;
        this.calls = calls;
        this.clock = clock;
    }

    /** @throws ProviderAwayException if the provider does not answer, or not as itself */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? get() : null;
    }

    Optional<ClientRegistration> findIfPossible() {
        try {
            return Optional.of(get());
        } catch (ProviderAwayException e) {
            return Optional.empty();
        }
    }

    ClientRegistration get() {
        ClientRegistration found = known;
        return found == null ? ask() : found;
    }

    private ClientRegistration ask() {
        boolean isMine = false;
        try {
            isMine = asking.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
            ClientRegistration found = known;
            if (found != null) {
                return found;
            }
            if (!isMine || clock.instant().isBefore(next)) {
                throw new ProviderAwayException("not asked again yet", null);
            }
            return discover();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderAwayException("interrupted", e);
        } finally {
            if (isMine) {
                asking.unlock();
            }
        }
    }

    private ClientRegistration discover() {
        try {
            Map<String, Object> described = calls.description(settings.issuer());
            // whoever answers for another issuer could vouch for anybody
            if (!settings.issuer().toString().equals(described.get("issuer"))) {
                throw new ProviderAwayException("it calls itself " + described.get("issuer"), null);
            }
            ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(described)
                    .registrationId(ID)
                    .clientId(settings.clientId())
                    .redirectUri("{baseUrl}" + OidcProvider.RETURN)
                    .scope(settings.scopes());
            ClientRegistration made = settings.clientSecret() == null
                    ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                            .build()
                    : builder.clientSecret(settings.clientSecret()).build();
            known = made;
            return made;
        } catch (ProviderAwayException e) {
            next = clock.instant().plus(PAUSE);
            LOG.warn("Nobody can sign in through {}: {}", settings.issuer(), e.getMessage());
            throw e;
        } catch (IllegalArgumentException e) {
            next = clock.instant().plus(PAUSE);
            LOG.warn("Nobody can sign in through {}, whose description is none", settings.issuer(), e);
            throw new ProviderAwayException("its description is none", e);
        }
    }
}
