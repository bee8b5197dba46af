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
}
