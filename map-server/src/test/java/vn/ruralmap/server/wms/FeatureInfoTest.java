package vn.ruralmap.server.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.OgcSchemas;

/** A pixel of {@link Wms#AREA} is a thousandth of a degree; column 0 is 105.88, row 0 is 9.88. */
class FeatureInfoTest {

    private static final String COMMUNES = "LAYERS=communes&QUERY_LAYERS=communes";
    private static final String HAMLETS = "LAYERS=hamlets&QUERY_LAYERS=hamlets";
    private static final String ZONE = "LAYERS=material_zones&QUERY_LAYERS=material_zones";

    @Test
    void json_is_geojson_with_ids_and_typed_properties() {
        JsonNode answer = Wms.info(COMMUNES + "&I=45&J=105");
        JsonNode feature = answer.get("features").get(0);

        assertThat(answer.get("type").stringValue()).isEqualTo("FeatureCollection");
        assertThat(feature.get("type").stringValue()).isEqualTo("Feature");
        assertThat(feature.get("id").stringValue()).isEqualTo("communes.4");
        assertThat(feature.get("geometry").get("type").stringValue()).isEqualTo("MultiPolygon");
        JsonNode corner = feature.at("/geometry/coordinates/0/0/0");
        assertThat(corner.get(0).doubleValue()).isBetween(105.89, 105.96);
        assertThat(corner.get(1).doubleValue()).isBetween(9.74, 9.81);
        JsonNode properties = feature.get("properties");
        assertThat(properties.get("code").stringValue()).isEqualTo("31531");
        assertThat(properties.get("name").stringValue()).isEqualTo("An Lạc Thôn");
        assertThat(properties.get("population").longValue()).isEqualTo(12_345);
        assertThat(properties.get("area_ha").doubleValue()).isEqualTo(3021.5);
        assertThat(properties.get("valid_from").stringValue()).isEqualTo("2025-07-01");
        assertThat(properties.get("district_code").isNull()).isTrue();
    }

    @Test
    void html_is_escaped_and_readable() {
        String page = ask(HAMLETS + "&I=35&J=115", "text/html").body();

        assertThat(page)
                .contains("<h3>Khu &lt;1&gt; &amp; &quot;2&quot;</h3>")
                .contains("<td>Khu phố</td>")
                .contains("<td>01/07/2025</td>");
        assertThat(ask(HAMLETS + "&I=35&J=115&LANGUAGE=en", "text/html").body())
                .contains("<html lang=\"en\">", "<td>2025-07-01</td>");
    }

    @Test
    void what_is_not_drawn_at_the_scale_is_not_found() {
        String country =
                "GetFeatureInfo&STYLES=&INFO_FORMAT=application/json&CRS=CRS:84&BBOX=101.985,5.79,109.985,13.79"
                        + "&WIDTH=200&HEIGHT=200&I=100&J=100&FEATURE_COUNT=10&";

        assertThat(Wms.ask(country + HAMLETS).body()).doesNotContain("\"id\"");
        assertThat(Wms.ask(country + "LAYERS=provinces&QUERY_LAYERS=provinces").body())
                .contains("\"id\":\"provinces.");
    }

    @Test
    void text_names_layer_feature_and_properties() {
        assertThat(ask(COMMUNES + "&I=45&J=105", "text/plain").body())
                .startsWith("Xã, phường, thị trấn: An Lạc Thôn\n")
                .contains("  Mã xã: 31531\n")
                .contains("  Diện tích (ha): 3.021,50\n");
        assertThat(Wms.ask("GetFeatureInfo&" + Wms.AREA + "&I=45&J=105&" + COMMUNES)
                        .headers()
                        .firstValue("Content-Type"))
                .contains("text/plain;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.ogc.gml", "text/xml", "application/gml%2Bxml;%20version=3.2"})
    void gml_is_well_formed_and_escaped(String format) {
        Document document =
                OgcSchemas.parse(ask(HAMLETS + "&I=35&J=115", format).body());

        assertThat(document.getElementsByTagName("ntm:name").item(0).getTextContent())
                .isEqualTo("Khu <1> & \"2\"");
        assertThat(document.getElementsByTagName("gml:Polygon").getLength()).isOne();
    }

    @ParameterizedTest(name = "{0} px beside the point: found {1}")
    @CsvSource({"0, true", "5, true", "7, false"})
    void a_point_is_hit_within_the_tolerance(int beside, boolean found) {
        assertThat(names(HAMLETS + "&I=" + (105 + beside) + "&J=90")).hasSize(found ? 1 : 0);
        assertThat(names(HAMLETS + "&BUFFER=0&I=" + (105 + beside) + "&J=90")).hasSize(beside == 0 ? 1 : 0);
    }

    @Test
    void beside_a_large_area_is_outside() {
        assertThat(names(COMMUNES + "&I=18&J=105")).isEmpty();
        assertThat(names(COMMUNES + "&I=20&J=105")).containsExactly("An Lạc Thôn");
    }

    @Test
    void an_area_smaller_than_a_fingertip_is_hit_beside_it() {
        // the zones are 7 px wide with 3 px between them
        assertThat(Wms.info(ZONE + "&I=72&J=95").get("features")).hasSize(1);
        // two pixels right of the first zone, one left of the second: the nearer one
        assertThat(Wms.info(ZONE + "&I=79&J=95")
                        .at("/features/0/properties/zone_code")
                        .stringValue())
                .isEqualTo("VN-STOR-0001");
        assertThat(Wms.info(ZONE + "&BUFFER=0&I=79&J=95").get("features")).isEmpty();
    }

    @Test
    void a_count_bounds_the_features_of_each_layer() {
        String two = "LAYERS=communes,hamlets&QUERY_LAYERS=communes,hamlets&BUFFER=50&I=85&J=90";

        assertThat(names(two)).containsExactly("An Ninh 2", "Kế Sách");
        assertThat(names(two + "&FEATURE_COUNT=2")).hasSize(3);
        assertThat(names(two + "&FEATURE_COUNT=100000")).hasSize(5);
        for (String none : List.of("0", "-1", "x", "1.5")) {
            assertThat(names(two + "&FEATURE_COUNT=" + none)).hasSize(2);
        }
    }

    @Test
    void a_layer_asked_twice_answers_once() {
        assertThat(names("LAYERS=communes&QUERY_LAYERS=communes,communes&I=45&J=105"))
                .containsExactly("An Lạc Thôn");
    }

    @Test
    void the_date_decides_which_unit_answers() {
        String kind = "/features/0/properties/kind";

        assertThat(Wms.info(COMMUNES + "&I=80&J=90&TIME=2025-06-30").at(kind).stringValue())
                .isEqualTo("thị trấn");
        assertThat(Wms.info(COMMUNES + "&I=80&J=90&TIME=2025-07-01").at(kind).stringValue())
                .isEqualTo("xã");
        assertThat(names(COMMUNES + "&I=80&J=90&TIME=1999-01-01")).isEmpty();
    }

    @Test
    void version_1_1_1_asks_by_x_and_y_and_puts_longitude_first() {
        String answer = Wms.ask111("GetFeatureInfo&SRS=EPSG:4326&BBOX=105.88,9.68,106.08,9.88&WIDTH=200&HEIGHT=200"
                        + "&STYLES=&X=45&Y=105&INFO_FORMAT=application/json&" + COMMUNES)
                .body();

        assertThat(answer).contains("An Lạc Thôn");
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "I=200&J=0 | InvalidPoint | I",
                "I=0&J=200 | InvalidPoint | J",
                "I=-1&J=0 | InvalidPoint | I",
                "I=NaN&J=0 | InvalidPoint | I",
                "I=4294967296&J=0 | InvalidPoint | I",
                "I=1e400&J=0 | InvalidPoint | I",
                "I=x&J=0 | InvalidPoint | I",
                "J=0 | MissingParameterValue | I",
                "I=0&J=0&QUERY_LAYERS= | MissingParameterValue | query_layers",
                "I=0&J=0&QUERY_LAYERS=hamlets | LayerNotDefined | QUERY_LAYERS",
                "I=0&J=0&QUERY_LAYERS=nothing | LayerNotDefined | QUERY_LAYERS",
                "I=0&J=0&INFO_FORMAT=text/csv | InvalidFormat | INFO_FORMAT",
                "I=0&J=0&BUFFER=51 | InvalidParameterValue | buffer"
            })
    void a_bad_parameter_is_named(String parameters, String code, String locator) {
        String layers = parameters.contains("QUERY_LAYERS") ? "LAYERS=communes" : COMMUNES;

        assertThat(Wms.ask("GetFeatureInfo&STYLES=&" + Wms.AREA + '&' + layers + '&' + parameters)
                        .body())
                .contains("<ServiceException code=\"" + code + "\" locator=\"" + locator + '"');
    }

    private static List<String> names(String query) {
        List<String> names = new ArrayList<>();
        Wms.info(query)
                .get("features")
                .forEach(feature ->
                        names.add(feature.get("properties").get("name").stringValue()));
        return names;
    }

    private static HttpResponse<String> ask(String query, String format) {
        return Wms.ask("GetFeatureInfo&STYLES=&INFO_FORMAT=" + format + '&' + Wms.AREA + '&' + query);
    }
}
