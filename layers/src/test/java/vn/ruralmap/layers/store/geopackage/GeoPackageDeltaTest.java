package vn.ruralmap.layers.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.store.DeltaContract;
import vn.ruralmap.layers.store.StoreFixture;

class GeoPackageDeltaTest extends DeltaContract {

    @TempDir
    Path folder;

    @Override
    protected Class<? extends StoreFixture.Opener> opener() {
        return GeoPackageOpener.class;
    }

    @Override
    protected String location() {
        return folder.resolve("store.gpkg").toString();
    }

    @Test
    void aMomentIsFoundToTheMillisecondHoweverAFileWroteIt() throws SQLException {
        publishTwoSites();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + location());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO ruralmap_transaction VALUES (0)");
            statement.execute("UPDATE ruralmap_changesets SET time = '2026-01-01T00:00:12Z' WHERE id = 1");
            statement.execute("UPDATE ruralmap_changesets SET time = '2026-01-01T00:00:12.345Z' WHERE id = 2");
            statement.execute("DELETE FROM ruralmap_transaction");
        }

        assertThat(store.revisionAt(Instant.parse("2026-01-01T00:00:11.999Z"))).isZero();
        assertThat(store.revisionAt(Instant.parse("2026-01-01T00:00:12Z"))).isEqualTo(1);
        assertThat(store.revisionAt(Instant.parse("2026-01-01T00:00:12.344Z"))).isEqualTo(1);
        assertThat(store.revisionAt(Instant.parse("2026-01-01T00:00:12.345Z"))).isEqualTo(2);
    }
}
