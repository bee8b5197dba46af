package vn.ruralmap.server.accounts.oidc;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ruralmap.server.accounts.Arrivals;
import vn.ruralmap.server.accounts.IdentityProvider;
import vn.ruralmap.server.support.PublicUrl;

/** The parts of this package and how they hang together, if an issuer is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("ruralmap.accounts.oidc.issuer")
@EnableConfigurationProperties(OidcSettings.class)
class OidcConfiguration {

    @Bean
    IdentityProvider oidcProvider(OidcSettings settings, PublicUrl publicUrl, Arrivals arrivals, Clock clock) {
        return new OidcProvider(settings, publicUrl, arrivals, clock);
    }
}
