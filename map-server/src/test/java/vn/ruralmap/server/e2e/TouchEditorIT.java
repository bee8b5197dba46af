package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.server.e2e.OfficerPages.MAKER;
import static vn.ruralmap.server.e2e.OfficerPages.SERVER;
import static vn.ruralmap.server.e2e.OfficerPages.latitude;
import static vn.ruralmap.server.e2e.OfficerPages.loaded;
import static vn.ruralmap.server.e2e.OfficerPages.pixel;
import static vn.ruralmap.server.e2e.OfficerPages.settled;
import static vn.ruralmap.server.e2e.OfficerPages.shoot;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.proposals.Zones;

/** The editor on a phone, under a finger: Chromium is sent touches, and no mouse. */
class TouchEditorIT {

    /** Free of other tests. */
    private static final int ROW = 8;

    private static final Browser BROWSER = Browser.open();

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    private static void touch(CDPSession session, String type, double... at) {
        JsonArray points = new JsonArray();
        if (at.length > 0) {
            JsonObject point = new JsonObject();
            point.addProperty("x", at[0]);
            point.addProperty("y", at[1]);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
    }

    private static void drag(Page page, double[] from, double[] to) {
        CDPSession session = page.context().newCDPSession(page);
        touch(session, "touchStart", from);
        for (int i = 1; i <= 6; i++) {
            touch(session, "touchMove", from[0] + (to[0] - from[0]) * i / 6, from[1] + (to[1] - from[1]) * i / 6);
        }
        touch(session, "touchEnd");
        session.detach();
    }

    private static void tap(Page page, double lon, double lat) {
        double[] at = pixel(page, lon, lat);
        page.touchscreen().tap(at[0], at[1]);
    }

    private static JsonNode edits(Officer officer) {
        JsonNode head = Officer.json(officer.get("/api/proposals?mine=true"))
                .get("proposals")
                .get(0);
        return Officer.json(officer.get("/api/proposals/" + head.get("id").asString()))
                .get("edits");
    }

    private static List<?> small(Page page) {
        return (List<?>)
                page.evaluate(
                        "() => [...document.querySelectorAll('.editor :is(button, input, select, textarea, summary), .map-controls button')]"
                                + ".filter((node) => node.offsetParent && !node.classList.contains('hidden'))"
                                + ".map((node) => [node.getBoundingClientRect(), node.outerHTML.slice(0, 100)])"
                                + ".filter(([box]) => box.width < 40 || box.height < 40).map(([box, html]) => `${box.width}x${box.height} ${html}`)");
    }

    @Test
    void aZoneIsDrawnAndASharedVertexDraggedWithAFingerAndSaved() {
        Officer em = Officer.of(SERVER, "em", EnumSet.of(Role.OFFICER));
        Zones zones = Zones.create(MAKER, ROW);
        Page page = BROWSER.phone();
        OfficerPages.signedIn(
                page,
                em,
                String.format(Locale.ROOT, "/#map=15/%.4f/105.9200&layers=material_zones", latitude(ROW) - 0.003));
        page.waitForSelector("html[data-ready=true]");
        page.getByTestId("to-editor").tap();
        loaded(page);
        assertThat(small(page)).isEmpty();

        tap(page, 105.917, latitude(ROW));
        assertThat(page.getByTestId("selected-title")).hasText("VN-TAY-" + ROW);
        shoot(page, "touch-selected-phone-vi");
        settled(page);
        double[] from = pixel(page, 105.92, latitude(ROW));
        drag(page, new double[] {from[0] + 8, from[1] - 6}, new double[] {from[0] - 40, from[1] + 10});
        assertThat(page.getByTestId("draft-about")).containsText("2 vùng thay đổi");
        assertThat(pixel(page, 105.92, latitude(ROW)))
                .as("the map stays while a vertex is dragged")
                .isEqualTo(from);

        double[] free = pixel(page, 105.9245, latitude(ROW) + 0.0035);
        drag(page, free, new double[] {free[0], free[1] + 30});
        settled(page);
        assertThat(pixel(page, 105.92, latitude(ROW))[1])
                .as("beside it the map moves")
                .isGreaterThan(from[1] + 20);

        page.getByTestId("editor-fold").tap();
        assertThat(page.locator("#editor-sections")).isHidden();
        shoot(page, "touch-folded-phone-vi");
        page.getByTestId("editor-fold").tap();
        page.getByTestId("tool-draw").tap();
        double south = latitude(ROW) + 0.0025;
        tap(page, 105.917, south);
        tap(page, 105.922, south);
        tap(page, 105.922, south + 0.002);
        tap(page, 105.917, south + 0.002);
        assertThat(page.getByTestId("sketch")).containsText("4 điểm");
        shoot(page, "touch-drawing-phone-vi");
        assertThat(small(page)).isEmpty();
        page.getByTestId("sketch-finish").tap();
        assertThat(page.getByTestId("selected-title")).hasText("Vùng mới");
        assertThat(page.getByTestId("draft-about")).containsText("3 vùng thay đổi");
        page.locator("#attribute-zone_code").fill("VN-TAY-MOI");
        page.getByTestId("draft-save").tap();
        assertThat(page.getByTestId("saving-message")).containsText("Đã lưu đề xuất số");
        assertThat(small(page)).isEmpty();
        shoot(page, "touch-saved-phone-vi");

        JsonNode edits = edits(em);
        assertThat(edits).hasSize(3);
        assertThat(edits.toString()).contains("\"fid\":" + zones.west(), "\"fid\":" + zones.east(), "VN-TAY-MOI");
        assertThat(BROWSER.complaints()).isEmpty();
    }
}
