package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The import page in a browser, on a server with the sample data. */
abstract class ImportsPageFixture {

    /** Checking a file on a busy machine. */
    static final double PATIENCE_MS = 60_000;

    /** In VN-2000 / TM-3 105-30, metres east and north: small squares within the communes of the sample. */
    static final String KE_SACH =
            "POLYGON ((548400 1079200, 548400 1081200, 550400 1081200, 550400 1079200, 548400 1079200))";

    @TempDir
    static Path folder;

    static RunningServer server;
    static Browser browser;

    Page page;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.open();
        server = RunningServer.demo(
                Files.createDirectory(folder.resolve("store")).resolve("demo.gpkg"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
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

    void open(String hash, int widthPx) {
        page = browser.window(widthPx, 800);
        page.navigate(server.url() + "/imports" + hash);
        ready();
    }

    void open() {
        open("", 1280);
    }

    void ready() {
        page.waitForSelector("html[data-ready=true]");
    }

    Locator by(String testId) {
        return page.getByTestId(testId);
    }

    void choose(Path... files) {
        by("file-input").setInputFiles(files);
    }

    /** Until the check has ended, well or not. */
    void send() {
        by("send").click();
        waitUntilChecked();
    }

    void waitUntilChecked() {
        page.waitForFunction(
                "() => ['done', 'stopped'].includes(document.querySelector('#step-check').dataset.state)"
                        + " && document.querySelector('#body-understood').getAttribute('aria-busy') === 'false'",
                null,
                new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MS));
    }

    static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);
    }

    static Path officeFile(String name) {
        Path unicode = SmallFiles.withFields("ma_xa", "ten_xa", "loai")
                .row(KE_SACH, "31528", "Xã Kế Sách", "xã")
                .withoutCrs()
                .writeTo(folder.resolve("unicode-" + name));
        return Tcvn3Zip.of(unicode, folder.resolve(name));
    }

    void assertNothingIsWiderThanTheScreen(String when) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(when)
                .isLessThanOrEqualTo(360);
    }
}
