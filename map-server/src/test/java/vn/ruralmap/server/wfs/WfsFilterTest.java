package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Filters in all three forms, in URLs and in XML. What each operator means is tested where filters are read. */
class WfsFilterTest {

    private static final String FES = "<fes:Filter xmlns:fes='http://www.opengis.net/fes/2.0'"
            + " xmlns:gml='http://www.opengis.net/gml/3.2' xmlns:ntm='urn:ruralmap:ntm'>";
    private static final String OGC = "<ogc:Filter xmlns:ogc='http://www.opengis.net/ogc'"
            + " xmlns:gml='http://www.opengis.net/gml' xmlns:ntm='urn:ruralmap:ntm'>";

    @ParameterizedTest
    @CsvSource({"2.0.0, fes", "1.1.0, ogc", "1.0.0, ogc"})
    void a_filter_selects_in_a_url_and_in_xml(String version, String prefix) {
        String filter = prefix.equals("fes")
                ? FES + "<fes:PropertyIsEqualTo><fes:ValueReference>ntm:name</fes:ValueReference>"
                        + "<fes:Literal>Nhơn Mỹ</fes:Literal></fes:PropertyIsEqualTo></fes:Filter>"
                : OGC + "<ogc:PropertyIsEqualTo><ogc:PropertyName>ntm:name</ogc:PropertyName>"
                        + "<ogc:Literal>Nhơn Mỹ</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>";
        String namespace = prefix.equals("fes") ? "http://www.opengis.net/wfs/2.0" : "http://www.opengis.net/wfs";
        String attribute = prefix.equals("fes") ? "typeNames" : "typeName";
        String document = "<wfs:GetFeature service='WFS' version='" + version + "' outputFormat='json' xmlns:wfs='"
                + namespace + "'><wfs:Query xmlns:a='urn:ruralmap:ntm' " + attribute + "='a:communes'>" + filter
                + "</wfs:Query></wfs:GetFeature>";

        assertThat(ids(get(version, "&TYPENAME=communes&FILTER=" + encode(filter))))
                .containsExactly("communes.5");
        assertThat(ids(Wfs.SERVER.post("/wfs", "text/xml", document))).containsExactly("communes.5");
    }

    @Test
    void prefixes_that_the_request_declares_hold_within_its_filter() {
        String document = "<GetFeature xmlns='http://www.opengis.net/wfs/2.0' xmlns:f='http://www.opengis.net/fes/2.0'"
                + " xmlns:q='urn:ruralmap:ntm' service='WFS' version='2.0.0' outputFormat='json' count='1'>"
                + "<Query typeNames='q:communes'><f:Filter><f:PropertyIsGreaterThan>"
                + "<f:ValueReference>q:code</f:ValueReference><f:Literal>31530</f:Literal></f:PropertyIsGreaterThan>"
                + "</f:Filter></Query></GetFeature>";
        JsonNode first = json(Wfs.SERVER.post("/wfs", "text/xml", document));
        String next = first.at("/links/0/href").asString();
        JsonNode second = json(Wfs.SERVER.get(next.substring(Wfs.SERVER.url().length())));

        assertThat(first.get("numberMatched").asInt()).isEqualTo(4);
        assertThat(second.get("numberMatched").asInt()).isEqualTo(4);
        assertThat(second.at("/features/0/id").asString())
                .isNotEqualTo(first.at("/features/0/id").asString());
    }

    @Test
    void geometry_without_a_system_has_that_of_the_version() {
        String box = "<gml:Box xmlns:gml='http://www.opengis.net/gml'><gml:coordinates>%s</gml:coordinates></gml:Box>";
        String filter = OGC + "<ogc:BBOX><ogc:PropertyName>geom</ogc:PropertyName>" + box + "</ogc:BBOX></ogc:Filter>";

        assertThat(ids(get(
                        "1.0.0", "&TYPENAME=communes&FILTER=" + encode(filter.formatted("105.91,9.76 105.93,9.78")))))
                .containsExactly("communes.4");
        assertThat(ids(get(
                        "1.1.0", "&TYPENAME=communes&FILTER=" + encode(filter.formatted("9.76,105.91 9.78,105.93")))))
                .containsExactly("communes.4");
    }

    @Test
    void intersect_and_intersects_are_the_same_word() {
        for (String word : List.of("Intersect", "Intersects")) {
            String filter = OGC + "<ogc:" + word + "><ogc:PropertyName>geom</ogc:PropertyName><gml:Point"
                    + " srsName='EPSG:4326'><gml:coordinates>105.92,9.77</gml:coordinates></gml:Point></ogc:" + word
                    + "></ogc:Filter>";

            assertThat(ids(get("1.0.0", "&TYPENAME=communes&FILTER=" + encode(filter))))
                    .as(word)
                    .containsExactly("communes.4");
        }
    }

    @Test
    void each_query_has_its_own_filter() {
        String one = FES + "<fes:ResourceId rid='communes.4'/></fes:Filter>";
        String two = FES + "<fes:ResourceId rid='hamlets.2'/></fes:Filter>";

        assertThat(ids(get(
                        "2.0.0",
                        "&TYPENAMES=" + encode("(communes)(hamlets)") + "&FILTER="
                                + encode("(" + one + ")(" + two + ")"))))
                .containsExactly("communes.4", "hamlets.2");
    }

    @Test
    void geoserver_clients_send_the_common_query_language() {
        assertThat(ids(get("1.1.0", "&TYPENAME=communes&CQL_FILTER=" + encode("name LIKE 'K%' OR code = '31552'"))))
                .containsExactly("communes.3", "communes.5");
        assertThat(ids(get(
                        "2.0.0",
                        "&TYPENAMES=" + encode("(communes)(hamlets)") + "&CQL_FILTER="
                                + encode("name = 'a;b' OR name = 'Kế Sách';IN ('hamlets.1')"))))
                .containsExactly("communes.3", "hamlets.1");
        assertThat(ids(get(
                        "2.0.0",
                        "&TYPENAMES=communes&BBOX=9.76,105.91,9.78,105.93&CQL_FILTER=" + encode("code > '31000'"))))
                .containsExactly("communes.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"representative", "phone", "id_number"})
    void a_private_property_is_as_unknown_as_one_that_does_not_exist(String name) {
        String filter = FES + "<fes:PropertyIsLike wildCard='*' singleChar='?' escapeChar='!'><fes:ValueReference>%s"
                + "</fes:ValueReference><fes:Literal>*</fes:Literal></fes:PropertyIsLike></fes:Filter>";
        HttpResponse<String> hidden =
                get("2.0.0", "&TYPENAMES=material_zones&FILTER=" + encode(filter.formatted(name)));
        HttpResponse<String> absent =
                get("2.0.0", "&TYPENAMES=material_zones&FILTER=" + encode(filter.formatted("nothing")));

        assertThat(hidden.statusCode()).isEqualTo(400);
        assertThat(hidden.body()).isEqualTo(absent.body()).contains("InvalidParameterValue", "DescribeFeatureType");
    }

    @Test
    void features_have_no_name_of_gml_unless_the_catalogue_gives_them_one() {
        String isNull =
                FES + "<fes:PropertyIsNull><fes:ValueReference>gml:name</fes:ValueReference></fes:PropertyIsNull>"
                        + "</fes:Filter>";
        String equal = FES + "<fes:PropertyIsEqualTo><fes:ValueReference>gml:name[1]</fes:ValueReference>"
                + "<fes:Literal>Kế Sách</fes:Literal></fes:PropertyIsEqualTo></fes:Filter>";

        assertThat(ids(get("2.0.0", "&TYPENAMES=communes&FILTER=" + encode(isNull))))
                .hasSize(6);
        assertThat(ids(get("2.0.0", "&TYPENAMES=communes&FILTER=" + encode(equal))))
                .isEmpty();
        assertThat(get("2.0.0", "&TYPENAMES=communes&FILTER=" + encode(isNull.replace("gml:name", "gml:boundedBy")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_id_of_another_type_is_refused() {
        String filter = FES + "<fes:ResourceId rid='hamlets.1'/></fes:Filter>";
        HttpResponse<String> answer = get("2.0.0", "&TYPENAMES=communes&FILTER=" + encode(filter));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("InvalidParameterValue", "locator=\"RESOURCEID\"");
    }

    @Test
    void the_box_of_a_feature_is_nothing_to_compare_with() {
        String filter = FES + "<fes:PropertyIsEqualTo><fes:ValueReference>gml:boundedBy</fes:ValueReference>"
                + "<fes:Literal>1</fes:Literal></fes:PropertyIsEqualTo></fes:Filter>";

        assertThat(get("2.0.0", "&TYPENAMES=communes&FILTER=" + encode(filter)).body())
                .contains("OperationProcessingFailed");
    }

    @Test
    void what_is_no_filter_is_refused() {
        assertThat(get("2.0.0", "&TYPENAMES=communes&FILTER=x").body()).contains("InvalidParameterValue", "filter");
        assertThat(get("2.0.0", "&TYPENAMES=communes&BBOX=1,2,3,4&FILTER=" + encode(FES + "</fes:Filter>"))
                        .body())
                .contains("InvalidParameterValue", "together");
    }

    private static HttpResponse<String> get(String version, String query) {
        return Wfs.SERVER.get("/wfs?SERVICE=WFS&REQUEST=GetFeature&OUTPUTFORMAT=json&VERSION=" + version + query);
    }

    private static List<String> ids(HttpResponse<String> answer) {
        return json(answer)
                .get("features")
                .valueStream()
                .map(feature -> feature.get("id").asString())
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
