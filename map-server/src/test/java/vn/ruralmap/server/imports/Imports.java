package vn.ruralmap.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.editing.Writer;

/** A person at the machine, importing. */
final class Imports {

    static final Writer AT_MACHINE = new Writer("test", "test@127.0.0.1", Set.of(Role.DATA_MANAGER), List.of());

    private static final Duration SLOWEST = Duration.ofMinutes(3);
    private static final Set<String> ACTIVE = Set.of("QUEUED", "READING", "PUBLISHING");

    private final ServerFixture server;
    private final HttpClient client = HttpClient.newHttpClient();

    Imports(ServerFixture server) {
        this.server = server;
    }

    /** For people without an area. */
    static ImportWork work(Catalogue catalogue, FeatureStore store) {
        return new ImportWork(catalogue, store, Clock.systemUTC(), null, new AuditTrail(store, Clock.systemUTC()));
    }

    /** Two tourism sites on land; the second has a mistyped star. */
    static byte[] sites(String... names) {
        StringBuilder table = new StringBuilder("name,kind,wkt\n");
        for (int i = 0; i < names.length; i++) {
            table.append(names[i]).append(",craft,POINT (105.9").append(i).append(" 9.72)\n");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param entries name and content by turns */
    static byte[] zip(Object... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write((byte[]) entries[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    String create(String layer) {
        HttpResponse<String> answer = send("POST", "/api/imports", "{\"layer\":\"" + layer + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("id").asString();
    }

    void upload(String id, String name, byte[] content) {
        HttpResponse<String> answer = put("/api/imports/" + id + "/files/" + name, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** An import with one file, planned. */
    String planned(String layer, String name, byte[] content, String options) {
        String id = create(layer);
        upload(id, name, content);
        plan(id, options);
        return id;
    }

    JsonNode plan(String id, String options) {
        HttpResponse<String> answer = send("POST", "/api/imports/" + id + "/plan", options);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return ended(id);
    }

    JsonNode publish(String id) {
        HttpResponse<String> answer = send("POST", "/api/imports/" + id + "/publish", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return ended(id);
    }

    JsonNode get(String id) {
        return json(send("GET", "/api/imports/" + id, ""));
    }

    /** When nothing runs any longer. */
    JsonNode ended(String id) {
        Instant end = Instant.now().plus(SLOWEST);
        JsonNode found = get(id);
        while (ACTIVE.contains(found.path("state").asString())) {
            assertThat(Instant.now()).as(found.toString()).isBefore(end);
            found = json(send(
                    "GET",
                    "/api/imports/" + id + "?wait=5&since="
                            + found.path("version").asLong(),
                    ""));
        }
        return found;
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    HttpResponse<String> send(String method, String path, String body) {
        return send(request(method, path, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, byte[] content, String... headers) {
        HttpRequest.Builder request = request("PUT", path, HttpRequest.BodyPublishers.ofByteArray(content));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String method, String path, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("X-Ruralmap", "import")
                .method(method, body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    List<Long> changesets() {
        return json(send("GET", "/api/changesets", "")).path("changesets").values().stream()
                .map(each -> each.path("id").asLong())
                .toList();
    }
}
