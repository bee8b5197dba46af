package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The import page's pure modules, one by one, in the browser that runs them. */
class ImportsModulesIT {

    private static final List<String> LAYERS =
            List.of("provinces", "districts", "communes", "ntm_status", "material_zones", "hamlets", "tourism_sites");

    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void openAPage() {
        browser = Browser.open();
        page = browser.window(400, 300);
        page.navigate(DemoServer.get().url() + "/");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** @param expression of the module's exports, which it names {@code m}, and of {@code x} */
    private static Object evaluate(String module, String expression, Object x) {
        return page.evaluate(
                "async (x) => { const m = await import('/js/imports/" + module + "'); return " + expression + "; }", x);
    }

    @ParameterizedTest
    @CsvSource({
        "soctrang_43xa_2025_fullres.geojson, communes",
        "Ranh giới xã.zip, communes",
        "huyen_truoc_20250701.zip, districts",
        "5huyen_cu_24xa.zip, communes",
        "ap_khu_pho.zip, hamlets",
        "Bản đồ.zip, communes",
        "VUNG_NGUYEN_LIEU_lua.shp, material_zones",
        "diem-du-lich.csv, tourism_sites",
        "vn_34tinh.geojson, provinces",
        "ntm_2021_2025.zip, ntm_status",
        "data.zip, communes",
    })
    void theLayerIsGuessedFromWhatOfficesCallTheirFiles(String file, String layer) {
        assertThat(evaluate(
                        "files/guessLayer.js",
                        "m.guessLayer([x.file], x.layers)",
                        Map.of("file", file, "layers", LAYERS)))
                .isEqualTo(layer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#              | #",
                "#a1B2c3D4      | #a1B2c3D4",
                "#a1B2c3D4&lang=en | #a1B2c3D4&lang=en",
                "#lang=en       | #lang=en",
                "#<script>&lang=fr | #",
                "#../../x       | #",
            })
    void anAddressSaysTheImportAndTheLanguageOnly(String hash, String written) {
        assertThat(evaluate("address.js", "m.formatAddress(m.parseAddress(x))", hash))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "xa.zip:100, ''",
        "xa.shp:100 xa.DBF:10 xa.shx:5, ''",
        "xa.shp:100, noDbf",
        "xa.shx:100 xa.dbf:10, noShp",
        "xa.dbf:100, ''",
        "xa.zip:0, empty",
        "xa.zip:1001, tooLarge",
        "a.zip:400 b.zip:700, tooLarge",
        "a.csv:1 b.csv:1 c.csv:1 d.csv:1, tooMany",
    })
    void whatCanBeToldBeforeSendingIsTold(String files, String complaint) {
        Object kinds = evaluate(
                "files/fileChecks.js",
                "m.fileComplaints(x.split(' ').map((one) => one.split(':')).map(([name, size]) => ({ name, size: Number(size) })),"
                        + " { fileBytes: 1000, files: 3 }).map(({ kind }) => kind).join()",
                files);

        assertThat(kinds).isEqualTo(complaint);
    }

    @Test
    void oldLettersAreShownAsAProgramShowsThemThatDoesNotKnowThem() {
        assertThat(evaluate("understood/TextChoice.js", "m.asWesternText(x)", "53 e3 63 20 54 72 a8 6e 67"))
                .isEqualTo("Sãc Tr¨ng");
    }

    @ParameterizedTest
    @CsvSource({
        "--crs EPSG:9209, EPSG:9209, false",
        "--crs EPSG:9209/km --swap-xy, EPSG:9209/km, true",
    })
    void whatTheReportWritesForTheCommandLineIsUnderstood(String option, String crs, boolean swapXy) {
        assertThat(evaluate("understood/CrsChoice.js", "m.parseOption(x)", option))
                .isEqualTo(Map.of("crs", crs, "swapXy", swapXy));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi | Thêm --crs EPSG:9209 --swap-xy. | Thêm hệ tọa độ EPSG:9209, đổi X và Y (bước 3).",
                "vi | Chỉ định bằng --map TRƯỜNG=code. | Chỉ định bằng mục “Cột nào là thông tin gì” (bước 3).",
                "en | Choose with --charset FIELD=encoding. | Choose with “Letters” of the column (step 3).",
                "en | Check --valid-from. | Check the date of effect (step 1).",
                "en | A name -- with dashes | A name -- with dashes",
            })
    void adviceForTheCommandLineNamesThePlaceOnThePage(String language, String advice, String words) {
        assertThat(evaluate("i18n/onThePage.js", "m.onThePage(...x)", List.of(advice, language)))
                .isEqualTo(words);
    }

    @Test
    void aBorderThatTwoNeighboursShareIsDrawnOnce() {
        List<Map<String, Object>> squares = List.of(square(0), square(1));

        assertThat(evaluate("changes/edges.js", "m.edgesOnce(x).flatMap((line) => line.slice(1)).length", squares))
                .isEqualTo(7);
    }

    private static Map<String, Object> square(int x) {
        return Map.of(
                "type",
                "Polygon",
                "coordinates",
                List.of(List.of(List.of(x, 0), List.of(x + 1, 0), List.of(x + 1, 1), List.of(x, 1), List.of(x, 0))));
    }
}
