package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.store.postgis.PostgresCluster;

/** The commands on a PostGIS database, as on a file. */
class PostgisIT {

    private static final PostgresCluster CLUSTER = PostgresCluster.shared();

    @TempDir
    Path folder;

    private Outcome ruralmap(String store, String... arguments) {
        Outcome outcome = Program.run(folder, Map.of("RURALMAP_STORE", store), arguments);
        assertThat(outcome.everything())
                .as("no stack trace, no log lines, no secrets")
                .doesNotContain("\tat ", "Exception", " WARN ", " INFO ", " ERROR ", CLUSTER.password());
        return outcome;
    }

    @Test
    void anImportIsPublishedOnceAndRolledBack() {
        String store = CLUSTER.createLocation();
        String file = SmallFiles.twoWards(folder).toString();

        Outcome first = ruralmap(store, "import", file, "--layer", "communes", "--valid-from", "2025-07-01");
        Outcome again = ruralmap(store, "import", file, "--layer", "communes", "--valid-from", "2025-07-01");
        Outcome undone = ruralmap(store, "rollback", "1");

        assertThat(first.exitCode()).as(first.everything()).isZero();
        assertThat(first.out()).contains("imported as changeset 1.", "2 rows read: 2 added,");
        assertThat(again.out()).contains("nothing to change");
        assertThat(undone.out()).contains("Changeset 1 undone by 2");
    }

    @Test
    void aDatabaseThatIsNotPreparedIsAFailureOfTheSystemWithTheSqlThatMendsIt() {
        CLUSTER.execute("postgres", "CREATE DATABASE unprepared TEMPLATE template0");

        Outcome outcome = ruralmap(CLUSTER.url("unprepared"), "rollback", "1");

        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(3);
        assertThat(outcome.err()).contains("chưa sẵn sàng", "is not prepared", "CREATE EXTENSION postgis;");
    }

    @Test
    void aBackupIsAFileThatBecomesAnotherDatabase() {
        String store = CLUSTER.createLocation();
        String other = CLUSTER.createLocation();
        ruralmap(
                store,
                "import",
                SmallFiles.twoWards(folder).toString(),
                "--layer",
                "communes",
                "--valid-from",
                "2025-07-01");
        ruralmap(store, "rollback", "1");

        Outcome backup = ruralmap(store, "backup", "map.gpkg");
        Outcome restored = ruralmap(other, "restore", "map.gpkg");
        Outcome again = ruralmap(other, "restore", "map.gpkg", "--force");
        Outcome check = ruralmap(other, "check", "--strict");
        Outcome copy = ruralmap("", "copy", "--from", other, "--to", "copy.gpkg");

        assertThat(backup.exitCode()).as(backup.everything()).isZero();
        assertThat(backup.out()).contains("Backed up to map.gpkg: revision 2");
        assertThat(restored.exitCode()).as(restored.everything()).isZero();
        assertThat(again.exitCode()).as(again.everything()).isEqualTo(1);
        assertThat(again.err()).contains("a copy goes into an empty store only");
        assertThat(check.exitCode()).as(check.everything()).isZero();
        assertThat(check.out()).contains("sound, revision 2");
        assertThat(sums(copy)).isNotEmpty().isEqualTo(sums(restored));
        assertThat(ruralmap("", "check", "--help").out()).contains("jdbc:postgresql://", "FILE.gpkg");
    }

    private static java.util.List<String> sums(Outcome outcome) {
        return outcome.out().lines().filter(line -> line.contains("sha256")).toList();
    }
}
