package vn.ruralmap.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a running server. */
final class ServerOptions {

    @Option(names = "--port", defaultValue = "8080", description = "default ${DEFAULT-VALUE}; 0: any free one")
    private int port;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "How the world reaches the server, e.g. https://bando.example.vn; needed behind a proxy")
    private @Nullable String publicUrl;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where uploads and reports wait; default beside the store's file, or data/ for a database")
    private @Nullable Path work;

    int port() {
        return port;
    }

    @Nullable
    Path work() {
        return work;
    }

    @Nullable
    String publicUrl() {
        return publicUrl;
    }
}
