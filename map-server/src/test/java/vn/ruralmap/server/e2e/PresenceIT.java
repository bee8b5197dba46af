package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.server.e2e.OfficerPages.HOA;
import static vn.ruralmap.server.e2e.OfficerPages.LAN;
import static vn.ruralmap.server.e2e.OfficerPages.MAKER;
import static vn.ruralmap.server.e2e.OfficerPages.click;
import static vn.ruralmap.server.e2e.OfficerPages.editing;
import static vn.ruralmap.server.e2e.OfficerPages.latitude;
import static vn.ruralmap.server.e2e.OfficerPages.loaded;
import static vn.ruralmap.server.e2e.OfficerPages.place;
import static vn.ruralmap.server.e2e.OfficerPages.shoot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.server.proposals.Zones;

/** Two officers at neighbouring zones see each other in the editor while they work there. */
class PresenceIT {

    private static final int ROW = 4;
    /** Editors ask every ten seconds. */
    private static final double LONGEST_MS = 30_000;

    private static final Browser BROWSER = Browser.open();

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    private static Locator present(Page page) {
        return page.getByTestId("present");
    }

    private static void sees(Page page, String text) {
        assertThat(present(page))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(LONGEST_MS));
    }

    private static void seesNobody(Page page) {
        assertThat(present(page)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LONGEST_MS));
    }

    @Test
    void whoEditsTheSameZoneOrTheNextIsShownInBothLanguagesAndGoneAfterLeaving() {
        Zones.create(MAKER, ROW);
        Page lan = editing(BROWSER.window(1280, 900), LAN, place(ROW));
        Page hoa = editing(BROWSER.window(390, 844), HOA, place(ROW) + "&lang=en");
        assertThat(present(lan)).hasCount(0);

        click(lan, 105.917, latitude(ROW));
        assertThat(lan.getByTestId("selected-title")).hasText("VN-TAY-" + ROW);
        click(hoa, 105.923, latitude(ROW));
        assertThat(hoa.getByTestId("selected-title")).hasText("VN-DONG-" + ROW);
        sees(hoa, "lan is editing a neighbour: VN-TAY-" + ROW + ", since ");
        sees(lan, "hoa đang sửa vùng bên cạnh: VN-DONG-" + ROW + ", từ ");
        assertThat(lan.getByTestId("toast")).containsText("hoa đang sửa vùng bên cạnh");
        shoot(lan, "presence-desktop-vi");
        shoot(hoa, "presence-phone-en");

        click(hoa, 105.917, latitude(ROW));
        sees(hoa, "lan is editing VN-TAY-" + ROW + " as well, since ");
        sees(lan, "hoa cũng đang sửa VN-TAY-" + ROW + ", từ ");

        hoa.getByTestId("editor-close").click();
        seesNobody(lan);

        hoa.getByTestId("to-editor").click();
        loaded(hoa);
        click(hoa, 105.923, latitude(ROW));
        sees(lan, "hoa đang sửa vùng bên cạnh");
        hoa.navigate("about:blank");
        seesNobody(lan);
        assertThat(BROWSER.complaints()).isEmpty();
    }

    @Test
    void theOtherWindowOfTheSamePersonIsToldAsSuch() {
        String stored = "/#map=15/9.7840/105.9540&layers=material_zones";
        Page one = editing(BROWSER.window(1280, 900), LAN, stored);
        Page two = editing(BROWSER.window(1280, 900), LAN, stored);
        click(one, 105.954, 9.784);
        assertThat(one.getByTestId("selected-title")).hasText("VN-STOR-0001");
        click(two, 105.954, 9.784);

        sees(one, "Bạn, ở cửa sổ hoặc máy khác, cũng đang sửa VN-STOR-0001");
    }
}
