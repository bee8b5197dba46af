package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.check.StoreCheck;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.server.TestStore;
import vn.ruralmap.server.config.StoreLocation;

/**
 * A server that is killed while it imports tells the truth afterwards, and the store holds all or nothing. The moments are
 * random; {@code -Druralmap.test.seed=N} repeats them.
 */
class KilledImportIT {

    private static final int ROWS = 20_000;
    private static final int KILLS = 3;
    private static final int LATEST_MS = 500;
    private static final Duration SLOWEST = Duration.ofMinutes(5);
    private static final Set<String> RUNNING = Set.of("QUEUED", "READING", "PUBLISHING");
    private static final String HITS =
            "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ntm:tourism_sites&RESULTTYPE=hits";

    @TempDir
    Path folder;

    private final long seed = Long.getLong("ruralmap.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private String store = "";
    private RunningServer server;
    private int published;

    @BeforeEach
    void chooseStore() {
        store = TestStore.create(folder);
    }

    @Test
    void afterEveryKillTheImportIsInterruptedOrPublishedAndTheStoreHoldsAllOrNothing() throws InterruptedException {
        server = RunningServer.serve(store, folder);
        String id = upload();
        for (int kill = 1; kill <= KILLS; kill++) {
            boolean whilePublishing = kill > 1;
            begin(id, whilePublishing);
            Thread.sleep(random.nextInt(LATEST_MS));
            String told = state(id);
            server.kill();

            server = RunningServer.serve(store, folder);
            String state = state(id);
            String reason = "seed " + seed + ", kill " + kill + ": " + told + " before, " + state + " after";
            assertThat(state).as(reason).isIn("INTERRUPTED", whilePublishing ? "PUBLISHED" : "PLANNED");
            if (!RUNNING.contains(told)) {
                assertThat(state).as(reason).isEqualTo(told);
            }
            if (state.equals("PUBLISHED")) {
                published++;
                id = upload();
            }
            demandWhole(reason);
        }
        begin(id, true);
        assertThat(end(id)).as("seed " + seed).isEqualTo("PUBLISHED");
        published++;
        await(() -> server.text(HITS).contains("numberMatched=\"" + published * ROWS + "\""), "seed " + seed);
        demandWhole("seed " + seed);
        server.close();
    }

    /** Returns as soon as the file is being read, or changes are being written. */
    private void begin(String id, boolean publishing) {
        server.send("POST", "/api/imports/" + id + "/plan", "{}");
        if (publishing) {
            assertThat(end(id)).as("seed " + seed).isEqualTo("PLANNED");
            server.send("POST", "/api/imports/" + id + "/publish", "");
        }
        Predicate<JsonNode> hasBegun = found -> !RUNNING.contains(
                        found.path("state").asString())
                || found.path("progress").path("stage").asString("").equals(publishing ? "PUBLISHING" : "READING");
        await(() -> hasBegun.test(get(id)), get(id).toString());
    }

    private String upload() {
        String id = json(server.send("POST", "/api/imports", "{\"layer\":\"tourism_sites\"}"))
                .path("id")
                .asString();
        StringBuilder table = new StringBuilder("name,kind,wkt\n");
        for (int i = 0; i < ROWS; i++) {
            String name = "P" + published + "-" + i;
            table.append(name).append(",craft,POINT (105.").append(10_000 + i).append(" 9.5)\n");
        }
        server.send("PUT", "/api/imports/" + id + "/files/a.csv", table.toString());
        return id;
    }

    private void demandWhole(String reason) {
        assertThat(server.text(HITS)).as(reason).contains("numberMatched=\"" + published * ROWS + "\"");
        assertThat(json(server.send("GET", "/api/changesets", ""))
                        .path("changesets")
                        .size())
                .as(reason)
                .isEqualTo(published);
        try (StoreContents contents = StoreLocation.openContents(store, CatalogueReader.readDefault())) {
            assertThat(StoreCheck.run(contents).findings()).as(reason).isEmpty();
        }
    }

    private JsonNode get(String id) {
        return json(server.send("GET", "/api/imports/" + id, ""));
    }

    private String state(String id) {
        return get(id).path("state").asString();
    }

    private String end(String id) {
        await(() -> !RUNNING.contains(state(id)), "seed " + seed);
        return state(id);
    }

    private static void await(java.util.function.BooleanSupplier wanted, String reason) {
        Instant end = Instant.now().plus(SLOWEST);
        while (!wanted.getAsBoolean()) {
            assertThat(Instant.now()).as(reason).isBefore(end);
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
