package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.server.e2e.OfficerPages.ANH;
import static vn.ruralmap.server.e2e.OfficerPages.HOA;
import static vn.ruralmap.server.e2e.OfficerPages.LAN;
import static vn.ruralmap.server.e2e.OfficerPages.MAKER;
import static vn.ruralmap.server.e2e.OfficerPages.MINH;
import static vn.ruralmap.server.e2e.OfficerPages.SERVER;
import static vn.ruralmap.server.e2e.OfficerPages.click;
import static vn.ruralmap.server.e2e.OfficerPages.latitude;
import static vn.ruralmap.server.e2e.OfficerPages.looksOtherThan;
import static vn.ruralmap.server.e2e.OfficerPages.middle;
import static vn.ruralmap.server.e2e.OfficerPages.piece;
import static vn.ruralmap.server.e2e.OfficerPages.pixel;
import static vn.ruralmap.server.e2e.OfficerPages.place;
import static vn.ruralmap.server.e2e.OfficerPages.shoot;
import static vn.ruralmap.server.e2e.OfficerPages.signedIn;
import static vn.ruralmap.server.e2e.OfficerPages.stored;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.proposals.Zones;

/**
 * From a shared border that an officer drags to the map that everybody sees, and back: an officer, an approver and the public in
 * browsers of their own, with accounts, on the real server.
 */
class WorkFlowIT {

    private static final Browser BROWSER = Browser.open();

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    private static Page editing(Officer officer, int row) {
        return OfficerPages.editing(BROWSER.window(1280, 900), officer, OfficerPages.place(row));
    }

    private static void publish(String title) {
        OfficerPages.publish(BROWSER.window(1280, 900), title);
    }

    /** Drags the middle of the border between both zones of a row. */
    private static void drag(Page page, int row, int right) {
        double latitude = latitude(row);
        click(page, 105.917, latitude);
        assertThat(page.getByTestId("selected-title")).hasText("VN-TAY-" + row);
        double[] from = pixel(page, 105.92, latitude);
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        page.mouse().move(from[0] + right, from[1] + 3, new Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
    }

    @Test
    void aDraggedBorderIsReviewedPublishedSeenByEverybodyAndTakenBackBitForBit() {
        Zones zones = Zones.create(MAKER, 0);
        String west = zones.geometry(zones.west());
        String east = zones.geometry(zones.east());
        Page everybody = BROWSER.window(1000, 700);
        everybody.navigate(SERVER.url() + place(0));
        everybody.waitForSelector("html[data-ready=true]");
        everybody.waitForTimeout(500);
        byte[] before = piece(everybody, 105.9195, latitude(0));

        Page page = editing(LAN, 0);
        assertThat(page.getByTestId("to-account")).hasText("lan");
        drag(page, 0, -40);
        assertThat(page.getByTestId("draft-about")).containsText("2 vùng thay đổi");
        page.getByTestId("draft-title").fill("Chỉnh ranh giới bằng chuột");
        page.getByTestId("draft-submit").click();
        assertThat(page.getByTestId("saving-message")).containsText("Đã gửi duyệt đề xuất");
        shoot(page, "flow-editor");
        assertThat(zones.geometry(zones.west())).as("nothing is published yet").isEqualTo(west);

        publish("Chỉnh ranh giới bằng chuột");

        long published = System.nanoTime();
        assertThat(looksOtherThan(before, everybody, 105.9195, latitude(0)))
                .as("the public sees it")
                .isTrue();
        org.slf4j.LoggerFactory.getLogger(WorkFlowIT.class)
                .info("shown {} ms after publication", (System.nanoTime() - published) / 1_000_000);
        Coordinate moved = middle(stored(zones.west()));
        assertThat(moved.x).isLessThan(105.9195);
        assertThat(middle(stored(zones.east()))).isEqualTo(moved);

        Page review = signedIn(BROWSER.window(1280, 900), MINH, "/review.html");
        review.getByTestId("proposal")
                .filter(new Locator.FilterOptions().setHasText("Chỉnh ranh giới bằng chuột"))
                .click();
        review.getByTestId("do.revert").click();
        review.locator("[data-testid=head] [data-state=reverted]").waitFor();
        assertThat(zones.geometry(zones.west())).isEqualTo(west);
        assertThat(zones.geometry(zones.east())).isEqualTo(east);
        assertThat(BROWSER.strangers()).isEmpty();
    }

    @Test
    void anOfficerOfAnotherCommuneIsToldWhyNothingIsSaved() {
        Zones.create(MAKER, 1);
        Page page = editing(ANH, 1);
        drag(page, 1, -40);
        page.getByTestId("draft-title").fill("Sang xã bên");
        page.getByTestId("draft-save").click();

        assertThat(page.getByTestId("saving-message")).containsText("không nằm trọn trong địa bàn");
        shoot(page, "flow-outside");
        assertThat(page.getByTestId("draft-about")).containsText("2 vùng thay đổi");
    }

    @Test
    void ofTwoOfficersWhoCollideBothKeepTheirWork() {
        Zones zones = Zones.create(MAKER, 2);
        Page first = editing(LAN, 2);
        Page second = editing(HOA, 2);
        drag(first, 2, -40);
        drag(second, 2, 40);
        first.getByTestId("draft-title").fill("Của Lan");
        first.getByTestId("draft-submit").click();
        assertThat(first.getByTestId("saving-message")).containsText("Đã gửi duyệt");
        publish("Của Lan");
        Coordinate published = middle(stored(zones.west()));

        second.getByTestId("draft-title").fill("Của Hoa");
        second.getByTestId("draft-submit").click();

        assertThat(second.getByTestId("saving-message")).containsText("lan sửa (geom)");
        shoot(second, "flow-collision");
        assertThat(second.getByTestId("draft-about")).containsText("2 vùng thay đổi");
        assertThat(middle(stored(zones.west()))).isEqualTo(published);

        second.getByTestId("saving-message").locator("a").click();
        assertThat(second.getByTestId("conflict")).hasCount(2);
        assertThat(second.getByTestId("conflicts.merge")).isDisabled();
        for (Locator question : second.getByTestId("conflict").all()) {
            question.locator("input[value=mine]").check();
        }
        shoot(second, "flow-merge");
        second.getByTestId("conflicts.merge").click();
        assertThat(second.getByTestId("conflict")).hasCount(0);
        second.getByTestId("do.submit").click();
        second.locator("[data-testid=head] [data-state=submitted]").waitFor();
        publish("Của Hoa");
        assertThat(middle(stored(zones.west())).x).isGreaterThan(105.9205);
        assertThat(middle(stored(zones.east()))).isEqualTo(middle(stored(zones.west())));
    }
}
