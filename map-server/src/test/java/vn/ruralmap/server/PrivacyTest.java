package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private attributes of a zone: its representative, a telephone number and an identity number. */
class PrivacyTest {

    private static final ServerFixture SERVER = ServerFixture.get();
    private static final String ZONES = "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=material_zones";
    private static final String CLICK = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&STYLES=&CRS=CRS:84"
            + "&BBOX=105.95,9.78,105.96,9.79&WIDTH=10&HEIGHT=10&I=4&J=4&FEATURE_COUNT=10"
            + "&LAYERS=material_zones&QUERY_LAYERS=material_zones&INFO_FORMAT=";

    /** {@code phone} is public on another layer, so its name alone tells nothing. */
    private static final List<String> NAMES = List.of("representative", "id_number", "Người đại diện", "CCCD");

    @ParameterizedTest
    @ValueSource(
            strings = {
                CLICK + "application/json",
                CLICK + "text/html",
                CLICK + "text/plain",
                CLICK + "application/vnd.ogc.gml",
                CLICK + "text/html&LANGUAGE=en",
                ZONES,
                ZONES + "&OUTPUTFORMAT=application/json",
                ZONES + "&PROPERTYNAME=*",
                ZONES + "&SORTBY=zone_code",
                ZONES + "&BBOX=9,105,10,107",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=DescribeFeatureType&TYPENAMES=material_zones",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&RESOURCEID=material_zones.1",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&ID=material_zones.1"
                        + "&STOREDQUERY_ID=urn:ogc:def:query:OGC-WFS::GetFeatureById",
                "/tiles/material_zones.json",
                "/tiles/material_zones/13/6507/3872.mvt",
                "/api/catalogue",
                "/api/search?q=stor&limit=100",
                "/styles/material_zones.sld"
            })
    void what_shows_a_zone_shows_nothing_private(String path) {
        HttpResponse<String> answer = SERVER.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsAnyOf("VN-STOR-0001", "zone_code", "material_zones");
        assertPrivate(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wms?SERVICE=WMS&REQUEST=GetCapabilities",
                "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetCapabilities&LANGUAGE=en",
                "/wfs?SERVICE=WFS&REQUEST=GetCapabilities",
                "/wmts?SERVICE=WMTS&REQUEST=GetCapabilities",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=DescribeStoredQueries",
                "/api/search?q=" + FixtureData.SECRET,
                "/api/search?q=BI-MAT",
                "/actuator/health",
                "/actuator/prometheus"
            })
    void nothing_else_does_either(String path) {
        assertPrivate(SERVER.get(path).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&PROPERTYNAME=@",
                "&PROPERTYNAME=ntm:@",
                "&PROPERTYNAME=zone_code,@",
                "&SORTBY=@",
                "&SORTBY=@%20DESC",
                "&VALUEREFERENCE=@",
                "&FILTER=%3Cfes:Filter%20xmlns:fes=%22http://www.opengis.net/fes/2.0%22%3E%3Cfes:PropertyIsLike%20"
                        + "wildCard=%22*%22%20singleChar=%22.%22%20escapeChar=%22!%22%3E%3Cfes:ValueReference%3E@"
                        + "%3C/fes:ValueReference%3E%3Cfes:Literal%3EBI*%3C/fes:Literal%3E%3C/fes:PropertyIsLike%3E"
                        + "%3C/fes:Filter%3E",
                "&CQL_FILTER=@%20LIKE%20%27BI%25%27"
            })
    void a_private_attribute_answers_like_one_that_is_not_there(String parameter) {
        for (String name : List.of("representative", "phone", "id_number")) {
            for (String format : List.of("", "&OUTPUTFORMAT=application/json")) {
                HttpResponse<String> hidden = SERVER.get(ZONES + format + parameter.replace("@", name));
                HttpResponse<String> absent = SERVER.get(ZONES + format + parameter.replace("@", "nothing"));

                assertThat(hidden.statusCode()).isEqualTo(absent.statusCode());
                assertThat(stable(hidden.body())).isEqualTo(stable(absent.body().replace("nothing", name)));
                assertThat(hidden.body()).doesNotContain(FixtureData.SECRET);
            }
        }
    }

    @Test
    void a_map_cannot_be_filtered_by_what_is_private() {
        String map = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=material_zones&STYLES=&CRS=CRS:84"
                + "&BBOX=105.95,9.78,106,9.79&WIDTH=100&HEIGHT=20&FORMAT=image/png";
        byte[] plain = SERVER.getBytes(map).body();
        for (String parameter : List.of("FILTER", "VIEWPARAMS")) {
            assertThat(SERVER.getBytes(map + "&" + parameter + "=representative%3D%27x%27")
                            .body())
                    .isEqualTo(plain);
        }
        for (String value : List.of("x", FixtureData.SECRET)) {
            String filter = map + "&CQL_FILTER=%s%%3D%%27" + value + "%%27";
            assertThat(SERVER.get(filter.formatted("representative")).body())
                    .contains("ServiceException")
                    .isEqualTo(SERVER.get(filter.formatted("no_such_thing")).body());
        }
    }

    private static void assertPrivate(String answer) {
        assertThat(answer).doesNotContain(FixtureData.SECRET, "BI-MAT");
        assertThat(answer).doesNotContain(NAMES);
    }

    /** Without the moment, and without the address of the next page, which repeats what the client sent. */
    private static String stable(String answer) {
        return answer.replaceAll("timeStamp(\"?[=:]\")[^\"]*", "timeStamp");
    }
}
