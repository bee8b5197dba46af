package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class GeoPackageSourceTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void create() throws Exception {
        file = folder.resolve("dữ liệu #1?.gpkg");
        execute(
                "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)",
                "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER,"
                        + " definition TEXT)",
                "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)",
                "INSERT INTO gpkg_spatial_ref_sys VALUES (9209, 'epsg', 9209, 'x')");
    }

    /** Under a plain name, since only the reader has to cope with odd ones. */
    private void execute(String... statements) throws Exception {
        Path plain = folder.resolve("plain");
        if (Files.exists(file)) {
            Files.move(file, plain);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + plain);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        Files.move(plain, file);
    }

    private void insert(String table, byte[] geometry, String name, Object date) throws Exception {
        Path plain = folder.resolve("plain");
        Files.move(file, plain);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + plain);
                PreparedStatement statement =
                        connection.prepareStatement("INSERT INTO " + table + " (geom, ten, ngay) VALUES (?, ?, ?)")) {
            statement.setBytes(1, geometry);
            statement.setString(2, name);
            statement.setObject(3, date);
            statement.execute();
        }
        Files.move(plain, file);
    }

    private void addTable(String name) throws Exception {
        execute(
                "CREATE TABLE " + name + " (fid INTEGER PRIMARY KEY, geom BLOB, ten TEXT(20), ngay DATE, anh BLOB)",
                "INSERT INTO gpkg_contents VALUES ('" + name + "', 'features')",
                "INSERT INTO gpkg_geometry_columns VALUES ('" + name + "', 'geom', 9209)");
    }

    private static byte[] geometry(String wkt, boolean envelope) throws ParseException {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN).write(new WKTReader().read(wkt));
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + (envelope ? 32 : 0) + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) (envelope ? 3 : 1))
                .putInt(9209);
        bytes.position(envelope ? 40 : 8);
        return bytes.put(wkb).array();
    }

    private static UnreadableSourceException refusal(ThrowingCallable action) {
        return catchThrowableOfType(UnreadableSourceException.class, action);
    }

    /** A small GeoPackage of communes. */
    static byte[] sound(Path target) throws Exception {
        GeoPackageSourceTest test = new GeoPackageSourceTest();
        test.folder = Files.createTempDirectory(target.getParent(), "gpkg");
        test.create();
        test.addTable("xa");
        test.execute("ALTER TABLE xa ADD ma_xa TEXT", "CREATE INDEX ten ON xa (ten)");
        String[] lands = {
            "POLYGON ((544000 1050000, 546000 1050000, 546000 1052000, 544000 1050000))",
            "MULTIPOLYGON (((544000 1050000, 546000 1052000, 544000 1052000, 544000 1050000)))",
            "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (3 4, 5 6))"
        };
        for (String land : lands) {
            test.insert("xa", geometry(land, true), "Kế Sách", "2025-07-01");
        }
        test.execute("UPDATE xa SET ma_xa = 31500 + fid");
        Files.move(test.file, target);
        return Files.readAllBytes(target);
    }

    private String refusedBecause() {
        return catchThrowableOfType(UnreadableSourceException.class, () -> Reading.of(file))
                .getMessage();
    }

    @Test
    void a_table_is_read_with_its_coordinate_system_and_types() throws Exception {
        addTable("xa");
        insert("xa", geometry("POLYGON ((0 0, 0 9, 9 9, 0 0))", true), "Kế Sách", "2025-07-01");
        insert("xa", geometry("POINT EMPTY", false), "x", "1/7/2025");
        insert("xa", null, "y", null);

        Reading reading = Reading.of(file);

        assertThat(reading.info().name()).isEqualTo("xa");
        assertThat(reading.info().declaredCrs()).isEqualTo(DeclaredCrs.ofCode("EPSG:9209"));
        assertThat(reading.info().fields())
                .extracting(field -> field.name() + " " + field.type())
                .containsExactly("fid INTEGER", "ten TEXT", "ngay DATE");
        assertThat(reading.wkt()).containsExactly("POLYGON ((0 0, 0 9, 9 9, 0 0))", null, null);
        assertThat(reading.records().get(0).values()).containsExactly(1L, "Kế Sách", LocalDate.of(2025, 7, 1));
        assertThat(reading.findings()).containsExactly("2 NOT_A_DATE", "2 GEOMETRY_EMPTY");
    }

    @Test
    void nothing_is_written_beside_the_file_even_if_it_is_in_wal_mode() throws Exception {
        addTable("xa");
        execute("PRAGMA journal_mode = WAL");
        byte[] before = Files.readAllBytes(file);

        Reading.of(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void of_several_tables_one_has_to_be_chosen() throws Exception {
        addTable("xa");
        addTable("huyen");

        assertThat(refusedBecause()).startsWith("SEVERAL_DATA_SETS").contains("huyen, xa");
        assertThat(Reading.of(file, ReadOptions.defaults().withMember("XA"))
                        .info()
                        .name())
                .isEqualTo("xa");
    }

    @Test
    void a_view_that_computes_for_ever_is_not_run() throws Exception {
        execute(
                "CREATE VIEW xa AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
                "INSERT INTO gpkg_contents VALUES ('xa', 'features')");

        assertThat(refusedBecause()).startsWith("GPKG_NO_TABLE").contains("view");
    }

    @Test
    void a_text_beyond_the_limit_is_refused_where_it_is() throws Exception {
        addTable("xa");
        execute("INSERT INTO xa (ten) VALUES ('a')", "INSERT INTO xa (ten) VALUES (hex(zeroblob(5000001)))");

        assertThat(refusedBecause()).startsWith("GPKG_TOO_LARGE").contains("“ten” in row 2");
    }

    @Test
    void virtual_tables_and_the_tables_of_sqlite_itself_are_not_read() throws Exception {
        execute("CREATE VIRTUAL TABLE xa USING fts5(a)", "INSERT INTO gpkg_contents VALUES ('xa', 'features')");
        assertThat(refusedBecause()).startsWith("GPKG_NO_TABLE");

        execute("UPDATE gpkg_contents SET table_name = 'sqlite_master'");
        assertThat(refusedBecause()).startsWith("GPKG_NO_TABLE");
    }

    @Test
    void generated_columns_are_not_computed_and_triggers_do_not_run() throws Exception {
        addTable("xa");
        execute(
                "ALTER TABLE xa ADD to_tat AS (hex(zeroblob(40000000))) VIRTUAL",
                "CREATE TRIGGER x AFTER INSERT ON xa BEGIN DELETE FROM gpkg_contents; END");
        execute("DROP TRIGGER x", "INSERT INTO xa (ten) VALUES ('a')");
        execute("CREATE TRIGGER x AFTER UPDATE ON xa BEGIN DELETE FROM gpkg_contents; END");

        assertThat(Reading.of(file).info().fields())
                .extracting(SourceField::name)
                .containsExactly("fid", "ten", "ngay");
    }

    @Test
    void a_contents_table_that_is_a_view_is_not_asked() throws Exception {
        execute(
                "DROP TABLE gpkg_contents",
                "CREATE VIEW gpkg_contents AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
                        + " SELECT 'a' || x AS table_name, 'features' AS data_type FROM n");

        assertThat(refusedBecause()).startsWith("NOT_A_GEOPACKAGE");
    }

    @Test
    void names_of_tables_and_columns_stay_names() throws Exception {
        execute(
                "CREATE TABLE \"x\"\"; DROP TABLE t\" (\"a\"\"b; --\" TEXT)",
                "INSERT INTO \"x\"\"; DROP TABLE t\" VALUES ('v')",
                "INSERT INTO gpkg_contents VALUES ('x\"; DROP TABLE t', 'attributes')");

        assertThat(Reading.of(file).records().get(0).values()).containsExactly("v");
    }

    @Test
    void damaged_geometry_costs_the_row_its_geometry_only() throws Exception {
        addTable("xa");
        byte[] deep = ByteBuffer.allocate(8 + 9 * 50_000)
                .put(new byte[] {'G', 'P', 0, 1, 0, 0, 0, 0})
                .array();
        for (int i = 8; i < deep.length; i += 9) {
            deep[i + 4] = 7;
            deep[i + 8] = 1;
        }
        byte[] large = geometry("LINESTRING (0 0, 1 1)", false);
        large[13] = 0x7F;
        insert("xa", deep, "a", null);
        insert("xa", large, "b", null);
        insert("xa", new byte[] {1, 2, 3}, "c", null);

        assertThat(Reading.of(file).findings())
                .containsExactly("1 GEOMETRY_DAMAGED", "2 GEOMETRY_DAMAGED", "3 GEOMETRY_DAMAGED");
    }

    @Test
    void other_and_broken_databases_are_refused() throws Exception {
        execute("DROP TABLE gpkg_contents");
        assertThat(refusedBecause()).startsWith("NOT_A_GEOPACKAGE");

        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, 600));
        assertThat(refusedBecause()).startsWith("GPKG_BROKEN");
    }

    @Test
    void an_exception_of_the_consumer_is_its_own() throws Exception {
        addTable("xa");
        insert("xa", null, "y", null);
        try (Source source = SourceFiles.open(file, ReadOptions.defaults())) {
            SQLException thrown = catchThrowableOfType(
                    SQLException.class,
                    () -> source.forEach(record -> {
                        throw new SQLException("mine");
                    }));
            assertThat(thrown.getMessage()).isEqualTo("mine");
        }
    }

    @Test
    void rowsBeyondNumberInASmallFileAreCountedOnlyAsFarAsTheyAreAccepted() throws Exception {
        execute("PRAGMA page_size = 512", "VACUUM");
        addTable("xa");
        execute("INSERT INTO xa (fid, ten) WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n"
                + " WHERE i < 600) SELECT i, 'Xã Kế Sách' FROM n");
        multiplyRows("xa");
        Limits few = new Limits(1L << 30, 10, 200, 1_000, 10, 10, 1_000, 1_000, 10);

        assertThat(refusal(() -> Reading.of(file, ReadOptions.defaults().withLimits(few)))
                        .code())
                .isEqualTo("TOO_MANY_RECORDS");
    }

    /** Makes each of some pages of a table refer to the next one only, as often as it has room for. */
    private void multiplyRows(String table) throws Exception {
        Path plain = folder.resolve("plain");
        int rootPage;
        Files.move(file, plain);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + plain);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT rootpage FROM sqlite_master WHERE name = '" + table + "'")) {
            rootPage = rows.getInt(1);
        }
        Files.move(plain, file);
        byte[] bytes = Files.readAllBytes(file);
        int pageBytes = 512;
        ByteBuffer root =
                ByteBuffer.wrap(bytes, (rootPage - 1) * pageBytes, pageBytes).slice();
        int cells = root.getShort(3);
        assertThat(root.get(0)).as("an interior page").isEqualTo((byte) 5);
        int[] children = new int[cells];
        for (int i = 0; i < cells; i++) {
            children[i] = root.getInt(root.getShort(12 + 2 * i));
        }
        int depth = 8;
        for (int level = depth; level >= 0; level--) {
            int page = level == 0 ? rootPage : children[level - 1];
            byte[] copy = new byte[pageBytes];
            root.get(0, copy);
            ByteBuffer interior = ByteBuffer.wrap(copy);
            interior.putInt(8, children[level]);
            for (int i = 0; i < cells; i++) {
                interior.putInt(interior.getShort(12 + 2 * i), children[level]);
            }
            System.arraycopy(copy, 0, bytes, (page - 1) * pageBytes, pageBytes);
        }
        Files.write(file, bytes);
    }

    @Test
    void whatIsComputedAndNotStoredIsNotRead() throws Exception {
        execute(
                "CREATE TABLE xa (ten TEXT, geom BLOB AS (hex(ten)))",
                "INSERT INTO xa VALUES ('A')",
                "INSERT INTO gpkg_contents VALUES ('xa', 'features')",
                "INSERT INTO gpkg_geometry_columns VALUES ('xa', 'GEOM', 9209)");
        assertThat(refusal(() -> Reading.of(file)).code()).isEqualTo("GPKG_COMPUTED");

        execute(
                "DROP TABLE gpkg_contents",
                "CREATE TABLE gpkg_contents (data_type TEXT, table_name TEXT AS (lower(data_type)))");
        assertThat(refusal(() -> Reading.of(file)).code()).isEqualTo("GPKG_COMPUTED");
    }

    @Test
    void aColumnThatIsComputedAndNotAskedForDoesNoHarm() throws Exception {
        execute(
                "CREATE TABLE xa (ten TEXT, dai INTEGER AS (length(ten)))",
                "INSERT INTO xa VALUES ('A')",
                "INSERT INTO gpkg_contents VALUES ('xa', 'attributes')");
        assertThat(Reading.of(file).records()).hasSize(1);
    }

    private static final String ENDLESS =
            "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    @Test
    void aStatementThatGoesOnForEverIsEndedInTime() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:");
                Statement statement = connection.createStatement()) {
            StatementLimit limit = StatementLimit.on(connection, Duration.ofMillis(50), ReadWatch.none());

            SQLException failure = catchThrowableOfType(SQLException.class, () -> statement.executeQuery(ENDLESS));

            assertThat(refusal(() -> limit.requireNotEnded("xa.gpkg", failure)).code())
                    .isEqualTo("GPKG_TOO_LONG");
        }
    }

    @Test
    void aStatementEndsWhenNobodyWaitsForIt() throws Exception {
        IllegalStateException stop = new IllegalStateException("stop");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:");
                Statement statement = connection.createStatement()) {
            StatementLimit limit = StatementLimit.on(connection, Duration.ofHours(1), (done, total) -> {
                throw stop;
            });

            SQLException failure = catchThrowableOfType(SQLException.class, () -> statement.executeQuery(ENDLESS));

            assertThatThrownBy(() -> limit.requireNotEnded("xa.gpkg", failure)).isSameAs(stop);
        }
    }
}
