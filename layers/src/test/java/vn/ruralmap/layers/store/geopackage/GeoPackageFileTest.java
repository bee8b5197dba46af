package vn.ruralmap.layers.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.square;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.store.AuditLog;
import vn.ruralmap.layers.store.ContractCatalogue;

/** The file as other programs see it. */
class GeoPackageFileTest {

    /** SQLite's R-tree keeps 32-bit floats, rounded outwards: up to two metres. */
    private static final double SLACK = 2e-5;

    @TempDir
    Path folder;

    private Path file;
    private GeoPackageStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("bản đồ.gpkg");
        store = GeoPackageStore.open(file, ContractCatalogue.create());
        store.publish(draft(
                commune("31153", "Kế Sách", square(105.9, 9.7)),
                commune("31174", "Nhơn Mỹ", square(106.1, 9.8)),
                site("Cồn Mỹ Phước", "POINT (105.95 9.75)")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void ogrinfoReadsLayersAttributesAndTextWhileTheStoreIsOpen() throws IOException, InterruptedException {
        Gdal.demand();
        assertThat(Gdal.ogrinfo("-ro", "-so", file.toString(), "communes"))
                .contains("Geometry: Multi Polygon")
                .contains("Feature Count: 2")
                .contains("EPSG\",4326")
                .contains("FID Column = fid")
                .contains("code: String")
                .contains("valid_from: Date")
                .contains("version: Integer");
        assertThat(Gdal.ogrinfo("-ro", "-q", file.toString(), "communes", "-where", "code='31153'"))
                .contains("Kế Sách")
                .contains("MULTIPOLYGON (((105.9 9.7,105.91 9.7,105.91 9.71,105.9 9.71,105.9 9.7)))");
        assertThat(Gdal.ogrinfo("-ro", file.toString()))
                .contains("communes (Multi Polygon)", "sites", "status (None)", "ruralmap_changesets (None)")
                .doesNotContain("rtree", "Warning", "ERROR");
    }

    @Test
    void ogrinfoFindsByBoxThroughTheSpatialIndex() throws IOException, InterruptedException, SQLException {
        Gdal.demand();
        store.publish(draft(
                new Change.Update("communes", 1, 1, communeContent("31153", "Kế Sách", "xã", square(107, 11))),
                new Change.Delete("communes", 2, 1)));
        assertThat(Gdal.ogrinfo("-ro", "-q", file.toString(), "communes", "-spat", "106.9", "10.9", "107.1", "11.1"))
                .contains("Kế Sách");
        assertThat(Gdal.ogrinfo("-ro", "-q", file.toString(), "communes", "-spat", "105", "9", "106.5", "10"))
                .doesNotContain("OGRFeature");
        assertThat(longs("SELECT id FROM rtree_communes_geom WHERE maxx >= 106.9 AND minx <= 107.1"))
                .containsExactly(1L);
        assertThat(longs("SELECT count(*) FROM rtree_communes_geom")).containsExactly(1L);
    }

    @Test
    void gdalsOwnCheckOfTheFileFindsNothing() throws IOException, InterruptedException {
        Gdal.demand();
        assertThat(Gdal.ogrinfo("-ro", "-al", "-so", "--config", "CPL_DEBUG", "OFF", file.toString()))
                .doesNotContain("ERROR")
                .doesNotContain("Warning");
    }

    @Test
    void theBoundsOfALayerAreThoseOfItsFeatures() throws SQLException {
        assertThat(doubles("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'communes'"))
                .satisfiesExactly(
                        x -> assertThat(x).isBetween(105.9 - SLACK, 105.9),
                        y -> assertThat(y).isBetween(9.7 - SLACK, 9.7),
                        x -> assertThat(x).isBetween(106.11, 106.11 + SLACK),
                        y -> assertThat(y).isBetween(9.81, 9.81 + SLACK));
        store.publish(draft(new Change.Delete("communes", 2, 1)));
        assertThat(doubles("SELECT max_x FROM gpkg_contents WHERE table_name = 'communes'")
                        .get(0))
                .isBetween(105.91, 105.91 + SLACK);
    }

    @Test
    void theFileSaysThatItIsAGeoPackage() throws SQLException, IOException {
        assertThat(longs("PRAGMA application_id")).containsExactly(0x47504B47L);
        assertThat(longs("PRAGMA user_version")).containsExactly(10300L);
        assertThat(new String(Files.readAllBytes(file), 0, 15, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("SQLite format 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE communes SET name = 'X' WHERE fid = 1",
                "DELETE FROM communes",
                "INSERT INTO communes (version, valid_from, code) VALUES (1, '2025-07-01', '9')",
                "UPDATE communes_history SET name = 'X'",
                "DELETE FROM sites_history",
                "INSERT INTO status (version, valid_from) VALUES (1, '2025-07-01')",
                "DELETE FROM ruralmap_changesets",
                "UPDATE ruralmap_changesets SET author = 'X'"
            })
    void anEditByAnotherProgramIsRefusedAndSaysWhatToDo(String sql) {
        assertThatThrownBy(() -> {
                    try (Connection likeQgis = DriverManager.getConnection("jdbc:sqlite:" + file);
                            Statement statement = likeQgis.createStatement()) {
                        SpatialFunctions.register(likeQgis);
                        statement.execute(sql);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Chỉ sửa qua ruralmap")
                .hasMessageContaining("Edit through ruralmap only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM ruralmap_audit", "UPDATE ruralmap_audit SET actor = 'X'"})
    void theAuditLogIsChangedByNobody(String sql) throws SQLException {
        store.auditLog().append(new AuditLog.Entry(0, Instant.EPOCH, "lan", "sign-in", null, false, "192.0.2.1", "{}"));
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("The audit log cannot be");
        }
    }

    @Test
    void anEditThroughGdalIsRefusedAndSaysWhatToDo() throws IOException, InterruptedException {
        Gdal.demand();
        assertThat(Gdal.ogrinfo(file.toString(), "-sql", "UPDATE communes SET name = 'X'"))
                .contains("Edit through ruralmap only");
        assertThat(store.history("communes", 1)).hasSize(1);
        assertThat(store.readSince(0).layers().get("communes").present().get(0).value(1))
                .isEqualTo("Kế Sách");
    }

    @Test
    void afterAPublishTheGuardIsUpAgain() throws SQLException {
        assertThat(longs("SELECT count(*) FROM ruralmap_transaction")).containsExactly(0L);
    }

    static void execute(Path database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<Long> longs(String sql) throws SQLException {
        return doubles(sql).stream().map(Double::longValue).toList();
    }

    private List<Double> doubles(String sql) throws SQLException {
        List<Double> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getDouble(i));
                }
            }
        }
        return values;
    }
}
