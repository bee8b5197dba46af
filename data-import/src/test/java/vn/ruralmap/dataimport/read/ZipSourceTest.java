package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.dataimport.read.ShapefileBytes.Column;

class ZipSourceTest {
    private static final byte[] SHP = new ShapefileBytes(1).point(1, 2).shp();
    private static final byte[] DBF = ShapefileBytes.dbf(0, List.of(new Column("ten", 'C', 5, 0)), new String[] {"a"});
    private static final byte[] PRJ = "GEOGCS[\"x\"]".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path write(ZipBytes zip) throws Exception {
        return Files.write(folder.resolve("du lieu.zip"), zip.toBytes());
    }

    private Path write(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("du lieu.zip"), bytes);
    }

    private static UnreadableSourceException refusal(Path file, ReadOptions options) {
        return catchThrowableOfType(UnreadableSourceException.class, () -> Reading.of(file, options));
    }

    private static UnreadableSourceException refusal(Path file) {
        return refusal(file, ReadOptions.defaults());
    }

    @Test
    void folders_upper_case_extensions_and_shadows_of_macos_do_not_matter() throws Exception {
        Path file = write(new ZipBytes()
                .add("export/", new byte[0])
                .add("export/Xã.SHP", SHP)
                .add("export/xã.Dbf", DBF)
                .add("export/Xã.prj", PRJ)
                .add("__MACOSX/export/._Xã.SHP", SHP));

        Reading reading = Reading.of(file);

        assertThat(reading.info().name()).isEqualTo("Xã");
        assertThat(reading.info().declaredCrs()).isNotNull();
        assertThat(reading.records().get(0).values()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "META-INF/manifest.xml"})
    void a_workbook_is_no_zip_of_data_and_is_told_how_to_become_a_table(String mark) throws Exception {
        byte[] xml = "<a/>".getBytes(StandardCharsets.UTF_8);
        Path file =
                write(new ZipBytes().add(mark, xml).add("xl/workbook.xml", xml).add("xl/sheet1.xml", xml));

        assertThat(refusal(file).code()).isEqualTo("FORMAT_UNKNOWN");
        assertThat(refusal(file).text().vi()).contains("Excel", "CSV UTF-8");
        assertThat(refusal(file).text().en()).contains("Excel", "CSV UTF-8");
    }

    @Test
    void data_beside_the_marks_of_a_workbook_are_data() throws Exception {
        Path file = write(new ZipBytes()
                .add("META-INF/manifest.xml", new byte[1])
                .add("a.shp", SHP)
                .add("a.dbf", DBF));

        assertThat(Reading.of(file).records()).hasSize(1);
    }

    @Test
    void names_in_an_old_code_page_are_no_obstacle() throws Exception {
        Path file = write(new ZipBytes("windows-1258").add("x\u00e2.shp", SHP).add("x\u00e2.dbf", DBF));

        assertThat(Reading.of(file).records()).hasSize(1);
    }

    @Test
    void geojson_and_json_in_a_zip_are_found() throws Exception {
        byte[] json = "{\"type\":\"Point\",\"coordinates\":[1,2]}".getBytes(StandardCharsets.UTF_8);

        assertThat(Reading.of(write(new ZipBytes().add("a.geojson", json).add("meta.json", json)))
                        .info()
                        .name())
                .isEqualTo("a");
        assertThat(Reading.of(write(new ZipBytes().add("b.json", json))).wkt()).containsExactly("POINT (1 2)");
    }

    @Test
    void of_several_data_sets_one_has_to_be_chosen() throws Exception {
        Path file = write(
                new ZipBytes().add("a/xa.shp", SHP).add("a/huyen.shp", SHP).add("b/xa.shp", SHP));

        assertThat(refusal(file)).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo("SEVERAL_DATA_SETS");
            assertThat(refused.text().vi()).contains("a/xa.shp, a/huyen.shp, b/xa.shp");
            assertThat(refused.dataSets()).containsExactly("a/xa.shp", "a/huyen.shp", "b/xa.shp");
        });
        assertThat(Reading.of(file, ReadOptions.defaults().withMember("HUYEN"))
                        .info()
                        .name())
                .isEqualTo("huyen");
        assertThat(Reading.of(file, ReadOptions.defaults().withMember("b/xa.shp"))
                        .records())
                .hasSize(1);
        assertThat(refusal(file, ReadOptions.defaults().withMember("xa")).code())
                .isEqualTo("SEVERAL_DATA_SETS");
        assertThat(refusal(file, ReadOptions.defaults().withMember("tinh")).code())
                .isEqualTo("NO_SUCH_DATA_SET");
    }

    @Test
    void a_zip_without_data_says_what_it_holds() throws Exception {
        assertThat(refusal(write(new ZipBytes().add("xa.dbf", DBF))).getMessage())
                .startsWith("ZIP_WITHOUT_DATA")
                .contains("xa.dbf");
        byte[] inner = new ZipBytes().add("xa.shp", SHP).toBytes();
        assertThat(refusal(write(new ZipBytes().add("xa.zip", inner))).text().en())
                .contains("send the zips within");
    }

    @Test
    void names_that_climb_out_of_the_folder_lead_nowhere() throws Exception {
        Path file = write(new ZipBytes().add("../../evil.shp", SHP).add("../../evil.dbf", DBF));
        long before = temporaryFolders();

        assertThat(Reading.of(file).records()).hasSize(1);

        assertThat(folder.resolve("../../evil.shp")).doesNotExist();
        assertThat(temporaryFolders()).isEqualTo(before);
    }

    @Test
    void what_was_unpacked_goes_when_the_source_is_closed_or_refused() throws Exception {
        long before = temporaryFolders();
        try (Source source = SourceFiles.open(write(new ZipBytes().add("xa.shp", SHP)), ReadOptions.defaults())) {
            assertThat(source.info().declaredRecords()).isEqualTo(1);
            assertThat(temporaryFolders()).isEqualTo(before + 1);
        }
        assertThat(temporaryFolders()).isEqualTo(before);

        assertThat(refusal(write(new ZipBytes().add("xa.shp", new byte[100])))).isNotNull();
        assertThat(temporaryFolders()).isEqualTo(before);
    }

    @Test
    void a_table_within_a_file_within_a_zip_is_named_after_both() throws Exception {
        byte[] gml = ("<wfs:FeatureCollection xmlns:wfs='http://www.opengis.net/wfs/2.0' xmlns:n='urn:n'>"
                        + "<wfs:member><n:xa><n:ma>1</n:ma></n:xa></wfs:member>"
                        + "<wfs:member><n:ap><n:ten>2</n:ten></n:ap></wfs:member></wfs:FeatureCollection>")
                .getBytes(StandardCharsets.UTF_8);
        Path file = write(new ZipBytes().add("a/hai.gml", gml));

        assertThat(refusal(file).dataSets()).containsExactly("a/hai.gml/xa", "a/hai.gml/ap");
        assertThat(Reading.of(file, ReadOptions.defaults().withMember("a/hai.gml/ap"))
                        .info()
                        .name())
                .isEqualTo("ap");
        assertThat(refusal(file, ReadOptions.defaults().withMember("a/hai.gml/huyen")))
                .hasMessageContaining("NO_SUCH_DATA_SET");
    }

    @Test
    void of_names_that_differ_in_case_only_the_exact_one_is_meant() throws Exception {
        Path file = write(new ZipBytes().add("xa.shp", SHP).add("XA.SHP", SHP));

        assertThat(Reading.of(file, ReadOptions.defaults().withMember("xa.shp"))
                        .info()
                        .name())
                .isEqualTo("xa");
    }

    private static long temporaryFolders() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName()
                            .toString()
                            .startsWith(
                                    "ruralmap-import-" + ProcessHandle.current().pid() + "-"))
                    .count();
        }
    }

    @Test
    void a_bomb_stops_at_the_limits() throws Exception {
        Limits few = new Limits(1_000, 2, 200, 10, 10, 10, 10, 10, 10);
        Path large = write(new ZipBytes().add("xa.shp", new byte[2_000]));
        Path many = write(new ZipBytes().add("a", SHP).add("b", SHP).add("c.shp", SHP));

        assertThat(refusal(large, ReadOptions.defaults().withLimits(few)).code())
                .isEqualTo("ZIP_TOO_LARGE");
        assertThat(refusal(many, ReadOptions.defaults().withLimits(few)).code()).isEqualTo("ZIP_TOO_LARGE");

        byte[] zeros = new byte[65 << 20];
        System.arraycopy(SHP, 0, zeros, 0, SHP.length);
        assertThat(refusal(write(new ZipBytes().add("xa.shp", zeros))).text().en())
                .contains("more than 200 times");
    }

    @Test
    void a_directory_larger_than_the_limits_is_not_loaded() throws Exception {
        byte[] zip = new ZipBytes().add("xa.shp", SHP).toBytes();
        // Size of the directory, in the end record.
        zip[zip.length - 7] = 0x7F;

        assertThat(refusal(write(zip)).code()).isEqualTo("ZIP_TOO_LARGE");
    }

    @Test
    void a_cut_or_damaged_zip_is_refused() throws Exception {
        byte[] zip = new ZipBytes().add("xa.shp", SHP).toBytes();
        assertThat(refusal(write(java.util.Arrays.copyOf(zip, zip.length / 2))).code())
                .isEqualTo("ZIP_BROKEN");

        byte[] damaged = zip.clone();
        damaged[50] ^= 0x55;
        assertThat(refusal(write(damaged)).code()).isEqualTo("ZIP_BROKEN");
    }
}
