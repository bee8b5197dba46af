package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.server.e2e.OfficerPages.ANH;
import static vn.ruralmap.server.e2e.OfficerPages.HOA;
import static vn.ruralmap.server.e2e.OfficerPages.click;
import static vn.ruralmap.server.e2e.OfficerPages.editing;
import static vn.ruralmap.server.e2e.OfficerPages.pixel;
import static vn.ruralmap.server.e2e.OfficerPages.shoot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who draws out of the commune, or out of the own area, hears it at once, and in the words that the server will use. */
class EditorLiveChecksIT {

    /** Kế Sách lies east of longitude 105.95, An Lạc Thôn west of it. */
    private static final String BORDER = "/#map=15/9.7620/105.9500&layers=material_zones";

    private static final Browser BROWSER = Browser.open();

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    private static void hover(Page page, double lon, double lat) {
        double[] at = pixel(page, lon, lat);
        page.mouse().move(at[0], at[1]);
    }

    private static void draw(Page page, double... lonLat) {
        page.getByTestId("tool-draw").click();
        for (int i = 0; i < lonLat.length; i += 2) {
            click(page, lonLat[i], lonLat[i + 1]);
        }
    }

    @Test
    void anOfficerWhoDrawsOutOfItsAreaIsToldWhileDrawingAndBySavingInTheSameWords() {
        Page page = editing(BROWSER.window(1280, 900), ANH, BORDER);
        draw(page, 105.953, 9.760, 105.953, 9.765);
        assertThat(page.getByTestId("stray")).isHidden();
        hover(page, 105.946, 9.765);
        assertThat(page.getByTestId("stray"))
                .hasText("Chỗ này không nằm trong địa bàn của tài khoản anh (Kế Sách 31528).");
        shoot(page, "stray-desktop-vi");
        click(page, 105.946, 9.765);
        click(page, 105.946, 9.760);
        page.getByTestId("sketch-finish").click();
        String words = "không nằm trọn trong địa bàn của tài khoản anh (Kế Sách 31528";
        assertThat(page.getByTestId("finding")).containsText(words);
        page.locator("#attribute-zone_code").fill("VN-NGOAI");
        page.getByTestId("draft-save").click();
        assertThat(page.getByTestId("saving-message")).containsText("“VN-NGOAI”");
        assertThat(page.getByTestId("saving-message")).containsText(words);
        assertThat(page.getByTestId("draft-about")).containsText("1 vùng thay đổi");
    }

    @Test
    void aVertexDraggedOutOfTheCommuneIsToldWhileDraggingAndByTheCheckInTheSameWords() {
        Page page = editing(BROWSER.window(1280, 900), HOA, BORDER + "&lang=en");
        draw(page, 105.952, 9.760, 105.956, 9.760, 105.956, 9.764, 105.952, 9.764);
        page.getByTestId("sketch-finish").click();
        assertThat(page.locator("#attribute-commune")).hasValue("Kế Sách");
        assertThat(page.getByTestId("finding")).hasCount(0);
        page.locator("#attribute-zone_code").fill("VN-QUA");

        double[] from = pixel(page, 105.952, 9.760);
        double[] to = pixel(page, 105.947, 9.760);
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        page.mouse().move(to[0], to[1], new Mouse.MoveOptions().setSteps(5));
        assertThat(page.getByTestId("stray")).hasText("This place lies outside of Kế Sách (communes.3).");
        shoot(page, "stray-desktop-en");
        page.mouse().up();
        assertThat(page.getByTestId("stray")).isHidden();

        Locator finding = page.getByTestId("finding");
        assertThat(finding).containsText("VN-QUA lies outside of Kế Sách (communes.3) by ");
        String said = finding.locator("p").first().textContent().replaceFirst(";.*", "");
        page.getByTestId("draft-check").click();
        assertThat(finding).containsText(" at 105.9");
        assertThat(finding).hasCount(1);
        assertThat(finding).containsText(said);
        page.keyboard().press("Control+z");
        assertThat(BROWSER.complaints()).isEmpty();
    }
}
