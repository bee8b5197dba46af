package vn.ruralmap.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.check.StoreCheck;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreUnavailableException;
import vn.ruralmap.layers.store.postgis.PostgresCluster;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.config.StoreLocation;

/**
 * The database is killed while the server imports, and comes back: the server tells what became of the import and goes on by
 * itself. The moments are random; {@code -Druralmap.test.seed=N} repeats them.
 */
@Timeout(300)
class KilledDatabaseTest {

    private static final Logger LOG = LoggerFactory.getLogger(KilledDatabaseTest.class);
    private static final int ROWS = 2_000;
    private static final int KILLS = 4;
    private static final String HITS =
            "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ntm:tourism_sites&RESULTTYPE=hits";

    private final long seed = Long.getLong("ruralmap.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int published;

    @Test
    void anImportFailsOrIsPublishedWhollyAndTheNextOneIsPublished() throws InterruptedException {
        // what a killed process wrote is with the system: nothing is lost without syncs
        try (PostgresCluster cluster = PostgresCluster.create("-c", "fsync=off")) {
            String database = cluster.createDatabase();
            String store = cluster.url(database);
            try (ServerFixture server = ServerFixture.join(Map.of("ruralmap.store", store))) {
                Imports imports = new Imports(server);
                long millis = publish(imports);
                for (int kill = 1; kill <= KILLS; kill++) {
                    // the first while the stored features are read and compared, the others while changes are written
                    String id = kill == 1
                            ? begun(imports, "plan", upload(imports))
                            : begun(imports, "publish", imports.planned("tourism_sites", "a.csv", table(), "{}"));
                    Thread.sleep(random.nextInt((int) millis + 1));
                    cluster.crash();
                    Thread.sleep(random.nextInt(500));
                    cluster.start();

                    String state = imports.ended(id).path("state").asString();
                    String reason = "seed " + seed + ", kill " + kill + ": " + state;
                    assertThat(state).as(reason).isIn("FAILED", kill == 1 ? "PLANNED" : "PUBLISHED");
                    published += state.equals("PUBLISHED") ? 1 : 0;
                    demandWhole(server, store, reason);
                }
                publish(imports);
                demandWhole(server, store, "seed " + seed);
            }
        }
    }

    /** An import that nothing disturbs. @return how long publishing took, in ms */
    private long publish(Imports imports) {
        String id = imports.planned("tourism_sites", "a.csv", table(), "{}");
        long began = System.nanoTime();
        assertThat(imports.publish(id).path("state").asString())
                .as("seed " + seed)
                .isEqualTo("PUBLISHED");
        published++;
        return (System.nanoTime() - began) / 1_000_000;
    }

    private String upload(Imports imports) {
        String id = imports.create("tourism_sites");
        imports.upload(id, "a.csv", table());
        return id;
    }

    private static String begun(Imports imports, String what, String id) {
        assertThat(imports.send("POST", "/api/imports/" + id + "/" + what, "{}").statusCode())
                .isEqualTo(202);
        return id;
    }

    private byte[] table() {
        StringBuilder table = new StringBuilder("name,kind,wkt\n");
        for (int i = 0; i < ROWS; i++) {
            table.append("P" + published + "-" + i + ",craft,POINT (105." + (10_000 + i) + " 9.5)\n");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void demandWhole(ServerFixture server, String store, String reason) throws InterruptedException {
        await(() -> server.get(HITS).body().contains("numberMatched=\"" + published * ROWS + "\""), reason);
        await(() -> server.get("/actuator/health").body().contains("\"UP\""), reason);
        assertThat(server.bean(FeatureStore.class).revision()).as(reason).isEqualTo(published);
        await(() -> isChecked(store, reason), reason);
    }

    /** Whoever asks a database that has just come back may be told to ask again: that is no harm, a finding is. */
    private static boolean isChecked(String store, String reason) {
        try (StoreContents contents = StoreLocation.openContents(store, CatalogueReader.readDefault())) {
            assertThat(StoreCheck.run(contents).findings()).as(reason).isEmpty();
            return true;
        } catch (StoreUnavailableException e) {
            LOG.info("Not yet: {} {}", e.getMessage(), String.valueOf(e.getCause()));
            return false;
        }
    }

    private static void await(BooleanSupplier wanted, String reason) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as(reason).isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
