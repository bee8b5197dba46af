package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.proposals.Zones;

/** An approver in a real browser: looks at a moved border, comments, approves, publishes, and takes it back. */
class ReviewPageIT {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Nguyễn Thị Lan");
    private static final Officer MINH = Officer.of(SERVER, "Trần Minh");
    private static final Browser BROWSER = Browser.open();

    @AfterAll
    static void stop() {
        BROWSER.close();
        SERVER.close();
    }

    private static String submitted(Zones zones, int row) {
        HttpResponse<String> created = LAN.send(
                "POST",
                "/api/proposals",
                Zones.proposal(
                        "Chỉnh ranh giới hai vùng bưởi",
                        Zones.update(zones.west(), 1, Zones.west(row, 105.919))
                                .replace(
                                        "'geometry'",
                                        "'properties':{'product':'Bưởi Năm Roi','households':12},'geometry'"),
                        Zones.update(zones.east(), 1, Zones.east(row, 105.9191))));
        String path = Officer.header(created, "Location");
        assertThat(LAN.send("POST", path + "/submit", "{'comment':'Có mương nước ở giữa'}")
                        .statusCode())
                .isEqualTo(200);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Page signedIn(Officer officer, int width, int height) {
        Page page = BROWSER.window(width, height);
        page.setExtraHTTPHeaders(Map.of("Authorization", officer.authorization()));
        return page;
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "review-" + name + ".png")));
    }

    @Test
    void a_border_is_looked_at_approved_published_and_taken_back() {
        Zones zones = Zones.create(LAN, 0);
        String before = zones.geometry(zones.west());
        String id = submitted(zones, 0);
        Page page = signedIn(MINH, 1280, 900);
        page.onDialog(com.microsoft.playwright.Dialog::accept);

        page.navigate(SERVER.url() + "/review.html");
        page.getByTestId("proposal").first().click();
        page.getByTestId("changes").waitFor();
        assertThat(page.getByTestId("change").count()).isEqualTo(2);
        assertThat(page.getByTestId("changes").innerText()).contains("Bưởi Năm Roi", "ranh giới dịch nhiều nhất");
        assertThat(page.getByTestId("findings").innerText()).contains("khe hở", "VN-TAY-0", "VN-DONG-0");
        page.getByTestId("swipe").fill("30");
        page.waitForTimeout(600);
        shoot(page, "desktop-vi");
        page.getByTestId("findings").getByTestId("findings.show").click();
        page.waitForTimeout(600);
        shoot(page, "finding");
        page.getByTestId("comment").fill("Đã đối chiếu bản đồ địa chính");
        page.getByTestId("do.approve").click();
        page.getByTestId("do.publish").click();
        page.getByTestId("do.revert").waitFor();
        assertThat(zones.geometry(zones.west())).contains("105.919");
        page.getByTestId("do.revert").click();
        page.locator("[data-testid=head] [data-state=reverted]").waitFor();
        assertThat(zones.geometry(zones.west())).isEqualTo(before);
        assertThat(page.getByTestId("steps").innerText()).contains("Trần Minh hoàn tác");

        Page phone = signedIn(LAN, 390, 844);
        phone.navigate(SERVER.url() + "/review.html#" + id + "&lang=en");
        phone.getByTestId("changes").waitFor();
        phone.waitForTimeout(600);
        shoot(phone, "phone-en");
        assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(BROWSER.complaints()).isEmpty();
    }
}
