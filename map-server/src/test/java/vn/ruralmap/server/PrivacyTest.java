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
                "/ogc/collections/material_zones/items?f=json",
                "/ogc/collections/material_zones/items?f=html",
                "/ogc/collections/material_zones/items?f=html&language=en",
                "/ogc/collections/material_zones/items?f=json&sortby=zone_code&crs=http://www.opengis.net/def/crs/EPSG/0/9209",
                "/ogc/collections/material_zones/queryables?f=json",
                "/ogc/collections/material_zones/schema?f=json",
                "/ogc/api?f=json",
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
        assertThat(SERVER.getBytes(map + "&VIEWPARAMS=representative%3D%27x%27").body())
                .isEqualTo(plain);
        for (String value : List.of("x", FixtureData.SECRET)) {
            String filter = map + "&CQL_FILTER=%s%%3D%%27" + value + "%%27";
            assertThat(SERVER.get(filter.formatted("representative")).body())
                    .contains("ServiceException")
                    .isEqualTo(SERVER.get(filter.formatted("no_such_thing")).body());
            String document =
                    map + "&FILTER=%%3CFilter%%3E%%3CPropertyIsEqualTo%%3E%%3CPropertyName%%3E%s%%3C/PropertyName%%3E"
                            + "%%3CLiteral%%3E" + value + "%%3C/Literal%%3E%%3C/PropertyIsEqualTo%%3E%%3C/Filter%%3E";
            assertThat(SERVER.get(document.formatted("representative")).body())
                    .contains("ServiceException")
                    .isEqualTo(SERVER.get(document.formatted("no_such_thing")).body());
            for (String language : List.of(
                    "filter=%s%%3D%%27" + value + "%%27",
                    "filter-lang=cql2-json&filter=%%7B%%22op%%22:%%22=%%22,"
                            + "%%22args%%22:[%%7B%%22property%%22:%%22%s%%22%%7D,%%22" + value + "%%22]%%7D")) {
                String items = "/ogc/collections/material_zones/items?" + language;
                HttpResponse<String> hidden = SERVER.get(
                        items.formatted("representative").replace("[", "%5B").replace("]", "%5D"));
                assertThat(hidden.statusCode()).isEqualTo(400);
                assertThat(hidden.body())
                        .isEqualTo(SERVER.get(items.formatted("no_such_thing")
                                        .replace("[", "%5B")
                                        .replace("]", "%5D"))
                                .body());
            }
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
