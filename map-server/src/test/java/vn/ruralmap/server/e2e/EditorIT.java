package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The editor as an officer meets it, in a real browser. Two zones share a border at longitude 105.95; sessions and proposals are
 * answered by the test.
 */
class EditorIT {

    private static final String PLACE = "/#map=15/9.7700/105.9500&layers=material_zones";
    private static final String ZONES = zones();

    private static RunningServer server;
    private static Browser browser;

    private final List<String> sent = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
        server = DemoServer.get();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nobodyComplained() {
        if (page != null) {
            page.context().close();
        }
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    private static String zones() {
        return "{\"type\":\"FeatureCollection\",\"numberMatched\":3,\"links\":[],\"features\":["
                + zone(
                        9001,
                        "MH-ST-9001",
                        "[105.94,9.765],[105.95,9.765],[105.9502,9.77],[105.95,9.775],[105.94,9.775],[105.94,9.765]")
                + ","
                + zone(
                        9002,
                        "MH-ST-9002",
                        "[105.95,9.765],[105.96,9.765],[105.96,9.775],[105.95,9.775],[105.9502,9.77],[105.95,9.765]")
                + ","
                + zone(
                        9003,
                        "MH-ST-9003",
                        "[105.94,9.775],[105.95,9.775],[105.96,9.775],[105.955,9.781],[105.94,9.781],[105.94,9.775]")
                + "]}";
    }

    private static String zone(int fid, String code, String ring) {
        return "{\"type\":\"Feature\",\"id\":" + fid + ",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring
                + "]]},\"properties\":{\"fid\":" + fid + ",\"version\":3,\"zone_code\":\"" + code
                + "\",\"name\":\"Vùng thử " + fid
                + "\",\"scheme\":\"raw_material\",\"declared_area_ha\":121.5,\"households\":40,\"commune\":174,"
                + "\"commune_code\":\"31528\",\"commune_name\":\"Xã Kế Sách\",\"valid_from\":\"2025-07-01\",\"valid_to\":null}}";
    }

    private void open(String path, int widthPx, int heightPx) {
        page = browser.window(widthPx, heightPx);
        page.route(
                "**/api/session",
                route -> json(
                        route,
                        200,
                        "{\"signedIn\":true,\"name\":\"an\",\"displayName\":\"Nguyễn Văn An\",\"roles\":[\"OFFICER\"],\"area\":[],\"csrf\":\"c5f\"}"));
        page.route("**/api/notifications", route -> json(route, 200, "{\"unseen\":0,\"notifications\":[]}"));
        page.route("**/api/presence", route -> json(route, 200, "{\"others\":[]}"));
        page.route("**/ogc/collections/material_zones/items?*", route -> json(route, 200, ZONES));
        page.route("**/api/proposals**", this::answer);
        page.route("**/api/proposals/**", this::answer);
        page.navigate(server.url() + path);
        page.waitForSelector("html[data-ready=true]");
        page.getByTestId("to-editor").click();
        assertThat(page.getByTestId("editor-status")).containsText(Pattern.compile("3 (đối tượng|features)"));
    }

    private void answer(Route route) {
        if (route.request().method().equals("GET")) {
            json(route, 200, "{\"total\":0,\"proposals\":[]}");
            return;
        }
        sent.add(route.request().method() + " "
                + Path.of(java.net.URI.create(route.request().url()).getPath()) + " "
                + route.request().headers().get("x-csrf-token") + " "
                + route.request().postData());
        if (route.request().url().endsWith("/check")) {
            json(
                    route,
                    200,
                    "{\"findings\":[{\"code\":\"AreaDiffers\",\"severity\":\"warning\",\"layer\":\"material_zones\","
                            + "\"features\":[\"material_zones.9001\"],\"place\":{\"type\":\"Point\",\"coordinates\":[105.945,9.77]},"
                            + "\"size\":3.5,\"text\":{\"vi\":\"Diện tích khai báo khác diện tích đo\",\"en\":\"Declared and measured area differ\"}}]}");
        } else {
            json(
                    route,
                    route.request().method().equals("POST") ? 201 : 200,
                    "{\"id\":17,\"version\":1,\"state\":\"draft\"}");
        }
    }

    private static void json(Route route, int status, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(body));
    }

    /** Where a place is in the window. */
    private double[] pixel(double lon, double lat) {
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

    private void click(double lon, double lat) {
        double[] at = pixel(lon, lat);
        page.mouse().click(at[0], at[1]);
    }

    private void screenshot(String name) {
        String folder = System.getenv("RURALMAP_SCREENSHOTS");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }

    /** The coordinates of what would be sent, by feature. */
    private Map<?, ?> drafts() {
        page.waitForFunction("() => Number(document.documentElement.dataset.draftKept) > 0");
        return (Map<?, ?>)
                page.evaluate(
                        "() => new Promise((resolve) => { const open = indexedDB.open('ruralmap-drafts', 1);"
                                + " open.onsuccess = () => { const all = open.result.transaction('drafts').objectStore('drafts').getAll();"
                                + " all.onsuccess = () => { open.result.close(); resolve(Object.fromEntries(all.result.flatMap(({ changes }) => changes)"
                                + ".map(({ id, now }) => [id, now && now.polygons.flat(2).map((point) => point.join(' '))]))); }; }; })");
    }

    private Locator title() {
        return page.getByTestId("selected-title");
    }

    @Test
    void aSharedVertexThatIsDraggedMovesInBothZonesByTheSame() {
        open(PLACE, 1280, 800);
        click(105.945, 9.768);
        assertThat(title()).hasText("MH-ST-9001");

        double[] from = pixel(105.9502, 9.77);
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        page.mouse().move(from[0] + 30, from[1] + 12, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(5));
        page.mouse().up();

        assertThat(page.getByTestId("draft-about")).containsText("2 vùng thay đổi");
        screenshot("dragged");
        Map<?, ?> drafts = drafts();
        assertThat(drafts.keySet().toString()).contains("9001").contains("9002").doesNotContain("9003");
        List<?> one = (List<?>) drafts.get("material_zones.9001");
        List<?> other = (List<?>) drafts.get("material_zones.9002");
        assertThat(one.size()).isEqualTo(5);
        assertThat(one.contains("10595020000 977000000")).isFalse();
        Object moved = one.get(2);
        assertThat(other.contains(moved)).isTrue();

        page.keyboard().press("Control+z");
        assertThat(page.getByTestId("draft-about")).containsText("Chưa có thay đổi");
        page.keyboard().press("Control+y");
        assertThat(page.getByTestId("draft-about")).containsText("2 vùng thay đổi");
    }

    @Test
    void theSameIsDoneByKeyboardOnly() {
        open(PLACE, 1280, 800);
        page.getByTestId("editor-filter").focus();
        page.keyboard().type("9001");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(title()).hasText("MH-ST-9001");
        assertThat(page.getByTestId("map")).isFocused();

        page.keyboard().press("ArrowRight");
        assertThat(page.getByTestId("vertex")).containsText("Đỉnh 1/5");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(page.getByTestId("vertex")).hasText("Đỉnh 3/5, chung với MH-ST-9002");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        page.keyboard().press("i");

        Map<?, ?> drafts = drafts();
        List<?> one = (List<?>) drafts.get("material_zones.9001");
        List<?> other = (List<?>) drafts.get("material_zones.9002");
        assertThat(one.size()).isEqualTo(6);
        assertThat(other.size()).isEqualTo(6);
        assertThat(other.contains(one.get(2))).isTrue();
        assertThat(other.contains(one.get(3))).isTrue();
        assertThat((String) one.get(2)).isNotEqualTo("10595020000 977000000");

        page.keyboard().press("Delete");
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        assertThat(page.getByTestId("draft-about")).containsText("Chưa có thay đổi");

        page.keyboard().press("Control+y");
        page.keyboard().press("Control+s");
        assertThat(page.getByTestId("saving-message")).hasText("Đã lưu đề xuất số 17.");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0))
                .startsWith("POST /api/proposals c5f ")
                .contains("\"op\":\"update\"", "\"fid\":9001", "\"fid\":9002", "\"version\":3");
    }

    @Test
    void aReloadKeepsTheDraftAndDiscardingItAsksFirst() {
        open(PLACE, 1280, 800);
        click(105.945, 9.768);
        page.getByTestId("map").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowLeft");
        page.getByTestId("draft-title").fill("Sửa ranh giới thử");
        Map<?, ?> before = drafts();

        page.reload();
        page.waitForSelector("html[data-ready=true]");
        page.getByTestId("to-editor").click();

        assertThat(page.getByTestId("draft")).containsText("Sửa ranh giới thử");
        screenshot("drafts");
        page.getByTestId("draft-open").click();
        assertThat(page.getByTestId("draft-about")).containsText("1 vùng thay đổi");
        assertThat(page.getByTestId("draft-title")).hasValue("Sửa ranh giới thử");
        assertThat(drafts()).isEqualTo(before);

        page.getByTestId("editor-close").click();
        assertThat(page.getByTestId("editor")).hasCount(0);
        page.getByTestId("to-editor").click();
        page.getByTestId("draft-discard").click();
        page.getByTestId("confirm-no").click();
        assertThat(page.getByTestId("draft")).hasCount(1);
        page.getByTestId("draft-discard").click();
        page.getByTestId("confirm-yes").click();
        assertThat(page.getByTestId("draft")).hasCount(0);
    }

    @Test
    void aZoneIsSplitByALineAndMergedAgain() {
        open(PLACE, 1280, 800);
        click(105.945, 9.768);
        page.getByTestId("tool-split").click();
        click(105.944, 9.764);
        click(105.944, 9.7765);
        screenshot("splitting");
        page.getByTestId("sketch-finish").click();
        assertThat(page.getByTestId("draft-about")).containsText("3 vùng thay đổi");

        page.getByTestId("tool-merge").click();
        assertThat(page.getByTestId("neighbour")).hasCount(2);
        screenshot("merging");
        page.getByTestId("neighbour")
                .filter(new Locator.FilterOptions().setHasText("MH-ST-9001"))
                .click();
        assertThat(page.getByTestId("finding")).hasCount(0);
        assertThat(page.getByTestId("draft-about")).containsText("Chưa có thay đổi");
    }

    @Test
    void whatIsDrawnOverNeighboursFitsAndIsCheckedAndSubmitted() {
        open(PLACE, 1280, 800);
        page.getByTestId("tool-draw").click();
        click(105.945, 9.768);
        click(105.932, 9.768);
        click(105.932, 9.761);
        page.mouse().move(pixel(105.945, 9.761)[0], pixel(105.945, 9.761)[1]);
        screenshot("drawing");
        click(105.945, 9.761);
        page.keyboard().press("Enter");
        assertThat(title()).hasText("Vùng mới");
        assertThat(page.getByTestId("finding")).hasCount(0);
        page.locator("#attribute-zone_code").fill("MH-ST-9004");
        page.locator("#attribute-declared_area_ha").fill("12,5");
        page.locator("#attribute-households").fill("mười");
        page.getByTestId("draft-title").fill("Vùng xoài mới");
        assertThat(title()).hasText("MH-ST-9004");

        page.getByTestId("draft-check").click();
        assertThat(page.getByTestId("finding")).containsText("Diện tích khai báo khác");
        screenshot("checked");
        page.getByTestId("draft-submit").click();
        assertThat(page.getByTestId("saving-message")).hasText("Đã gửi duyệt đề xuất số 17.");
        assertThat(sent).hasSize(3);
        assertThat(sent.get(1))
                .contains("\"op\":\"insert\"", "\"declared_area_ha\":12.5")
                .doesNotContain("mười");
        assertThat(sent.get(2)).startsWith("POST /api/proposals/17/submit c5f ");
        assertThat(page.getByTestId("draft-about")).containsText("Chưa có thay đổi");
    }

    @Test
    void aVertexIsPutWhereATableSays() {
        open(PLACE, 1280, 800);
        click(105.945, 9.768);
        page.getByTestId("map").focus();
        page.keyboard().press("ArrowRight");
        page.getByTestId("place").locator("summary").click();
        assertThat(page.getByTestId("place-system")).hasValue("EPSG:9211");
        page.getByTestId("place-system").selectOption("EPSG:9209");
        assertThat(page.getByTestId("place-x")).hasValue(Pattern.compile("1\\.079\\.\\d{3},\\d\\d"));
        screenshot("place");

        page.getByTestId("place-x").fill("1.079.700,00");
        page.getByTestId("place-y").fill("548.100,00");
        page.getByTestId("place-set").click();

        assertThat(page.getByTestId("draft-about")).containsText("1 vùng thay đổi");
        page.getByTestId("place-x").fill("548.100,00");
        page.getByTestId("place-y").fill("1.079.700,00");
        page.getByTestId("place-set").click();
        assertThat(page.getByTestId("place-message")).containsText("đổi chỗ");
    }

    @Test
    void aJunctionIsNotDeletedAndTheReasonIsSaid() {
        open(PLACE + "&lang=en", 390, 780);
        page.getByTestId("editor-row").first().click();
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(page.getByTestId("vertex")).hasText("Vertex 4 of 5, shared with MH-ST-9002, MH-ST-9003");
        page.keyboard().press("Delete");
        assertThat(page.getByTestId("toast")).containsText("Several borders meet");
        screenshot("phone-en");
        assertThat(page.getByTestId("draft-about")).containsText("No changes");
    }

    @Test
    void fiveThousandZonesAreDrawnAndOneOfTwoThousandVerticesIsDraggedSmoothly() {
        open(PLACE, 1280, 800);
        List<?> times = (List<?>) EditorModules.evaluate(measuring(), "/js/test/editorFrames.js", "m.measure()", null);
        // how fast that is depends on the machine: it is told, and judged by people
        org.slf4j.LoggerFactory.getLogger(EditorIT.class)
                .info("script of a frame: median, worst; between frames: median, 95 %; drop: {} ms", times);
        assertThat(times).isNotEmpty().allMatch(time -> ((Number) time).doubleValue() >= 0);
    }

    private Page measuring() {
        EditorModules.serveTests(page);
        return page;
    }
}
