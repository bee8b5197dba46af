package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.dataimport.read.ShapefileBytes.Column;

class ShapefileAttributesTest {
    @TempDir
    Path folder;

    private Reading read(byte[] dbf, int shapes) throws IOException, UnreadableSourceException {
        return read(dbf, shapes, ReadOptions.defaults());
    }

    private Reading read(byte[] dbf, int shapes, ReadOptions options) throws IOException, UnreadableSourceException {
        ShapefileBytes shp = new ShapefileBytes(1);
        for (int i = 0; i < shapes; i++) {
            shp.point(i, i);
        }
        Files.write(folder.resolve("xa.dbf"), dbf);
        return Reading.of(shp.write(folder, "xa"), options);
    }

    private Object value(char type, int width, int decimals, String stored) throws Exception {
        byte[] dbf = ShapefileBytes.dbf(0, List.of(new Column("f", type, width, decimals)), new String[] {stored});
        return read(dbf, 1).records().get(0).values().get(0);
    }

    private static byte[] texts(int languageDriver, String... values) {
        String[][] rows = Arrays.stream(values).map(v -> new String[] {v}).toArray(String[][]::new);
        return ShapefileBytes.dbf(languageDriver, List.of(new Column("ten", 'C', 20, 0)), rows);
    }

    @Test
    void texts_keep_leading_zeros_and_lose_padding() throws Exception {
        assertThat(value('C', 10, 0, "00123")).isEqualTo("00123");
        assertThat(value('C', 10, 0, "  a b")).isEqualTo("  a b");
        assertThat(value('C', 10, 0, "ab\0garb")).isEqualTo("ab");
        assertThat(value('C', 10, 0, "")).isNull();
    }

    @Test
    void numbers_are_long_where_they_are_whole_and_declared_so() throws Exception {
        assertThat(value('N', 10, 0, "  42")).isEqualTo(42L);
        assertThat(value('N', 19, 0, "9223372036854775808")).isEqualTo(9.223372036854775808e18);
        assertThat(value('N', 12, 0, "1.01e+004")).isEqualTo(10_100L);
        assertThat(value('N', 12, 0, "1.5")).isEqualTo(1.5);
        assertThat(value('F', 12, 3, "42")).isEqualTo(42.0);
        assertThat(value('N', 12, 2, "12,50")).isEqualTo(12.5);
        assertThat(value('N', 12, 2, "1e9999")).isNull();
        assertThat(value('N', 4, 0, "****")).isNull();
        assertThat(value('N', 4, 0, "abc")).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource({"1.01e+004, 12, NUMBER_SHORTENED", "1e9999, 12, NUMBER_LOST", "****, 4, NUMBER_LOST"})
    void digits_that_may_be_lost_are_told(String stored, int width, String code) throws Exception {
        byte[] dbf = ShapefileBytes.dbf(0, List.of(new Column("f", 'N', width, 0)), new String[] {stored});

        assertThat(read(dbf, 1).findings()).contains("1 " + code);
    }

    @Test
    void dates_and_truth_values_tell_unknown_from_wrong() throws Exception {
        assertThat(value('D', 8, 0, "20250701")).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(value('D', 8, 0, "00000000")).isNull();
        assertThat(value('D', 8, 0, "20250231")).isEqualTo("20250231");
        assertThat(value('L', 1, 0, "Y")).isEqualTo(true);
        assertThat(value('L', 1, 0, "f")).isEqualTo(false);
        assertThat(value('L', 1, 0, "?")).isNull();
    }

    @Test
    void binary_numbers_of_foxpro_are_read() throws Exception {
        assertThat(value('I', 4, 0, "\u0001\u0002\u0000\u0000")).isEqualTo(513L);
        assertThat(value('B', 8, 2, "\0\0\0\0\0\0\u00f8\u003f")).isEqualTo(1.5);
    }

    @Test
    void a_wrong_value_is_reported_with_row_field_and_value() throws Exception {
        byte[] dbf = ShapefileBytes.dbf(0, List.of(new Column("ngay", 'D', 8, 0)), new String[] {"2025-7-1"});

        assertThat(read(dbf, 1).records().get(0).issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("NOT_A_DATE");
            assertThat(issue.row()).isEqualTo(1);
            assertThat(issue.field()).isEqualTo("ngay");
            assertThat(issue.message().vi()).contains("2025-7-1").contains("ngày");
        });
    }

    @Test
    void deleted_rows_are_left_out_and_the_others_keep_their_shape() throws Exception {
        Reading reading = read(texts(0, "a", "*", "c"), 3);

        assertThat(reading.records()).extracting(SourceRecord::row).containsExactly(1L, 3L);
        assertThat(reading.records().get(1).values()).containsExactly("c");
        assertThat(reading.wkt()).containsExactly("POINT (0 0)", "POINT (2 2)");
        assertThat(reading.findings()).contains("0 ROWS_DELETED");
    }

    @Test
    void shapes_without_a_row_have_no_attributes() throws Exception {
        Reading reading = read(texts(0, "a"), 2);

        assertThat(reading.records().get(1).values()).containsExactly((Object) null);
        assertThat(reading.findings()).contains("0 DBF_ROWS_DIFFER");
    }

    @Test
    void the_language_driver_names_the_charset() throws Exception {
        Reading chinese = read(texts(0x4D, ShapefileBytes.bytesOf("中文", "GBK")), 1);
        assertThat(chinese.records().get(0).values()).containsExactly("中文");
        assertThat(chinese.info().encoding().evidence().en()).contains("0x4D");

        Reading latin = read(texts(0x57, ShapefileBytes.bytesOf("Métro", "windows-1252")), 1);
        assertThat(latin.records().get(0).values()).containsExactly("Métro");
    }

    @Test
    void texts_that_are_all_utf8_are_read_so_even_if_byte_29_says_otherwise() throws Exception {
        String[] names = {"Xã Kế Sách", "Xã Mỹ Tú", "Xã Trần Đề"};
        String[] stored = Arrays.stream(names)
                .map(name -> ShapefileBytes.bytesOf(name, "UTF-8"))
                .toArray(String[]::new);

        Reading reading = read(texts(0x57, stored), 3);

        assertThat(reading.records()).flatExtracting(SourceRecord::values).containsExactly((Object[]) names);
        assertThat(reading.findings()).contains("0 CHARSET_CONTRADICTED");
    }

    @Test
    void an_unknown_charset_is_said_to_be_unknown() throws Exception {
        Reading reading = read(texts(0, "Espa\u00f1a"), 1);

        assertThat(reading.info().encoding().encoding().name()).isEqualTo("windows-1252");
        assertThat(reading.records().get(0).values()).containsExactly("España");
        assertThat(reading.findings()).contains("0 CHARSET_UNKNOWN");
    }

    @Test
    void names_of_fields_are_read_as_their_texts_and_can_be_asked_for_by_them() throws Exception {
        byte[] dbf = ShapefileBytes.dbf(
                0,
                List.of(new Column("ten", 'C', 20, 0), new Column("x#", 'C', 20, 0)),
                new String[] {"X\u00b7 K\u00d5 S\u00b8ch", "M\u00fc T\u00f3"});
        dbf[32 + 32 + 1] = (byte) 0xB7;
        AskedEncodings asked = new AskedEncodings(null, Map.of("xã", Encodings.WINDOWS_1252));

        Reading reading = read(dbf, 1, ReadOptions.defaults().withEncodings(asked));

        assertThat(reading.info().fields()).extracting(SourceField::name).containsExactly("ten", "xã");
        assertThat(reading.records().get(0).values()).containsExactly("Xã Kế Sách", "Mü Tó");
    }

    @Test
    void a_value_that_is_not_in_the_declared_utf8_falls_back_alone() throws Exception {
        Files.writeString(folder.resolve("xa.CPG"), "UTF-8");

        Reading reading = read(texts(0x57, ShapefileBytes.bytesOf("Kế Sách", "UTF-8"), "M\u00e9tro"), 2);

        assertThat(reading.records()).flatExtracting(SourceRecord::values).containsExactly("Kế Sách", "Métro");
        assertThat(reading.fileIssues()).anySatisfy(issue -> {
            assertThat(issue.code()).isEqualTo("TEXT_NOT_IN_CHARSET");
            assertThat(issue.field()).isEqualTo("ten");
            assertThat(issue.row()).isEqualTo(2);
        });
    }

    @Test
    void a_letter_cut_by_a_narrow_field_is_left_out() throws Exception {
        String cut = ShapefileBytes.bytesOf("Xã Hòa Đông Thạnh Mỹ", "UTF-8").substring(0, 20);
        Files.writeString(folder.resolve("xa.cpg"), "utf8");

        Reading reading = read(texts(0, cut), 1);

        assertThat(reading.records().get(0).values().get(0)).isEqualTo("Xã Hòa Đông Th");
        assertThat(reading.findings()).contains("1 TEXT_CUT");
    }

    @Test
    void the_caller_has_the_last_word_on_the_charset() throws Exception {
        Files.writeString(folder.resolve("xa.cpg"), "UTF-8");
        ReadOptions options = ReadOptions.defaults().withCharset(StandardCharsets.ISO_8859_1);

        assertThat(read(texts(0, "\u00e9"), 1, options).records().get(0).values())
                .containsExactly("é");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,UTF-8", "utf8,UTF-8", "65001,UTF-8", "ANSI 1250,windows-1250", "ISO 88591,ISO-8859-1",
        "88591,ISO-8859-1", "ISO-8859-15,ISO-8859-15", "1252,windows-1252", "OEM 437,IBM437", "Big5,Big5",
        "GBK,GBK", "936,GBK", "WINDOWS-1258,windows-1258", "CP1258,windows-1258"
    })
    void every_spelling_of_a_cpg_is_understood(String spelling, String charset) {
        assertThat(CharsetNames.find(spelling)).contains(Charset.forName(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "<!DOCTYPE html><html>", "99999", "unicode-font"})
    void a_cpg_that_names_nothing_known_is_reported_and_passed_over(String content) throws Exception {
        Files.writeString(folder.resolve("xa.cpg"), content);

        assertThat(read(texts(0, "a"), 1).findings()).contains("0 CPG_NOT_UNDERSTOOD");
    }

    @Test
    void a_prj_that_is_a_web_page_declares_nothing() throws Exception {
        Files.writeString(folder.resolve("xa.prj"), "<!DOCTYPE html><html>");
        Reading page = read(texts(0, "a"), 1);
        assertThat(page.info().declaredCrs()).isNull();
        assertThat(page.findings()).contains("0 PRJ_NOT_WKT");

        Files.writeString(folder.resolve("xa.prj"), "\uFEFFGEOGCS[\"VN-2000\",DATUM[\"x\"]]\n");
        assertThat(read(texts(0, "a"), 1).info().declaredCrs())
                .isEqualTo(new DeclaredCrs(DeclaredCrs.Kind.WKT, "GEOGCS[\"VN-2000\",DATUM[\"x\"]]"));
    }

    @Test
    void a_broken_table_is_refused_with_the_way_out() {
        assertThatThrownBy(() -> read(new byte[40], 1))
                .isInstanceOfSatisfying(UnreadableSourceException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("DBF_BROKEN");
                    assertThat(refused.text().en()).contains("xa.dbf").contains("take the .dbf away");
                });
    }
}
