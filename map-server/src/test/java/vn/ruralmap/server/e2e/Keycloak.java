package vn.ruralmap.server.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real provider of OpenID Connect, from the distribution that Maven unpacks, with a database of its own in a file. */
final class Keycloak implements AutoCloseable {

    /** By which it knows this server. */
    static final String CLIENT = "ruralmap";

    static final String SECRET = "a-secret-that-both-know";

    private static final String REALM = "province";
    private static final Path UNPACKED = Path.of("target", "keycloak");
    /** The first start compiles its configuration. */
    private static final int SLOWEST_START_SECONDS = 240;

    private final int port = freePort();
    private Process process;

    /** @param name of the account. @param password with which they sign in there, and nowhere else */
    record Person(String name, String fullName, String password) {}

    /** Known before it runs. */
    String issuer() {
        return "http://localhost:" + port + "/realms/" + REALM;
    }

    /** @param client URL of the server that people are sent back to, which is exact */
    void start(String client, List<Person> people) {
        try {
            Path home = home();
            delete(home.resolve("data"));
            Path realm = home.resolve("data/import/" + REALM + "-realm.json");
            Files.createDirectories(realm.getParent());
            Files.writeString(realm, realm(client, people));
            Path log = home.resolve("started.log");
            ProcessBuilder builder = new ProcessBuilder(
                            "bin/kc.sh", "start-dev", "--import-realm", "--http-host=127.0.0.1", "--http-port=" + port)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            waitFor(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> found = Files.isDirectory(UNPACKED) ? Files.list(UNPACKED) : Stream.empty()) {
            Path home = found.filter(folder -> Files.exists(folder.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElse(null);
            if (home == null) {
                ExternalTool.missing("no Keycloak in map-server/" + UNPACKED + "; mvn pre-integration-test unpacks it");
                throw new AssertionError("a missing tool ends the test");
            }
            Path start = home.resolve("bin/kc.sh").toAbsolutePath();
            if (!Files.isExecutable(start) && !start.toFile().setExecutable(true)) {
                throw new AssertionError(start + " cannot be made executable");
            }
            return home.toAbsolutePath();
        }
    }

    private void waitFor(Path log) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .build();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SLOWEST_START_SECONDS);
        while (process.isAlive() && System.nanoTime() < deadline) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                process.waitFor(200, TimeUnit.MILLISECONDS);
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while Keycloak started", e);
            }
        }
        throw new AssertionError("Keycloak did not start:\n" + Files.readString(log));
    }

    private void pause() {
        try {
            process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while Keycloak started", e);
        }
    }

    private static String realm(String client, List<Person> people) {
        String users = String.join(
                ",",
                people.stream()
                        .map(person -> """
                                {"username": "%1$s", "enabled": true, "firstName": "%2$s", "lastName": "%1$s",
                                 "email": "%1$s@example.vn", "emailVerified": true,
                                 "credentials": [{"type": "password", "value": "%3$s"}]}""".formatted(person.name(), person.fullName(), person.password()))
                        .toList());
        return """
                {"realm": "%s", "enabled": true, "sslRequired": "none",
                 "clients": [{"clientId": "%s", "secret": "%s", "redirectUris": ["%4$s/signin/oidc/code"],
                   "attributes": {"pkce.code.challenge.method": "S256", "post.logout.redirect.uris": "%4$s/"}}],
                 "users": [%5$s]}
                """.formatted(REALM, CLIENT, SECRET, client, users);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** The script starts Java as its child. */
    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
