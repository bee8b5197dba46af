package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.geometry;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.siteContent;
import static vn.ruralmap.layers.store.Changes.square;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.FeatureVersion;
import vn.ruralmap.layers.store.StoreFixture;

/** What people do in psql or QGIS is a changeset like any other. */
class PlainSqlTest extends StoreFixture {

    private static final String SQUARE = "ST_GeomFromText('" + square(105, 9) + "', 4326)";

    private final String location = PostgresCluster.shared().createContractLocation();
    private Connection psql;

    @Override
    protected Class<? extends StoreFixture.Opener> opener() {
        return PostgisOpener.class;
    }

    @Override
    protected String location() {
        return location;
    }

    @BeforeEach
    void logIn() throws SQLException {
        psql = DriverManager.getConnection(
                location.replace(PostgresCluster.PROGRAM, PostgresCluster.EDITOR) + "&ApplicationName=psql");
        psql.setSchema("ruralmap");
        sql("SET search_path = ruralmap, public");
    }

    @AfterEach
    void logOut() throws SQLException {
        psql.close();
    }

    private void sql(String... statements) throws SQLException {
        try (Statement statement = psql.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String value(String query) throws SQLException {
        try (Statement statement = psql.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "nothing";
        }
    }

    @Test
    void anUpdateIsAChangesetOfTheDatabaseUser() throws SQLException {
        publish(commune("1", "Ke Sach", square(105, 9)));
        sql("UPDATE communes SET name = 'Kế Sách' WHERE fid = 1");

        Changeset changeset = store.findChangeset(2).orElseThrow();
        assertThat(changeset.author()).isEqualTo("lan");
        assertThat(changeset.source()).isEqualTo(Changeset.Source.SQL);
        assertThat(changeset.message()).isEqualTo("Sửa trực tiếp trong cơ sở dữ liệu (psql)");
        assertThat(changeset.size()).isEqualTo(new Changeset.Size(0, 1, 0));
        assertThat(single("communes").version()).isEqualTo(2);
        assertThat(single("communes").value(1)).isEqualTo("Kế Sách");
        assertThat(store.history("communes", 1))
                .extracting(FeatureVersion::changeset)
                .containsExactly(1L, 2L);
        assertThat(store.readSince(1).layers()).containsOnlyKeys("communes");
        assertThat(store.readSince(1).layers().get("communes").revision()).isEqualTo(2);
    }

    @Test
    void itCanBeRolledBackLikeAnyOther() throws SQLException {
        publish(commune("1", "A", square(105, 9)), commune("2", "B", square(106, 9)));
        sql("BEGIN", "UPDATE communes SET name = 'X' WHERE fid = 1", "DELETE FROM communes WHERE fid = 2", "COMMIT");
        store.revert(2, "minh");
        assertThat(features("communes")).extracting(f -> f.value(1)).containsExactly("A", "B");
    }

    @Test
    void anInsertGetsFidAndVersionWhateverItBrings() throws SQLException {
        publish(commune("1", "A", square(105, 9)));
        sql("INSERT INTO communes (code, name, geom) VALUES ('2', 'B', " + SQUARE + "), ('3', 'C', " + SQUARE + ")");
        sql("INSERT INTO communes (fid, version, changeset, code, geom) VALUES (99, 7, 1, '4', " + SQUARE + ")");

        assertThat(features("communes")).extracting(Feature::fid).containsExactly(1L, 2L, 3L, 4L);
        assertThat(features("communes")).extracting(Feature::version).containsOnly(1);
        assertThat(store.findChangeset(2).orElseThrow().size()).isEqualTo(new Changeset.Size(2, 0, 0));
        publish(commune("5", "E", square(105, 9)));
        assertThat(features("communes")).extracting(Feature::fid).endsWith(4L, 5L);
    }

    @Test
    void allStatementsOfATransactionAreOneChangesetOfWhatRemains() throws SQLException {
        publish(
                commune("1", "A", square(105, 9)),
                commune("2", "B", square(106, 9)),
                commune("3", "C", square(107, 9)));
        sql(
                "BEGIN",
                "UPDATE communes SET name = 'A1' WHERE fid = 1",
                "UPDATE communes SET name = 'A2' WHERE fid = 1",
                "UPDATE communes SET name = 'B1' WHERE fid = 2",
                "DELETE FROM communes WHERE fid = 2",
                "INSERT INTO communes (code, geom) VALUES ('4', " + SQUARE + ")",
                "DELETE FROM communes WHERE code = '4'",
                "DELETE FROM communes WHERE fid = 3",
                "INSERT INTO communes (fid, code, name, geom) VALUES (3, '3', 'C1', " + SQUARE + ")",
                "COMMIT");

        assertThat(store.revision()).isEqualTo(2);
        assertThat(store.findChangeset(2).orElseThrow().size()).isEqualTo(new Changeset.Size(0, 2, 1));
        assertThat(store.history("communes", 1))
                .extracting(FeatureVersion::version)
                .containsExactly(1, 2);
        assertThat(store.history("communes", 2)).last().isEqualTo(new FeatureVersion(2, 2, null));
        assertThat(store.history("communes", 3))
                .hasSize(2)
                .last()
                .extracting(FeatureVersion::feature)
                .isNotNull();
        assertThat(store.history("communes", 4)).isEmpty();
        store.revert(2, "minh");
        assertThat(features("communes")).extracting(f -> f.value(1)).containsExactly("A", "B", "C");
    }

    @Test
    void aDeletedFeatureComesBackUnderItsFid() throws SQLException {
        publish(commune("1", "A", square(105, 9)));
        sql("DELETE FROM communes");
        sql("INSERT INTO communes (fid, code, geom) VALUES (1, '1', " + SQUARE + ")");
        assertThat(single("communes").fid()).isEqualTo(1);
        assertThat(single("communes").version()).isEqualTo(3);
    }

    @Test
    void whatChangesNothingIsNoChangeset() throws SQLException {
        publish(commune("1", "A", square(105, 9)));
        sql("UPDATE communes SET name = 'B' WHERE fid = 99", "DELETE FROM sites", "UPDATE communes SET name = name");
        sql("BEGIN", "UPDATE communes SET name = 'B'", "ROLLBACK");
        assertThat(store.revision()).isEqualTo(1);
        assertThat(publish(site("S", "POINT (1 1)")).id()).isEqualTo(2);
    }

    @Test
    void textAndGeometryAreStoredInTheFormOfTheProgram() throws SQLException {
        sql(
                "INSERT INTO communes (code, name, geom) VALUES ('1', 'Xa\u0303 Ke\u0302\u0301 Sa\u0301ch', ST_Multi(ST_GeomFromText("
                        + "'POLYGON ((105 9, 105 9.1, 105.123456789123 9.1, 105.123456789123 9, 105 9))', 4326)))");
        assertThat(single("communes").value(1)).isEqualTo("Xã Kế Sách");
        Geometry stored = java.util.Objects.requireNonNull(single("communes").geometry());
        assertThat(CoordinateGrid.findOff(stored)).isEmpty();
        assertThat(stored.equalsTopo(geometry("POLYGON ((105 9, 105.12345679 9, 105.12345679 9.1, 105 9.1, 105 9))")))
                .as(stored.toText())
                .isTrue();
        assertThat(org.locationtech.jts.algorithm.Orientation.isCCW(
                        stored.getGeometryN(0).getCoordinates()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE communes SET kind = 'làng' | ruralmap: kind",
                "UPDATE communes SET code = NULL | ruralmap: code is required",
                "UPDATE communes SET name = E'a\\x01' | ruralmap: name",
                "UPDATE communes SET code = '1' WHERE fid = 2 | communes.code once at a time",
                "DELETE FROM communes WHERE fid = 1 | sites.commune exists",
                "UPDATE sites SET commune = 77 | sites.commune exists",
                "UPDATE sites SET area_ha = 'NaN' | ruralmap: area_ha",
                "UPDATE communes SET valid_to = valid_from | ruralmap: valid_to",
                "UPDATE communes SET geom = ST_Multi(ST_GeomFromText('POLYGON ((1 1, 2 2, 2 1, 1 2, 1 1))', 4326)) | invalid",
                "UPDATE communes SET geom = ST_GeomFromText('MULTIPOLYGON EMPTY', 4326) | ruralmap: geom",
                "UPDATE sites SET geom = ST_SetSRID(ST_MakePoint(551819, 1061930), 4326) | no longitude",
                "TRUNCATE sites | permission denied",
                "UPDATE communes_history SET version = 1 | permission denied",
                "UPDATE ruralmap_changesets SET author = 'minh' | permission denied",
                "SELECT body FROM ruralmap_documents | permission denied",
                "UPDATE ruralmap_audit SET actor = 'minh' | permission denied",
                "SELECT ruralmap_begin('minh', 'import', '', '{}', NULL) | permission denied",
                "SET ruralmap.program = 'on'; UPDATE communes SET name = 'X' | Only ruralmap itself",
            })
    void whatBreaksARuleIsRefused(String statement, String reason) {
        publish(commune("1", "A", square(105, 9)), commune("2", "B", square(106, 9)));
        publish(new Change.Insert("sites", siteContent("S", "POINT (1 1)", 1L)));
        assertThatThrownBy(() -> sql(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(reason);
        assertThat(store.revision()).isEqualTo(2);
    }

    @Test
    void theAuditLogIsChangedByNobodyNotEvenTheOwner() {
        String database = location.replaceFirst("^.*/([a-z0-9]+)\\?.*$", "$1");
        for (String sql : List.of(
                "DELETE FROM ruralmap.ruralmap_audit",
                "UPDATE ruralmap.ruralmap_audit SET actor = 'minh'",
                "TRUNCATE ruralmap.ruralmap_audit")) {
            assertThatThrownBy(() -> PostgresCluster.shared().execute(database, sql))
                    .hasMessageContaining("The audit log cannot be changed");
        }
    }

    @Test
    void theOwnerCannotTruncateHistoryAwayEither() {
        publish(site("S", "POINT (1 1)"));
        String database = location.replaceFirst("^.*/([a-z0-9]+)\\?.*$", "$1");
        assertThatThrownBy(() -> PostgresCluster.shared().execute(database, "TRUNCATE ruralmap.sites"))
                .hasMessageContaining("TRUNCATE would lose history");
    }

    @Test
    void everyNodeHearsOfItWithinTwoSeconds() throws SQLException, InterruptedException {
        publish(commune("1", "A", square(105, 9)));
        AtomicLong seen = new AtomicLong(-1);
        try (FeatureStore.Subscription subscription = store.onChange(() -> seen.set(store.revision()))) {
            assertThat(subscription).isNotNull();
            sql("UPDATE communes SET name = 'B'");
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            while (seen.get() != 2 && System.nanoTime() < deadline) {
                Thread.sleep(5);
            }
            assertThat(seen).hasValue(2);
        }
    }

    @Test
    void viewsShowADateWithoutPrivateColumns() throws SQLException {
        sql("INSERT INTO communes (code, kind, geom, valid_from, valid_to) VALUES ('1', 'xã', " + SQUARE
                + ", '2008-01-01', '2025-07-01'), ('1', 'xã', " + SQUARE + ", '2025-07-01', NULL)");
        sql("INSERT INTO status (commune, level, valid_from) VALUES (2, 'ntm', '2025-07-01')");

        assertThat(value("SELECT string_agg(fid::text, ',') FROM communes_current"))
                .isEqualTo("2");
        assertThat(value("SELECT string_agg(fid::text, ',') FROM communes_as_of('2025-06-30')"))
                .isEqualTo("1");
        assertThat(value("SELECT level || ST_GeometryType(geom) FROM status_current"))
                .isEqualTo("ntmST_MultiPolygon");
        assertThat(value("SELECT count(*) FROM information_schema.columns WHERE table_name = 'sites_current'"
                        + " AND column_name = 'phone'"))
                .isEqualTo("0");
        assertThat(value("SELECT obj_description('communes'::regclass)")).startsWith("communes / communes.");
    }
}
