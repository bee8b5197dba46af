package vn.ruralmap.server.imports;

import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.editing.AreaRights;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.WorkingFolder;

/** The parts of this service and how they hang together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportLimits.class)
class ImportsConfiguration {

    @Bean
    ImportWork importWork(
            Catalogue catalogue, FeatureStore store, Clock clock, AreaRights areaRights, AuditTrail audit) {
        return new ImportWork(catalogue, store, clock, areaRights, audit);
    }

    @Bean(destroyMethod = "close")
    ImportJobs importJobs(WorkingFolder folder, ImportLimits limits, ImportWork work, Clock clock) throws IOException {
        return new ImportJobs(folder.named("imports"), limits, work, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ImportsCleaning importsCleaning(ImportJobs jobs, Clock clock) {
        return new ImportsCleaning(jobs, clock);
    }

    /** Before the web server stops, which waits for those who wait for news of an import. */
    @Bean
    Closing importsClosing(ImportJobs jobs) {
        return new Closing(jobs);
    }

    /** Hears that the server stops. */
    static final class Closing {
        private final ImportJobs jobs;

        Closing(ImportJobs jobs) {
            this.jobs = jobs;
        }

        @EventListener(ContextClosedEvent.class)
        void stop() {
            jobs.stop();
        }
    }

    @Bean
    WebMvcConfigurer importsGuard(PublicUrl publicUrl, EditRights rights, AuditTrail audit) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ImportsGuard(publicUrl, rights, audit));
            }
        };
    }

    /** Who asks whether an upload may come is told so before gigabytes are on their way. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> continueWhenRead() {
        return factory ->
                factory.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
    }
}
