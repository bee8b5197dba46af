package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.server.FixtureData;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/** The viewer as somebody meets it who may see private attributes, before, while and after being signed in. */
class ReaderIT {

    private static final String PICTURES = System.getProperty("ruralmap.test.pictures", "");
    private static final String ZONE = "/#feature=material_zones.1";

    private static Browser browser;
    private static ServerFixture server;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        server = ServerFixture.start(Map.of());
        Officer.of(server, "Hoa", Set.of(Role.READER));
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

    private static void go(Page page, String path) {
        // only the part after the number sign may differ, which alone loads nothing
        page.navigate("about:blank");
        page.navigate(server.url() + path);
        page.waitForSelector("html[data-ready=true]");
    }

    /** For people to look at. */
    private static void picture(Page page, String name) {
        if (!PICTURES.isEmpty()) {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of(PICTURES).resolve(name + ".png")));
        }
    }

    @Test
    void privateAttributesAreMarkedInTheCardAndGoneAfterSigningOut() {
        Page page = browser.window(1280, 800);
        Locator details = page.getByTestId("details");
        go(page, ZONE);
        assertThat(details).containsText("VN-STOR-0001");
        assertThat(details).not().containsText(FixtureData.SECRET);

        go(page, "/signin.html?to=/");
        page.getByTestId("name").fill("Hoa");
        page.getByTestId("password").fill(Officer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(server.url() + "/");
        go(page, ZONE);
        Locator term = details.locator("dt", new Locator.LocatorOptions().setHasText("Người đại diện"));
        assertThat(term).hasText("Người đại diện riêng tư");
        assertThat(details.locator("dd[data-attribute=id_number]")).hasText(FixtureData.SECRET);
        assertThat(details.locator("dt", new Locator.LocatorOptions().setHasText("Sản phẩm")))
                .not()
                .containsText("riêng tư");
        picture(page, "reader-card-vi");
        page.setViewportSize(360, 740);
        go(page, ZONE + "&lang=en");
        assertThat(details.locator(".private-mark").first()).hasText("private");
        picture(page, "reader-card-phone-en");

        go(page, "/accounts.html");
        page.getByTestId("me").getByText("Đăng xuất").click();
        page.waitForURL(server.url() + "/");
        go(page, ZONE);
        assertThat(details).containsText("VN-STOR-0001");
        assertThat(details).not().containsText(FixtureData.SECRET);
        page.context().close();
    }

    @Test
    void theSearchFindsWhatOnlyReadersMaySearchFor() {
        Page page = browser.window(1280, 800);
        go(page, "/signin.html?to=/");
        page.getByTestId("name").fill("Hoa");
        page.getByTestId("password").fill(Officer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(server.url() + "/");
        page.waitForSelector("html[data-ready=true]");
        page.getByRole(com.microsoft.playwright.options.AriaRole.COMBOBOX)
                .first()
                .fill("bi mat");

        assertThat(page.getByText("VN-STOR-0003").first()).isVisible();
        picture(page, "reader-search-vi");
        page.context().close();
    }
}
