package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.proposals.Zones;

/**
 * From a shared border that an officer drags to the map that everybody sees, and back: an officer, an approver and the public in
 * browsers of their own, with accounts, on the real server.
 */
class WorkFlowIT {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer MAKER = Officer.of(SERVER, "maker");
    private static final Officer LAN = Officer.of(SERVER, "lan", EnumSet.of(Role.OFFICER));
    private static final Officer MINH = Officer.of(SERVER, "minh", EnumSet.of(Role.APPROVER));
    private static final Browser BROWSER = Browser.open();

    private static final double LATITUDE = 9.704;

    @AfterAll
    static void stop() {
        BROWSER.close();
        SERVER.close();
    }

    private static Page signedIn(Officer officer, String to) {
        Page page = BROWSER.window(1280, 900);
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        page.navigate(SERVER.url() + "/signin.html?to="
                + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8));
        page.getByTestId("name").fill(officer.name());
        page.getByTestId("password").fill(officer.token());
        page.getByTestId("submit").click();
        page.waitForURL(url -> !url.contains("signin"));
        return page;
    }

    private static Page editing(Officer officer, int row) {
        double latitude = LATITUDE + row * 0.005;
        Page page = signedIn(officer, "/#map=16/" + latitude + "/105.9200&layers=material_zones");
        page.waitForSelector("html[data-ready=true]");
        page.getByTestId("to-editor").click();
        assertThat(page.getByTestId("editor-status")).containsText(Pattern.compile("\\d+ đối tượng"));
        return page;
    }

    private static double[] pixel(Page page, double lon, double lat) {
        List<?> at = (List<?>) page.evaluate(
                "([lon, lat]) => { const map = document.getElementById('map'); const box = map.getBoundingClientRect();"
                        + " const [zoom, la, lo] = location.hash.match(/map=([^&]+)/)[1].split('/').map(Number);"
                        + " const world = (lon, lat) => { const s = Math.sin(lat * Math.PI / 180);"
                        + " return [(lon / 360 + 0.5) * 256 * 2 ** zoom, (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * 256 * 2 ** zoom]; };"
                        + " const [x, y] = world(lon, lat), [mx, my] = world(lo, la);"
                        + " return [box.left + box.width / 2 + x - mx, box.top + box.height / 2 + y - my]; }",
                List.of(lon, lat));
        return new double[] {((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue()};
    }

    private static Geometry stored(long fid) {
        return SERVER.bean(Snapshots.class)
                .current()
                .find("material_zones", fid)
                .orElseThrow()
                .geometry();
    }

    /** The vertex of the border that is neither at its south nor at its north end. */
    private static Coordinate middle(Geometry zone) {
        double latitude = (zone.getEnvelopeInternal().getMinY()
                        + zone.getEnvelopeInternal().getMaxY())
                / 2;
        for (Coordinate vertex : zone.getCoordinates()) {
            if (Math.abs(vertex.x - 105.92) < 0.004 && Math.abs(vertex.y - latitude) < 0.0015) {
                return vertex;
            }
        }
        throw new AssertionError(zone.toText());
    }

    private static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "flow-" + name + ".png")));
    }

    /** Drags the middle of the border between both zones of a row. */
    private static void drag(Page page, int row, int right) {
        double latitude = LATITUDE + row * 0.005;
        double[] inside = pixel(page, 105.917, latitude);
        page.mouse().click(inside[0], inside[1]);
        assertThat(page.getByTestId("selected-title")).hasText("VN-TAY-" + row);
        double[] from = pixel(page, 105.92, latitude);
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        page.mouse().move(from[0] + right, from[1] + 3, new Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
    }

    private static void publish(String title) {
        Page review = signedIn(MINH, "/");
        review.getByTestId("to-review").click();
        review.getByTestId("proposal")
                .filter(new Locator.FilterOptions().setHasText(title))
                .click();
        review.getByTestId("changes").waitFor();
        shoot(review, "review");
        review.getByTestId("do.approve").click();
        review.getByTestId("do.publish").click();
        review.getByTestId("do.revert").waitFor();
    }

    @Test
    void aDraggedBorderIsReviewedPublishedSeenByEverybodyAndTakenBackBitForBit() {
        Zones zones = Zones.create(MAKER, 0);
        String west = zones.geometry(zones.west());
        String east = zones.geometry(zones.east());
        Page everybody = BROWSER.window(1000, 700);
        everybody.navigate(SERVER.url() + "/#map=16/" + LATITUDE + "/105.9200&layers=material_zones");
        everybody.waitForSelector("html[data-ready=true]");
        everybody.waitForTimeout(500);
        byte[] before = everybody.locator("#map").screenshot();

        Page page = editing(LAN, 0);
        assertThat(page.getByTestId("to-account")).hasText("lan");
        drag(page, 0, -40);
        assertThat(page.getByTestId("draft-about")).containsText("2 vùng thay đổi");
        page.getByTestId("draft-title").fill("Chỉnh ranh giới bằng chuột");
        page.getByTestId("draft-submit").click();
        assertThat(page.getByTestId("saving-message")).containsText("Đã gửi duyệt đề xuất");
        shoot(page, "editor");
        assertThat(zones.geometry(zones.west())).as("nothing is published yet").isEqualTo(west);

        publish("Chỉnh ranh giới bằng chuột");

        long published = System.nanoTime();
        while (java.util.Arrays.equals(before, everybody.locator("#map").screenshot())
                && System.nanoTime() - published < 10_000_000_000L) {
            everybody.waitForTimeout(50);
        }
        org.slf4j.LoggerFactory.getLogger(WorkFlowIT.class)
                .info("shown {} ms after publication", (System.nanoTime() - published) / 1_000_000);
        assertThat(everybody.locator("#map").screenshot()).isNotEqualTo(before);
        Coordinate moved = middle(stored(zones.west()));
        assertThat(moved.x).isLessThan(105.9195);
        assertThat(middle(stored(zones.east()))).isEqualTo(moved);

        Page review = signedIn(MINH, "/review.html");
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
        Officer anh = Officer.of(SERVER, "anh", EnumSet.of(Role.OFFICER), "31528");
        Page page = editing(anh, 1);
        drag(page, 1, -40);
        page.getByTestId("draft-title").fill("Sang xã bên");
        page.getByTestId("draft-save").click();

        assertThat(page.getByTestId("saving-message")).containsText("không nằm trọn trong địa bàn");
        shoot(page, "outside");
        assertThat(page.getByTestId("draft-about")).containsText("2 vùng thay đổi");
    }

    @Test
    void ofTwoOfficersWhoCollideBothKeepTheirWork() {
        Zones zones = Zones.create(MAKER, 2);
        Officer hoa = Officer.of(SERVER, "hoa", EnumSet.of(Role.OFFICER));
        Page first = editing(LAN, 2);
        Page second = editing(hoa, 2);
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
        shoot(second, "collision");
        assertThat(second.getByTestId("draft-about")).containsText("2 vùng thay đổi");
        assertThat(middle(stored(zones.west()))).isEqualTo(published);

        second.getByTestId("saving-message").locator("a").click();
        assertThat(second.getByTestId("conflict")).hasCount(2);
        assertThat(second.getByTestId("conflicts.merge")).isDisabled();
        for (Locator question : second.getByTestId("conflict").all()) {
            question.locator("input[value=mine]").check();
        }
        shoot(second, "merge");
        second.getByTestId("conflicts.merge").click();
        assertThat(second.getByTestId("conflict")).hasCount(0);
        second.getByTestId("do.submit").click();
        second.locator("[data-testid=head] [data-state=submitted]").waitFor();
        publish("Của Hoa");
        assertThat(middle(stored(zones.west())).x).isGreaterThan(105.9205);
        assertThat(middle(stored(zones.east()))).isEqualTo(middle(stored(zones.west())));
    }
}
