package vn.ruralmap.layers.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.square;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import vn.ruralmap.layers.check.StoreCheckContract;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreFixture;
import vn.ruralmap.layers.store.StoreIssueCode;

class GeoPackageCheckTest extends StoreCheckContract {

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

    @Override
    protected void breakBy(String... sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + location());
                Statement statement = connection.createStatement()) {
            SpatialFunctions.register(connection);
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute("INSERT INTO ruralmap_transaction VALUES (0)");
            for (String part : sql) {
                statement.execute(part);
            }
            statement.execute("DELETE FROM ruralmap_transaction WHERE changeset = 0");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SPATIAL_INDEX_DIFFERS | DELETE FROM rtree_communes_geom WHERE id = 1",
                "SPATIAL_INDEX_DIFFERS | INSERT INTO rtree_communes_geom VALUES (99, 1, 2, 1, 2)",
                "SPATIAL_INDEX_DIFFERS | UPDATE rtree_communes_geom SET maxx = 100, minx = 99 WHERE id = 1",
                "SPATIAL_INDEX_DIFFERS | UPDATE rtree_communes_geom SET maxx = 170 WHERE id = 1",
                "SPATIAL_INDEX_DIFFERS | DELETE FROM rtree_communes_geom_rowid WHERE rowid = 1",
                "SPATIAL_INDEX_DIFFERS | DROP TABLE rtree_communes_geom",
                "GUARD_MISSING         | DROP TRIGGER guard_communes_UPDATE",
                "GUARD_MISSING         | DROP TRIGGER guard_ruralmap_changesets_delete",
                "GUARD_MISSING         | DROP TRIGGER ruralmap_audit_remains",
                "GUARD_MISSING         | DROP TRIGGER rtree_communes_geom_insert",
                "TRANSACTION_LEFT      | INSERT INTO ruralmap_transaction VALUES (8)",
                "SEQUENCE_BEHIND       | UPDATE sqlite_sequence SET seq = 1 WHERE name = 'communes'",
                "TABLE_NOT_REGISTERED  | DELETE FROM gpkg_contents WHERE table_name = 'communes_history'",
                "TABLE_NOT_REGISTERED  | DELETE FROM gpkg_geometry_columns WHERE table_name = 'communes'",
                "FOREIGN_KEY_BROKEN    | UPDATE ruralmap_changesets SET reverts = 55 WHERE id = 5",
                "VALUE_NOT_UNIQUE      | UPDATE communes SET code = '1'",
                "ROW_UNREADABLE        | UPDATE communes SET valid_from = 'sometime' WHERE fid = 1",
                "ROW_UNREADABLE        | UPDATE communes SET valid_to = '2001-01-01' WHERE fid = 1",
                "ROW_UNREADABLE        | UPDATE communes_history SET geom = x'4750' WHERE fid = 1",
                "GEOMETRY_WRONG        | UPDATE communes SET geom = NULL WHERE fid = 1",
                "GEOMETRY_WRONG        | UPDATE communes SET geom = (SELECT geom FROM sites_history LIMIT 1) WHERE fid = 1",
                "STORE_UNREADABLE      | DROP TABLE status_history",
            })
    void whatOnlyAFileCanHaveWrongIsFound(StoreIssueCode code, String sql) throws SQLException {
        fill();
        breakBy(sql);
        assertThat(codes()).contains(code);
    }

    @Test
    void coordinatesOffTheGridAreFound() throws SQLException {
        fill();
        byte[] blob = new GeometryBlob().encode(new GeometryFactory().createPoint(new Coordinate(105.0000000012, 9)));
        breakBy("UPDATE sites_history SET geom = x'" + WKBWriter.toHex(blob) + "'");
        assertThat(codes()).contains(StoreIssueCode.OLD_GEOMETRY_WRONG);
    }

    @Test
    void aDamagedPageIsFound() throws IOException, SQLException {
        for (int i = 0; i < 200; i++) {
            publish(commune("c" + i, "name " + "x".repeat(500), square(100 + 0.02 * i, 9)));
        }
        breakBy("PRAGMA wal_checkpoint(TRUNCATE)");
        store.close();
        try (RandomAccessFile file = new RandomAccessFile(location(), "rw")) {
            for (long page = file.length() / 2; page < file.length(); page += 4096) {
                file.seek(page / 4096 * 4096 + 8);
                file.write(new byte[600]);
            }
        }
        assertThat(codes()).contains(StoreIssueCode.DATABASE_DAMAGED);
    }

    @Test
    void aFileThatIsNoStoreIsRefusedAndLeftAsItIs() throws IOException, SQLException {
        Path other = folder.resolve("other.gpkg");
        assertThatThrownBy(() -> GeoPackageContents.open(other, catalogue))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("there is no file");
        assertThat(other).doesNotExist();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE mine (a)");
        }
        byte[] before = Files.readAllBytes(other);
        assertThatThrownBy(() -> GeoPackageContents.open(other, catalogue))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not a store of ruralmap");
        assertThat(Files.readAllBytes(other)).isEqualTo(before);
    }
}
