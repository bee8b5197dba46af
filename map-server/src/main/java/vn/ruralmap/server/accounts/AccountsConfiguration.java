package vn.ruralmap.server.accounts;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ruralmap.layers.store.FeatureStore;

/** The parts of this package that the command line uses too, and how they hang together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountsSettings.class)
class AccountsConfiguration {

    @Bean
    Accounts accounts(FeatureStore store, Clock clock) {
        return new Accounts(store.documents(), clock);
    }

    @Bean
    PersonalTokens personalTokens(FeatureStore store, Clock clock) {
        return new PersonalTokens(store.documents(), clock);
    }

    @Bean
    FailedSignIns failedSignIns(Clock clock) {
        return new FailedSignIns(clock);
    }
}
