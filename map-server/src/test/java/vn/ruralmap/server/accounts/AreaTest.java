package vn.ruralmap.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.store.AuditLog;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/** An officer of the commune Nhơn Mỹ (31552) edits there, and nowhere else, whatever the way. */
class AreaTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Lan", Set.of(Role.OFFICER), "31552");
    private static final Officer PROVINCE = Officer.of(SERVER, "Tỉnh", Set.of(Role.OFFICER), "92");
    private static final Officer IMPORTER = Officer.of(SERVER, "Nhập", Set.of(Role.DATA_MANAGER), "31552");
    private static final Officer EVERYWHERE = Officer.of(SERVER, "Mọi nơi", Set.of(Role.DATA_MANAGER));
    private static final String HAMLETS = "/ogc/collections/hamlets/items";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpResponse<String> add(Officer officer, String geometry) {
        return officer.send(
                "POST",
                HAMLETS,
                "{'type':'Feature','geometry':" + geometry + ",'properties':{'name':'Ấp Thử " + System.nanoTime()
                        + "','kind':'ấp','commune':5}}");
    }

    private static String point(double x, double y) {
        return "{'type':'Point','coordinates':[" + x + "," + y + "]}";
    }

    private static String square(double west, double south, double east, double north) {
        return ("{'type':'Polygon','coordinates':[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}")
                .formatted(west, south, east, north);
    }

    private static void assertOutside(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("Nhơn Mỹ 31552", "địa bàn", "area of the account Lan");
    }

    @ParameterizedTest
    @CsvSource({
        "105.93, 9.73, true",
        "105.9, 9.7, true", // a corner of it
        "105.95, 9.72, true", // on the border, which is shared
        "105.9500005, 9.72, true", // within the tolerance
        "105.950005, 9.72, false",
        "105.93, 9.77, false", // the neighbour
        "106.3, 9.7, false" // no commune at all
    })
    void points_lie_within_or_not(double x, double y, boolean within) {
        assertThat(add(LAN, point(x, y)).statusCode()).isEqualTo(within ? 201 : 403);
    }

    @Test
    void a_polygon_must_lie_wholly_within() {
        assertThat(add(LAN, square(105.94, 9.71, 105.95, 9.72)).statusCode()).isEqualTo(201);
        assertOutside(add(LAN, square(105.94, 9.71, 105.951, 9.72)));
        // the same is within the province
        assertThat(add(PROVINCE, square(105.94, 9.71, 105.951, 9.72)).statusCode())
                .isEqualTo(201);
        assertThat(add(PROVINCE, point(106.3, 9.7)).statusCode()).isEqualTo(403);
        assertThat(add(EVERYWHERE, point(106.3, 9.7)).statusCode()).isEqualTo(201);
    }

    @Test
    void nothing_is_moved_in_or_out_or_deleted_elsewhere_through_ogc_api() {
        // lies in the neighbour
        String foreign = HAMLETS + "/5";
        assertOutside(LAN.send("DELETE", foreign, "", "If-Match", "\"1\""));
        assertOutside(LAN.send(
                "PATCH",
                foreign,
                "{'geometry':" + point(105.93, 9.73) + "}",
                "If-Match",
                "\"1\"",
                "Content-Type",
                "application/merge-patch+json"));
        String own = Officer.header(add(LAN, point(105.91, 9.71)), "Location");
        String path = own.substring(SERVER.url().length());
        assertOutside(LAN.send(
                "PATCH",
                path,
                "{'geometry':" + point(105.93, 9.77) + "}",
                "If-Match",
                "\"1\"",
                "Content-Type",
                "application/merge-patch+json"));
        assertThat(LAN.send("DELETE", path, "", "If-Match", "\"1\"").statusCode())
                .isEqualTo(204);
        assertThat(SERVER.get(foreign).statusCode()).isEqualTo(200);
    }

    @Test
    void through_wfs_neither_and_all_of_a_transaction_is_refused() {
        long before = SERVER.bean(FeatureStore.class).revision();
        HttpResponse<String> answer = LAN.send(
                "POST",
                "/wfs",
                "<wfs:Transaction service='WFS' version='2.0.0' xmlns:wfs='http://www.opengis.net/wfs/2.0'"
                        + " xmlns:fes='http://www.opengis.net/fes/2.0' xmlns:gml='http://www.opengis.net/gml/3.2'"
                        + " xmlns:ntm='urn:ruralmap:ntm'><wfs:Insert><ntm:hamlets>"
                        + "<ntm:name>Ấp Trong</ntm:name><ntm:kind>ấp</ntm:kind><ntm:commune>5</ntm:commune>"
                        + "<ntm:geom><gml:Point gml:id='a' srsName='http://www.opengis.net/def/crs/OGC/1.3/CRS84'>"
                        + "<gml:pos>105.93 9.73</gml:pos></gml:Point></ntm:geom></ntm:hamlets></wfs:Insert>"
                        + "<wfs:Delete typeName='ntm:hamlets'><fes:Filter><fes:ResourceId rid='hamlets.5'/></fes:Filter>"
                        + "</wfs:Delete></wfs:Transaction>",
                "Content-Type",
                "application/xml");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("hamlets.5", "Nhơn Mỹ 31552");
        assertThat(SERVER.bean(FeatureStore.class).revision()).isEqualTo(before);
    }

    @Test
    void nobody_locks_what_they_may_not_change() {
        String lock = "<wfs:LockFeature service='WFS' version='2.0.0' xmlns:wfs='http://www.opengis.net/wfs/2.0'"
                + " xmlns:fes='http://www.opengis.net/fes/2.0' xmlns:ntm='urn:ruralmap:ntm'><wfs:Query"
                + " typeNames='ntm:%s'><fes:Filter><fes:ResourceId rid='%1$s.%d'/></fes:Filter></wfs:Query></wfs:LockFeature>";
        HttpResponse<String> foreign =
                LAN.send("POST", "/wfs", lock.formatted("hamlets", 5), "Content-Type", "application/xml");
        assertThat(foreign.statusCode()).as(foreign.body()).isEqualTo(403);
        HttpResponse<String> own =
                LAN.send("POST", "/wfs", lock.formatted("tourism_sites", 1), "Content-Type", "application/xml");
        assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
    }

    @Test
    void what_has_no_geometry_lies_where_its_commune_is() {
        String path = "/ogc/collections/ntm_status/items/";
        String patch = "{'properties':{'criteria_met':18}}";
        String type = "application/merge-patch+json";
        assertThat(LAN.send("PATCH", path + 5, patch, "If-Match", "\"1\"", "Content-Type", type)
                        .statusCode())
                .isNotEqualTo(403);
        // An Lạc Thôn
        HttpResponse<String> foreign = LAN.send("PATCH", path + 4, patch, "If-Match", "\"1\"", "Content-Type", type);
        assertThat(foreign.statusCode()).as(foreign.body()).isEqualTo(403);
    }

    @Test
    void officers_do_not_edit_the_units_themselves() {
        HttpResponse<String> answer = LAN.send("DELETE", "/ogc/collections/communes/items/5", "", "If-Match", "\"1\"");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("quản lý dữ liệu", "data manager");
    }

    @Test
    void an_officer_imports_nothing_and_a_data_manager_within_the_area() throws Exception {
        HttpResponse<String> refused = LAN.send("POST", "/api/imports", "{'layer':'tourism_sites'}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("quản lý dữ liệu", "data manager");

        String inside = planned(IMPORTER, "Khu du lịch trong,craft,POINT (105.93 9.71)\n");
        assertThat(IMPORTER.send("POST", "/api/imports/" + inside + "/publish", "")
                        .statusCode())
                .isEqualTo(202);
        assertThat(ended(IMPORTER, inside).get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(SERVER.bean(FeatureStore.class).listChangesets(1).get(0).author())
                .isEqualTo("Nhập");

        String outside = planned(IMPORTER, "Khu du lịch ngoài,craft,POINT (105.93 9.77)\n");
        JsonNode plan = ended(IMPORTER, outside);
        assertThat(plan.get("state").asString()).isEqualTo("REFUSED");
        assertThat(plan.get("message").get("vi").asString()).contains("Khu du lịch ngoài", "Nhơn Mỹ 31552");
        HttpResponse<String> publish = IMPORTER.send("POST", "/api/imports/" + outside + "/publish", "");
        assertThat(publish.statusCode()).isEqualTo(403);
        assertThat(publish.body()).contains("Khu du lịch ngoài", "địa bàn");
    }

    @Test
    void what_somebody_else_planned_is_held_to_the_area_of_who_publishes_it() throws Exception {
        String id = planned(EVERYWHERE, "Khu du lịch xa,craft,POINT (105.93 9.78)\n");
        assertThat(ended(EVERYWHERE, id).get("state").asString()).isEqualTo("PLANNED");

        assertThat(IMPORTER.send("POST", "/api/imports/" + id + "/publish", "").statusCode())
                .isEqualTo(202);
        assertThat(ended(IMPORTER, id).get("state").asString()).isEqualTo("REFUSED");
    }

    private static String planned(Officer officer, String row) throws IOException, InterruptedException {
        String id = Officer.json(officer.send("POST", "/api/imports", "{'layer':'tourism_sites'}"))
                .get("id")
                .asString();
        HttpRequest upload = HttpRequest.newBuilder(URI.create(SERVER.url() + "/api/imports/" + id + "/files/a.csv"))
                .header("Authorization", officer.authorization())
                .PUT(HttpRequest.BodyPublishers.ofString("name,kind,wkt\n" + row.replace(",POINT (", ",POINT (")))
                .build();
        assertThat(CLIENT.send(upload, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(204);
        assertThat(officer.send("POST", "/api/imports/" + id + "/plan", "{}").statusCode())
                .isEqualTo(202);
        ended(officer, id);
        return id;
    }

    private static JsonNode ended(Officer officer, String id) throws InterruptedException {
        JsonNode one =
                JsonMapper.shared().readTree(officer.get("/api/imports/" + id).body());
        while (Set.of("QUEUED", "READING", "PUBLISHING")
                .contains(one.get("state").asString())) {
            Thread.sleep(20);
            one = JsonMapper.shared().readTree(officer.get("/api/imports/" + id).body());
        }
        return one;
    }

    @Test
    void undoing_is_held_to_the_area_too() {
        assertThat(add(EVERYWHERE, point(105.93, 9.78)).statusCode()).isEqualTo(201);
        long outside = SERVER.bean(FeatureStore.class).revision();
        assertThat(add(LAN, point(105.94, 9.74)).statusCode()).isEqualTo(201);
        long inside = SERVER.bean(FeatureStore.class).revision();

        String path = "/api/changesets/%d/revert";
        assertThat(LAN.send("POST", path.formatted(inside), "").statusCode()).isEqualTo(403);
        HttpResponse<String> refused = IMPORTER.send("POST", path.formatted(outside), "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Nhơn Mỹ 31552");
        assertThat(IMPORTER.send("POST", path.formatted(inside), "").statusCode())
                .isEqualTo(201);
        // everybody with an account reads the history, and nobody else from elsewhere
        assertThat(LAN.get("/api/changesets").statusCode()).isEqualTo(200);
        assertThat(SERVER.get("/api/changesets", "X-Forwarded-For", "203.0.113.1")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_was_refused_is_in_the_audit_log() {
        assertOutside(add(LAN, point(105.93, 9.77)));

        AuditLog.Entry last = SERVER.bean(FeatureStore.class)
                .auditLog()
                .list("Lan", Long.MAX_VALUE, 1)
                .get(0);
        assertThat(last.action()).isEqualTo("edit");
        assertThat(last.isRefused()).isTrue();
        assertThat(last.address()).isEqualTo("127.0.0.1");
        assertThat(last.details()).contains("OutsideArea");
    }
}
