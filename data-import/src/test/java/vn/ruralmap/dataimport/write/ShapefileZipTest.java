package vn.ruralmap.dataimport.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.linuxense.javadbf.DBFReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShapefileZipTest {

    private static final String SQUARE_WITH_HOLE = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0),(2 2, 2 4, 4 4, 4 2, 2 2))";
    private static final String FAR_TRIANGLE = "POLYGON((20 20, 25 30, 30 20, 20 20))";

    @Test
    void polygonsHaveOuterRingsClockwiseAndHolesCounterClockwise() throws Exception {
        Map<String, ByteBuffer> files = write(ShapeKind.POLYGON, SQUARE_WITH_HOLE);
        ByteBuffer record = files.get("t.shp").position(108).slice().order(ByteOrder.LITTLE_ENDIAN);

        assertThat(record.getInt(0)).isEqualTo(5);
        assertThat(record.getInt(36)).as("parts").isEqualTo(2);
        assertThat(record.getInt(40)).as("points").isEqualTo(10);
        assertThat(Orientation.isCCW(ring(record, 52, 5))).as("outer ring").isFalse();
        assertThat(Orientation.isCCW(ring(record, 52 + 5 * 16, 5))).as("hole").isTrue();
    }

    @Test
    void theHeaderTellsLengthKindAndBoundsOfAllShapes() throws Exception {
        Map<String, ByteBuffer> files =
                write(ShapeKind.POLYGON, SQUARE_WITH_HOLE, null, "MULTI" + FAR_TRIANGLE.replace("((", "(((") + ")");
        ByteBuffer shp = files.get("t.shp");

        assertThat(shp.getInt(0)).isEqualTo(9994);
        assertThat(shp.getInt(24) * 2).isEqualTo(shp.capacity());
        shp.order(ByteOrder.LITTLE_ENDIAN);
        assertThat(shp.getInt(32)).isEqualTo(5);
        assertThat(List.of(shp.getDouble(36), shp.getDouble(44), shp.getDouble(52), shp.getDouble(60)))
                .containsExactly(0.0, 0.0, 30.0, 30.0);
    }

    @Test
    void theIndexPointsAtEveryRecordNullShapesToo() throws Exception {
        Map<String, ByteBuffer> files = write(ShapeKind.POINT, "POINT(1 2)", null, "POINT(3 4)");
        ByteBuffer shx = files.get("t.shx");

        assertThat(shx.getInt(24) * 2).isEqualTo(shx.capacity()).isEqualTo(100 + 3 * 8);
        for (int i = 0; i < 3; i++) {
            int offset = shx.getInt(100 + 8 * i) * 2;
            assertThat(files.get("t.shp").getInt(offset)).as("record number").isEqualTo(i + 1);
            assertThat(files.get("t.shp").getInt(offset + 4)).isEqualTo(shx.getInt(104 + 8 * i));
        }
        assertThat(files.get("t.shp").order(ByteOrder.LITTLE_ENDIAN).getInt(100 + 28 + 8))
                .as("null shape")
                .isZero();
    }

    @Test
    void attributesOfEveryTypeAreReadBackByAnotherLibrary() throws Exception {
        List<DbfColumn> columns = List.of(
                DbfColumn.text("ten"),
                DbfColumn.integer("so"),
                DbfColumn.decimal("ha", 2),
                DbfColumn.date("ngay"),
                DbfColumn.bool("co"));
        ByteBuffer dbf = write(table(
                        ShapeKind.NONE,
                        columns,
                        new ShapefileTable.Row(
                                null, Arrays.asList("Xã Đại Ân  2", -42L, 1234.567, LocalDate.of(2025, 7, 1), true)),
                        new ShapefileTable.Row(null, Arrays.asList(null, null, null, null, null))))
                .get("t.dbf");

        DBFReader reader = new DBFReader(new ByteArrayInputStream(dbf.array()), StandardCharsets.UTF_8);
        Object[] first = reader.nextRecord();
        assertThat(first[0]).isEqualTo("Xã Đại Ân  2");
        assertThat(((Number) first[1]).longValue()).isEqualTo(-42);
        assertThat(((Number) first[2]).doubleValue()).isEqualTo(1234.57);
        assertThat(first[3]).isEqualTo(java.sql.Date.valueOf("2025-07-01"));
        assertThat(first[4]).isEqualTo(true);
        assertThat(reader.nextRecord()).satisfies(row -> assertThat(row[1]).isNull());
        assertThat(reader.nextRecord()).isNull();
    }

    @Test
    void textsTooLongAreCutBetweenLettersAndCounted() throws Exception {
        String text = "a" + "ế".repeat(100);
        ShapefileTable table =
                table(ShapeKind.NONE, List.of(DbfColumn.text("ten")), new ShapefileTable.Row(null, List.of(text)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(ShapefileZip.write(out, table)).isEqualTo(1);
        DBFReader reader =
                new DBFReader(new ByteArrayInputStream(unzip(out).get("t.dbf").array()), StandardCharsets.UTF_8);
        assertThat(reader.nextRecord()[0]).isEqualTo("a" + "ế".repeat(84));
    }

    @Test
    void aShapeOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> write(ShapeKind.POINT, FAR_TRIANGLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("record 1");
    }

    @Test
    void fieldNamesThatDbaseCannotHoldAreRefused() {
        assertThatThrownBy(() -> DbfColumn.text("tieu_chuan_dat")).hasMessageContaining("tieu_chuan_dat");
    }

    @Test
    void theEncodingIsToldBesideTheTable() throws Exception {
        ByteBuffer cpg = write(ShapeKind.POINT, "POINT(1 2)").get("t.cpg");

        assertThat(cpg.array()).asString(StandardCharsets.US_ASCII).isEqualTo("UTF-8");
    }

    private static Map<String, ByteBuffer> write(ShapeKind kind, String... wkts) throws IOException, ParseException {
        ShapefileTable.Row[] rows = new ShapefileTable.Row[wkts.length];
        for (int i = 0; i < wkts.length; i++) {
            Geometry geometry = wkts[i] == null ? null : new WKTReader().read(wkts[i]);
            rows[i] = new ShapefileTable.Row(geometry, List.of((long) i));
        }
        return write(table(kind, List.of(DbfColumn.integer("so")), rows));
    }

    private static ShapefileTable table(ShapeKind kind, List<DbfColumn> columns, ShapefileTable.Row... rows) {
        return new ShapefileTable("t", kind, columns, List.of(rows), null);
    }

    private static Map<String, ByteBuffer> write(ShapefileTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ShapefileZip.write(out, table);
        return unzip(out);
    }

    private static Map<String, ByteBuffer> unzip(ByteArrayOutputStream out) throws IOException {
        Map<String, ByteBuffer> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), ByteBuffer.wrap(zip.readAllBytes()));
            }
        }
        return files;
    }

    private static Coordinate[] ring(ByteBuffer record, int from, int points) {
        Coordinate[] ring = new Coordinate[points];
        for (int i = 0; i < points; i++) {
            ring[i] = new Coordinate(record.getDouble(from + 16 * i), record.getDouble(from + 16 * i + 8));
        }
        return ring;
    }
}
