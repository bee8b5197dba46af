package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.SelectOption;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The viewer as the public meets it, in a real browser on the sample. */
class ViewerIT {

    /** Xã Kế Sách in the middle; the commune reaches some kilometres around it. */
    private static final String KE_SACH = "/#map=12/9.77/105.95";

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static Browser browser;

    private Page page;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
        server = DemoServer.get();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nobodyComplainedAndNobodyElseWasAsked() {
        if (page != null) {
            page.context().close();
        }
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    private void open(String path, int widthPx, int heightPx) {
        page = browser.window(widthPx, heightPx);
        page.navigate(server.url() + path);
        page.waitForSelector("html[data-ready=true]");
    }

    private void open(String path) {
        open(path, 1280, 800);
    }

    private Locator details() {
        return page.getByTestId("details");
    }

    private Locator title() {
        return page.getByTestId("details-title");
    }

    /** A click on the commune in the middle of the map. */
    private void clickMiddle() {
        page.getByTestId("map").click();
    }

    @Test
    void theFirstPageShowsAMapAndSaysThatItIsIllustrative() throws IOException {
        open("/");

        assertThat(page).hasTitle("Bản đồ số nông thôn mới");
        assertThat(page.getByTestId("notice")).containsText("minh họa");
        waitForTiles();
        assertThat(colours()).as("colours of the map").hasSizeGreaterThan(20);
    }

    /** Until every tile that the map asked for is there. */
    private void waitForTiles() {
        page.waitForFunction("() => { const tiles = [...document.querySelectorAll('.map-image img')];"
                + " return tiles.length > 0 && tiles.every((tile) => tile.complete && tile.naturalWidth > 0); }");
    }

    /** Different colours in the part of the map that nothing covers: a blank one has the paper's, and the graticule's. */
    private java.util.Set<Integer> colours() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        java.util.Set<Integer> colours = new java.util.HashSet<>();
        for (int y = image.getHeight() / 4; y < image.getHeight() * 3 / 4; y++) {
            for (int x = image.getWidth() / 2; x < image.getWidth() * 3 / 4; x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    @Test
    void aClickOnACommuneOpensItsCard() {
        open(KE_SACH);

        clickMiddle();

        assertThat(title()).hasText("Xã Kế Sách");
        assertThat(details()).containsText("31528");
        assertThat(page).hasURL(Pattern.compile(".*[#&]feature=communes\\.\\d+.*"));

        page.getByTestId("details-close").click();
        assertThat(details()).isHidden();
    }

    @Test
    void searchNeedsNoAccentsAndEnterGoesThere() {
        open("/");

        page.getByTestId("search").fill("Ke Sach");
        assertThat(page.getByTestId("search-option").first()).containsText("Xã Kế Sách");
        page.getByTestId("search").press("Enter");

        assertThat(title()).hasText("Xã Kế Sách");
        assertThat(page).hasURL(Pattern.compile(".*[#&]feature=communes\\.\\d+.*"));
        assertThat(page).hasURL(Pattern.compile(".*#map=1[0-4]/9\\.7.*/105\\.9.*"));
    }

    @Test
    void everythingCanBeReachedByKeyboard() {
        open(KE_SACH);

        page.keyboard().press("/");
        assertThat(page.getByTestId("search")).isFocused();
        page.keyboard().type("31528");
        assertThat(page.getByTestId("search-option")).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(title()).hasText("Xã Kế Sách");

        title().focus();
        page.keyboard().press("Escape");
        assertThat(details()).isHidden();

        page.getByTestId("map").focus();
        page.keyboard().press("Enter");
        assertThat(title()).hasText("Xã Kế Sách");
    }

    @Test
    void englishIsOneClickAwayAndStaysInTheAddress() {
        open("/");

        page.locator("[data-lang=en]").click();

        assertThat(page.getByTestId("title")).hasText("New-style rural map");
        assertThat(page.getByTestId("notice")).containsText("Illustrative");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page).hasURL(Pattern.compile(".*lang=en.*"));
    }

    @Test
    void aLayerCanBeSwitchedOffAndOn() {
        open(KE_SACH);
        waitForTiles();
        Locator communes = page.getByTestId("layer-communes").locator(".layer-switch");
        assertThat(page.locator("#layer-communes")).isChecked();

        communes.click();
        assertThat(page).hasURL(Pattern.compile(".*layers=(?!.*communes).*"));
        assertTilesWith("communes", false);
        communes.click();
        assertThat(page).hasURL(Pattern.compile(".*layers=.*communes.*"));
        assertTilesWith("communes", true);
    }

    @Test
    void aLayerIsDrawnInAnotherStyleAndTheLinkSaysSo() {
        open("/#map=12/9.7700/105.9500&layers=communes,ntm_status");
        waitForTiles();
        Locator level = page.getByTestId("layer-ntm_status");

        level.getByLabel("Cách thể hiện", new Locator.GetByLabelOptions().setExact(false))
                .selectOption(new SelectOption().setLabel("Tỷ lệ tiêu chí đạt"));

        assertThat(page).hasURL(Pattern.compile(".*&styles=ntm_status\\.ntm_criteria.*"));
        assertThat(level.locator(".legend-image")).hasAttribute("src", Pattern.compile(".*STYLE=ntm_criteria.*"));
        page.waitForFunction("() => [...document.querySelectorAll('.map-image img')]"
                + ".every((tile) => tile.dataset.url.endsWith('&style=ntm_criteria,default'))");
        Request asked = page.waitForRequest(Pattern.compile(".*GetFeatureInfo.*"), this::clickMiddle);
        assertThat(asked.url()).contains("STYLES=ntm_criteria%2C");
        page.reload();
        assertThat(level.locator("select")).hasValue("ntm_criteria");
        assertThat(page.getByTestId("layer-hamlets").locator("select")).hasCount(0);
    }

    @Test
    void whatIsShownCanBeDownloaded() {
        open("/#layers=communes&as-of=2025-06-30&lang=en");
        Locator files = page.getByTestId("layer-communes").locator(".layer-downloads");

        files.locator("summary").click();

        assertThat(files.locator("summary")).hasText("Download the data of 30 June 2025");
        assertThat(files.locator("a[href*='communes.gpkg']"))
                .hasAttribute("href", Pattern.compile(".*/download/communes\\.gpkg\\?as-of=2025-06-30&language=en"));
        assertThat(page.getByTestId("layer-hamlets").locator(".layer-downloads"))
                .hasCount(0);
        page.locator("[data-lang=vi]").click();
        assertThat(files.locator("summary")).hasText("Tải về dữ liệu ngày 30/06/2025");
    }

    private void assertTilesWith(String layer, boolean drawn) {
        page.waitForFunction(
                "([layer, drawn]) => [...document.querySelectorAll('.map-image img')].every((tile) =>"
                        + " tile.dataset.url.split('/')[2].split(',').includes(layer) === drawn)",
                java.util.List.of(layer, drawn));
    }

    @Test
    void anOldDateShowsTheOldUnits() {
        open("/#map=13/9.7689/105.9845&as-of=2025-06-30");

        assertThat(page.getByTestId("as-of")).containsText("30/06/2025");
        page.getByTestId("search").fill("ke sach");
        Locator township =
                page.getByTestId("search-option").filter(new Locator.FilterOptions().setHasText("Thị trấn Kế Sách"));
        township.first().click();

        assertThat(title()).hasText("Thị trấn Kế Sách");
        assertThat(details()).containsText("đến hết 30/06/2025");

        page.locator("#as-of-back").click();
        assertThat(page.getByTestId("as-of")).isHidden();
        assertThat(details()).containsText("không có vào ngày");
    }

    @Test
    void theListHasWhatIsInView() {
        open(KE_SACH);

        page.locator("[data-section=list]").click();
        page.getByTestId("list-layer").selectOption("communes");

        Locator row = page.getByTestId("list-row").filter(new Locator.FilterOptions().setHasText("Xã Kế Sách"));
        assertThat(row).hasCount(1);
        row.click();
        assertThat(title()).hasText("Xã Kế Sách");
    }

    @Test
    void aPhoneNeedsNoSidewaysScrolling() {
        open(KE_SACH, 360, 740);

        clickMiddle();
        assertThat(title()).hasText("Xã Kế Sách");
        assertThat(page.getByTestId("notice")).isVisible();
        assertNothingSticksOut();

        page.getByTestId("details-close").click();
        for (String section : new String[] {"layers", "list", "date"}) {
            page.locator("[data-section=" + section + "]").click();
            assertThat(page.locator("#section-" + section)).isVisible();
            assertNothingSticksOut();
        }
    }

    @Test
    void onAPhoneALinkShowsWhatItNamesAboveTheCard() {
        String id =
                StoreFile.value(server.location(), "SELECT 'communes.' || fid FROM communes WHERE name = 'Xã Kế Sách'");
        open(KE_SACH + "&feature=" + id, 360, 740);

        assertThat(title()).hasText("Xã Kế Sách");
        page.waitForFunction(
                "() => { const outline = document.querySelector('path.highlight-line').getBoundingClientRect();"
                        + " const card = document.getElementById('details').getBoundingClientRect();"
                        + " return (outline.top + outline.bottom) / 2 < card.top; }");
    }

    private void assertNothingSticksOut() {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                .as("pixels to scroll sideways")
                .isEqualTo(0);
    }

    @Test
    void anImportBySomebodyElseAppearsWithoutAReload() {
        open(KE_SACH + "&layers=communes,tourism_sites");
        page.evaluate("() => { window.neverReloaded = true; }");
        page.locator("[data-section=list]").click();
        page.getByTestId("list-layer").selectOption("tourism_sites");
        Path site = SmallFiles.withFields("ten", "loai")
                .row("POINT (105.95 9.77)", "Điểm thử nghiệm", "ecology")
                .writeTo(folder.resolve("site.zip"));
        String store = server.location();

        Outcome imported = Program.run(folder, "import", site.toString(), "--layer", "tourism_sites", "--store", store);
        assertThat(imported.exitCode()).as(imported.everything()).isZero();
        try {
            assertThat(row("Điểm thử nghiệm")).hasCount(1);
            clickMiddle();
            assertThat(title()).hasText("Điểm thử nghiệm");
        } finally {
            Program.run(folder, "rollback", String.valueOf(StoreFile.revision(server.location())), "--store", store);
        }
        assertThat(row("Điểm thử nghiệm")).hasCount(0);
        assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
    }

    private Locator row(String text) {
        return page.getByTestId("list-row").filter(new Locator.FilterOptions().setHasText(text));
    }
}
