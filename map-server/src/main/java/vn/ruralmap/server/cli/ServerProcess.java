package vn.ruralmap.server.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ruralmap.server.config.ServerConfiguration;
import vn.ruralmap.server.config.StoreOpening;

/** Starts the server within this process. */
final class ServerProcess {

    private static volatile boolean running;

    private ServerProcess() {}

    static boolean isRunning() {
        return running;
    }

    /** @return the port it listens on */
    static int start(String store, @Nullable Path catalogue, ServerOptions options) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", options.port());
        settings.put("ruralmap.store", store);
        if (catalogue != null) {
            settings.put("ruralmap.catalogue", catalogue.toString());
        }
        if (options.work() != null) {
            settings.put("ruralmap.work", options.work().toString());
        }
        if (options.publicUrl() != null) {
            settings.put("ruralmap.public-url", options.publicUrl());
        }
        SpringApplication application = new SpringApplication(ServerConfiguration.class);
        application.setDefaultProperties(settings);
        application.setLogStartupInfo(false);
        // beside Spring, but behind its set-up of the log, which would lose or garble what the store says meanwhile
        application.addInitializers(context ->
                context.getBeanFactory().registerSingleton("storeOpening", StoreOpening.begin(store, catalogue)));
        ConfigurableApplicationContext context = application.run();
        running = true;
        return context instanceof WebServerApplicationContext web
                ? java.util.Objects.requireNonNull(web.getWebServer()).getPort()
                : options.port();
    }
}
