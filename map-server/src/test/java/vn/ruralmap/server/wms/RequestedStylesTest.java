package vn.ruralmap.server.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.FixtureData;
import vn.ruralmap.server.OgcSchemas;

/** Styles and filters that come with a request. An Lạc Thôn is around pixel 43, 107 of the area, Kế Sách around 105, 95. */
class RequestedStylesTest {

    private static final int RED = 0xFFFF0000;
    private static final int GREEN = 0xFF00FF00;
    private static final int WHITE = 0xFFFFFFFF;

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String userStyle(String name, String colour, String filter) {
        return "<UserStyle><Name>" + name + "</Name><FeatureTypeStyle><Rule><Name>fill</Name><Title>Xã</Title>" + filter
                + "<PolygonSymbolizer><Fill><CssParameter name='fill'>" + colour
                + "</CssParameter></Fill></PolygonSymbolizer></Rule></FeatureTypeStyle></UserStyle>";
    }

    private static String sld(String layers) {
        return "<StyledLayerDescriptor version='1.0.0' xmlns='http://www.opengis.net/sld'"
                + " xmlns:ogc='http://www.opengis.net/ogc' xmlns:xlink='http://www.w3.org/1999/xlink'>" + layers
                + "</StyledLayerDescriptor>";
    }

    private static String named(String layer, String content) {
        return "<NamedLayer><Name>" + layer + "</Name>" + content + "</NamedLayer>";
    }

    private static String equalTo(String property, String value) {
        return "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>" + property + "</ogc:PropertyName><ogc:Literal>"
                + value + "</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>";
    }

    @Test
    void without_layers_the_document_is_the_map() {
        BufferedImage map = Wms.map("SLD_BODY="
                + encoded(sld(named("communes", userStyle("mine", "#FF0000", equalTo("name", "Kế Sách"))))));

        assertThat(map.getRGB(105, 95)).isEqualTo(RED);
        assertThat(map.getRGB(43, 107)).isEqualTo(WHITE);
    }

    @Test
    void with_layers_it_is_a_library_of_styles() {
        String document =
                encoded(sld(named("communes", userStyle("red", "#FF0000", "") + userStyle("green", "#00FF00", ""))));

        assertThat(Wms.map("LAYERS=communes&SLD_BODY=" + document).getRGB(43, 107))
                .isEqualTo(RED);
        assertThat(Wms.image("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&FORMAT=image/png&" + Wms.AREA
                                + "&LAYERS=communes&STYLES=green&SLD_BODY=" + document)
                        .getRGB(43, 107))
                .isEqualTo(GREEN);
        assertThat(Wms.map("LAYERS=provinces&SLD_BODY=" + document).getRGB(43, 107))
                .isEqualTo(Wms.map("LAYERS=provinces").getRGB(43, 107));
    }

    @Test
    void a_layer_of_the_document_may_be_constrained() {
        String constraint = "<LayerFeatureConstraints><FeatureTypeConstraint>" + equalTo("name", "An Lạc Thôn")
                + "</FeatureTypeConstraint></LayerFeatureConstraints>";
        BufferedImage map =
                Wms.map("SLD_BODY=" + encoded(sld(named("communes", constraint + userStyle("red", "#FF0000", "")))));

        assertThat(map.getRGB(43, 107)).isEqualTo(RED);
        assertThat(map.getRGB(105, 95)).isEqualTo(WHITE);
    }

    @Test
    void a_long_document_is_posted_as_a_form() {
        String form = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&FORMAT=image/png&" + Wms.AREA + "&SLD_BODY="
                + encoded(
                        sld(named("communes", userStyle("red", "#FF0000", ""))) + "<!--" + "x".repeat(20_000) + "-->");

        assertThat(Wms.SERVER
                        .post("/wms", "application/x-www-form-urlencoded", form)
                        .headers()
                        .firstValue("Content-Type"))
                .contains("image/png");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<NamedLayer><Name>rivers</Name></NamedLayer> | LayerNotDefined",
                "<NamedLayer><Name>communes</Name><NamedStyle><Name>x</Name></NamedStyle></NamedLayer> | StyleNotDefined",
                "<UserLayer><RemoteOWS/></UserLayer> | NamedLayer",
                "<NamedLayer><Name>communes</Name><UserStyle/></NamedLayer> | line 1",
                "<!DOCTYPE a><NamedLayer/> | line 1",
                "<NamedLayer | line 1"
            })
    void what_cannot_be_drawn_is_refused_with_its_place(String layers, String message) {
        assertThat(Wms.ask("GetMap&FORMAT=image/png&" + Wms.AREA + "&SLD_BODY=" + encoded(sld(layers)))
                        .body())
                .contains("ServiceException", message)
                .doesNotContain("java.");
    }

    @Test
    void a_style_by_its_address_is_not_fetched() {
        assertThat(Wms.ask("GetMap&FORMAT=image/png&LAYERS=communes&SLD=http://localhost:1/a.sld&" + Wms.AREA)
                        .body())
                .contains("locator=\"SLD\"", "SLD_BODY");
    }

    @Test
    void private_attributes_are_unknown_to_styles_and_filters() {
        String secret = equalTo("phone", FixtureData.SECRET);
        String style = Wms.ask("GetMap&FORMAT=image/png&" + Wms.AREA + "&SLD_BODY="
                        + encoded(sld(named("material_zones", userStyle("a", "#FF0000", secret)))))
                .body();
        String filter = Wms.ask("GetMap&FORMAT=image/png&LAYERS=material_zones&CQL_FILTER="
                        + encoded("phone = '" + FixtureData.SECRET + "'") + "&" + Wms.AREA)
                .body();
        String unknown = Wms.ask("GetMap&FORMAT=image/png&LAYERS=material_zones&CQL_FILTER="
                        + encoded("fone = '" + FixtureData.SECRET + "'") + "&" + Wms.AREA)
                .body();

        assertThat(style).contains("ServiceException", "a property that the layer does not have");
        assertThat(filter).contains("locator=\"CQL_FILTER\"").isEqualTo(unknown);
    }

    @Test
    void a_filter_chooses_what_is_drawn_and_what_a_click_finds() {
        String filter = "&CQL_FILTER=" + encoded("name = 'Kế Sách'");
        BufferedImage map = Wms.map("LAYERS=ntm_status&CQL_FILTER=" + encoded("commune_name LIKE 'Kế%'"));

        assertThat(map.getRGB(105, 95)).isNotEqualTo(WHITE);
        assertThat(map.getRGB(43, 107)).isEqualTo(WHITE);
        assertThat(found("communes" + filter, 105, 95)).isEqualTo(1);
        assertThat(found("communes" + filter, 43, 107)).isZero();
        assertThat(found("communes", 43, 107)).isEqualTo(1);
    }

    @Test
    void a_filter_in_xml_chooses_like_one_in_cql() {
        String kinds =
                "<Filter><PropertyIsLike wildCard='*' singleChar='.' escapeChar='!'><PropertyName>name</PropertyName>"
                        + "<Literal>Kế*</Literal></PropertyIsLike></Filter>";
        String place = "<ogc:Filter><ogc:BBOX><gml:Box srsName='EPSG:4326'><gml:coordinates>105.951,9.751 105.999,9.799"
                + "</gml:coordinates></gml:Box></ogc:BBOX></ogc:Filter>";

        assertThat(found("communes&FILTER=" + encoded(kinds), 105, 95)).isEqualTo(1);
        assertThat(found("communes&FILTER=" + encoded(kinds), 43, 107)).isZero();
        assertThat(Wms.map("LAYERS=ntm_status,provinces&FILTER=" + encoded("(" + place + ")()"))
                        .getRGB(43, 107))
                .isEqualTo(Wms.map("LAYERS=provinces").getRGB(43, 107));
        for (String wrong :
                new String[] {"<Filter/>", "(" + place + ")(" + place + ")", place + "&CQL_FILTER=INCLUDE"}) {
            assertThat(Wms.ask("GetMap&FORMAT=image/png&LAYERS=communes&" + Wms.AREA + "&FILTER="
                                    + encoded(wrong).replace("%26CQL_FILTER%3D", "&CQL_FILTER="))
                            .body())
                    .contains("code=\"InvalidParameterValue\" locator=\"FILTER\"");
        }
    }

    private static int found(String layers, int i, int j) {
        JsonNode answer = Wms.info(
                "LAYERS=" + layers + "&QUERY_LAYERS=" + layers.replaceFirst("&.*", "") + "&I=" + i + "&J=" + j);
        return answer.get("features").size();
    }

    @Test
    void each_layer_has_its_own_filter() {
        BufferedImage map = Wms.map("LAYERS=ntm_status,ntm_status&CQL_FILTER="
                + encoded("level = 'ntm';BBOX(geom, 105.951, 9.751, 105.999, 9.799)"));

        assertThat(map.getRGB(43, 107)).isNotEqualTo(WHITE);
        assertThat(map.getRGB(105, 95)).isNotEqualTo(WHITE);
        assertThat(map.getRGB(45, 155)).isEqualTo(WHITE);
        assertThat(Wms.map("LAYERS=ntm_status,provinces&CQL_FILTER=" + encoded("commune_name = 'a;b';INCLUDE"))
                        .getRGB(105, 95))
                .isEqualTo(Wms.map("LAYERS=provinces").getRGB(105, 95));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name =", "exec(name) > 2", "name = 'a';name = 'b'", "name = 'a' AFTER 3"})
    void a_filter_that_cannot_be_used_is_refused(String filter) {
        assertThat(Wms.ask("GetMap&FORMAT=image/png&LAYERS=communes&CQL_FILTER=" + encoded(filter) + "&" + Wms.AREA)
                        .body())
                .contains("code=\"InvalidParameterValue\" locator=\"CQL_FILTER\"");
    }

    @Test
    void a_click_finds_only_what_the_style_draws() {
        String red =
                "&SLD_BODY=" + encoded(sld(named("communes", userStyle("red", "#FF0000", equalTo("name", "Kế Sách")))));

        assertThat(found("communes" + red, 105, 95)).isEqualTo(1);
        assertThat(found("communes" + red, 43, 107)).isZero();
    }

    @Test
    void a_click_on_a_large_mark_means_its_point() {
        // the first hamlet is at pixel 75, 90; without the mark 14 px are too far away
        String mark = "<UserStyle><FeatureTypeStyle><Rule><PointSymbolizer><Graphic><Mark><WellKnownName>square"
                + "</WellKnownName><Fill/></Mark><Size>30</Size></Graphic></PointSymbolizer></Rule></FeatureTypeStyle>"
                + "</UserStyle>";
        String large = "hamlets&CQL_FILTER=" + encoded("name = 'An Ninh 1'");

        assertThat(found(large + "&SLD_BODY=" + encoded(sld(named("hamlets", mark))), 61, 78))
                .isEqualTo(1);
        assertThat(found(large + "&SLD_BODY=" + encoded(sld(named("hamlets", mark))), 55, 78))
                .isZero();
        assertThat(found(large + "&FI_POINT_TOLERANCE=20", 61, 78)).isEqualTo(1);
        assertThat(found(large + "&FI_POINT_TOLERANCE=2&BUFFER=30", 61, 78)).isZero();
    }

    @Test
    void a_group_is_all_its_layers() {
        BufferedImage group = Wms.map("LAYERS=administrative");
        BufferedImage members = Wms.map("LAYERS=provinces,districts,communes");

        assertThat(group.getRGB(0, 0, 200, 200, null, 0, 200)).isEqualTo(members.getRGB(0, 0, 200, 200, null, 0, 200));
        assertThat(found("ruralmap", 105, 95)).isEqualTo(5);
        assertThat(Wms.ask("GetMap&FORMAT=image/png&LAYERS=administrative&STYLES=communes&" + Wms.AREA)
                        .body())
                .contains("StyleNotDefined");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ntm_status", "ntm:ntm_status", "other:ntm_status"})
    void a_layer_is_known_by_its_name_whatever_the_clients_prefix(String name) {
        assertThat(Wms.map("LAYERS=" + name).getRGB(43, 107))
                .isNotEqualTo(WHITE)
                .isEqualTo(Wms.map("LAYERS=ntm_status").getRGB(43, 107));
    }

    @Test
    void the_symbol_of_one_rule_is_as_large_as_asked() {
        BufferedImage symbol = Wms.image("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=image/png"
                + "&LAYER=ntm_status&RULE=ntm&WIDTH=40&HEIGHT=20&TRANSPARENT=FALSE");

        assertThat(symbol.getWidth()).isEqualTo(40);
        assertThat(symbol.getHeight()).isEqualTo(20);
        assertThat(symbol.getRGB(0, 0)).isEqualTo(WHITE);
        assertThat(Wms.ask("GetLegendGraphic&LAYER=ntm_status&RULE=none_such").body())
                .contains("locator=\"RULE\"");
    }

    @Test
    void the_legend_explains_a_group_and_a_style_of_the_request() {
        String style = encoded(sld(named("communes", userStyle("red", "#FF0000", ""))));
        BufferedImage one = Wms.image(
                "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=communes&RULE=fill&SLD_BODY=" + style);
        String group = Wms.ask("GetLegendGraphic&LAYER=administrative&FORMAT=application/json")
                .body();

        assertThat(one.getRGB(10, 9)).isEqualTo(RED);
        assertThat(group).contains("\"rule\":\"rural\"", "\"rule\":\"border-near\"");
    }

    @Test
    void a_layer_is_described_by_its_feature_type() {
        String described = Wms.ask("DescribeLayer&LAYERS=communes,administrative&SLD_VERSION=1.1.0")
                .body();
        String older = Wms.ask111("DescribeLayer&LAYERS=ntm:communes").body();

        assertThat(described).contains("<se:FeatureTypeName>ntm:communes<", "<se:FeatureTypeName>ntm:provinces<");
        assertThat(older)
                .contains("<LayerDescription name=\"communes\" wfs=\"" + Wms.SERVER.url() + "/wfs?\"")
                .contains("<Query typeName=\"ntm:communes\"/>");
        assertThat(OgcSchemas.errorsByDtd(older)).isEmpty();
    }

    @Test
    void get_styles_gives_the_styles_of_some_layers_in_one_document() {
        HttpResponse<String> answer = Wms.ask111("GetStyles&LAYERS=communes,hamlets&SLDVER=1.1.0");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.ogc.sld+xml");
        assertThat(answer.body().split("<NamedLayer>")).hasSize(3);
        assertThat(OgcSchemas.parse(answer.body()).getDocumentElement().getAttribute("version"))
                .isEqualTo("1.1.0");
    }

    @Test
    void a_map_may_be_asked_for_by_a_document_in_both_versions() {
        String styles = sld(named("communes", userStyle("red", "#FF0000", "")));
        String newer =
                "<GetMap version='1.3.0' xmlns='http://www.opengis.net/sld' xmlns:ows='http://www.opengis.net/ows'>"
                        + styles + "<CRS>EPSG:4326</CRS><BoundingBox><ows:LowerCorner>9.68 105.88</ows:LowerCorner>"
                        + "<ows:UpperCorner>9.88 106.08</ows:UpperCorner></BoundingBox><Output><Size><Width>200</Width>"
                        + "<Height>200</Height></Size><Format>image/png</Format><BGcolor>0x00FF00</BGcolor></Output></GetMap>";
        String older =
                "<ogc:GetMap version='1.1.1' xmlns:ogc='http://www.opengis.net/ows' xmlns:gml='http://www.opengis.net/gml'>"
                        + styles + "<BoundingBox srsName='http://www.opengis.net/gml/srs/epsg.xml#4326'>"
                        + "<gml:coord><gml:X>105.88</gml:X><gml:Y>9.68</gml:Y></gml:coord>"
                        + "<gml:coord><gml:X>106.08</gml:X><gml:Y>9.88</gml:Y></gml:coord></BoundingBox><Output>"
                        + "<Format>image/png</Format><BGcolor>0x00FF00</BGcolor><Size><Width>200</Width><Height>200</Height>"
                        + "</Size></Output></ogc:GetMap>";

        HttpResponse<String> answer = Wms.SERVER.post("/wms", "text/xml; charset=UTF-8", newer);
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(answer.body())
                .contains("image/png");
        assertThat(Wms.SERVER.post("/wms", "application/xml", older).body()).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><GetMap>&b;</GetMap>",
                "<GetFeature/>",
                "<GetMap/>",
                "<GetMap",
                ""
            })
    void a_document_that_is_no_map_is_refused(String document) {
        assertThat(Wms.SERVER.post("/wms", "text/xml", document).body())
                .contains("<ServiceException", "the request cannot be read")
                .doesNotContain("root:");
    }

    @Test
    void a_document_too_deep_to_read_is_refused() {
        assertThat(Wms.SERVER
                        .post(
                                "/wms",
                                "text/xml",
                                "<GetMap>" + "<a>".repeat(30_000) + "</a>".repeat(30_000) + "</GetMap>")
                        .body())
                .contains("<ServiceException");
    }
}
