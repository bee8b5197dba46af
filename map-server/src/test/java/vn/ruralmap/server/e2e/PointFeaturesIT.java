package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.server.e2e.OfficerPages.MINH;
import static vn.ruralmap.server.e2e.OfficerPages.SERVER;
import static vn.ruralmap.server.e2e.OfficerPages.click;
import static vn.ruralmap.server.e2e.OfficerPages.editing;
import static vn.ruralmap.server.e2e.OfficerPages.pixel;
import static vn.ruralmap.server.e2e.OfficerPages.shoot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/** Hamlets that are points: added, typed by coordinates, dragged, deleted, and published. */
class PointFeaturesIT {

    private static final String PLACE = "/#map=15/9.7900/105.9600&layers=hamlets";

    private static final Browser BROWSER = Browser.open();

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    private static Locator title(Page page) {
        return page.getByTestId("selected-title");
    }

    private static JsonNode hamlets(String name) {
        String query = java.net.URLEncoder.encode("name = '" + name + "'", java.nio.charset.StandardCharsets.UTF_8);
        return Officer.json(SERVER.get("/ogc/collections/hamlets/items?filter-lang=cql2-text&filter=" + query))
                .get("features");
    }

    @Test
    void aPointIsAddedTypedMovedAndDeletedAndThePublicMapHasIt() {
        Officer giang = Officer.of(SERVER, "giang", EnumSet.of(Role.OFFICER));
        Page page = editing(BROWSER.window(1280, 900), giang, PLACE);
        page.getByTestId("tool-point").click();
        click(page, 105.9580, 9.7920);
        assertThat(title(page)).hasText("Điểm mới");
        assertThat(page.getByTestId("tool-select")).hasAttribute("aria-pressed", "true");
        page.locator("#attribute-name").fill("Ấp Thử Nghiệm");
        page.locator("#attribute-kind").selectOption("ấp");
        assertThat(page.locator("#attribute-commune")).hasValue("Kế Sách");
        page.locator("#attribute-households").fill("85");
        page.getByTestId("place").locator("summary").click();
        page.getByTestId("place-system").selectOption("EPSG:9209");
        assertThat(page.getByTestId("place-x")).hasValue(Pattern.compile("1\\.08\\d\\.\\d{3},\\d\\d"));
        page.getByTestId("place-x").fill("1.082.700,00");
        page.getByTestId("place-y").fill("550.500,00");
        page.getByTestId("place-set").click();
        assertThat(title(page)).hasText("Ấp Thử Nghiệm");
        shoot(page, "points-desktop-vi");

        click(page, 105.955, 9.79);
        assertThat(title(page)).hasText("An Ninh 1");
        assertThat(page.getByTestId("tool-split")).hasAttribute("aria-disabled", "true");
        double[] from = pixel(page, 105.955, 9.79);
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        page.mouse().move(from[0] - 40, from[1] + 20, new Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
        assertThat(page.getByTestId("draft-about")).containsText("2 đối tượng thay đổi");

        click(page, 105.965, 9.79);
        assertThat(title(page)).hasText("An Ninh 2");
        page.getByTestId("tool-remove").click();
        assertThat(page.getByTestId("draft-about")).containsText("3 đối tượng thay đổi");
        page.getByTestId("tool-undo").click();
        page.getByTestId("tool-redo").click();
        assertThat(page.getByTestId("finding")).hasCount(0);
        page.getByTestId("draft-title").fill("Thêm ấp");
        page.getByTestId("draft-submit").click();
        assertThat(page.getByTestId("saving-message")).containsText("Đã gửi duyệt đề xuất");

        JsonNode head = Officer.json(giang.get("/api/proposals?mine=true"))
                .get("proposals")
                .get(0);
        String path = "/api/proposals/" + head.get("id").asString();
        for (String step : new String[] {"approve", "publish"}) {
            String version = Officer.json(MINH.get(path)).get("version").asString();
            assertThat(MINH.send("POST", path + "/" + step, "{'comment':''}", "If-Match", '"' + version + '"')
                            .statusCode())
                    .isEqualTo(200);
        }
        JsonNode added = hamlets("Ấp Thử Nghiệm").get(0);
        assertThat(added.get("geometry").get("type").asString()).isEqualTo("Point");
        assertThat(added.get("geometry").get("coordinates").get(0).asDouble()).isBetween(105.955, 105.965);
        assertThat(added.get("properties").get("households").asInt()).isEqualTo(85);
        assertThat(added.get("properties").get("commune").asInt()).isEqualTo(3);
        assertThat(hamlets("An Ninh 1")
                        .get(0)
                        .get("geometry")
                        .get("coordinates")
                        .get(0)
                        .asDouble())
                .isLessThan(105.9545);
        assertThat(hamlets("An Ninh 2")).isEmpty();
        assertThat(BROWSER.complaints()).isEmpty();
    }

    @Test
    void aPointIsAddedAndMovedByKeyboardOnAPhoneInEnglish() {
        Officer giang = Officer.of(SERVER, "giang", EnumSet.of(Role.OFFICER));
        Page page = editing(BROWSER.window(390, 844), giang, "/#map=15/9.7200/105.9400&layers=tourism_sites&lang=en");
        page.keyboard().press("p");
        page.keyboard().press("Space");
        assertThat(title(page)).hasText("New point");
        assertThat(page.getByTestId("vertex")).hasText("Place of New point");
        String before = page.getByTestId("point").textContent();
        page.keyboard().press("Enter");
        for (int i = 0; i < 20; i++) {
            page.keyboard().press("ArrowUp");
        }
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("point")).not().hasText(before);
        page.keyboard().press("i");
        assertThat(page.locator("#status")).containsText("This is a point");
        assertThat(page.getByTestId("draft-about")).containsText("Features changed: 1");
        shoot(page, "points-phone-en");
        page.keyboard().press("Control+z");
        assertThat(page.getByTestId("point")).hasText(before);
        page.keyboard().press("Escape");
        assertThat(title(page)).hasText("Nothing is selected.");
    }
}
