package vn.ruralmap.server.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/** Officers work together on proposals, those who may see private attributes and those who may not. */
class PrivateProposalsTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Nguyễn Thị Lan", Set.of(Role.OFFICER, Role.READER));
    private static final Officer BINH = Officer.of(SERVER, "Phạm Bình", Set.of(Role.OFFICER));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String path(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return Officer.header(created, "Location");
    }

    @Test
    void private_attributes_of_proposals_and_of_history_are_for_readers_only() {
        Zones zones = Zones.create(LAN, 0);
        String feature = "/api/history/material_zones/" + zones.west();
        String path = path(BINH.send(
                "POST",
                "/api/proposals",
                Zones.proposal("Số mới", Zones.change(zones.west(), 1, "'product':'Nhãn','phone':'KIN-2'"))));
        List<String> open = List.of(
                path,
                path + "/before-after.geojson",
                feature,
                feature.replaceFirst("/\\d+$", "/at/") + "2100-01-01T00:00:00Z.geojson");
        for (String address : open) {
            HttpResponse<String> others = BINH.get(address);
            assertThat(others.statusCode()).as(address).isEqualTo(200);
            assertThat(others.body()).doesNotContain("BI-MAT", "KIN-2", "phone");
            assertThat(Officer.header(others, "Cache-Control")).contains("no-store");
        }
        assertThat(LAN.get(path).body()).contains("\"KIN-2\"", "\"BI-MAT\"", "\"isPrivate\":true");
        assertThat(LAN.get(feature).body()).contains("\"BI-MAT\"");
        assertThat(LAN.get(open.get(3)).body()).contains("\"BI-MAT\"");

        // somebody else changes the same number meanwhile
        LAN.get("/ogc/collections/material_zones/items/" + zones.west());
        LAN.send("PATCH", "/ogc/collections/material_zones/items/" + zones.west(), "{'properties':{'phone':'KIN-3'}}");
        String tag = Officer.header(BINH.get(path), "ETag");
        HttpResponse<String> refused = BINH.send("POST", path + "/submit", "{}", "If-Match", tag);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).doesNotContain("KIN-2", "KIN-3", "BI-MAT");
        assertThat(BINH.get(path).body()).doesNotContain("KIN-2", "KIN-3", "BI-MAT");
        assertThat(LAN.get(path).body()).contains("\"KIN-2\"", "\"KIN-3\"");
    }

    @Test
    void a_draft_that_somebody_saves_who_sees_less_keeps_what_that_one_does_not_see() {
        Zones zones = Zones.create(LAN, 1);
        String path = path(LAN.send(
                "POST",
                "/api/proposals",
                Zones.proposal("Số mới", Zones.change(zones.west(), 1, "'product':'Nhãn','phone':'KIN-4'"))));
        String body = Zones.proposal("Số mới", Zones.change(zones.west(), 1, "'product':'Vải'"));
        assertThat(BINH.send("PUT", path, body, "If-Match", "\"1\"").statusCode())
                .isEqualTo(200);

        assertThat(LAN.get(path).body()).contains("Vải", "\"KIN-4\"");
        assertThat(BINH.get(path).body()).contains("Vải").doesNotContain("KIN-4");
    }

    @Test
    void a_proposal_does_not_tell_whether_a_guess_at_a_private_value_is_right() {
        Zones zones = Zones.create(LAN, 2);
        for (String guess : List.of("BI-MAT", "KIN-5")) {
            String path = path(BINH.send(
                    "POST",
                    "/api/proposals",
                    Zones.proposal("Đoán", Zones.change(zones.west(), 1, "'phone':'" + guess + "'"))
                            .replace("'decision':'QĐ 12/2026',", "")));
            JsonNode seen = Officer.json(BINH.get(path));
            assertThat(seen.get("changes")).hasSize(1);
            assertThat(seen.get("changes").get(0).get("fields")).isEmpty();
        }
    }

    @Test
    void new_features_in_a_draft_keep_it_too_each_its_own() {
        String west = insert(Zones.west(4, 105.92), "'zone_code':'VN-MOI-1','phone':'KIN-6'");
        String east = insert(Zones.east(4, 105.92), "'zone_code':'VN-MOI-2','phone':'KIN-7'");
        String path = path(LAN.send("POST", "/api/proposals", Zones.proposal("Hai vùng mới", west, east)));
        // the first is gone, the second has another code, and there is one more
        String body = Zones.proposal(
                "Hai vùng mới",
                insert(Zones.west(5, 105.92), "'zone_code':'VN-MOI-4'"),
                insert(Zones.east(4, 105.92), "'zone_code':'VN-MOI-3'"));
        assertThat(BINH.send("PUT", path, body, "If-Match", "\"1\"").statusCode())
                .isEqualTo(200);

        JsonNode edits = Officer.json(LAN.get(path)).get("edits");
        assertThat(edits.get(0).get("properties").has("phone")).isFalse();
        assertThat(edits.get(1).get("properties").get("phone").asString()).isEqualTo("KIN-7");
        assertThat(edits.get(1).get("properties").get("zone_code").asString()).isEqualTo("VN-MOI-3");

        String moved = Zones.proposal("Hai vùng mới", insert(Zones.east(5, 105.92), "'zone_code':'VN-MOI-3'"));
        assertThat(BINH.send("PUT", path, moved, "If-Match", "\"2\"").statusCode())
                .isEqualTo(200);
        assertThat(LAN.get(path).body()).contains("KIN-7").doesNotContain("KIN-6");
        assertThat(BINH.get(path).body()).doesNotContain("KIN-");
    }

    private static String insert(String geometry, String properties) {
        return "{'op':'insert','layer':'material_zones','geometry':" + geometry + ",'properties':{" + properties + "}}";
    }

    @Test
    void a_private_value_of_a_new_feature_stays_when_somebody_saves_who_does_not_see_it() {
        String zone =
                "{'op':'insert','layer':'material_zones','properties':{'zone_code':'%s','phone':'%s'},'geometry':%s}";
        String path = path(BINH.send(
                "POST",
                "/api/proposals",
                Zones.proposal(
                        "Hai vùng mới",
                        String.format(zone, "KIN-1", "0901", Zones.west(8, 105.9199)),
                        String.format(zone, "KIN-2", "0902", Zones.east(8, 105.9199)))));
        JsonNode seen = Officer.json(BINH.get(path)).get("edits");
        assertThat(seen.toString()).doesNotContain("090");

        // the first one moved, the second one renamed, and the other way round
        String moved = "{'op':'insert','layer':'material_zones','properties':{'zone_code':'KIN-1'},'geometry':"
                + Zones.west(8, 105.9197) + "}";
        String renamed = "{'op':'insert','layer':'material_zones','properties':{'zone_code':'KIN-3'},'geometry':"
                + Zones.east(8, 105.9199) + "}";
        HttpResponse<String> saved =
                BINH.send("PUT", path, Zones.proposal("Hai vùng mới", renamed, moved), "If-Match", "\"1\"");
        assertThat(saved.statusCode()).isEqualTo(200);

        JsonNode edits = Officer.json(LAN.get(path)).get("edits");
        assertThat(edits.get(0).get("properties").get("phone").asString()).isEqualTo("0902");
        assertThat(edits.get(1).get("properties").get("phone").asString()).isEqualTo("0901");
    }
}
