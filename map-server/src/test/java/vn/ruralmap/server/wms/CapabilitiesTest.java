package vn.ruralmap.server.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.GoldenFiles;
import vn.ruralmap.server.OgcSchemas;

class CapabilitiesTest {

    private static final GoldenFiles GOLDEN = new GoldenFiles("wms");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "capabilities_1.3.0.xml, VERSION=1.3.0",
        "capabilities_1.3.0_en.xml, VERSION=1.3.0&LANGUAGE=en",
        "capabilities_1.1.1.xml, VERSION=1.1.1"
    })
    void are_as_expected(String file, String query) {
        GOLDEN.assertSame(file, Wms.stable(get(query)).replace("><", ">\n<"));
    }

    @Test
    void obey_the_schema_of_1_3_0_and_of_the_legend_operation() {
        assertThat(OgcSchemas.errorsBySchema(get("VERSION=1.3.0"))).isEmpty();
    }

    @Test
    void obey_the_dtd_of_1_1_1_without_anything_of_a_vendor() {
        assertThat(OgcSchemas.errorsByDtd(get("VERSION=1.1.1"))).isEmpty();
        assertThat(get("VERSION=1.1.1")).doesNotContain("VendorSpecificCapabilities");
    }

    @ParameterizedTest(name = "asked {0}: given {1}")
    @CsvSource({
        "VERSION=1.3.0, 1.3.0",
        "VERSION=1.1.1, 1.1.1",
        "VERSION=1.0.0, 1.1.1",
        "VERSION=1.2.0, 1.1.1",
        "VERSION=2.0.0, 1.3.0",
        "VERSION=1.10.0, 1.3.0",
        "WMTVER=1.1.1, 1.1.1",
        "version=1.1.0, 1.1.1",
        "VERSION=, 1.3.0",
        "FORMAT=text/xml, 1.3.0"
    })
    void come_in_the_highest_version_not_above_the_asked_one(String query, String version) {
        assertThat(get(query)).containsPattern("<WM(S|T_MS)_Capabilities version=\"" + version + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.0", "1.1.1"})
    void have_no_box_without_size(String version) {
        List<String> flat = new ArrayList<>();
        for (Element box : elements(get("VERSION=" + version), "BoundingBox")) {
            double width = number(box, "maxx") - number(box, "minx");
            double height = number(box, "maxy") - number(box, "miny");
            if (!(width > 0 && height > 0)) {
                flat.add(box.getAttribute("CRS") + box.getAttribute("SRS"));
            }
        }
        assertThat(flat).isEmpty();
    }

    @Test
    void give_latitude_first_only_where_the_authority_does_and_only_in_1_3_0() {
        for (String code : List.of("EPSG:4326", "EPSG:4756")) {
            assertThat(number(box("1.3.0", code), "minx")).isBetween(9.0, 10.0);
            assertThat(number(box("1.1.1", code), "minx")).isBetween(105.0, 107.0);
        }
        assertThat(number(box("1.3.0", "CRS:84"), "minx")).isBetween(105.0, 107.0);
        assertThat(number(box("1.3.0", "EPSG:9209"), "minx")).isBetween(500_000.0, 600_000.0);
        assertThat(number(box("1.3.0", "EPSG:9209"), "miny")).isBetween(1_000_000.0, 1_100_000.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.0", "1.1.1"})
    void tell_the_true_size_of_each_legend(String version) {
        List<Element> legends = elements(get("VERSION=" + version), "LegendURL");
        assertThat(legends).hasSize(12);
        for (Element legend : legends) {
            Element link =
                    (Element) legend.getElementsByTagName("OnlineResource").item(0);
            String path =
                    link.getAttribute("xlink:href").substring(Wms.SERVER.url().length());
            BufferedImage image = Wms.image(path);
            assertThat(legend.getAttribute("width") + "x" + legend.getAttribute("height"))
                    .as(path)
                    .isEqualTo(image.getWidth() + "x" + image.getHeight());
        }
    }

    @Test
    void are_refused_to_who_has_them_or_knows_newer_ones() {
        long revision = Wms.SERVER.bean(Snapshots.class).current().revision();

        assertThat(get("UPDATESEQUENCE=" + (revision - 1))).contains("<WMS_Capabilities");
        assertThat(get("UPDATESEQUENCE=")).contains("<WMS_Capabilities");
        assertThat(get("UPDATESEQUENCE=" + revision)).contains("code=\"CurrentUpdateSequence\"");
        assertThat(get("UPDATESEQUENCE=" + (revision + 1))).contains("code=\"InvalidUpdateSequence\"");
        assertThat(get("UPDATESEQUENCE=yesterday")).contains("code=\"InvalidUpdateSequence\"");
    }

    @Test
    void have_the_media_type_of_their_version() {
        assertThat(type("VERSION=1.3.0")).isEqualTo("text/xml;charset=UTF-8");
        assertThat(type("VERSION=1.1.1")).isEqualTo("application/vnd.ogc.wms_xml;charset=UTF-8");
    }

    @Test
    void speak_english_when_asked_in_any_case() {
        assertThat(get("LANGUAGE=EN")).contains("<Title>Provinces and cities</Title>");
        assertThat(get("LANGUAGE=vi")).contains("<Title>Tỉnh, thành phố</Title>");
    }

    private static String get(String query) {
        return Wms.SERVER
                .get("/wms?SERVICE=WMS&REQUEST=GetCapabilities&" + query)
                .body();
    }

    private static String type(String query) {
        return Wms.SERVER
                .get("/wms?SERVICE=WMS&REQUEST=GetCapabilities&" + query)
                .headers()
                .firstValue("Content-Type")
                .orElse("");
    }

    /** The box of the first layer that has boxes, in a system. */
    private static Element box(String version, String code) {
        return elements(get("VERSION=" + version), "BoundingBox").stream()
                .filter(box -> (box.getAttribute("CRS") + box.getAttribute("SRS")).equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> elements(String document, String name) {
        NodeList nodes = OgcSchemas.parse(document).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
