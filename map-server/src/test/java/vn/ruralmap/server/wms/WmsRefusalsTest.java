package vn.ruralmap.server.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.server.OgcSchemas;

class WmsRefusalsTest {

    private static final String MAP = "GetMap&STYLES=&FORMAT=image/png&LAYERS=communes&" + Wms.AREA;

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "LAYERS=nothing | LayerNotDefined | LAYERS",
                "LAYERS= | MissingParameterValue | layers",
                "STYLES=nothing | StyleNotDefined | STYLES",
                "STYLES=, | StyleNotDefined | STYLES",
                "CRS=EPSG:1 | InvalidCRS | CRS",
                "CRS= | MissingParameterValue | CRS",
                "BBOX= | MissingParameterValue | bbox",
                "FORMAT=image/tiff | InvalidFormat | FORMAT",
                "FORMAT= | MissingParameterValue | format",
                "WIDTH=4097 | InvalidParameterValue | width",
                "WIDTH=0 | InvalidParameterValue | width",
                "HEIGHT=-1 | InvalidParameterValue | height",
                "HEIGHT=1e3 | InvalidParameterValue | height",
                "HEIGHT= | MissingParameterValue | HEIGHT",
                "BGCOLOR=red | InvalidParameterValue | BGCOLOR",
                "TIME=yesterday | InvalidDimensionValue | TIME",
                "TIME=2025-02-30 | InvalidDimensionValue | TIME",
                "DPI=0 | InvalidParameterValue | dpi",
                "DPI=1.5 | InvalidParameterValue | dpi"
            })
    void a_bad_parameter_of_a_map_is_named(String parameter, String code, String locator) {
        assertRefused(Wms.ask(with(MAP, parameter)), code, locator);
    }

    @Test
    void the_request_of_another_service_is_refused() {
        assertRefused(Wms.SERVER.get("/wms?SERVICE=WFS&REQUEST=GetCapabilities"), "InvalidParameterValue", "SERVICE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2,3",
                "1,2,3,4,5",
                "a,b,c,d",
                "NaN,9,106,10",
                "105,9,Infinity,10",
                "105,9,1e400,10",
                "-1e308,-1e308,1e308,1e308",
                "106,9,105,10",
                "105,10,106,9",
                "105,9,105,10",
                "105,9,105.000000000001,10",
                "-1e-200,-1e-200,1e-200,1e-200"
            })
    void a_box_that_is_none_is_refused(String box) {
        assertRefused(Wms.ask(with(MAP, "BBOX=" + box)), "InvalidParameterValue", "BBOX");
    }

    @Test
    void more_layers_than_the_capabilities_allow_are_refused() {
        String fifty = String.join(",", Collections.nCopies(50, "communes"));

        assertThat(Wms.ask(with(MAP, "LAYERS=" + fifty)).headers().firstValue("Content-Type"))
                .contains("image/png");
        assertRefused(Wms.ask(with(MAP, "LAYERS=" + fifty + ",communes")), "InvalidParameterValue", "LAYERS");
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GetMapp | OperationNotSupported | REQUEST",
                " | MissingParameterValue | request",
                "GetLegendGraphic | MissingParameterValue | layer",
                "GetLegendGraphic&LAYER=nothing | LayerNotDefined | LAYER",
                "GetLegendGraphic&LAYER=communes&STYLE=nothing | StyleNotDefined | STYLE",
                "GetLegendGraphic&LAYER=communes&FORMAT=image/tiff | InvalidFormat | FORMAT",
                "GetLegendGraphic&LAYER=communes&SCALE=0 | InvalidParameterValue | SCALE",
                "GetLegendGraphic&LAYER=communes&SCALE=NaN | InvalidParameterValue | SCALE"
            })
    void other_operations_are_refused_by_the_same_rules(String query, String code, String locator) {
        assertRefused(Wms.ask(query == null ? "" : query), code, locator);
    }

    @Test
    void version_1_1_1_has_its_own_names_and_no_locator() {
        HttpResponse<String> answer = Wms.ask111("GetMap&LAYERS=communes&STYLES=&SRS=EPSG:1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.ogc.se_xml;charset=UTF-8");
        assertThat(answer.body()).contains("<ServiceException code=\"InvalidSRS\">");
        assertThat(OgcSchemas.errorsByDtd(answer.body())).isEmpty();
    }

    @Test
    void a_report_of_1_3_0_obeys_its_schema() {
        String report = Wms.ask(with(MAP, "LAYERS=nothing"))
                .body()
                .replace(
                        "xmlns=",
                        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
                                + "http://www.opengis.net/ogc"
                                + " http://schemas.opengis.net/wms/1.3.0/exceptions_1_3_0.xsd\" xmlns=");

        assertThat(OgcSchemas.errorsBySchema(report)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INIMAGE", "application/vnd.ogc.se_inimage", "inimage"})
    void a_client_of_images_may_have_the_message_in_one(String form) {
        BufferedImage image = Wms.image(path(with(MAP, "LAYERS=nothing&EXCEPTIONS=" + form)));

        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(distinct(image)).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BLANK", "application/vnd.ogc.se_blank"})
    void or_an_empty_one_on_the_ground_that_it_asked_for(String form) {
        String query = with(MAP, "LAYERS=nothing&EXCEPTIONS=" + form);
        BufferedImage blue = Wms.image(path(query + "&BGCOLOR=0x0000FF"));

        assertThat(distinct(blue)).isOne();
        assertThat(blue.getRGB(0, 0)).isEqualTo(0xFF0000FF);
        assertThat(Wms.image(path(query + "&TRANSPARENT=TRUE")).getRGB(0, 0)).isZero();
        assertThat(Wms.image(path(query + "&BGCOLOR=blue")).getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        assertThat(Wms.image(path(with(query, "WIDTH=100000"))).getWidth()).isEqualTo(256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetCapabilities&UPDATESEQUENCE=999999", "GetFeatureInfo&LAYERS=nothing", "Dance"})
    void who_asked_for_no_image_gets_none(String query) {
        assertThat(Wms.ask(query + "&EXCEPTIONS=INIMAGE").body()).contains("<ServiceException ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CRS=CRS:84&BBOX=-180,-90,180,90",
                "CRS=EPSG:4326&BBOX=-90,-180,90,180",
                "CRS=CRS:84&BBOX=-1e9,-1e9,1e9,1e9",
                "CRS=EPSG:3857&BBOX=-1e9,-1e9,1e9,1e9",
                "CRS=EPSG:3857&BBOX=-20037508,-20037508,20037508,20037508",
                "CRS=EPSG:9209&BBOX=-1e9,-1e9,1e9,1e9",
                "CRS=EPSG:9209&BBOX=-20000000,-20000000,20000000,20000000",
                "CRS=EPSG:9209&BBOX=9e8,9e8,1e9,1e9",
                "CRS=EPSG:32649&BBOX=-1e7,9000000,-9e6,1e7",
                "CRS=EPSG:4756&BBOX=89,-180,200,500",
                "WIDTH=1&HEIGHT=1",
                "WIDTH=4096&HEIGHT=1",
                "WIDTH=1&HEIGHT=4096",
                "BBOX=105.95,9.75,105.950000002,9.750000002",
                "FORMAT_OPTIONS=dpi:9999",
                "FORMAT_OPTIONS=dpi:0"
            })
    void odd_views_are_drawn_in_no_time(String parameters) {
        String query = "GetMap&STYLES=&FORMAT=image/png&"
                + "LAYERS=provinces,districts,ntm_status,communes,material_zones,hamlets,tourism_sites&" + Wms.AREA;

        org.junit.jupiter.api.Assertions.assertTimeout(
                java.time.Duration.ofSeconds(5), () -> Wms.image(path(with(query, parameters))));
        String point = "GetFeatureInfo&QUERY_LAYERS=communes,hamlets&I=0&J=0&INFO_FORMAT=application/json"
                + "&LAYERS=communes,hamlets&" + Wms.AREA;
        assertThat(Wms.ask(with(point, parameters)).body()).startsWith("{");
    }

    private static void assertRefused(HttpResponse<String> answer, String code, String locator) {
        assertThat(answer.body()).contains("<ServiceException code=\"" + code + "\" locator=\"" + locator + '"');
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }

    private static String path(String query) {
        return "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=" + query;
    }

    /** The query with other values of some parameters: the first of a name counts. */
    private static String with(String query, String parameters) {
        String rest = query;
        for (String parameter : parameters.split("&")) {
            String name = parameter.substring(0, parameter.indexOf('='));
            rest = rest.replaceAll("&" + name + "=[^&]*", "");
        }
        return rest + "&" + parameters;
    }

    private static long distinct(BufferedImage image) {
        return java.util.Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }
}
