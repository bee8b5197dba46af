package vn.ruralmap.server.config;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
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

    @Bean
    Catalogue catalogue(ServerSettings settings) {
        return CatalogueReader.read(settings.catalogue());
    }

    @Bean
    FeatureStore store(ServerSettings settings, Catalogue catalogue) {
        return StoreLocation.open(settings.store(), catalogue);
    }

    @Bean
    Snapshots snapshots(FeatureStore store, Catalogue catalogue, Clock clock) {
        return new Snapshots(store, catalogue, clock);
    }

    /** Twice as many as processors: one draws while another waits for memory. */
    @Bean
    WorkLimit drawingLimit() {
        return new WorkLimit(2 * Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(5));
    }

    @Bean
    PublicUrl publicUrl(ServerSettings settings) {
        return new PublicUrl(settings.publicUrl());
    }

    @Bean
    WorkingFolder workingFolder(ServerSettings settings) {
        return new WorkingFolder(StoreLocation.workingFile(settings.store()));
    }
}
