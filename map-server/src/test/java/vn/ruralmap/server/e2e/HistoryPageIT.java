package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.proposals.Zones;

/** The history in a real browser: what changed, by whom, how the map was, and back to it. */
class HistoryPageIT {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Nguyễn Thị Lan");
    private static final Officer MINH = Officer.of(SERVER, "Trần Minh");
    private static final Browser BROWSER = Browser.open();
    private static final String ITEMS = "/ogc/collections/material_zones/items/";

    @AfterAll
    static void stop() {
        BROWSER.close();
        SERVER.close();
    }

    private static Page signedIn(Officer officer, int width, int height) {
        Page page = BROWSER.window(width, height);
        page.setExtraHTTPHeaders(Map.of("Authorization", officer.authorization()));
        return page;
    }

    private static Page open(Page page, String hash) {
        page.navigate(SERVER.url() + "/history#" + hash);
        page.locator("html[data-ready=true]").waitFor();
        return page;
    }

    private static void shoot(Page page, String name) {
        page.waitForTimeout(600);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "history-" + name + ".png")));
    }

    private static void patch(long fid, int version, String body, String message) {
        assertThat(LAN.send("PATCH", ITEMS + fid + "?message=" + message, body, "If-Match", "\"" + version + "\"")
                        .statusCode())
                .isEqualTo(204);
    }

    private static void delete(long fid, int version) {
        assertThat(LAN.send("DELETE", ITEMS + fid + "?message=Nham", "", "If-Match", "\"" + version + "\"")
                        .statusCode())
                .isEqualTo(204);
    }

    /** Submits, approves and publishes what the page drafted; the page shows its proposal. */
    private static void publishDraft(Page page, Officer author, Officer approver) {
        page.waitForURL("**/review#*");
        page.getByTestId("head").waitFor();
        String id = page.url().replaceAll(".*#([0-9a-f]{12}).*", "$1");
        String path = "/api/proposals/" + id;
        assertThat(author.send("POST", path + "/submit", "{}").statusCode()).isEqualTo(200);
        for (String step : new String[] {"approve", "publish"}) {
            String tag = Officer.header(approver.get(path), "ETag");
            assertThat(approver.send("POST", path + "/" + step, "{}", "If-Match", tag)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_officer_sees_who_changed_what_compares_and_restores_a_version() {
        Zones zones = Zones.create(LAN, 0);
        String before = zones.geometry(zones.west());
        patch(
                zones.west(),
                1,
                "{'geometry':" + Zones.west(0, 105.919)
                        + ",'properties':{'product':'Chuối','decision':'QĐ 77/2026','status':'suspended'}}",
                "Do+lai");

        Page page = open(signedIn(MINH, 1280, 900), "feature=material_zones." + zones.west());
        page.getByTestId("removed").waitFor();
        assertThat(page.getByTestId("version").allInnerTexts()).hasSize(2);
        assertThat(page.getByTestId("version").first().innerText())
                .contains("Phiên bản 2", "hiện hành", LAN.name(), "Lý do: Do lai", "Quyết định: QĐ 77/2026")
                .contains("Hiệu lực từ 01/07/2025", "Ranh giới dịch nhiều nhất", "ha");
        assertThat(page.getByTestId("difference").innerText())
                .contains("Phiên bản 1 → 2", "Đất bớt đi: 2,4", "Bưởi", "Chuối", "Tạm dừng")
                .doesNotContain("Đất thêm vào");
        assertThat(page.locator(".leaflet-removed-pane path").count()).isEqualTo(1);
        shoot(page, "feature-desktop-vi");

        page.getByTestId("version").last().getByTestId("version.difference").click();
        page.getByTestId("added").waitFor();
        assertThat(page.getByTestId("difference").innerText()).contains("Phiên bản 1, khi mới có", "Nhơn Mỹ");

        page.getByTestId("version.restore").click();
        page.getByTestId("confirm-no").click();
        assertThat(LAN.get("/api/proposals").body()).doesNotContain("Khôi phục");
        page.getByTestId("version.restore").click();
        assertThat(page.getByTestId("confirm").innerText()).contains("Khôi phục phiên bản 1?");
        page.getByTestId("restore-why").fill("Đo nhầm");
        shoot(page, "restore");
        page.getByTestId("confirm-yes").click();
        publishDraft(page, MINH, LAN);
        assertThat(zones.geometry(zones.west())).isEqualTo(before);
        assertThat(page.getByTestId("head").innerText()).contains("Đo nhầm");
        assertThat(BROWSER.complaints()).isEmpty();
        assertThat(BROWSER.strangers()).isEmpty();
    }

    @Test
    void what_was_deleted_is_found_and_restored_by_keyboard_alone() {
        Zones zones = Zones.create(LAN, 1);
        patch(zones.east(), 1, "{'properties':{'name':'Vườn Bưởi Năm Roi'}}", "Ten");
        delete(zones.east(), 2);

        Page page = open(signedIn(MINH, 1280, 900), "lang=en");
        page.getByTestId("find.area").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.locator("[data-testid='find.deleted'][aria-pressed=true]").waitFor();
        assertThat(page.evaluate("document.activeElement.dataset.testid")).isEqualTo("find.deleted");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("vuon buoi");
        page.keyboard().press("Enter");
        page.getByTestId("found").getByText("Found: 1").waitFor();
        shoot(page, "deleted-desktop-en");
        tabTo(page, "result");
        page.keyboard().press("Enter");
        page.getByTestId("difference").waitFor();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("feature-name");
        assertThat(page.getByTestId("head").innerText()).contains("VN-DONG-1", "deleted");
        tabTo(page, "version.restore");
        page.keyboard().press("Enter");
        tabTo(page, "confirm-yes");
        page.keyboard().press("Enter");
        publishDraft(page, MINH, LAN);
        assertThat(zones.get(zones.east()).get("properties").get("name").asString())
                .isEqualTo("Vườn Bưởi Năm Roi");
        assertThat(BROWSER.complaints()).isEmpty();
    }

    private static void tabTo(Page page, String testid) {
        for (int i = 0; i < 80; i++) {
            if (testid.equals(page.evaluate("document.activeElement.dataset.testid ?? ''"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not get to " + testid);
    }

    @Test
    void an_area_a_person_and_the_map_of_a_moment_are_looked_at_on_a_phone() {
        Zones zones = Zones.create(LAN, 2);
        String then = Officer.json(LAN.get("/api/history/material_zones/" + zones.west()))
                .get("versions")
                .get(0)
                .get("when")
                .asString();
        delete(zones.west(), 1);
        String west = "material_zones." + zones.west();

        Page phone = open(signedIn(MINH, 390, 844), "bbox=105.905,9.711,105.915,9.717");
        phone.locator("[data-feature='" + west + "']").first().waitFor();
        shoot(phone, "area-phone-vi");
        assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        phone.locator("[data-feature='" + west + "']").first().click();
        phone.getByTestId("difference").waitFor();
        shoot(phone, "feature-phone-vi");
        assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        phone.getByTestId("version.who").first().click();
        phone.locator("[data-testid='find.person'][aria-pressed=true]").waitFor();
        phone.locator("[data-feature='" + west + "']").first().waitFor();
        assertThat(phone.locator("#find-who").inputValue()).isEqualTo(LAN.name());
        phone.goBack();
        phone.getByTestId("difference").waitFor();

        open(phone, "find=past&layer=material_zones&moment=" + then + "&as-of=2026-01-01&lang=en");
        phone.getByTestId("map-caption").waitFor();
        phone.evaluate("document.querySelector('[data-testid=find-map]').scrollIntoView()");
        shoot(phone, "past-phone-en");
        assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(phone.getByTestId("map-caption").innerText()).contains("as published at", "1 January 2026");
        assertThat(BROWSER.complaints()).isEmpty();
    }

    @Test
    void an_area_is_chosen_by_name_or_drawn_and_the_map_of_a_moment_answers_clicks_and_keys() {
        Zones zones = Zones.create(LAN, 4);
        String then = Officer.json(LAN.get("/api/history/material_zones/" + zones.east()))
                .get("versions")
                .get(0)
                .get("when")
                .asString();
        delete(zones.west(), 1);
        String west = "material_zones." + zones.west();

        Page page = open(signedIn(MINH, 1280, 900), "");
        page.getByTestId("find-place").fill("nhon my");
        page.getByTestId("place").first().click();
        page.getByTestId("find-where").getByText("Trong khung: 105,9").waitFor();
        page.locator("[data-feature='" + west + "']").first().waitFor();
        shoot(page, "place-desktop-vi");

        // a box that the deleted zone does not lie in
        open(page, "bbox=105.905,9.72,105.935,9.73");
        page.locator("[data-feature='" + west + "']").first().waitFor();
        page.getByTestId("find.draw").click();
        BoundingBox map = page.getByTestId("find-map").boundingBox();
        page.mouse().move(map.x + map.width * 0.8, map.y + 10);
        page.mouse().down();
        page.mouse().move(map.x + map.width * 0.95, map.y + 60);
        page.mouse().up();
        page.waitForURL(url -> url.contains("bbox=105.93"));
        page.getByTestId("found")
                .getByText("0")
                .or(page.getByText("Không tìm thấy gì."))
                .waitFor();

        String moment = "find=past&layer=material_zones&bbox=105.91,9.722,105.92,9.726&moment=" + then;
        open(page, moment);
        BoundingBox past = page.getByTestId("find-map").boundingBox();
        page.mouse().click(past.x + past.width / 2 - 40, past.y + past.height / 2);
        page.getByTestId("difference").waitFor();
        assertThat(page.getByTestId("head").innerText()).contains("VN-TAY-4", "đã xóa");
        page.goBack();
        page.getByTestId("find-map").focus();
        page.keyboard().press("Enter");
        page.getByTestId("difference").waitFor();
        assertThat(page.getByTestId("head").innerText()).contains("VN-TAY-4");
        page.getByTestId("version.then").last().click();
        page.getByTestId("map-caption").getByText("Bản đồ như đã công bố lúc").waitFor();
        shoot(page, "past-desktop-vi");
        assertThat(page.url()).contains("find=past").contains("bbox=105.91%2C9.722");
        assertThat(BROWSER.complaints()).isEmpty();
    }

    @Test
    void the_public_sees_when_and_by_which_decision_a_border_moved_and_no_names() {
        Zones zones = Zones.create(LAN, 3);
        patch(
                zones.west(),
                1,
                "{'geometry':" + Zones.west(3, 105.919) + ",'properties':{'decision':'QĐ 78/2026'}}",
                "Rieng");

        Page page = open(BROWSER.window(1280, 900), "feature=material_zones." + zones.west() + "&lang=en");
        page.getByTestId("removed").waitFor();
        shoot(page, "public-desktop-en");
        assertThat(page.getByTestId("detail").innerText())
                .contains("Decision: QĐ 78/2026", "Land taken away", "Sign in")
                .doesNotContain(LAN.name(), "Rieng", "Restore");
        assertThat(page.getByTestId("finder").isVisible()).isFalse();
        page.locator("[data-lang=vi]").click();
        page.getByTestId("detail").getByText("Đất bớt đi").waitFor();
        assertThat(page.url()).doesNotContain("lang=en");
        assertThat(BROWSER.complaints()).isEmpty();
    }
}
