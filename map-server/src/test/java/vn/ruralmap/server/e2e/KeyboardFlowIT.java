package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.server.e2e.OfficerPages.HOA;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.proposals.Zones;

/** The whole way of a border, from signing in to taking it back, with no mouse at all. */
class KeyboardFlowIT {

    private static final int ROW = 3;

    private static final Browser BROWSER = Browser.open();

    private static Zones zones;

    @BeforeAll
    static void draw() {
        zones = Zones.create(MAKER, ROW);
    }

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    /** No mouse did anything on any page. */
    @AfterEach
    void byKeyboardOnly() {
        assertThat(BROWSER.complaints()).noneMatch(complaint -> complaint.contains("not by keyboard"));
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

    /** Takes the middle of the shared border and moves it by 90 m. @param way the arrow key */
    private static Keyboard edited(Officer officer, String way) {
        Keyboard keyboard = signedIn(officer, place(ROW));
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
            keyboard.press(way);
        }
        keyboard.press("Enter");
        assertThat(page.getByTestId("draft-about")).containsText("2 vùng thay đổi");
        return keyboard;
    }

    private static void submit(Keyboard keyboard, String title) {
        keyboard.to("[data-testid=draft-title]").type(title).press("Control+Enter");
    }

    /** Opens the proposal on the review page. */
    private static Keyboard reviewing(String title) {
        Keyboard keyboard = signedIn(MINH, "/");
        Page page = keyboard.page();
        page.waitForSelector("html[data-ready=true]");
        assertThat(page.getByTestId("to-review")).isVisible();
        keyboard.to("[data-testid=to-review]").press("Enter");
        page.getByTestId("proposal").first().waitFor();
        assertThat(page.getByTestId("proposal").first()).containsText(title);
        keyboard.to("[data-testid=proposal]").press("Enter");
        page.getByTestId("changes").waitFor();
        assertThat(page.getByTestId("detail")).isFocused();
        return keyboard;
    }

    private static void does(Keyboard review, String step, String state) {
        review.to("[data-testid='do." + step + "']").press("Enter");
        review.page().locator("[data-testid=head] [data-state=" + state + "]").waitFor();
        assertThat(review.page().getByTestId("detail")).isFocused();
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
        String west = zones.geometry(zones.west());
        String east = zones.geometry(zones.east());
        Coordinate from = middle(stored(zones.west()));
        Page everybody = BROWSER.window(1000, 700);
        everybody.navigate(SERVER.url() + place(ROW));
        everybody.waitForSelector("html[data-ready=true]");
        everybody.waitForTimeout(500);
        byte[] before = piece(everybody, from.x - 0.0005, latitude(ROW));

        Keyboard keyboard = edited(LAN, "ArrowLeft");
        keyboard.press("Control+s");
        assertThat(keyboard.page().getByTestId("saving-message")).containsText("Đã lưu đề xuất");
        submit(keyboard, "Chi bang ban phim");
        assertThat(keyboard.page().getByTestId("saving-message")).containsText("Đã gửi duyệt đề xuất");
        assertThat(keyboard.page().getByTestId("draft-title")).hasValue("");
        shoot(keyboard.page(), "keyboard-submitted-desktop-vi");
        assertThat(zones.geometry(zones.west())).as("nothing is published yet").isEqualTo(west);
        Keyboard review = reviewing("Chi bang ban phim");
        does(review, "approve", "approved");
        does(review, "publish", "published");

        assertThat(looksOtherThan(before, everybody, from.x - 0.0005, latitude(ROW)))
                .as("the public sees it")
                .isTrue();
        Coordinate moved = middle(stored(zones.west()));
        assertThat(moved.x).isBetween(from.x - 0.0009, from.x - 0.0007);
        assertThat(middle(stored(zones.east()))).isEqualTo(moved);

        does(review, "revert", "reverted");
        shoot(review.page(), "keyboard-reverted-desktop-vi");
        assertThat(zones.geometry(zones.west())).isEqualTo(west);
        assertThat(zones.geometry(zones.east())).isEqualTo(east);
    }

    @Test
    void twoWhoCollideSettleItByKeyboardOnly() {
        Coordinate from = middle(stored(zones.west()));
        Keyboard first = edited(LAN, "ArrowUp");
        Keyboard second = edited(HOA, "ArrowDown");
        submit(first, "Cua Lan");
        assertThat(first.page().getByTestId("saving-message")).containsText("Đã gửi duyệt");
        Keyboard review = reviewing("Cua Lan");
        does(review, "approve", "approved");
        does(review, "publish", "published");

        submit(second, "Cua Hoa");
        Page page = second.page();
        assertThat(page.getByTestId("saving-message")).containsText("lan sửa (geom)");
        second.to("[data-testid=saving-message] a").press("Enter");
        assertThat(page.getByTestId("conflict")).hasCount(2);
        second.to("[data-testid=conflict] input[value=mine]").press("Space");
        second.to("[data-testid=conflict] input[value=mine]").press("Space");
        shoot(page, "keyboard-merge-desktop-vi");
        second.to("[data-testid='conflicts.merge']").press("Enter");
        assertThat(page.getByTestId("conflict")).hasCount(0);
        does(second, "submit", "submitted");
        Keyboard again = reviewing("Cua Hoa");
        does(again, "approve", "approved");
        does(again, "publish", "published");

        assertThat(middle(stored(zones.west())).y).isBetween(from.y - 0.0009, from.y - 0.0007);
        assertThat(middle(stored(zones.east()))).isEqualTo(middle(stored(zones.west())));
    }
}
