package vn.ruralmap.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.ruralmap.server.FixtureData;
import vn.ruralmap.server.OgcSchemas;
import vn.ruralmap.server.ServerFixture;

/** What the server tells about its data. */
class MetadataTest {

    private static final ServerFixture SERVER = ServerFixture.get();
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @ParameterizedTest
    @ValueSource(strings = {"communes", "material_zones", "ntm_status", "hamlets"})
    void iso_metadata_keep_to_their_schema(String layer) {
        HttpResponse<String> answer = SERVER.get("/metadata/" + layer + ".xml");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(OgcSchemas.errorsBySchema(answer.body())).isEmpty();
    }

    @Test
    void iso_metadata_tell_place_time_terms_and_where_the_data_are() {
        String document = SERVER.get("/metadata/communes.xml").body();

        assertThat(document)
                .contains("<gco:Decimal>105.900000</gco:Decimal>", "<gco:Decimal>9.820000</gco:Decimal>")
                .contains("2008-01-01", "Điều 18 Nghị định 47/2020/NĐ-CP", "article 18 of Decree 47/2020/NĐ-CP")
                .contains(SERVER.url() + "/download/communes.gpkg", "OGC:WMS", "ntm:communes", "Dữ liệu minh họa");
    }

    @Test
    void services_lead_to_the_metadata() {
        String url = SERVER.url() + "/metadata/communes.xml";

        for (String path : List.of(
                "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities",
                "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetCapabilities",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetCapabilities")) {
            assertThat(SERVER.get(path).body()).contains(url);
        }
        assertThat(OgcSchemas.errorsBySchema(SERVER.get("/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetCapabilities")
                        .body()))
                .isEmpty();
    }

    @Test
    void the_catalogue_is_json_ld_whose_links_all_lead_somewhere() throws JsonLdError {
        HttpResponse<String> answer = SERVER.get("/catalog.jsonld");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/ld+json");
        JsonArray expanded =
                JsonLd.expand(JsonDocument.of(new StringReader(answer.body()))).get();
        JsonObject catalogue = expanded.getJsonObject(0);
        assertThat(catalogue.getJsonArray("@type").getString(0)).isEqualTo(DCAT + "Catalog");
        Map<String, JsonObject> datasets = catalogue.getJsonArray(DCAT + "dataset").stream()
                .map(JsonValue::asJsonObject)
                .collect(Collectors.toMap(each -> each.getString("@id"), each -> each));
        assertThat(datasets).hasSize(7).containsKey(SERVER.url() + "/metadata/communes");
        for (JsonObject dataset : datasets.values()) {
            assertThat(get(dataset.getString("@id"))).isEqualTo(200);
            assertThat(dataset).containsKey("http://purl.org/dc/terms/rights").containsKey(DCAT + "landingPage");
            for (JsonValue each : dataset.getJsonArray(DCAT + "distribution")) {
                String file = each.asJsonObject()
                        .getJsonArray(DCAT + "downloadURL")
                        .getJsonObject(0)
                        .getString("@id");
                assertThat(SERVER.send("HEAD", file.substring(SERVER.url().length()))
                                .statusCode())
                        .as(file)
                        .isEqualTo(200);
            }
        }
        JsonObject zones = datasets.get(SERVER.url() + "/metadata/material_zones");
        assertThat(zones.toString()).contains("eudr.geojson", "http://www.opengis.net/ont/geosparql#wktLiteral");
    }

    private static int get(String url) {
        return SERVER.get(url.substring(SERVER.url().length())).statusCode();
    }

    @Test
    void a_feed_tells_what_changed_and_not_who_did_it() {
        HttpResponse<String> answer = SERVER.get("/metadata/communes.atom?language=en");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        Document feed = parse(answer.body());
        Element entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
        assertThat(feed.getElementsByTagNameNS(ATOM, "entry").getLength()).isEqualTo(1);
        assertThat(entry.getElementsByTagNameNS(ATOM, "title").item(0).getTextContent())
                .isEqualTo("Changeset 1: 8 added, 0 changed, 0 removed");
        assertThat(entry.getElementsByTagNameNS(ATOM, "id").item(0).getTextContent())
                .isEqualTo("urn:ruralmap:ntm:communes:changeset:1");
        assertThat(answer.body()).doesNotContain("<name>test</name>", ">units<");
        assertThat(SERVER.get("/metadata/hamlets.atom").body()).contains("Lần cập nhật 2: thêm 5, sửa 0, bỏ 0");
    }

    private static Document parse(String xml) {
        return OgcSchemas.parse(xml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metadata/material_zones", "/metadata/material_zones?language=en"})
    void a_page_for_people_has_downloads_terms_and_open_attributes_only(String path) {
        HttpResponse<String> answer = SERVER.get(path);

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body())
                .contains("/download/material_zones.shp.zip", "eudr.geojson", "47/2020", "zone_code", "Atom")
                .doesNotContain("id_number", "representative", FixtureData.SECRET, "<script");
        assertThat(answer.body()).contains(path.endsWith("en") ? "Terms of use" : "Điều kiện sử dụng");
    }

    @Test
    void a_layer_that_is_not_there_is_not_there() {
        for (String path : List.of("/metadata/x", "/metadata/x.xml", "/metadata/x.atom")) {
            HttpResponse<String> answer = SERVER.get(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("/catalog.jsonld", "detail_vi");
        }
    }

    @Test
    void metadata_are_sent_once() {
        for (String path : List.of("/catalog.jsonld", "/metadata/communes", "/metadata/communes.xml")) {
            String tag = SERVER.get(path).headers().firstValue("ETag").orElseThrow();
            assertThat(SERVER.get(path, "If-None-Match", tag).statusCode())
                    .as(path)
                    .isEqualTo(304);
        }
    }
}
