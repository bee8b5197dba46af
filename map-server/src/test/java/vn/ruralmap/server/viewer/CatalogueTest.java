package vn.ruralmap.server.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.ServerFixture;

class CatalogueTest {

    private static final ServerFixture SERVER = ServerFixture.get();

    @Test
    void it_lists_the_layers_in_drawing_order_with_what_the_viewer_needs() {
        JsonNode catalogue = json("/api/catalogue");
        List<String> names = new ArrayList<>();
        catalogue.get("layers").forEach(layer -> names.add(layer.get("name").stringValue()));

        assertThat(names)
                .containsExactly(
                        "provinces",
                        "districts",
                        "ntm_status",
                        "communes",
                        "material_zones",
                        "hamlets",
                        "tourism_sites");
        assertThat(catalogue.get("dates")).hasToString("[\"2008-01-01\",\"2025-07-01\"]");
        assertThat(catalogue.get("bounds")).hasToString("[105.8,9.5,106.6,9.9]");
        assertThat(catalogue.at("/title/vi").stringValue()).isEqualTo("Bản đồ số nông thôn mới");
        assertThat(catalogue.at("/notice/en").stringValue()).contains("Illustrative");
        assertThat(catalogue.get("revision").longValue())
                .isEqualTo(json("/api/revision").get("revision").longValue());
    }

    @Test
    void an_attribute_tells_its_codes_and_the_layer_it_refers_to() {
        JsonNode commune = attribute("hamlets", "commune");
        JsonNode kind = attribute("communes", "kind");

        assertThat(commune.get("type").stringValue()).isEqualTo("reference");
        assertThat(commune.get("references").stringValue()).isEqualTo("communes");
        assertThat(kind.get("references").isNull()).isTrue();
        assertThat(kind.at("/codes/0/title/en").stringValue()).isEqualTo("Commune");
        assertThat(attribute("ntm_status", "commune").get("references").stringValue())
                .isEqualTo("communes");
    }

    @Test
    void a_layer_tells_the_formats_it_can_be_downloaded_in() {
        List<String> titles = new ArrayList<>();
        for (JsonNode layer : json("/api/catalogue").get("layers")) {
            for (JsonNode format : layer.get("downloads")) {
                String path = "/download/" + layer.get("name").stringValue() + "."
                        + format.get("name").stringValue();
                assertThat(SERVER.getBytes(path).statusCode()).as(path).isEqualTo(200);
                titles.add(format.at("/title/en").stringValue());
            }
        }
        assertThat(titles).contains("GeoJSON", "GeoPackage (QGIS)");
    }

    @Test
    void private_attributes_are_not_in_it() {
        assertThat(SERVER.get("/api/catalogue").body())
                .contains("zone_code")
                .doesNotContain("representative", "id_number");
    }

    @Test
    void who_has_it_gets_it_again_only_after_a_change() {
        HttpResponse<String> first = SERVER.get("/api/catalogue");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = SERVER.get("/api/catalogue", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(first.headers().allValues("ETag")).hasSize(1);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void it_is_compressed_on_its_way() {
        assertThat(SERVER.get("/api/catalogue", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
    }

    @Test
    void the_revision_is_never_kept_by_a_cache() {
        assertThat(SERVER.get("/api/revision").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    private static JsonNode attribute(String layer, String name) {
        for (JsonNode each : json("/api/catalogue").get("layers")) {
            if (each.get("name").stringValue().equals(layer)) {
                for (JsonNode attribute : each.get("attributes")) {
                    if (attribute.get("name").stringValue().equals(name)) {
                        return attribute;
                    }
                }
            }
        }
        throw new AssertionError(layer + " has no " + name);
    }

    private static JsonNode json(String path) {
        return JsonMapper.shared().readTree(SERVER.get(path).body());
    }
}
