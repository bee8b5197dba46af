package vn.ruralmap.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.config.ServerConfiguration;

/**
 * The real server on a free port, once per test run, with the small map of {@link FixtureData}.
 *
 * <p>All tests on it run on a GeoPackage and on PostGIS, with the same expected bytes. Test classes share it, so none may change what another one reads; who changes data or settings starts an own one.
 */
public final class ServerFixture implements AutoCloseable {

    private static final class Running {
        private static final ServerFixture SERVER = start(Map.of());
    }

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServerFixture(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it when first asked. */
    public static ServerFixture get() {
        return Running.SERVER;
    }

    /** A server of one's own with the same data. @param settings as in application.yml */
    public static ServerFixture start(Map<String, Object> settings) {
        ServerFixture server = join(settings);
        FixtureData.publish(server.bean(FeatureStore.class), server.bean(Snapshots.class));
        return server;
    }

    /** A server that shows what is in its store. @param settings as in application.yml */
    public static ServerFixture join(Map<String, Object> settings) {
        try {
            Map<String, Object> all = new HashMap<>(settings);
            all.put("server.port", 0);
            all.putIfAbsent("ruralmap.store", TestStore.create(Files.createTempDirectory("ruralmap-test")));
            all.putIfAbsent(
                    "ruralmap.work", Files.createTempDirectory("ruralmap-test").toString());
            SpringApplication application = new SpringApplication(ServerConfiguration.class);
            application.setDefaultProperties(all);
            application.setLogStartupInfo(false);
            return new ServerFixture(application.run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** {@code http://localhost:PORT}, which is also what documents of the server name as its URL. */
    public String url() {
        WebServerApplicationContext web = (WebServerApplicationContext) context;
        return "http://localhost:" + Objects.requireNonNull(web.getWebServer()).getPort();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where there are several of a type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** @param path with query, encoded. @param headers names and values by turns */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET(), HttpResponse.BodyHandlers.ofString());
    }

    /** The same for images and files. */
    public HttpResponse<byte[]> getBytes(String path, String... headers) {
        return send(request(path, headers).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return send(
                request(path, "Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Any method, for example {@code PUT}, without a body. */
    public HttpResponse<String> send(String method, String path) {
        return send(
                request(path).method(method, HttpRequest.BodyPublishers.noBody()),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A person at the machine who imports or undoes. */
    public HttpResponse<String> change(String path, String body) {
        return send(
                request(path, "X-Ruralmap", "import").POST(HttpRequest.BodyPublishers.ofString(body)),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What no well-behaved client sends: the bytes of a request as they are, and all that came back. */
    public String raw(String request) {
        try (Socket socket = new Socket("localhost", URI.create(url()).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client that goes away in the middle of its request. */
    public void cut(String request) {
        try (Socket socket = new Socket("localhost", URI.create(url()).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the server", e);
        }
    }
}
