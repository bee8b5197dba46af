package vn.ruralmap.server.config;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.snapshot.PastSnapshots;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.WorkLimit;
import vn.ruralmap.server.support.WorkingFolder;

/** The server's parts and how they hang together. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties(ServerSettings.class)
@ComponentScan("vn.ruralmap.server")
public class ServerConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** @param begun by whoever starts the server before Spring, as the command line does */
    @Bean
    StoreOpening.Opened opened(ServerSettings settings, ObjectProvider<StoreOpening> begun) {
        return begun.getIfAvailable(() -> StoreOpening.begin(settings.store(), settings.catalogue()))
                .get();
    }

    @Bean
    Catalogue catalogue(StoreOpening.Opened opened) {
        return opened.catalogue();
    }

    @Bean
    FeatureStore store(StoreOpening.Opened opened) {
        return opened.store();
    }

    @Bean
    Snapshots snapshots(StoreOpening.Opened opened, FeatureStore store) {
        // the store is a parameter so that it is closed after them
        return opened.snapshots();
    }

    @Bean
    PastSnapshots pastSnapshots(FeatureStore store, Snapshots snapshots) {
        return new PastSnapshots(store, snapshots);
    }

    /** Twice as many as processors: one draws while another waits for memory. */
    @Bean
    WorkLimit drawingLimit() {
        return new WorkLimit(2 * Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(5));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> clientWatch() {
        return factory -> factory.setProtocol(ClientWatch.class.getName());
    }

    @Bean
    PublicUrl publicUrl(ServerSettings settings) {
        return new PublicUrl(settings.publicUrl());
    }

    @Bean
    WorkingFolder workingFolder(ServerSettings settings) {
        return new WorkingFolder(settings.beside());
    }
}
