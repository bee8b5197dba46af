package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.Encodings;

class GdalFormatTest {
    @TempDir
    Path folder;

    private static UnreadableSourceException refusal(Path file) {
        return catchThrowableOfType(UnreadableSourceException.class, () -> Reading.of(file));
    }

    /** @param pairs group codes of AutoCAD and values in turn */
    private static String entity(String... pairs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            text.append(pairs[i]).append("\r\n").append(pairs[i + 1]).append("\r\n");
        }
        return text.toString();
    }

    private static String line(String layer, boolean closed, double... xy) {
        StringBuilder text = new StringBuilder(
                entity("0", "LWPOLYLINE", "8", layer, "90", "" + xy.length / 2, "70", closed ? "1" : "0"));
        for (int i = 0; i < xy.length; i += 2) {
            text.append(entity("10", "" + xy[i], "20", "" + xy[i + 1]));
        }
        return text.toString();
    }

    private static String text(String text, double x, double y) {
        return entity("0", "TEXT", "8", "CHU", "10", "" + x, "20", "" + y, "40", "1", "1", text);
    }

    private Path drawing(String entities, Charset charset) throws Exception {
        Gdal.required();
        String dxf = entity("999", "ghi chú", "0", "SECTION", "2", "HEADER", "9", "$ACADVER", "1", "AC1015")
                + entity("9", "$DWGCODEPAGE", "3", "ANSI_1252", "0", "ENDSEC", "0", "SECTION", "2", "ENTITIES")
                + entities
                + entity("0", "ENDSEC", "0", "EOF");
        return Files.write(folder.resolve("ban ve.dxf"), dxf.getBytes(charset));
    }

    @Test
    void closed_lines_of_a_drawing_become_polygons_with_the_text_in_them() throws Exception {
        Path file = drawing(
                line("RANH", true, 0, 0, 9, 0, 9, 9, 0, 9)
                        + line("RANH", false, 20, 0, 29, 0, 29, 9, 20, 0)
                        + line("NHO", true, 1, 1, 3, 1, 3, 3, 1, 3)
                        + line("DUONG", false, 50, 0, 60, 0)
                        + text("Kế Sách", 5, 5)
                        + text("thửa 7", 2, 2)
                        + text("12", 6, 6)
                        + text("ngoài", 100, 100),
                StandardCharsets.UTF_8);

        Reading reading = Reading.of(file);

        assertThat(reading.wkt())
                .containsExactly(
                        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))",
                        "POLYGON ((20 0, 29 0, 29 9, 20 0))",
                        "POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))");
        assertThat(reading.records())
                .extracting(
                        record -> record.values().get(0) + " " + record.values().get(1))
                .containsExactly("RANH Kế Sách; 12", "RANH null", "NHO thửa 7");
        assertThat(reading.findings()).containsExactly("0 DRAWING_POLYGONS", "0 DRAWING_LEFT_OUT");
        assertThat(reading.info().declaredCrs()).isNull();
        assertThat(Reading.of(file, ReadOptions.defaults().withMember("nho")).records())
                .hasSize(1);
        assertThat(catchThrowableOfType(
                                UnreadableSourceException.class,
                                () -> Reading.of(file, ReadOptions.defaults().withMember("x")))
                        .text()
                        .en())
                .contains("RANH");
    }

    @Test
    void the_bytes_of_texts_survive_whatever_code_page_the_drawing_names() throws Exception {
        Path file = drawing(text("S\u00e3c Tr\u00a8ng", 1, 2), StandardCharsets.ISO_8859_1);

        Reading reading = Reading.of(file, ReadOptions.defaults().withEncodings(AskedEncodings.all(Encodings.TCVN3)));

        assertThat(reading.records().get(0).values()).contains("Sóc Trăng");
        assertThat(reading.wkt()).containsExactly("POINT (1 2)");
    }

    @Test
    void letters_that_a_drawing_writes_by_their_number_are_letters_also_within_its_code_page() throws Exception {
        Path file = drawing(
                text("X\\U+00E3 An H\\U+00F2a", 1, 2) + text("K\\U+1EBF S\\U+00E1ch", 3, 4), StandardCharsets.US_ASCII);

        assertThat(Reading.of(file).records())
                .extracting(record -> record.values().get(1))
                .containsExactly("Xã An Hòa", "Kế Sách");
    }

    @Test
    void a_sign_that_is_written_by_its_number_leaves_old_letters_as_they_are() throws Exception {
        Path file = drawing(text("S\u00e3c Tr\u00a8ng", 1, 2) + text("\\U+2205 12", 3, 4), StandardCharsets.ISO_8859_1);

        Reading reading = Reading.of(file, ReadOptions.defaults().withEncodings(AskedEncodings.all(Encodings.TCVN3)));

        assertThat(reading.records())
                .extracting(record -> record.values().get(1))
                .containsExactly("Sóc Trăng", "∅ 12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!table\n!version 300\nDefinition Table\n  File \"/etc/passwd\"\n  Type \"RASTER\"\n",
                "!table\n!version 100\nopen table \"/tmp/other.tab\" Hide\ncreate view x as Select * from other\n",
                "!table\n!version 300\nDefinition Table\n  Type NATIVE\n  Fields 0\nbegin_metadata\n\"\\IsSeamless\" = \"TRUE\"\n"
            })
    void tables_that_point_to_other_files_are_refused(String tab) throws Exception {
        Gdal.required();
        Files.writeString(folder.resolve("xa.dat"), "x");

        assertThat(refusal(Files.writeString(folder.resolve("xa.tab"), tab)).code())
                .isEqualTo("TAB_NOT_NATIVE");
    }

    @Test
    void what_gdal_cannot_read_is_refused_with_its_words() throws Exception {
        Gdal.required();
        Path file = Files.writeString(folder.resolve("a.dxf"), "  0\nSECTION\n  2\nENTITIES\n  0\nLINE\n 10\nx");
        Files.writeString(folder.resolve("b.dat"), "rác");
        Path tab = Files.writeString(
                folder.resolve("b.tab"), "!table\n!version 300\n\nDefinition Table\n  Type NATIVE\n  Fields 0\n");

        assertThat(refusal(file).code()).isEqualTo("GDAL_REFUSED");
        assertThat(refusal(tab).code()).isEqualTo("GDAL_REFUSED");
    }

    @Test
    void every_other_driver_is_switched_off() throws Exception {
        GdalProgram gdal = Gdal.required();
        Path other = Files.writeString(folder.resolve("secret.csv"), "a\nmật\n");
        try (TempFolder temp = TempFolder.create()) {
            Files.writeString(
                    temp.path().resolve("data.dxf"),
                    "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" + other
                            + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
            Allowance allowed = Allowance.of(ReadOptions.defaults());
            assertThat(catchThrowableOfType(
                                    UnreadableSourceException.class,
                                    () -> gdal.convert("DXF", temp, "data.dxf", Map.of(), allowed))
                            .code())
                    .isEqualTo("GDAL_REFUSED");
        }
    }

    @Test
    void without_gdal_it_says_how_to_get_it() throws Exception {
        assertThat(GdalProgram.find("/nonexistent:")).isEmpty();
        Path file = Files.writeString(folder.resolve("a.dxf"), "0\nSECTION\n");

        UnreadableSourceException refusal = catchThrowableOfType(
                UnreadableSourceException.class,
                () -> GdalFormat.DXF.open(FileParts.beside(file, List.of()), ReadOptions.defaults(), null));

        assertThat(refusal.code()).isEqualTo("GDAL_MISSING");
        assertThat(refusal.text().en()).contains("apt install gdal-bin").contains("MIF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep 60", "yes > big"})
    void a_program_that_takes_too_long_or_writes_too_much_is_stopped(String work) throws Exception {
        try (TempFolder temp = TempFolder.create()) {
            SandboxedProcess process = new SandboxedProcess(
                    List.of("sh", "-c", work), temp, new Allowance(Duration.ofSeconds(2), 1_000_000, ReadWatch.none()));
            long start = System.nanoTime();
            assertThat(catchThrowableOfType(
                                    UnreadableSourceException.class,
                                    () -> process.run(temp.path().resolve("log")))
                            .code())
                    .isEqualTo("GDAL_TOO_LONG");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }
}
