package vn.ruralmap.server.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

class HistoryTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Nguyễn Thị Lan");
    private static final Officer CLERK = Officer.of(SERVER, "Phạm Thư", Set.of(Role.OFFICER));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String item(long fid) {
        return "/ogc/collections/material_zones/items/" + fid;
    }

    private static String history(long fid) {
        return "/api/history/material_zones/" + fid;
    }

    private static List<String> texts(JsonNode array, String member) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.get(member).asString())
                .toList();
    }

    private static void patch(long fid, int version, String body) {
        HttpResponse<String> answer = LAN.send(
                "PATCH", item(fid) + "?message=L%C3%BD+do+ri%C3%AAng", body, "If-Match", "\"" + version + "\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static void delete(long fid, int version) {
        assertThat(LAN.send("DELETE", item(fid), "", "If-Match", "\"" + version + "\"")
                        .statusCode())
                .isEqualTo(204);
    }

    private static byte[] image(String path) {
        HttpResponse<byte[]> answer = SERVER.getBytes(path, "Authorization", LAN.authorization());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void two_versions_are_compared_by_land_and_by_field() {
        Zones zones = Zones.create(LAN, 0);
        patch(zones.west(), 1, "{'geometry':" + Zones.west(0, 105.919) + ",'properties':{'product':'Chuối'}}");
        patch(zones.west(), 2, "{'geometry':" + Zones.west(0, 105.92) + "}");

        JsonNode shrunk = Officer.json(CLERK.get(history(zones.west()) + "/difference?to=2"));
        assertThat(shrunk.get("added").isNull()).isTrue();
        assertThat(shrunk.get("removed").asDouble()).isBetween(2.3, 2.5);
        assertThat(shrunk.get("geometry").get("removed").get("type").asString()).isEqualTo("Polygon");
        assertThat(texts(shrunk.get("fields"), "name")).containsExactly("product");
        assertThat(texts(shrunk.get("fields"), "after")).containsExactly("Chuối");

        JsonNode whole = Officer.json(CLERK.get(history(zones.west()) + "/difference?from=1&to=3"));
        assertThat(whole.get("shift").isNull()).as("the border is back").isTrue();
        assertThat(texts(whole.get("fields"), "name")).containsExactly("product");
        JsonNode begun = Officer.json(CLERK.get(history(zones.west()) + "/difference?to=1"));
        assertThat(begun.get("geometry").get("before").isNull()).isTrue();
        assertThat(begun.get("added").asDouble()).isGreaterThan(40);
    }

    @Test
    void the_public_sees_borders_decisions_and_dates_but_neither_people_nor_what_was_corrected() {
        Zones zones = Zones.create(LAN, 1);
        patch(
                zones.west(),
                1,
                "{'geometry':" + Zones.west(1, 105.919)
                        + ",'properties':{'product':'Gọi 0909','decision':'QĐ 77/2026'}}");
        patch(zones.west(), 2, "{'properties':{'product':'Bưởi','phone':'0908'}}");

        JsonNode timeline = Officer.json(SERVER.get(history(zones.west())));
        assertThat(texts(timeline.get("versions"), "op")).containsExactly("update", "update", "insert");
        JsonNode moved = timeline.get("versions").get(1);
        assertThat(moved.get("decision").asString()).isEqualTo("QĐ 77/2026");
        assertThat(moved.get("validFrom").asString()).isEqualTo("2025-07-01");
        assertThat(moved.get("shift").get("movedMetres").asDouble()).isGreaterThan(100);
        assertThat(texts(moved.get("fields"), "name")).containsExactlyInAnyOrder("product", "decision");
        String all = timeline
                + SERVER.get(history(zones.west()) + "/difference?to=2").body();
        assertThat(all).contains("\"removed\"").doesNotContain("Lan", "Lý do riêng", "0909", "0908", "phone", "BI-MAT");
        assertThat(LAN.get(history(zones.west())).body()).contains("Lan", "Lý do riêng", "0909");

        delete(zones.west(), 3);
        assertThat(SERVER.get(history(zones.west())).statusCode()).isEqualTo(404);
        assertThat(SERVER.get(history(zones.west()) + "/difference?to=2").statusCode())
                .isEqualTo(404);
        assertThat(CLERK.get(history(zones.west())).statusCode()).isEqualTo(200);
    }

    @Test
    void what_was_deleted_is_found_by_name_and_place_without_accents() {
        Zones zones = Zones.create(LAN, 2);
        patch(zones.east(), 1, "{'properties':{'name':'Vườn Bưởi Năm Roi'}}");
        delete(zones.west(), 1);
        delete(zones.east(), 2);
        String deleted = "/api/history/material_zones/deleted";

        JsonNode found = Officer.json(CLERK.get(deleted + "?q=vuon+buoi"));
        assertThat(texts(found.get("features"), "feature")).containsExactly("material_zones." + zones.east());
        assertThat(found.get("features").get(0).get("lastVersion").asInt()).isEqualTo(2);
        assertThat(found.get("features").get(0).get("who").asString()).isEqualTo(LAN.name());
        JsonNode there = Officer.json(CLERK.get(deleted + "?bbox=105.911,9.713,105.912,9.714"));
        assertThat(texts(there.get("features"), "feature")).containsExactly("material_zones." + zones.west());
        assertThat(CLERK.get(deleted).body()).doesNotContain("BI-MAT");
        assertThat(SERVER.get(deleted).statusCode()).isEqualTo(401);

        HttpResponse<String> draft =
                CLERK.send("POST", history(zones.east()) + "/restore", "{'version':2,'message':'Xóa nhầm'}");
        assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);
        assertThat(Officer.json(draft).get("message").asString()).isEqualTo("Xóa nhầm");
    }

    @Test
    void the_whole_map_is_drawn_and_listed_as_it_was_at_a_moment() {
        Zones zones = Zones.create(LAN, 3);
        String then = Officer.json(LAN.get(history(zones.west())))
                .get("versions")
                .get(0)
                .get("when")
                .asString();
        // the tile of the zones at zoom 15: 105.91 to 105.93 east, 9.717 to 9.721 north
        String tile = "/material_zones/15/26024/15495.png";
        byte[] before = image("/tiles" + tile);
        delete(zones.west(), 1);
        delete(zones.east(), 1);
        assertThat(image("/tiles" + tile)).isNotEqualTo(before);

        String at = "/api/history/at/" + URLEncoder.encode(then, StandardCharsets.UTF_8);
        assertThat(image(at + tile)).as("at " + then).isEqualTo(before);
        assertThat(image(at + tile + "?as-of=2025-06-30"))
                .as("before the zones began")
                .isNotEqualTo(before);
        assertThat(SERVER.get(at + tile).statusCode()).isEqualTo(401);
        assertThat(LAN.get(at + "/material_zones/15/99999/15495.png").statusCode())
                .isEqualTo(404);

        String layer = "/api/history/material_zones/at/" + then + ".geojson?bbox=105.911,9.718,105.912,9.719";
        JsonNode features = Officer.json(CLERK.get(layer + "&as-of=2025-07-01")).get("features");
        assertThat(features).hasSize(1);
        assertThat(features.get(0).get("properties").get("zone_code").asString())
                .isEqualTo("VN-TAY-3");
        assertThat(Officer.json(CLERK.get(layer + "&as-of=2025-06-30")).get("features"))
                .isEmpty();
        assertThat(CLERK.get(layer).body()).doesNotContain("BI-MAT");
    }
}
