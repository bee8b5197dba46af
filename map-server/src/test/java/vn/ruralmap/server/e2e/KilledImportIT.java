package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that is killed while it imports tells the truth afterwards, and the store holds all or nothing. */
class KilledImportIT {

    private static final int ROWS = 30_000;
    private static final Duration SLOWEST = Duration.ofMinutes(5);
    private static final Set<String> RUNNING = Set.of("QUEUED", "READING", "PUBLISHING");
    private static final String HITS =
            "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ntm:tourism_sites&RESULTTYPE=hits";

    @TempDir
    Path folder;

    @Test
    void whatWasKilledIsInterruptedOrPublishedAndNeverHalfOfIt() {
        Path store = folder.resolve("map.gpkg");
        RunningServer server = RunningServer.serve(store);
        String id = json(server.send("POST", "/api/imports", "{\"layer\":\"tourism_sites\"}"))
                .path("id")
                .asString();
        server.send("PUT", "/api/imports/" + id + "/files/a.csv", table());
        server.send("POST", "/api/imports/" + id + "/plan", "{}");
        await(
                server,
                id,
                found -> found.path("progress").path("stage").asString("").equals("READING"));
        server.kill();

        server = RunningServer.serve(store);
        assertThat(get(server, id).path("state").asString()).isEqualTo("INTERRUPTED");
        assertThat(server.text(HITS)).contains("numberMatched=\"0\"");
        server.send("POST", "/api/imports/" + id + "/plan", "{}");
        JsonNode planned =
                await(server, id, found -> !RUNNING.contains(found.path("state").asString()));
        assertThat(planned.path("state").asString()).as(planned.toString()).isEqualTo("PLANNED");
        server.send("POST", "/api/imports/" + id + "/publish", "");
        await(
                server,
                id,
                found -> found.path("progress").path("stage").asString("").equals("PUBLISHING")
                        || !RUNNING.contains(found.path("state").asString()));
        server.kill();

        try (RunningServer last = RunningServer.serve(store)) {
            boolean isPublished = get(last, id).path("state").asString().equals("PUBLISHED");
            assertThat(get(last, id).path("state").asString()).isEqualTo(isPublished ? "PUBLISHED" : "INTERRUPTED");
            assertThat(json(last.send("GET", "/api/changesets", ""))
                            .path("changesets")
                            .size())
                    .isEqualTo(isPublished ? 1 : 0);
            assertThat(last.text(HITS)).contains("numberMatched=\"" + (isPublished ? ROWS : 0) + "\"");
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder("name,kind,wkt\n");
        for (int i = 0; i < ROWS; i++) {
            table.append("P")
                    .append(i)
                    .append(",craft,POINT (105.")
                    .append(10_000 + i)
                    .append(" 9.5)\n");
        }
        return table.toString();
    }

    private static JsonNode get(RunningServer server, String id) {
        return json(server.send("GET", "/api/imports/" + id, ""));
    }

    private static JsonNode await(RunningServer server, String id, Predicate<JsonNode> wanted) {
        Instant end = Instant.now().plus(SLOWEST);
        JsonNode found = get(server, id);
        while (!wanted.test(found)) {
            assertThat(Instant.now()).as(found.toString()).isBefore(end);
            found = get(server, id);
        }
        return found;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
