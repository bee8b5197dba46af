package vn.ruralmap.server.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.OgcSchemas;
import vn.ruralmap.server.ServerFixture;

/** What the conformance tests of WMS 1.3.0 and 1.1.1 ask of a server with their layers. */
abstract class CiteContract {

    private static final List<String> LAYERS = List.of(
            "BasicPolygons",
            "Bridges",
            "Buildings",
            "DividedRoutes",
            "Forests",
            "Lakes",
            "MapNeatline",
            "NamedPlaces",
            "Ponds",
            "RoadSegments",
            "Streams");

    private static final int WHITE = 0xFFFFFFFF;

    abstract ServerFixture server();

    private HttpResponse<byte[]> ask(String version, String query) {
        return server().getBytes("/wms?SERVICE=WMS&VERSION=" + version + "&REQUEST=" + query);
    }

    private String text(String version, String query) {
        return new String(ask(version, query).body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private BufferedImage map(String query) {
        return Wms.decode(ask("1.3.0", "GetMap&STYLES=&FORMAT=image/png&WIDTH=200&HEIGHT=200&" + query));
    }

    private static Set<Integer> colours(BufferedImage map) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                colours.add(map.getRGB(x, y));
            }
        }
        return colours;
    }

    private List<Element> elements(String version, String name) {
        NodeList nodes = OgcSchemas.parse(text(version, "GetCapabilities")).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String child(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private Element layer(String version, String name) {
        return elements(version, "Layer").stream()
                .filter(layer -> child(layer, "Title").equals("cite:" + name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.0", "1.1.1"})
    void the_layers_are_offered_by_title_and_name_and_can_be_queried(String version) {
        for (String name : LAYERS) {
            Element layer = layer(version, name);
            assertThat(child(layer, "Name")).isEqualTo(name);
            assertThat(layer.getAttribute("queryable")).isEqualTo("1");
        }
        assertThat(elements(version, "Format"))
                .extracting(Element::getTextContent)
                .contains("image/png", "image/gif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.0", "1.1.1"})
    void capabilities_are_valid_and_no_box_is_flat_even_around_one_bridge(String version) {
        String document = text(version, "GetCapabilities");

        assertThat(version.equals("1.3.0") ? OgcSchemas.errorsBySchema(document) : OgcSchemas.errorsByDtd(document))
                .isEmpty();
        assertThat(document).doesNotContain("VendorSpecificCapabilities");
        assertThat(elements(version, "BoundingBox")).isNotEmpty().allSatisfy(box -> {
            assertThat(number(box, "maxx")).isGreaterThan(number(box, "minx"));
            assertThat(number(box, "maxy")).isGreaterThan(number(box, "miny"));
        });
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void every_layer_draws_something_in_its_own_box_in_both_versions_and_formats() {
        for (String name : LAYERS) {
            Element box = (Element) layer("1.1.1", name)
                    .getElementsByTagName("LatLonBoundingBox")
                    .item(0);
            String bounds = box.getAttribute("minx") + "," + box.getAttribute("miny") + "," + box.getAttribute("maxx")
                    + "," + box.getAttribute("maxy");
            String rest = "&STYLES=&WIDTH=80&HEIGHT=80&LAYERS=cite:" + name + "&BBOX=" + bounds + "&FORMAT=";
            for (String format : List.of("image/png", "image/gif")) {
                BufferedImage newer = Wms.decode(ask("1.3.0", "GetMap&CRS=CRS:84" + rest + format));
                BufferedImage older = Wms.decode(ask("1.1.1", "GetMap&SRS=EPSG:4326" + rest + format));

                assertThat(colours(newer)).as(name).hasSizeGreaterThan(1);
                assertThat(newer.getRGB(0, 0, 80, 80, null, 0, 80)).isEqualTo(older.getRGB(0, 0, 80, 80, null, 0, 80));
            }
        }
    }

    @Test
    void latitude_comes_first_in_epsg_4326_of_1_3_0_only() {
        BufferedImage lonLat = map("LAYERS=BasicPolygons&CRS=CRS:84&BBOX=-3,-2,4,7");
        BufferedImage latLon = map("LAYERS=BasicPolygons&CRS=EPSG:4326&BBOX=-2,-3,7,4");

        assertThat(lonLat.getRGB(0, 0, 200, 200, null, 0, 200)).isEqualTo(latLon.getRGB(0, 0, 200, 200, null, 0, 200));
        assertThat(lonLat.getRGB(86, 155)).as("around 0, 0").isNotEqualTo(WHITE);
        assertThat(lonLat.getRGB(86, 120)).as("around 0, 1.6").isEqualTo(WHITE);
    }

    @Test
    void the_background_is_opaque_white_unless_it_is_to_be_transparent() {
        String empty = "LAYERS=Lakes&CRS=CRS:84&BBOX=50,50,51,51";

        assertThat(colours(map(empty))).containsExactly(WHITE);
        assertThat(colours(map(empty + "&TRANSPARENT=FALSE"))).containsExactly(WHITE);
        assertThat(colours(map(empty + "&TRANSPARENT=TRUE"))).allMatch(colour -> colour >>> 24 == 0);
        assertThat(colours(map(empty + "&BGCOLOR=0xFF00FF"))).containsExactly(0xFFFF00FF);
    }

    @Test
    void layers_are_drawn_from_the_left_of_the_list_upwards() {
        String box = "&CRS=CRS:84&BBOX=-0.005,-0.004,0.006,0.004";
        BufferedImage lakesOver = map("LAYERS=Forests,Streams" + box);
        BufferedImage forestsOver = map("LAYERS=Streams,Forests" + box);

        assertThat(colours(lakesOver)).hasSizeGreaterThan(2);
        assertThat(lakesOver.getRGB(0, 0, 200, 200, null, 0, 200))
                .isNotEqualTo(forestsOver.getRGB(0, 0, 200, 200, null, 0, 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BasicPolygons", "Forests", "Lakes", "NamedPlaces"})
    void a_click_into_a_feature_finds_it(String name) {
        Snapshots snapshots = server().bean(Snapshots.class);
        Geometry feature = snapshots
                .current()
                .view(name, snapshots.today())
                .features()
                .get(0)
                .geometry();
        org.locationtech.jts.geom.Coordinate inside = feature.getInteriorPoint().getCoordinate();
        String box = "&BBOX=" + (inside.x - 0.001) + "," + (inside.y - 0.001) + "," + (inside.x + 0.001) + ","
                + (inside.y + 0.001);
        String query =
                "GetFeatureInfo&STYLES=&WIDTH=101&HEIGHT=101&FORMAT=image/png&INFO_FORMAT=text/plain&LAYERS=cite:"
                        + name + "&QUERY_LAYERS=cite:" + name + box;

        assertThat(text("1.3.0", query + "&CRS=CRS:84&I=50&J=50")).contains("cite:" + name);
        assertThat(text("1.1.1", query + "&SRS=EPSG:4326&X=50&Y=50")).contains("cite:" + name);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "LAYERS=NonExistent, LayerNotDefined",
        "LAYERS=Lakes&STYLES=none, StyleNotDefined",
        "LAYERS=Lakes&CRS=EPSG:0, InvalidCRS",
        "LAYERS=Lakes&FORMAT=image/none, InvalidFormat",
        "LAYERS=Lakes&BBOX=1;1;1;2, InvalidParameterValue",
        "LAYERS=Lakes&TIME=yesterday, InvalidDimensionValue"
    })
    void a_wrong_map_is_refused_with_the_code_of_the_standard(String query, String code) {
        String complete = "GetMap&WIDTH=10&HEIGHT=10";
        for (String part : List.of("STYLES=", "CRS=CRS:84", "FORMAT=image/png", "BBOX=0,0,1,1")) {
            complete += query.contains(part.substring(0, part.indexOf('=') + 1)) ? "" : "&" + part;
        }
        assertThat(text("1.3.0", complete + "&" + query.replace(';', ','))).contains("code=\"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource({"I=-1&J=5", "I=5&J=100", "I=a&J=5"})
    void a_click_outside_the_map_is_an_invalid_point(String position) {
        assertThat(text(
                        "1.3.0",
                        "GetFeatureInfo&STYLES=&WIDTH=100&HEIGHT=100&CRS=CRS:84&BBOX=0,0,1,1&FORMAT=image/png"
                                + "&LAYERS=Lakes&QUERY_LAYERS=Lakes&INFO_FORMAT=text/plain&" + position))
                .contains("code=\"InvalidPoint\"");
    }

    @ParameterizedTest
    @CsvSource({"1.3.0, INIMAGE, true", "1.3.0, BLANK, false", "1.1.1, application/vnd.ogc.se_inimage, true"})
    void a_refusal_may_be_an_image_of_the_asked_size(String version, String exceptions, boolean written) {
        BufferedImage image = Wms.decode(ask(
                version,
                "GetMap&STYLES=&WIDTH=150&HEIGHT=90&CRS=CRS:84&SRS=EPSG:4326&BBOX=0,0,1,1&FORMAT=image/gif"
                        + "&LAYERS=NonExistent&EXCEPTIONS=" + exceptions));

        assertThat(image.getWidth()).isEqualTo(150);
        assertThat(image.getHeight()).isEqualTo(90);
        assertThat(colours(image).size() > 1).isEqualTo(written);
    }

    @Test
    void a_map_of_another_aspect_is_stretched() {
        BufferedImage wide = Wms.decode(ask(
                "1.3.0",
                "GetMap&STYLES=&FORMAT=image/png&WIDTH=400&HEIGHT=100&LAYERS=BasicPolygons"
                        + "&CRS=CRS:84&BBOX=-3,-2,4,7"));
        BufferedImage square = map("LAYERS=BasicPolygons&CRS=CRS:84&BBOX=-3,-2,4,7");

        for (int[] place : new int[][] {{86, 154}, {86, 120}, {60, 60}, {190, 20}}) {
            assertThat(wide.getRGB(2 * place[0], place[1] / 2))
                    .as(place[0] + " " + place[1])
                    .isEqualTo(square.getRGB(place[0], place[1]));
        }
    }

    @Test
    void update_sequences_are_compared() {
        long revision = server().bean(Snapshots.class).current().revision();

        assertThat(text("1.3.0", "GetCapabilities&UPDATESEQUENCE=" + revision)).contains("CurrentUpdateSequence");
        assertThat(text("1.3.0", "GetCapabilities&UPDATESEQUENCE=" + (revision + 1)))
                .contains("InvalidUpdateSequence");
        assertThat(text("1.3.0", "GetCapabilities&UPDATESEQUENCE=0")).contains("<WMS_Capabilities");
    }
}
