package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WfsGetFeatureTest {

    /** One commune, An Lạc Thôn, lies within 105.9 to 105.95 east and 9.75 to 9.8 north. */
    @ParameterizedTest(name = "BBOX={0}")
    @ValueSource(
            strings = {
                "9.76,105.91,9.78,105.93",
                "9.76,105.91,9.78,105.93,urn:ogc:def:crs:EPSG::4326",
                "9.76,105.91,9.78,105.93,http://www.opengis.net/def/crs/EPSG/0/4326",
                "105.91,9.76,105.93,9.78,EPSG:4326",
                "105.91,9.76,105.93,9.78,http://www.opengis.net/gml/srs/epsg.xml%234326",
                "105.91,9.76,105.93,9.78,urn:ogc:def:crs:OGC:1.3:CRS84",
                "105.91,9.76,105.93,9.78,CRS:84",
                "11789900,1091900,11791000,1092900,EPSG:3857",
                "545000,1079500,546000,1080500,urn:ogc:def:crs:EPSG::9209"
            })
    void a_box_is_read_in_the_axis_order_of_its_notation(String box) {
        JsonNode answer = Wfs.json("TYPENAMES=ntm:communes&BBOX=" + box);

        assertThat(ids(answer)).containsExactly("communes.4");
    }

    @Test
    void a_box_of_the_whole_world_finds_everything() {
        assertThat(Wfs.json("TYPENAMES=communes&BBOX=-90,-180,90,180")
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(6);
        assertThat(Wfs.json("TYPENAMES=communes&BBOX=-1e7,-1e7,1e7,1e7,EPSG:9209")
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void a_box_within_the_hole_of_a_commune_does_not_find_it() {
        assertThat(ids(Wfs.json("TYPENAMES=communes&BBOX=9.762,105.962,9.768,105.968")))
                .isEmpty();
    }

    @ParameterizedTest(name = "SRSNAME={0} starts with {1}")
    @CsvSource({
        "urn:ogc:def:crs:EPSG::4326, '9.75 105.9 ', urn:ogc:def:crs:EPSG::4326",
        "http://www.opengis.net/def/crs/EPSG/0/4326, '9.75 105.9 ', http://www.opengis.net/def/crs/EPSG/0/4326",
        "EPSG:4326, '105.9 9.75 ', http://www.opengis.net/gml/srs/epsg.xml#4326",
        "urn:ogc:def:crs:OGC:1.3:CRS84, '105.9 9.75 ', urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:EPSG::3857, '11788734.075 ', urn:ogc:def:crs:EPSG::3857"
    })
    void gml_coordinates_follow_the_notation_of_the_system(String name, String start, String srsName) {
        String gml = Wfs.gml("RESOURCEID=communes.4&SRSNAME=" + name);

        assertThat(gml).contains("<gml:posList>" + start).contains("srsName=\"" + srsName + '"');
    }

    @Test
    void geojson_is_longitude_first_whatever_the_notation() {
        for (String name : List.of("urn:ogc:def:crs:EPSG::4326", "EPSG:4326", "CRS:84")) {
            JsonNode answer = Wfs.json("RESOURCEID=tourism_sites.1&SRSNAME=" + name);

            assertThat(answer.has("crs")).isFalse();
            assertThat(answer.at("/features/0/geometry/coordinates").toString()).isEqualTo("[105.92,9.72]");
        }
    }

    @Test
    void following_the_next_links_gives_every_feature_once_in_a_stable_order() {
        List<String> all = new ArrayList<>();
        String url = Wfs.SERVER.url() + "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=ntm:communes"
                + "&outputFormat=application/geo%2Bjson&sortBy=province_code&count=2";
        while (url != null) {
            URI uri = URI.create(url);
            JsonNode page = JsonMapper.shared()
                    .readTree(Wfs.SERVER
                            .get(uri.getRawPath() + "?" + uri.getRawQuery())
                            .body());
            all.addAll(ids(page));
            url = null;
            for (JsonNode link : page.get("links")) {
                url = link.get("rel").asString().equals("next")
                        ? link.get("href").asString()
                        : url;
            }
        }
        assertThat(all)
                .containsExactly("communes.3", "communes.4", "communes.5", "communes.6", "communes.7", "communes.8");
    }

    @Test
    void names_are_sorted_as_vietnamese_does() {
        assertThat(names(Wfs.json("TYPENAMES=communes&SORTBY=name")))
                .containsExactly("An Lạc Thôn", "Kế Sách", "Nhơn Mỹ", "Phong Nẫm", "Sóc Trăng", "Thới An Hội");
        assertThat(names(Wfs.json("TYPENAMES=communes&SORTBY=kind%20DESC,name%20D")))
                .startsWith("Thới An Hội")
                .endsWith("Sóc Trăng");
    }

    @ParameterizedTest
    @CsvSource({"as-of=2020-01-01", "TIME=2025-06-30", "as-of=2010"})
    void an_earlier_date_shows_the_communes_of_that_day(String date) {
        assertThat(ids(Wfs.json("TYPENAMES=communes&" + date))).containsExactly("communes.1", "communes.2");
    }

    @Test
    void only_the_named_properties_are_given() {
        JsonNode feature = Wfs.json("TYPENAMES=communes&PROPERTYNAME=ntm:name,code&COUNT=1")
                .at("/features/0");

        assertThat(feature.get("properties").toString()).isEqualTo("{\"code\":\"31528\",\"name\":\"Kế Sách\"}");
        assertThat(feature.get("geometry").isNull()).isTrue();
        assertThat(Wfs.gml("TYPENAMES=communes&PROPERTYNAME=geom&COUNT=1"))
                .contains("gml:MultiSurface")
                .doesNotContain("ntm:name");
    }

    @Test
    void ids_need_no_type_and_unknown_ones_are_passed_over() {
        assertThat(ids(Wfs.json("FEATUREID=communes.4,hamlets.2,communes.999,nothing.1,x")))
                .containsExactly("communes.4", "hamlets.2");
        assertThat(Wfs.json("RESOURCEID=nothing.1").get("numberMatched").asInt())
                .isZero();
    }

    @Test
    void old_parameter_names_and_foreign_prefixes_work() {
        assertThat(ids(Wfs.json("TYPENAME=y:communes&MAXFEATURES=1")))
                .as("a prefix that nobody declared")
                .hasSize(1);
        assertThat(ids(Wfs.json("TYPENAME=x:communes&NAMESPACES=xmlns(x,urn:ruralmap:ntm)&MAXFEATURES=1")))
                .containsExactly("communes.3");
        assertThat(Wfs.ask("GetFeature&TYPENAMES=x:communes&NAMESPACES=xmlns(x,urn:other)")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_form_is_as_good_as_a_url() {
        HttpResponse<String> answer = Wfs.SERVER.post(
                "/wfs",
                "application/x-www-form-urlencoded",
                "service=WFS&version=2.0.0&request=GetFeature&typeNames=communes&count=1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("communes.3").doesNotContain("communes.4");
    }

    @Test
    void an_unchanged_answer_is_not_sent_again() {
        String etag = Wfs.ask("GetFeature&TYPENAMES=communes")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        HttpResponse<String> again = Wfs.ask("GetFeature&TYPENAMES=communes", "If-None-Match", etag);
        HttpResponse<String> other = Wfs.ask("GetFeature&TYPENAMES=hamlets", "If-None-Match", etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void content_types_are_those_of_the_formats() {
        assertThat(contentType("GetFeature&TYPENAMES=communes")).isEqualTo("application/gml+xml; version=3.2");
        assertThat(contentType("GetFeature&TYPENAMES=communes&OUTPUTFORMAT=GML32"))
                .isEqualTo("application/gml+xml; version=3.2");
        // the plus, sent unescaped, arrives as a space
        assertThat(contentType("GetFeature&TYPENAMES=communes&OUTPUTFORMAT=application/geo+json"))
                .isEqualTo("application/geo+json");
    }

    private static String contentType(String query) {
        return Wfs.ask(query).headers().firstValue("Content-Type").orElseThrow();
    }

    private static List<String> ids(JsonNode answer) {
        return answer.get("features")
                .valueStream()
                .map(feature -> feature.get("id").asString())
                .toList();
    }

    private static List<String> names(JsonNode answer) {
        return answer.get("features")
                .valueStream()
                .map(feature -> feature.at("/properties/name").asString())
                .toList();
    }
}
