package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vn.ruralmap.dataimport.Importing.commune;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.dataimport.ImportOptions.Handling;

/** A report of one added, one changed and one refused row in each format. */
class ReportFormatTest {

    /** Its ring crosses itself at 106.25 9.55. */
    private static final String BOW_TIE = "{\"type\":\"Feature\",\"properties\":{\"ma_xa\":\"31534\",\"ten_xa\":\"Xã"
            + " Nơ\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[106.2,9.5],[106.3,9.6],[106.3,9.5],"
            + "[106.2,9.6],[106.2,9.5]]]}}";

    @TempDir
    Path folder;

    private Importing importing;
    private ImportResult result;

    @BeforeEach
    void dryRun() {
        importing = new Importing(folder);
        importing.run(importing.options("communes", commune("31528", "Xã Kế Sach", 106, 9.5, 0.1)));
        result = importing.run(importing
                .options(
                        "communes",
                        commune("31528", "=HYPERLINK(\\\"x\\\")", 106, 9.5, 0.101),
                        commune("31531", "Xã \\\"Mới\\\", hai", 106.4, 9.5, 0.1),
                        BOW_TIE,
                        commune("", "Xã Không Mã", 106.1, 9.5, 0.1))
                .withHandling(new Handling(true, false)));
    }

    @AfterEach
    void closeStore() {
        importing.close();
    }

    private String write(String name) throws Exception {
        Path file = folder.resolve(name);
        result.writeReport(file);
        return Files.readString(file);
    }

    @Test
    void jsonIsTheWholeReportWithTheDiff() throws Exception {
        JsonNode json = JsonMapper.shared().readTree(write("r.json"));

        assertThat(json.at("/counts/changed").asInt()).isEqualTo(1);
        assertThat(json.get("diff").valueStream().map(one -> one.get("kind").asString()))
                .containsExactly("ADDED", "ADDED", "CHANGED", "REFUSED");
        assertThat(json.at("/diff/2/attributes/0/attribute").asString()).isEqualTo("name");
        assertThat(json.at("/diff/2/border/movedMetres").asDouble()).isCloseTo(155.8, within(0.5));
        assertThat(json.at("/diff/3/issues/0").asString()).isEqualTo("VALUE_MISSING");
    }

    @Test
    void csvOpensInExcelWithVietnameseAndWithoutFormulas() throws Exception {
        List<String> lines = write("r.csv").lines().toList();

        assertThat(lines.get(0)).startsWith("\uFEFFkind,row,fid,key,label,");
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("ADDED,2,,31531,\"Xã \"\"Mới\"\", hai\","));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("CHANGED,1,1,31528,\"'=HYPERLINK(\"\"x\"\")\","));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("ISSUE,3,").contains(",106.25000000,9.55000000,"));
    }

    @Test
    void aCellThatCouldBeAFormulaGetsAnApostrophe() {
        assertThat(ReportCsv.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(ReportCsv.cell("+84")).isEqualTo("'+84");
        assertThat(ReportCsv.cell("-")).isEqualTo("'-");
        assertThat(ReportCsv.cell("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(ReportCsv.cell("\t=1")).isEqualTo("'\t=1");
        assertThat(ReportCsv.cell(-1.5)).isEqualTo("-1.5");
        assertThat(ReportCsv.cell("a\nb")).isEqualTo("\"a\nb\"");
    }

    @Test
    void geoJsonShowsOldAndNewBordersAndThePlacesOfIssues() throws Exception {
        JsonNode json = JsonMapper.shared().readTree(write("r.geojson"));

        assertThat(json.get("features")
                        .valueStream()
                        .map(one -> one.at("/properties/kind").asString() + " "
                                + one.at("/properties/side").asString() + " "
                                + one.at("/geometry/type").asString("none")))
                .containsExactly(
                        "ADDED after MultiPolygon",
                        "ADDED after MultiPolygon",
                        "CHANGED before MultiPolygon",
                        "CHANGED after MultiPolygon",
                        "REFUSED after none",
                        "ISSUE issue Point");
        assertThat(json.at("/features/2/geometry/coordinates").toString())
                .isEqualTo("[[[[106.0,9.5],[106.1,9.5],[106.1,9.6],[106.0,9.6],[106.0,9.5]]]]");
    }

    @Test
    void textListsEverythingInBothLanguages() throws Exception {
        assertThat(write("r.txt"))
                .contains("chạy thử, chưa ghi gì", "Sửa (1):", "ranh giới dời xa nhất 155.", "Từ chối (1):")
                .contains("dry run", "Changed (1):", "border moves at most 155.", "Refused (1):");
    }

    @Test
    void anUnknownEndingIsRefused() {
        assertThatThrownBy(() -> result.writeReport(folder.resolve("r.xlsx")))
                .isInstanceOf(InvalidImportException.class);
    }
}
