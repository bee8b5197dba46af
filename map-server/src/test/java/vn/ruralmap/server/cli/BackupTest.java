package vn.ruralmap.server.cli;

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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.store.geopackage.GeoPackageStore;

/** Stores that are damaged or of an older program. */
class BackupTest {

    @TempDir
    Path folder;

    private Path store;

    @BeforeEach
    void fill() {
        store = folder.resolve("map.gpkg");
        try (GeoPackageStore filled = GeoPackageStore.open(store, CatalogueReader.readDefault())) {
            Layer sites = CatalogueReader.readDefault().getLayer("tourism_sites");
            Object[] values = new Object[sites.attributes().size()];
            values[sites.indexOf("name")] = "Cồn Mỹ Phước";
            values[sites.indexOf("kind")] = "craft";
            Change change = new Change.Insert(
                    "tourism_sites",
                    new Change.Content(
                            Validity.since(java.time.LocalDate.of(2025, 7, 1)),
                            null,
                            java.util.Arrays.asList(values),
                            CoordinateGrid.FACTORY.createPoint(new org.locationtech.jts.geom.Coordinate(105.5, 9.5))));
            filled.publish(new ChangesetDraft("lan", Changeset.Source.IMPORT, "", Map.of(), List.of(change)));
        }
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private void sql(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private boolean hasLogin(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM pragma_table_info('ruralmap_changesets') WHERE name = 'login'")) {
            return rows.getBoolean(1);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aDamagedStoreGivesNoBackup() throws Exception {
        sql(
                store,
                "INSERT INTO ruralmap_transaction VALUES (0)",
                "DELETE FROM tourism_sites_history",
                "DELETE FROM ruralmap_transaction");
        assertThat(RuralmapCommand.execute("backup", in("b.gpkg"), "--store", store.toString()))
                .isEqualTo(RuralmapCommand.REFUSED);
        assertThat(files()).containsExactly("map.gpkg");
    }

    @Test
    void aDamagedBackupIsNotRestored() throws Exception {
        assertThat(RuralmapCommand.execute("backup", in("b.gpkg"), "--store", store.toString()))
                .isZero();
        sql(folder.resolve("b.gpkg"), "DROP TABLE rtree_tourism_sites_geom");
        byte[] before = Files.readAllBytes(store);
        assertThat(RuralmapCommand.execute("restore", in("b.gpkg"), "--store", store.toString(), "--force"))
                .isEqualTo(RuralmapCommand.REFUSED);
        assertThat(Files.readAllBytes(store)).isEqualTo(before);
        assertThat(files()).containsExactly("b.gpkg", "map.gpkg");
    }

    @Test
    void aStoreIsReplacedOnlyIfSaidSoAndTheOldOneIsKept() throws Exception {
        assertThat(RuralmapCommand.execute("backup", in("b.gpkg"), "--store", store.toString()))
                .isZero();
        try (GeoPackageStore changed = GeoPackageStore.open(store, CatalogueReader.readDefault())) {
            changed.revert(1, "minh");
        }
        assertThat(RuralmapCommand.execute("restore", in("b.gpkg"), "--store", store.toString()))
                .isEqualTo(RuralmapCommand.REFUSED);
        Files.writeString(folder.resolve("broken.gpkg"), "Kính gửi");
        assertThat(RuralmapCommand.execute("restore", in("broken.gpkg"), "--store", store.toString(), "--force"))
                .isEqualTo(RuralmapCommand.FAILED);
        assertThat(revision(store)).isEqualTo(2);

        assertThat(RuralmapCommand.execute("restore", in("b.gpkg"), "--store", store.toString(), "--force"))
                .isZero();

        assertThat(revision(store)).isEqualTo(1);
        assertThat(files())
                .hasSize(4)
                .filteredOn(name -> name.startsWith("map.replaced-") && name.endsWith(".gpkg"))
                .singleElement()
                .satisfies(name -> assertThat(revision(folder.resolve(name))).isEqualTo(2));
    }

    private static long revision(Path file) {
        try (GeoPackageStore opened = GeoPackageStore.open(file, CatalogueReader.readDefault())) {
            return opened.revision();
        }
    }

    @Test
    void aStoreOfAnOlderProgramIsBackedUpAsItIsAndUpgradedWhenItIsRestored() throws Exception {
        sql(
                store,
                "ALTER TABLE ruralmap_changesets DROP COLUMN login",
                "DROP TABLE ruralmap_locks",
                "DROP TABLE ruralmap_documents",
                "DROP TABLE ruralmap_audit",
                "DROP INDEX ruralmap_changesets_key",
                "DELETE FROM ruralmap_migrations WHERE version IN ('3', '4', '5')");
        assertThat(RuralmapCommand.execute("check", "--store", store.toString()))
                .isEqualTo(RuralmapCommand.FAILED);
        assertThat(RuralmapCommand.execute("backup", in("b.gpkg"), "--store", store.toString()))
                .isZero();
        assertThat(hasLogin(store)).isFalse();
        assertThat(hasLogin(folder.resolve("b.gpkg"))).isFalse();

        assertThat(RuralmapCommand.execute("restore", in("b.gpkg"), "--store", in("new.gpkg")))
                .isZero();

        assertThat(hasLogin(folder.resolve("new.gpkg"))).isTrue();
        assertThat(hasLogin(folder.resolve("b.gpkg"))).isFalse();
        assertThat(RuralmapCommand.execute("check", "--store", in("new.gpkg"))).isZero();
        assertThat(files()).containsExactly("b.gpkg", "map.gpkg", "new.gpkg");
    }

    @Test
    void whatIsNoStoreIsNotBackedUp() throws Exception {
        assertThat(RuralmapCommand.execute("backup", in("b.gpkg"), "--store", in("none.gpkg")))
                .isEqualTo(RuralmapCommand.FAILED);
        assertThat(RuralmapCommand.execute("restore", in("none.gpkg"), "--store", in("new.gpkg")))
                .isEqualTo(RuralmapCommand.USAGE);
        assertThat(files()).containsExactly("map.gpkg");
    }
}
