package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/**
 * Officers, an approver and the public, each with a browser window of their own, on one server for all classes. Every test has a row
 * of {@link vn.ruralmap.server.proposals.Zones} for itself.
 */
final class OfficerPages {

    static final ServerFixture SERVER = ServerFixture.start(Map.of());
    static final Officer MAKER = Officer.of(SERVER, "maker");
    static final Officer LAN = Officer.of(SERVER, "lan", EnumSet.of(Role.OFFICER));
    static final Officer HOA = Officer.of(SERVER, "hoa", EnumSet.of(Role.OFFICER));
    static final Officer MINH = Officer.of(SERVER, "minh", EnumSet.of(Role.APPROVER));
    /** May edit in Kế Sách only. */
    static final Officer ANH = Officer.of(SERVER, "anh", EnumSet.of(Role.OFFICER), "31528");

    private static final double LATITUDE = 9.704;
    private static final long LONGEST_WAIT_NANOS = 10_000_000_000L;

    private OfficerPages() {}

    /** The middle of a row of zones. */
    static double latitude(int row) {
        return LATITUDE + row * 0.005;
    }

    static String place(int row) {
        return String.format(Locale.ROOT, "/#map=16/%.4f/105.9200&layers=material_zones", latitude(row));
    }

    static Page signedIn(Page page, Officer officer, String to) {
        page.onDialog(Dialog::accept);
        page.navigate(SERVER.url() + "/signin.html?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        page.getByTestId("name").fill(officer.name());
        page.getByTestId("password").fill(officer.token());
        page.getByTestId("submit").click();
        page.waitForURL(url -> !url.contains("signin"));
        return page;
    }

    /** With the editor open over a place. */
    static Page editing(Page page, Officer officer, String place) {
        signedIn(page, officer, place);
        page.waitForSelector("html[data-ready=true]");
        page.getByTestId("to-editor").click();
        loaded(page);
        return page;
    }

    static void loaded(Page page) {
        assertThat(page.getByTestId("editor-status")).containsText(Pattern.compile("\\d+ (đối tượng|features?)"));
        settled(page);
    }

    /** Until the address says where the map is, which {@link #pixel} goes by: it follows a moment after the map has moved. */
    static void settled(Page page) {
        page.waitForFunction("() => new Promise((resolve) => { const before = location.hash;"
                + " setTimeout(() => resolve(location.hash === before), 400); })");
    }

    static double[] pixel(Page page, double lon, double lat) {
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

    static void click(Page page, double lon, double lat) {
        double[] at = pixel(page, lon, lat);
        page.mouse().click(at[0], at[1]);
    }

    static Geometry stored(long fid) {
        return SERVER.bean(Snapshots.class)
                .current()
                .find("material_zones", fid)
                .orElseThrow()
                .geometry();
    }

    /** The vertex of the border that is neither at its south nor at its north end. */
    static Coordinate middle(Geometry zone) {
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

    /** Waits until a piece of the map no longer looks as before, and goes on so. */
    static boolean looksOtherThan(byte[] before, Page page, double lon, double lat) {
        long began = System.nanoTime();
        int others = 0;
        while (others < 2 && System.nanoTime() - began < LONGEST_WAIT_NANOS) {
            page.waitForTimeout(50);
            others = Arrays.equals(before, piece(page, lon, lat)) ? 0 : others + 1;
        }
        return others == 2;
    }

    /** What the map shows around a place. */
    static byte[] piece(Page page, double lon, double lat) {
        double[] at = pixel(page, lon, lat);
        return page.screenshot(new Page.ScreenshotOptions().setClip(at[0] - 30, at[1] - 30, 60, 60));
    }

    /** For people who look at them. */
    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** Approves and publishes, as the approver does with a mouse. */
    static void publish(Page page, String title) {
        Page review = signedIn(page, MINH, "/");
        review.getByTestId("to-review").click();
        review.getByTestId("proposal")
                .filter(new Locator.FilterOptions().setHasText(title))
                .click();
        review.getByTestId("changes").waitFor();
        shoot(review, "flow-review");
        review.getByTestId("do.approve").click();
        review.getByTestId("do.publish").click();
        review.getByTestId("do.revert").waitFor();
    }
}
