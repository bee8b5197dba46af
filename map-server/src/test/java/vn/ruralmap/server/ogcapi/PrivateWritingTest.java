package vn.ruralmap.server.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.FixtureData;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/** What becomes of private values when those write who see them, and those who do not. */
class PrivateWritingTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Nguyễn Thị Lan");
    private static final Officer BINH = Officer.of(SERVER, "Phạm Bình", Set.of(Role.OFFICER));
    private static final String ZONES = "/ogc/collections/material_zones/items";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_replacement_without_a_property_empties_it_but_never_a_private_one() {
        String path = ZONES + "/1";
        HttpResponse<String> got = BINH.get(path);
        JsonNode geometry = Officer.json(got).get("geometry");
        String body = "{'type':'Feature','geometry':" + geometry
                + ",'properties':{'zone_code':'VN-STOR-0001','status':'active','valid_from':'2025-07-01'}}";

        assertThat(BINH.send("PUT", path, body).statusCode()).isEqualTo(204);

        Feature stored =
                SERVER.bean(Snapshots.class).current().find("material_zones", 1).orElseThrow();
        var layer = SERVER.bean(Snapshots.class).current().layer("material_zones");
        assertThat(stored.text(layer, "product")).isNull();
        assertThat(stored.text(layer, "phone")).isEqualTo(FixtureData.SECRET);
        // who names it means it; and it never comes back
        HttpResponse<String> named = BINH.send(
                "PATCH",
                path,
                "{'properties':{'phone':'0909 123 456','representative':null}}",
                "Prefer",
                "return=representation");
        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(named.body()).doesNotContain("0909", "phone", FixtureData.SECRET);
        stored =
                SERVER.bean(Snapshots.class).current().find("material_zones", 1).orElseThrow();
        assertThat(stored.text(layer, "phone")).isEqualTo("0909 123 456");
        assertThat(stored.text(layer, "representative")).isNull();
        assertThat(stored.text(layer, "id_number")).isEqualTo(FixtureData.SECRET);
    }

    @Test
    void a_guess_at_a_private_value_is_a_change_whether_it_is_right_or_not() {
        for (String guess : List.of("0", FixtureData.SECRET, FixtureData.SECRET)) {
            HttpResponse<String> before = BINH.get(ZONES + "/2");
            int version = Officer.json(before).get("properties").get("version").asInt();
            HttpResponse<String> written = BINH.send("PATCH", ZONES + "/2", "{'properties':{'phone':'" + guess + "'}}");

            assertThat(written.statusCode()).isEqualTo(204);
            assertThat(Officer.header(written, "ETag")).isEqualTo("\"" + (version + 1) + "\"");
        }
    }

    @Test
    void who_reads_and_writes_sees_changes_and_empties_private_values() {
        String path = ZONES + "/3";
        assertThat(Officer.json(LAN.get(path)).get("properties").get("phone").asString())
                .isEqualTo(FixtureData.SECRET);
        HttpResponse<String> same = LAN.send("PATCH", path, "{'properties':{'phone':'" + FixtureData.SECRET + "'}}");
        assertThat(Officer.header(same, "ETag")).isEqualTo("\"1\"");

        HttpResponse<String> written = LAN.send(
                "PATCH",
                path,
                "{'properties':{'phone':'0909 123 456','representative':null}}",
                "Prefer",
                "return=representation");
        assertThat(written.statusCode()).isEqualTo(200);
        JsonNode properties = Officer.json(written).get("properties");
        assertThat(properties.get("phone").asString()).isEqualTo("0909 123 456");
        assertThat(properties.get("representative").isNull()).isTrue();
        assertThat(Officer.header(written, "Cache-Control")).contains("no-store");
        assertThat(BINH.get(path).body()).doesNotContain("phone", "0909");
    }

    @Test
    void who_only_reads_writes_nothing() {
        Officer reader = Officer.of(SERVER, "Vũ Hoa", Set.of(Role.READER));
        assertThat(reader.send("PATCH", ZONES + "/4", "{'properties':{'phone':null}}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.get(ZONES + "/4").body()).contains(FixtureData.SECRET);
    }
}
