package vn.ruralmap.layers.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.store.ContractCatalogue;
import vn.ruralmap.layers.store.PublishingProcess;

/** A process killed at any point leaves exactly the changesets that were published. */
class CrashTest {

    private static final int KILLS = 10;
    /** Features of each changeset of {@link PublishingProcess}. */
    private static final int FEATURES = 3;

    @TempDir
    Path folder;

    @Test
    void afterEveryKillAllAcknowledgedChangesetsAreThereAndWhole()
            throws IOException, InterruptedException, SQLException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path file = folder.resolve("store.gpkg");
        long acknowledged = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            acknowledged = Math.max(acknowledged, publishUntilKilled(file, random));
            check(file, acknowledged, "kill " + kill + " of seed " + seed);
        }
        assertThat(acknowledged).as("changesets published before the kills").isGreaterThan(KILLS);
    }

    /** @return the last changeset that was acknowledged */
    private long publishUntilKilled(Path file, Random random) throws IOException, InterruptedException {
        Path ids = Files.createTempFile(folder, "acknowledged", ".txt");
        Process process = PublishingProcess.command(GeoPackageOpener.class, file.toString(), -1)
                .redirectOutput(ids.toFile())
                .start();
        // a quarter of the kills hit the opening, the others the publishing
        if (random.nextInt(4) > 0) {
            while (Files.size(ids) == 0 && process.isAlive()) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(120));
        } else {
            Thread.sleep(random.nextInt(600));
        }
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(ids);
        String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n");
        return text.contains("\n") ? Long.parseLong(lines[lines.length - 1]) : 0;
    }

    private static void check(Path file, long acknowledged, String when) throws SQLException {
        try (GeoPackageStore store = GeoPackageStore.open(file, ContractCatalogue.create())) {
            long revision = store.revision();
            assertThat(revision).as(when).isGreaterThanOrEqualTo(acknowledged);
            assertThat(store.listChangesets(Integer.MAX_VALUE)).as(when).hasSize((int) revision);
            List<Feature> features = revision == 0
                    ? List.of()
                    : store.readSince(0).layers().get("sites").present();
            assertThat(features).as(when).hasSize((int) revision * FEATURES);
        }
        assertThat(text(file, "PRAGMA integrity_check")).as(when).isEqualTo("ok");
        assertThat(text(file, "SELECT count(*) FROM ruralmap_transaction"))
                .as(when)
                .isEqualTo("0");
        assertThat(text(
                        file,
                        "SELECT count(*) FROM sites s WHERE NOT EXISTS (SELECT 1 FROM sites_history h"
                                + " WHERE h.fid = s.fid AND h.version = s.version AND NOT h.deleted)"))
                .as(when + ": features without history")
                .isEqualTo("0");
        assertThat(text(file, "SELECT (SELECT count(*) FROM sites) - (SELECT count(*) FROM rtree_sites_geom)"))
                .as(when + ": spatial index")
                .isEqualTo("0");
    }

    private static String text(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
