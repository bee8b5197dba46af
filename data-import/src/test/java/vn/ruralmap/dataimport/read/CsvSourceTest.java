package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.Encodings;

class CsvSourceTest {
    @TempDir
    Path folder;

    private Reading read(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.UTF_8), ReadOptions.defaults());
    }

    private Reading read(byte[] bytes, ReadOptions options) throws Exception {
        return Reading.of(Files.write(folder.resolve("xa.csv"), bytes), options);
    }

    private String refusedBecause(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("xa.csv"), text);
        return catchThrowableOfType(UnreadableSourceException.class, () -> Reading.of(file))
                .code();
    }

    private static Iterable<String> names(Reading reading) {
        return reading.info().fields().stream().map(SourceField::name).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_found(String delimiter) throws Exception {
        Reading reading = read("ma;ten;wkt\r\n00123;\"a;b \"\"c\"\"\";POINT (1 2)\r\n;;\r\n7;\"hai\ndòng\";\r\n"
                .replace(";", delimiter)
                .replace("a" + delimiter + "b", "a;b"));

        assertThat(names(reading)).containsExactly("ma", "ten");
        assertThat(reading.records()).extracting(SourceRecord::row).containsExactly(2L, 4L);
        assertThat(reading.records().get(0).values()).containsExactly("00123", "a;b \"c\"");
        assertThat(reading.records().get(1).values()).containsExactly("7", "hai\ndòng");
        assertThat(reading.wkt()).containsExactly("POINT (1 2)", null);
        assertThat(reading.info().declaredRecords()).isEqualTo(2);
        assertThat(reading.info().declaredCrs()).isNull();
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void decimal_commas_do_not_count_as_delimiters() throws Exception {
        Reading reading = read("ten;x;y\nA;106,7009;10,7769\nB;106,7;10,8\n");

        assertThat(names(reading)).containsExactly("ten");
        assertThat(reading.wkt()).containsExactly("POINT (106.7009 10.7769)", "POINT (106.7 10.8)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "106.7|106.7",
                "106,7|106.7",
                "1.061.930,471|1061930.471",
                "1,061,930.471|1061930.471",
                "1 061 930,5|1061930.5",
                "1.061.930|1061930",
                "-5|-5",
                "5.5e5|550000",
                "105°30'36\"|105.51",
                "10º45’N|10.75",
                "105°30' 36,0'' Đ|105.51",
                "abc|NaN",
                "1.2.3,4,5|NaN",
                "1e999|Infinity"
            })
    void numbers_are_read_as_spreadsheets_write_them(String cell, double number) {
        assertThat(Double.valueOf(CoordinateText.parse(cell))).isEqualTo(Double.valueOf(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y",
                "X,Y",
                "toa_do_x,toa_do_y",
                "\"Tọa độ X\",\"Tọa độ Y\"",
                "easting,northing",
                "longitude,latitude",
                "kinh_do,vi_do"
            })
    void x_is_the_northing_where_the_numbers_say_so(String header) throws Exception {
        assertThat(read(header + ",ten\n551819.668,1061930.471,a\n").wkt())
                .containsExactly("POINT (551819.668 1061930.471)");
        Reading vietnamese = read(header + ",ten\n1061930.471,551819.668,a\n");
        assertThat(vietnamese.wkt()).containsExactly("POINT (551819.668 1061930.471)");
        assertThat(vietnamese.findings()).containsExactly("0 NORTHING_FIRST");
    }

    @Test
    void a_damaged_coordinate_costs_the_row_its_geometry_only() throws Exception {
        Reading reading = read("ten,x,y\nA,106.7,ten phút\nB,1e999,2\nC,,\n");

        assertThat(reading.wkt()).containsExactly(null, null, null);
        assertThat(reading.findings()).containsExactly("2 GEOMETRY_DAMAGED", "3 COORDINATE_NOT_A_NUMBER");
    }

    @Test
    void well_known_text_is_read_in_two_dimensions_and_mended() throws Exception {
        Reading reading = read("""
                wkt|n
                SRID=9209;POLYGON Z ((0 0 5, 9 0 5, 9 9 5, 0 0 5))|1
                POLYGON ((0 0, 9 0, 9 9))|2
                GEOMETRYCOLLECTION (POINT (1 2), MULTIPOINT ((3 4)))|3
                GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (3 4, 5 6))|4
                POINT EMPTY|5
                CIRCULARSTRING (0 0, 1 1, 2 0)|6
                POINT (1 2, 3 4)|7
                """);

        assertThat(reading.wkt())
                .containsExactly(
                        "POLYGON ((0 0, 9 0, 9 9, 0 0))",
                        "POLYGON ((0 0, 9 0, 9 9, 0 0))",
                        "MULTIPOINT ((1 2), (3 4))",
                        null,
                        null,
                        null,
                        null);
        assertThat(reading.findings())
                .containsExactly("3 RING_NOT_CLOSED", "5 GEOMETRY_MIXED", "7 GEOMETRY_DAMAGED", "8 GEOMETRY_DAMAGED");
        assertThat(reading.info().declaredCrs()).isEqualTo(DeclaredCrs.ofCode("EPSG:9209"));
    }

    @Test
    void brackets_nested_without_end_are_refused_before_they_are_followed() throws Exception {
        assertThat(read("wkt|n\n" + "GEOMETRYCOLLECTION(".repeat(100_000) + "|1\n")
                        .findings())
                .containsExactly("2 GEOMETRY_DAMAGED");
    }

    @Test
    void a_table_without_geometry_gives_attributes() throws Exception {
        Reading reading = read("ma_xa,muc\n31567,NTM\n");

        assertThat(reading.records().get(0).values()).containsExactly("31567", "NTM");
        assertThat(reading.wkt()).containsExactly((String) null);
    }

    @Test
    void titles_above_the_header_and_the_separator_line_of_excel_are_skipped() throws Exception {
        Reading titled = read("BẢNG TỌA ĐỘ,,,\n,,,\nma,ten,x,y\n1,A,106,10\n");
        assertThat(names(titled)).containsExactly("ma", "ten");
        assertThat(titled.records().get(0).row()).isEqualTo(4);
        assertThat(titled.findings()).containsExactly("0 TITLE_SKIPPED");

        assertThat(names(read("sep=;\nma;ten,dai\n1;A\n"))).containsExactly("ma", "ten,dai");
    }

    @Test
    void empty_and_repeated_names_of_columns_are_told_apart_and_surplus_cells_reported() throws Exception {
        Reading reading = read("ten,,ten\na,b,c,d\ne\n");

        assertThat(names(reading)).containsExactly("ten", "column_2", "ten_3");
        assertThat(reading.records().get(1).values()).containsExactly("e", null, null);
        assertThat(reading.findings()).containsExactly("2 ROW_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byte_order_marks_and_wide_characters_are_understood(String charset) throws Exception {
        Charset wide = Charset.forName(charset);
        String table = "tên\tx\ty\nKế Sách\t106\t10\nTrần Đề\t106\t10\nAn Lạc Thôn\t106\t10\n";

        for (String mark : new String[] {"\uFEFF", ""}) {
            Reading reading = read((mark + table).getBytes(wide), ReadOptions.defaults());
            assertThat(names(reading)).containsExactly("tên");
            assertThat(reading.records().get(1).values()).containsExactly("Trần Đề");
            assertThat(reading.info().encoding().encoding()).isEqualTo(Encodings.of(wide));
        }
    }

    @Test
    void other_character_sets_are_recognised_or_named() throws Exception {
        byte[] bytes = "ten\nS\u00e3c Tr\u00a8ng\n".getBytes(StandardCharsets.ISO_8859_1);

        Reading recognised = read(bytes, ReadOptions.defaults());
        assertThat(recognised.records().get(0).values()).containsExactly("Sóc Trăng");
        assertThat(recognised.findings()).isEmpty();
        assertThat(read(bytes, ReadOptions.defaults().withCharset(Charset.forName("windows-1258")))
                        .records()
                        .get(0)
                        .values())
                .containsExactly("Săc Tr¨ng");
        Reading decoded = read(bytes, ReadOptions.defaults().withEncodings(AskedEncodings.all(Encodings.TCVN3)));
        assertThat(decoded.records().get(0).values()).containsExactly("Sóc Trăng");
    }

    @Test
    void no_byte_is_lost_on_the_way_to_the_encoding_that_is_asked_for() throws Exception {
        byte[] bytes = "ten\n\u0081p, \u008d\n".getBytes(StandardCharsets.ISO_8859_1);

        Reading asked = read(bytes, ReadOptions.defaults().withEncodings(AskedEncodings.all(Encodings.VISCII)));

        assertThat(String.valueOf(asked.records().get(0).values().get(0)))
                .startsWith("Ắp")
                .doesNotContain("\uFFFD", "\u0081");
    }

    @Test
    void one_value_in_another_character_set_does_not_spoil_the_others() throws Exception {
        StringBuilder table = new StringBuilder("ten,b\n");
        for (int i = 0; i < 30; i++) {
            table.append("Kế Sách,").append(i).append('\n');
        }
        byte[] good = table.toString().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(good, good.length + 8);
        System.arraycopy("Sóc,30\n\n".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, good.length, 8);

        Reading reading = read(bytes, ReadOptions.defaults());

        assertThat(reading.records().get(0).values()).containsExactly("Kế Sách", "0");
        assertThat(reading.records().get(30).values()).containsExactly("Sóc", "30");
        assertThat(reading.findings()).containsExactly("32 TEXT_NOT_IN_CHARSET");
    }

    @Test
    void a_projection_file_beside_the_table_names_its_system() throws Exception {
        Files.writeString(folder.resolve("xa.prj"), "EPSG:9209");

        assertThat(read("x,y\n1,2\n").info().declaredCrs()).isEqualTo(DeclaredCrs.ofCode("EPSG:9209"));
    }

    @Test
    void what_is_no_table_is_refused() throws Exception {
        assertThat(refusedBecause("1,2\n3,4\n")).isEqualTo("TABLE_WITHOUT_HEADER");
        assertThat(refusedBecause("\n\n")).isEqualTo("TABLE_WITHOUT_HEADER");
        assertThat(refusedBecause("a,b\n" + ",".repeat(2_000) + "\n")).isEqualTo("TABLE_BROKEN");
        assertThat(refusedBecause("a,b\n1,\"" + "x".repeat(10_000_001))).isEqualTo("TABLE_BROKEN");
    }
}
