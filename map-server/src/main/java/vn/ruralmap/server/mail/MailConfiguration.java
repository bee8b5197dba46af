package vn.ruralmap.server.mail;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ruralmap.layers.store.FeatureStore;

/** The parts of this package and how they hang together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    Outbox outbox(FeatureStore store, LetterSource source, MailSettings settings, Clock clock) {
        return new Outbox(store.documents(), source, settings, clock);
    }
}
