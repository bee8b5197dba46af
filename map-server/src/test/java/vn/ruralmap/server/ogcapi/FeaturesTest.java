package vn.ruralmap.server.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.server.FixtureData;

class FeaturesTest {

    private static final String COMMUNES = "/collections/communes/items";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    @Test
    void everything_is_reached_by_links_from_the_landing_page() {
        JsonNode landing = Ogc.json("");
        JsonNode collections = Ogc.json(Ogc.link(landing, "data"));

        assertThat(Ogc.ask(Ogc.link(landing, "service-desc")).statusCode()).isEqualTo(200);
        assertThat(Ogc.ask(Ogc.link(landing, "service-doc")).body()).contains("<table>");
        assertThat(Ogc.json(Ogc.link(landing, "conformance")).get("conformsTo").toString())
                .contains("ogcapi-features-1/1.0/conf/core", "ogcapi-features-2/1.0/conf/crs");
        assertThat(collections.get("collections")).hasSize(7);
        for (JsonNode collection : collections.get("collections")) {
            JsonNode items = Ogc.json(Ogc.link(collection, "items"));
            assertThat(items.get("type").asString()).isEqualTo("FeatureCollection");
            assertThat(Ogc.ask(Ogc.link(collection, "http://www.opengis.net/def/rel/ogc/1.0/schema"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_collection_says_where_and_when_it_is() {
        JsonNode communes = Ogc.json("/collections/communes");

        assertThat(communes.get("extent").get("spatial").get("bbox").toString()).isEqualTo("[[105.9,9.7,106.05,9.82]]");
        assertThat(communes.get("extent").get("temporal").get("interval").toString())
                .isEqualTo("[[\"2008-01-01T00:00:00Z\",null]]");
        assertThat(communes.get("crs").toString()).contains(EPSG + "9209", EPSG + "9210");
        assertThat(communes.get("storageCrs").asString()).isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "|3 4 5 6 7 8",
                "as-of=2025-06-30|1 2",
                "datetime=2025-06-30|1 2",
                "datetime=2025-06-30T12:00:00Z|1 2",
                "datetime=2025-07-01/..|3 4 5 6 7 8",
                "datetime=../2025-06-30|1 2",
                "datetime=2025-06-30/2025-07-01|1 2 3 4 5 6 7 8",
                "datetime=../..|1 2 3 4 5 6 7 8",
                "datetime=2000-01-01/2001-01-01|",
                "as-of=2025-07-01&datetime=../2025-06-30|",
                "bbox=105.91,9.76,105.93,9.78|4",
                "bbox=105.91,9.76,0,105.93,9.78,10|4",
                "bbox=170,9,105.92,10|4 5",
                "bbox=170,9,-170,10|",
                "bbox=9.76,105.91,9.78,105.93&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326|4",
                "bbox=545000,1079500,546000,1080500&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/9209|4",
                "bbox=105.962,9.762,105.968,9.768|",
                "kind=ph%C6%B0%E1%BB%9Dng|8",
                "kind=x%C3%A3&bbox=105.91,9.71,105.93,9.78|4 5",
                "fid=5|5",
                "sortby=-code|5 7 6 4 3 8",
                "sortby=kind,-fid|8 7 6 5 4 3",
            })
    void items_are_selected_and_sorted(String query, String expected) {
        JsonNode answer = Ogc.json(COMMUNES + "?" + (query == null ? "" : query));

        List<Long> ids = new ArrayList<>();
        for (String id : expected == null ? new String[0] : expected.split(" ")) {
            ids.add(Long.valueOf(id));
        }
        assertThat(Ogc.ids(answer)).isEqualTo(ids);
        assertThat(answer.get("numberMatched").asInt()).isEqualTo(ids.size());
    }

    @ParameterizedTest(name = "sortby={0}")
    @ValueSource(strings = {"", "sortby=name&", "sortby=-kind&", "sortby=decision&", "sortby=area_ha,-code&"})
    void pages_follow_one_another_there_and_back(String sort) {
        List<Long> all = Ogc.ids(Ogc.json(COMMUNES + "?" + sort));
        List<Long> forth = new ArrayList<>();
        List<Long> back = new ArrayList<>();
        String path = COMMUNES + "?" + sort + "limit=2";
        JsonNode page = Ogc.json(path);
        for (; !path.isEmpty(); path = Ogc.link(page, "next")) {
            page = Ogc.json(path);
            assertThat(page.get("numberMatched").asInt()).isEqualTo(6);
            forth.addAll(Ogc.ids(page));
        }
        for (path = Ogc.link(page, "self"); !path.isEmpty(); path = Ogc.link(page, "prev")) {
            page = Ogc.json(path);
            back.addAll(0, Ogc.ids(page));
        }

        assertThat(forth).isEqualTo(all);
        assertThat(back).isEqualTo(all);
    }

    @Test
    void a_limit_above_the_greatest_is_clamped() {
        assertThat(Ogc.json(COMMUNES + "?limit=1000000000000")
                        .get("numberReturned")
                        .asInt())
                .isEqualTo(6);
    }

    @ParameterizedTest(name = "EPSG:{0}")
    @ValueSource(strings = {"9209", "9210", "3405", "32648"})
    void coordinates_go_there_and_back_within_a_millimetre(String code) {
        HttpResponse<String> answer = Ogc.ask("/collections/hamlets/items/1?crs=" + EPSG + code);
        JsonNode place = Ogc.read(answer.body()).get("geometry").get("coordinates");
        double[] lonLat = {place.get(0).asDouble(), place.get(1).asDouble()};
        CoordinateSystems.get("EPSG:" + code).toLonLat(lonLat, 0, lonLat, 0, 1);

        assertThat(answer.headers().firstValue("Content-Crs")).contains("<" + EPSG + code + ">");
        assertThat(lonLat[0]).isCloseTo(105.955, within(9e-9));
        assertThat(lonLat[1]).isCloseTo(9.79, within(9e-9));
    }

    @Test
    void latitude_comes_first_where_the_authority_says_so() {
        assertThat(Ogc.json("/collections/hamlets/items/1?crs=" + EPSG + "4326")
                        .get("geometry")
                        .get("coordinates")
                        .toString())
                .isEqualTo("[9.79,105.955]");
        assertThat(Ogc.json("/collections/hamlets/items/1")
                        .get("geometry")
                        .get("coordinates")
                        .toString())
                .isEqualTo("[105.955,9.79]");
    }

    @Test
    void an_item_is_tagged_by_its_version() {
        HttpResponse<String> item = Ogc.ask(COMMUNES + "/3");
        String tag = item.headers().firstValue("ETag").orElseThrow();

        assertThat(tag).startsWith("\"1-");
        assertThat(Ogc.ask(COMMUNES + "/3", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(Ogc.ask(COMMUNES + "/3?f=html", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(Ogc.read(item.body()).get("properties").get("name").asString())
                .isEqualTo("Kế Sách");
    }

    @Test
    void items_that_did_not_change_are_not_sent_again() {
        String tag = Ogc.ask(COMMUNES).headers().firstValue("ETag").orElseThrow();

        assertThat(Ogc.ask(COMMUNES, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(Ogc.ask(COMMUNES, "If-None-Match", tag, "Accept-Language", "en")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void only_the_wanted_properties_are_given() {
        JsonNode item = Ogc.json(COMMUNES + "?properties=code,name&limit=1")
                .get("features")
                .get(0);

        assertThat(item.get("properties").toString()).isEqualTo("{\"code\":\"31528\",\"name\":\"Kế Sách\"}");
        assertThat(item.get("geometry").isNull()).isTrue();
        assertThat(Ogc.json(COMMUNES + "?properties=code,geom&limit=1")
                        .get("features")
                        .get(0)
                        .get("geometry")
                        .isNull())
                .isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/collections/communes/items?nothing=1|400",
                "/collections/communes?limit=1|400",
                "/conformance?x=1|400",
                "/collections/communes/items?limit=0|400",
                "/collections/communes/items?limit=ten|400",
                "/collections/communes/items?bbox=1,2,3|400",
                "/collections/communes/items?bbox=1,2,3,NaN|400",
                "/collections/communes/items?bbox=1,5,3,4|400",
                "/collections/communes/items?datetime=yesterday|400",
                "/collections/communes/items?datetime=2025-07-01/2025-06-30|400",
                "/collections/communes/items?crs=EPSG:1|400",
                "/collections/communes/items?after=x|400",
                "/collections/communes/items?properties=nothing|400",
                "/collections/communes/items?population=many|400",
                "/collections/communes/items?f=dwg|400",
                "/collections/communes/items/99|404",
                "/collections/communes/items/1|404",
                "/collections/communes/items/a'b|404",
                "/collections/nothing|404",
                "/collections/nothing/items|404",
            })
    void a_refusal_is_a_problem_in_two_languages(String path, int status) {
        HttpResponse<String> answer = Ogc.ask(path.replace("'", "%27"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = Ogc.read(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("detail_vi").asString()).isNotBlank();
    }

    @Test
    void a_form_is_chosen_by_name_or_by_what_the_client_accepts() {
        assertThat(type(Ogc.ask(COMMUNES))).startsWith("application/geo+json");
        assertThat(type(Ogc.ask(COMMUNES, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")))
                .startsWith("text/html");
        assertThat(type(Ogc.ask(COMMUNES, "Accept", "application/json"))).startsWith("application/geo+json");
        assertThat(type(Ogc.ask(COMMUNES, "Accept", "text/csv"))).startsWith("text/csv");
        assertThat(type(Ogc.ask(COMMUNES + "?f=csv", "Accept", "text/html"))).startsWith("text/csv");
        assertThat(Ogc.ask(COMMUNES, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(Ogc.ask(COMMUNES + "?f=csv&limit=2").body().lines()).hasSize(3);
    }

    private static String type(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    @Test
    void pages_speak_the_language_of_their_reader_and_escape_what_is_in_the_data() {
        String vi = Ogc.ask("/collections/hamlets/items?f=html").body();
        String en = Ogc.ask("/collections/hamlets/items?f=html", "Accept-Language", "en-GB")
                .body();

        assertThat(vi).contains("<html lang=\"vi\">", "Khu &lt;1&gt; &amp; &quot;2&quot;", "id=\"map\"");
        assertThat(en).contains("<html lang=\"en\">", "of 5 features").doesNotContain("<1>", " style=", "onclick");
    }

    @Test
    void nothing_private_is_shown_filtered_or_sorted_by() {
        String zones = "/collections/material_zones";
        for (String path : List.of(
                "/items",
                "/items?f=html",
                "/items?f=csv",
                "/items/1",
                "/items/1?f=html",
                "/schema",
                "/queryables",
                "/sortables")) {
            assertThat(Ogc.ask(zones + path).body())
                    .doesNotContain(FixtureData.SECRET, "representative", "id_number", "Người đại diện");
        }
        for (String parameter : List.of("properties=@", "sortby=@", "@=x")) {
            HttpResponse<String> hidden = Ogc.ask(zones + "/items?" + parameter.replace("@", "id_number"));
            HttpResponse<String> absent = Ogc.ask(zones + "/items?" + parameter.replace("@", "nothing"));
            assertThat(hidden.statusCode()).isEqualTo(400);
            assertThat(hidden.body()).isEqualTo(absent.body().replace("nothing", "id_number"));
        }
    }
}
