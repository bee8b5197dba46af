package vn.ruralmap.server.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.proposals.Zones;

/** What is doubtful is published, and whoever sent it is told, whatever the service. */
class WarningsTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Nguyễn Thị Lan");
    private static final String ITEMS = "/ogc/collections/material_zones/items";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String warnings(HttpResponse<String> answer) {
        return Officer.header(answer, "Edit-Warnings");
    }

    private static String declaring(String code, double hectares, String geometry) {
        return "{'type':'Feature','geometry':" + geometry + ",'properties':{'zone_code':'" + code
                + "','product':'Bưởi','commune':5,'declared_area_ha':" + hectares + "}}";
    }

    @Test
    void ogc_api_tells_the_gap_that_an_edit_leaves() {
        Zones zones = Zones.create(LAN, 0);
        HttpResponse<String> moved = LAN.send(
                "PATCH",
                ITEMS + "/" + zones.west(),
                "{'geometry':" + Zones.west(0, 105.919) + "}",
                "If-Match",
                "\"1\"");
        assertThat(moved.statusCode()).isEqualTo(204);
        assertThat(warnings(moved))
                .matches("COVERAGE_GAP;edit=1;feature=\"material_zones." + zones.west()
                        + "\";size=[0-9.]+;unit=(m2|ha)");
        HttpResponse<String> back = LAN.send(
                "PATCH", ITEMS + "/" + zones.west(), "{'geometry':" + Zones.west(0, 105.92) + "}", "If-Match", "\"2\"");
        assertThat(back.headers().firstValue("Edit-Warnings")).isEmpty();
    }

    @Test
    void of_several_new_features_the_answer_tells_it_in_both_languages() {
        HttpResponse<String> created = LAN.send(
                "POST",
                ITEMS,
                "{'type':'FeatureCollection','features':[" + declaring("VN-A", 48.5, Zones.west(1, 105.92)) + ","
                        + declaring("VN-B", 10, Zones.east(1, 105.92)) + "]}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode told = Officer.json(created).get("warnings");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).get("code").asString()).isEqualTo("AREA_DIFFERS");
        assertThat(told.get(0).get("feature").asInt()).isEqualTo(2);
        assertThat(told.get(0).get("message_vi").asString()).contains("10");
        assertThat(told.get(0).get("message").asString())
                .isNotEqualTo(told.get(0).get("message_vi").asString());
        assertThat(warnings(created)).startsWith("AREA_DIFFERS;edit=2");
    }

    private static HttpResponse<String> declare(String version, long fid, String hectares) {
        boolean isNew = version.equals("2.0.0");
        String filters = isNew ? "http://www.opengis.net/fes/2.0" : "http://www.opengis.net/ogc";
        String id = "material_zones." + fid;
        return LAN.send(
                "POST",
                "/wfs",
                "<wfs:Transaction service='WFS' version='" + version + "' xmlns:wfs='http://www.opengis.net/wfs"
                        + (isNew ? "/2.0" : "") + "' xmlns:f='" + filters
                        + "' xmlns:ntm='urn:ruralmap:ntm'><wfs:Update typeName='ntm:material_zones'><wfs:Property>"
                        + (isNew
                                ? "<wfs:ValueReference>declared_area_ha</wfs:ValueReference>"
                                : "<wfs:Name>declared_area_ha</wfs:Name>")
                        + "<wfs:Value>" + hectares + "</wfs:Value></wfs:Property><f:Filter>"
                        + (isNew ? "<f:ResourceId rid='" + id + "'/>" : "<f:FeatureId fid='" + id + "'/>")
                        + "</f:Filter></wfs:Update></wfs:Transaction>",
                "Content-Type",
                "text/xml");
    }

    @Test
    void wfs_tells_it_in_a_header_and_in_1_0_0_in_the_answer_too() {
        Zones zones = Zones.create(LAN, 2);
        for (String version : new String[] {"2.0.0", "1.1.0"}) {
            HttpResponse<String> answer = declare(version, zones.west(), version.equals("2.0.0") ? "9" : "8");
            assertThat(answer.body()).contains("totalUpdated>1<");
            assertThat(warnings(answer)).startsWith("AREA_DIFFERS;edit=1");
        }
        HttpResponse<String> old = declare("1.0.0", zones.west(), "7");
        assertThat(old.body()).contains("SUCCESS", "Message>AREA_DIFFERS: ").contains(" / ");
        assertThat(warnings(old)).startsWith("AREA_DIFFERS");
        HttpResponse<String> right = declare("1.0.0", zones.west(), "48.5");
        assertThat(right.body()).contains("SUCCESS").doesNotContain("Message");
    }
}
