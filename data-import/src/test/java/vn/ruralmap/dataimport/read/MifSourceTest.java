package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.dataimport.read.SourceField.Type;

class MifSourceTest {
    @TempDir
    Path folder;

    private Reading read(String mif, byte[] mid) throws Exception {
        Files.write(folder.resolve("xa.MID"), mid);
        return Reading.of(Files.write(folder.resolve("xa.mif"), mif.getBytes(StandardCharsets.UTF_8)));
    }

    private Reading readObjects(String objects) throws Exception {
        return Reading.of(Files.writeString(folder.resolve("xa.mif"), "Version 300\nColumns 0\nData\n" + objects));
    }

    private Reading readCoordSys(String clause) throws Exception {
        return Reading.of(
                Files.writeString(folder.resolve("xa.mif"), "Version 300\n" + clause + "\nColumns 0\nData\n"));
    }

    private String refusedBecause(String mif) throws Exception {
        Path file = Files.writeString(folder.resolve("xa.mif"), mif);
        return catchThrowableOfType(UnreadableSourceException.class, () -> Reading.of(file))
                .code();
    }

    @Test
    void values_are_of_the_types_of_their_columns() throws Exception {
        Reading reading = read("""
                VERSION 450
                CHARSET "UTF-8"
                DELIMITER ","
                UNIQUE 1,2
                COORDSYS Earth Projection 1, 104 Bounds (-180, -90) (180, 90)
                COLUMNS 6
                  Mã_xã char(5)
                  so Integer
                  dt Decimal (10, 2)
                  ngay Date
                  co Logical
                  gio DateTime
                DATA
                Point 105.9 9.5
                    SYMBOL (34,0,12,"MapInfo Region Symbols",0,0)
                NONE
                Point 1 2
                """, """
                "31,5",7,2.5,20250701,T,20250701080910000
                "",,,,,""
                "b",bảy,x,hôm nay,có,
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.info().fields())
                .contains(new SourceField("Mã_xã", Type.TEXT, 5), new SourceField("ngay", Type.DATE, 0));
        assertThat(reading.records().get(0).values())
                .containsExactly("31,5", 7L, 2.5, LocalDate.of(2025, 7, 1), true, "20250701080910000");
        assertThat(reading.records().get(1).values()).containsOnlyNulls();
        assertThat(reading.records().get(2).values()).containsExactly("b", "bảy", "x", "hôm nay", "có", null);
        assertThat(reading.wkt()).containsExactly("POINT (105.9 9.5)", null, "POINT (1 2)");
        assertThat(reading.findings())
                .containsExactly("3 NOT_A_NUMBER", "3 NOT_A_NUMBER", "3 NOT_A_DATE", "3 NOT_A_BOOLEAN");
        assertThat(reading.info().encoding().encoding()).isEqualTo(Encodings.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Line 1 2 3 4 Pen (1,2,0)|LINESTRING (1 2, 3 4)",
                "Pline 3  1 2  3 4  5 6  Smooth|LINESTRING (1 2, 3 4, 5 6)",
                "PLINE Multiple 2 2 1 2 3 4 2 5 6 7 8|MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
                "Region 2 4 0 0 9 0 9 9 0 0 4 5 2 6 2 6 3 5 2 Brush (2,16777215) Center 5 1"
                        + "|POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))",
                "Region 2 4 0 0 9 0 9 9 0 0 4 20 0 29 0 29 9 20 0"
                        + "|MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))",
                "Multipoint 2 1 2 3 4|MULTIPOINT ((1 2), (3 4))",
                "Collection 2 Multipoint 1 1 2 Point 3 4|MULTIPOINT ((1 2), (3 4))",
                "Rect 0 0 2 1|POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))"
            })
    void every_object_with_a_place_is_read(String object, String wkt) throws Exception {
        assertThat(readObjects(object + "\nPoint 7 8\n").wkt()).containsExactly(wkt, "POINT (7 8)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ellipse 0 0 2 1|GEOMETRY_DAMAGED",
                "Text \"Line Point 1 2\" 1 2 3 4 Font (\"Arial\",0,0,0) Label Line Arrow 1 2|GEOMETRY_DAMAGED",
                "Region 1 999999999 0 0|GEOMETRY_DAMAGED",
                "Region 1 4 0 0 9 x|COORDINATE_NOT_A_NUMBER",
                "Pline 3 1 2|COORDINATE_NOT_A_NUMBER",
                "Collection 2 Region 1 4 0 0 9 0 9 9 0 0 Multipoint 1 1 2|GEOMETRY_MIXED",
                "Collection 1 Collection 1 Multipoint 1 1 2|GEOMETRY_DAMAGED"
            })
    void a_damaged_object_costs_only_itself(String object, String code) throws Exception {
        Reading reading = readObjects(object + "\nPoint 7 8\n");

        assertThat(reading.wkt()).startsWith((String) null).endsWith("POINT (7 8)");
        assertThat(reading.findings()).contains("1 " + code);
    }

    @Test
    void a_region_of_countless_empty_rings_is_told_in_few_words() throws Exception {
        Reading reading = readObjects("Region 200000 " + "0 ".repeat(200_000));

        assertThat(reading.records().get(0).issues()).hasSizeBetween(1, 100);
    }

    @Test
    void coordinates_are_transformed_as_the_header_says() throws Exception {
        Path file = Files.writeString(
                folder.resolve("xa.mif"), "Version 300\nTransform 0,-1,500000,10\nColumns 0\nData\nPoint 1 2\n");

        assertThat(Reading.of(file).wkt()).containsExactly("POINT (500001 8)");
    }

    @Test
    void rows_and_objects_that_do_not_pair_are_reported_and_kept() throws Exception {
        Reading more = read(
                "Version 300\nDelimiter \";\"\nColumns 1\na Char(3)\nData\nPoint 1 2\n",
                "x\ny\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(more.wkt()).containsExactly("POINT (1 2)", null);
        assertThat(more.findings()).containsExactly("0 MID_ROWS_DIFFER");

        Files.delete(folder.resolve("xa.MID"));
        assertThat(readObjects("Point 1 2").findings()).containsExactly("0 MID_MISSING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CoordSys Earth Projection 8, 9999, 28, -191.90441429, -39.30318279, -111.45032835, -0.00928836,"
                        + " 0.01975479, -0.00427372, 0.252906278, 0, \"m\", 105.5, 0, 0.9999, 500000, 0"
                        + "|TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]",
                "CoordSys Earth Projection 2008, 999, 28, -192.873, -39.382, -111.202, 7, 105, 0, 0.9999, 500000, 0"
                        + " Bounds (0, 0) (1000000, 3000000)|DATUM[\"Vietnam_2000\"",
                "CoordSys Earth Projection 8, 104, \"m\", 105.5, 0, 0.9999, 500000, 0|DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\""
                        + ",6378137,298.257223563]],PRIMEM",
                "CoordSys Earth Projection 1, 104|GEOGCS[\"MapInfo\",DATUM[\"WGS_1984\""
            })
    void the_coordinate_system_becomes_wkt(String clause, String part) throws Exception {
        Reading reading = readCoordSys(clause);

        assertThat(reading.info().declaredCrs().kind()).isEqualTo(DeclaredCrs.Kind.WKT);
        assertThat(reading.info().declaredCrs().text()).contains(part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CoordSys NonEarth Units \"m\" Bounds (0, 0) (1, 1)",
                "CoordSys Earth Projection 3, 104, \"m\", 105, 0, 10, 20, 0, 0",
                "CoordSys Earth Projection 8, 104, \"km\", 105.5, 0, 0.9999, 500, 0",
                "CoordSys Earth Projection 8, 104, \"m\", 105.5",
                "CoordSys Earth Projection 8, 12, \"m\", 105.5, 0, 0.9999, 500000, 0",
                "CoordSys Earth Projection x"
            })
    void other_systems_are_left_to_the_person_who_imports(String clause) throws Exception {
        Reading reading = readCoordSys(clause);

        assertThat(reading.info().declaredCrs()).isNull();
        assertThat(reading.findings()).contains("0 CRS_NOT_UNDERSTOOD");
    }

    @Test
    void the_bytes_of_the_table_decide_where_the_charset_says_latin_and_is_not() throws Exception {
        String mif = "Version 300\nCharset \"WindowsLatin1\"\nDelimiter \",\"\nColumns 1\nten Char(20)\nData\n"
                + "NONE\n".repeat(3);
        byte[] utf8 = "\"Kế Sách\"\n\"Trần Đề\"\n\"Mỹ Tú\"\n".getBytes(StandardCharsets.UTF_8);
        byte[] tcvn3 = "\"S\u00e3c Tr\u00a8ng\"\n\"x\"\n\"y\"\n".getBytes(StandardCharsets.ISO_8859_1);

        Reading reading = read(mif, utf8);
        assertThat(reading.records().get(1).values()).containsExactly("Trần Đề");
        assertThat(reading.findings()).containsExactly("0 CHARSET_CONTRADICTED");

        assertThat(read(mif, tcvn3).records().get(0).values()).containsExactly("Sóc Trăng");
        Reading decoded = Reading.of(
                folder.resolve("xa.mif"), ReadOptions.defaults().withEncodings(AskedEncodings.all(Encodings.TCVN3)));
        assertThat(decoded.records().get(0).values()).containsExactly("Sóc Trăng");
    }

    @Test
    void what_has_no_header_is_refused() throws Exception {
        assertThat(refusedBecause("Version 300\nColumns 1\n")).isEqualTo("MIF_BROKEN");
        assertThat(refusedBecause("Version 300\nColumns x\nData\n")).isEqualTo("MIF_BROKEN");
        assertThat(refusedBecause("Version 300\nColumns 999999999\n")).isEqualTo("TOO_MANY_FIELDS");
        assertThat(refusedBecause("Version 300\n" + "a ".repeat(1000))).isEqualTo("MIF_BROKEN");
        assertThat(refusedBecause("Version 300\n\"" + "a ".repeat(100_000))).isEqualTo("MIF_BROKEN");
    }
}
