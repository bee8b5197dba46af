package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.server.e2e.OfficerPages.LAN;
import static vn.ruralmap.server.e2e.OfficerPages.MAKER;
import static vn.ruralmap.server.e2e.OfficerPages.MINH;
import static vn.ruralmap.server.e2e.OfficerPages.SERVER;
import static vn.ruralmap.server.e2e.OfficerPages.latitude;
import static vn.ruralmap.server.e2e.OfficerPages.loaded;
import static vn.ruralmap.server.e2e.OfficerPages.looksOtherThan;
import static vn.ruralmap.server.e2e.OfficerPages.middle;
import static vn.ruralmap.server.e2e.OfficerPages.piece;
import static vn.ruralmap.server.e2e.OfficerPages.place;
import static vn.ruralmap.server.e2e.OfficerPages.shoot;
import static vn.ruralmap.server.e2e.OfficerPages.stored;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.proposals.Zones;

/** The whole way of a border, from signing in to taking it back, with no mouse at all. */
class KeyboardFlowIT {

    private static final int ROW = 3;
    private static final String TITLE = "Chi bang ban phim";

    private static final Browser BROWSER = Browser.open();

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    /** Signs in where the field of the name has the keyboard already. */
    private static Keyboard signedIn(Officer officer, String to) {
        Page page = BROWSER.window(1280, 900);
        page.onDialog(Dialog::accept);
        Keyboard keyboard = Keyboard.of(page);
        page.navigate(SERVER.url() + "/signin.html?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        assertThat(page.getByTestId("name")).isFocused();
        keyboard.type(officer.name()).to("[data-testid=password]").type(officer.token());
        keyboard.press("Enter");
        page.waitForURL(url -> !url.contains("signin"));
        return keyboard;
    }

    private static void editAndSubmit() {
        Keyboard keyboard = signedIn(LAN, place(ROW));
        Page page = keyboard.page();
        page.waitForSelector("html[data-ready=true]");
        assertThat(page.getByTestId("to-editor")).isVisible();
        keyboard.to("[data-testid=to-editor]").press("Enter");
        loaded(page);
        assertThat(page.getByTestId("map")).isFocused();

        keyboard.to("[data-testid=editor-filter]")
                .type("VN-TAY-" + ROW)
                .to("[data-testid=editor-row]")
                .press("Enter");
        assertThat(page.getByTestId("selected-title")).hasText("VN-TAY-" + ROW);
        assertThat(page.getByTestId("map")).isFocused();
        keyboard.press("ArrowRight", "ArrowRight", "ArrowRight");
        assertThat(page.getByTestId("vertex")).hasText("Đỉnh 3/5, chung với VN-DONG-" + ROW);
        keyboard.to("[data-testid=step]").press("ArrowDown");
        assertThat(page.getByTestId("step")).hasValue("10");
        shoot(page, "keyboard-step-desktop-vi");
        keyboard.press("Escape");
        assertThat(page.getByTestId("map")).isFocused();
        keyboard.press("Enter");
        for (int i = 0; i < 9; i++) {
            keyboard.press("ArrowLeft");
        }
        keyboard.press("Enter");
        assertThat(page.getByTestId("draft-about")).containsText("2 vùng thay đổi");
        keyboard.press("Control+s");
        assertThat(page.getByTestId("saving-message")).containsText("Đã lưu đề xuất");
        keyboard.to("[data-testid=draft-title]").type(TITLE).press("Control+Enter");
        assertThat(page.getByTestId("saving-message")).containsText("Đã gửi duyệt đề xuất");
        shoot(page, "keyboard-submitted-desktop-vi");
    }

    /** Opens the proposal on the review page. */
    private static Keyboard reviewing() {
        Keyboard keyboard = signedIn(MINH, "/");
        Page page = keyboard.page();
        page.waitForSelector("html[data-ready=true]");
        assertThat(page.getByTestId("to-review")).isVisible();
        keyboard.to("[data-testid=to-review]").press("Enter");
        page.getByTestId("proposal").first().waitFor();
        assertThat(page.getByTestId("proposal").first()).containsText(TITLE);
        keyboard.to("[data-testid=proposal]").press("Enter");
        page.getByTestId("changes").waitFor();
        assertThat(page.getByTestId("detail")).isFocused();
        return keyboard;
    }

    @Test
    void aZoneIsDrawnUnderTheAimInTheMiddleOfTheMap() {
        Keyboard keyboard = signedIn(LAN, "/#map=16/9.7300/105.9850&layers=material_zones");
        Page page = keyboard.page();
        assertThat(page.getByTestId("to-editor")).isVisible();
        keyboard.to("[data-testid=to-editor]").press("Enter");
        loaded(page);
        assertThat(page.locator(".crosshair")).isHidden();
        keyboard.press("n");
        assertThat(page.locator(".crosshair")).isVisible();
        keyboard.press("Space", "Shift+ArrowRight", "Space", "Shift+ArrowDown", "ArrowDown", "Space");
        assertThat(page.getByTestId("sketch")).containsText("3 điểm");
        shoot(page, "keyboard-drawing-desktop-vi");
        keyboard.press("Backspace");
        assertThat(page.getByTestId("sketch")).containsText("2 điểm");
        keyboard.press("Space", "Enter");
        assertThat(page.getByTestId("selected-title")).hasText("Vùng mới");
        assertThat(page.getByTestId("draft-about")).containsText("1 vùng thay đổi");
        keyboard.press("Control+z");
        assertThat(page.getByTestId("draft-about")).containsText("Chưa có thay đổi");
    }

    @Test
    void aBorderIsMovedSubmittedApprovedPublishedSeenAndTakenBackByKeyboardOnly() {
        Zones zones = Zones.create(MAKER, ROW);
        String west = zones.geometry(zones.west());
        String east = zones.geometry(zones.east());
        Page everybody = BROWSER.window(1000, 700);
        everybody.navigate(SERVER.url() + place(ROW));
        everybody.waitForSelector("html[data-ready=true]");
        everybody.waitForTimeout(500);
        byte[] before = piece(everybody, 105.9195, latitude(ROW));

        editAndSubmit();
        assertThat(zones.geometry(zones.west())).as("nothing is published yet").isEqualTo(west);
        Keyboard review = reviewing();
        review.to("[data-testid='do.approve']").press("Enter");
        review.page().locator("[data-testid=head] [data-state=approved]").waitFor();
        assertThat(review.page().getByTestId("detail")).isFocused();
        review.to("[data-testid='do.publish']").press("Enter");
        review.page().locator("[data-testid=head] [data-state=published]").waitFor();

        assertThat(looksOtherThan(before, everybody, 105.9195, latitude(ROW)))
                .as("the public sees it")
                .isTrue();
        Coordinate moved = middle(stored(zones.west()));
        assertThat(moved.x).isBetween(105.919, 105.9193);
        assertThat(middle(stored(zones.east()))).isEqualTo(moved);

        review.to("[data-testid='do.revert']").press("Enter");
        review.page().locator("[data-testid=head] [data-state=reverted]").waitFor();
        shoot(review.page(), "keyboard-reverted-desktop-vi");
        assertThat(zones.geometry(zones.west())).isEqualTo(west);
        assertThat(zones.geometry(zones.east())).isEqualTo(east);
        assertThat(BROWSER.complaints()).isEmpty();
    }
}
