package vn.ruralmap.server.wmts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.ruralmap.server.FixtureData;
import vn.ruralmap.server.OgcSchemas;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.tiling.EditedMap;
import vn.ruralmap.server.tiling.TileAddress;
import vn.ruralmap.server.tiling.TileMatrixSet;
import vn.ruralmap.server.tiling.TileMatrixSets;

class WmtsTest {

    private static final ServerFixture SERVER = ServerFixture.get();
    private static final String CAPABILITIES = "/wmts?SERVICE=WMTS&REQUEST=GetCapabilities";
    private static final TileAddress TILE = EditedMap.tileAt(12, 105.925, 9.775);
    private static final String KVP =
            "/wmts?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&LAYER=ntm_status&STYLE=ntm_status"
                    + "&FORMAT=image/png&TILEMATRIXSET=GoogleMapsCompatible&TILEMATRIX=12&TILEROW=" + TILE.row()
                    + "&TILECOL="
                    + TILE.column();
    private static final String REST =
            "/wmts/1.0.0/ntm_status/ntm_status/GoogleMapsCompatible/12/" + TILE.row() + "/" + TILE.column() + ".png";

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String> texts(Document document, String name) {
        return elements(document, name).stream().map(Element::getTextContent).toList();
    }

    private static Document capabilities() {
        return OgcSchemas.parse(SERVER.get(CAPABILITIES).body());
    }

    @Test
    void the_capabilities_obey_their_schema_by_either_encoding_and_are_the_same() {
        String byParameters = SERVER.get(CAPABILITIES).body();

        assertThat(OgcSchemas.errorsBySchema(byParameters)).isEmpty();
        assertThat(SERVER.get("/wmts/1.0.0/WMTSCapabilities.xml").body()).isEqualTo(byParameters);
        assertThat(byParameters)
                .contains("<ServiceMetadataURL xlink:href=\"" + SERVER.url() + "/wmts/1.0.0/WMTSCapabilities.xml\"/>");
    }

    @Test
    void rest_comes_before_key_value_pairs_in_every_operation() {
        Document document = capabilities();
        List<String> encodings = elements(document, "Constraint").stream()
                .map(constraint -> constraint.getTextContent().strip())
                .toList();

        assertThat(encodings).containsExactly("RESTful", "KVP", "RESTful", "KVP", "RESTful", "KVP");
        assertThat(elements(document, "Operation"))
                .extracting(operation -> operation.getAttribute("name"))
                .containsExactly("GetCapabilities", "GetTile", "GetFeatureInfo");
    }

    @Test
    void web_mercator_has_the_name_and_the_system_that_the_standard_prescribes() {
        Document document = capabilities();

        assertThat(texts(document, "SupportedCRS")).contains("urn:ogc:def:crs:EPSG:6.18:3:3857");
        assertThat(texts(document, "WellKnownScaleSet"))
                .containsExactly("urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible");
        assertThat(texts(document, "SupportedCRS"))
                .contains("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::9209", "urn:ogc:def:crs:EPSG::3405");
        assertThat(elements(document, "TileMatrixSetLink"))
                .hasSize(elements(document, "Layer").size()
                        * TileMatrixSets.list().size());
    }

    @Test
    void each_layer_has_its_dates_and_a_legend_of_the_size_that_is_told() throws Exception {
        Document document = capabilities();
        Element legend = elements(document, "LegendURL").get(2);
        HttpResponse<byte[]> answer = SERVER.getBytes(
                legend.getAttribute("xlink:href").substring(SERVER.url().length()));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));

        assertThat(texts(document, "Default")).containsOnly("current");
        assertThat(texts(document, "Value")).contains("current", "2025-07-01", "2008-01-01");
        assertThat(image.getWidth()).isEqualTo(Integer.parseInt(legend.getAttribute("width")));
        assertThat(image.getHeight()).isEqualTo(Integer.parseInt(legend.getAttribute("height")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "SECTIONS=Contents, 'Contents,ServiceMetadataURL'",
        "'SECTIONS=ServiceIdentification,OperationsMetadata', 'ServiceIdentification,OperationsMetadata,ServiceMetadataURL'",
        "'ACCEPTVERSIONS=2.0.0,1.0.0&SECTIONS=All',"
                + "'ServiceIdentification,ServiceProvider,OperationsMetadata,Contents,ServiceMetadataURL'"
    })
    void only_the_asked_sections_are_sent(String query, String names) {
        String document = SERVER.get(CAPABILITIES + "&" + query).body();
        List<String> found = new ArrayList<>();
        NodeList children = OgcSchemas.parse(document).getDocumentElement().getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element) {
                found.add(element.getLocalName());
            }
        }

        assertThat(found).containsExactly(names.split(","));
        assertThat(OgcSchemas.errorsBySchema(document)).isEmpty();
    }

    @Test
    void who_has_the_current_document_gets_an_empty_one() {
        String sequence = capabilities().getDocumentElement().getAttribute("updateSequence");
        Document document = OgcSchemas.parse(
                SERVER.get(CAPABILITIES + "&UPDATESEQUENCE=" + sequence).body());

        assertThat(elements(document, "Layer")).isEmpty();
        assertThat(document.getDocumentElement().getAttribute("updateSequence")).isEqualTo(sequence);
    }

    @Test
    void a_tile_is_the_same_by_either_encoding_and_at_its_other_address() {
        HttpResponse<byte[]> byParameters = SERVER.getBytes(KVP);
        HttpResponse<byte[]> byAddress = SERVER.getBytes(REST);

        assertThat(header(byParameters, "Content-Type")).isEqualTo("image/png");
        assertThat(byAddress.body()).isEqualTo(byParameters.body());
        assertThat(SERVER.getBytes("/tiles/ntm_status/12/" + TILE.column() + "/" + TILE.row() + ".png")
                        .body())
                .isEqualTo(byParameters.body());
        assertThat(SERVER.getBytes(REST, "If-None-Match", header(byParameters, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(SERVER.getBytes(REST.replace(".png", ".jpg")).headers().firstValue("Content-Type"))
                .contains("image/jpeg");
        assertThat(SERVER.getBytes(REST.replace(".png", ".mvt")).headers().firstValue("Content-Type"))
                .contains("application/vnd.mapbox-vector-tile");
    }

    @Test
    void the_date_is_a_dimension() {
        byte[] today = SERVER.getBytes(KVP).body();
        String dated = REST.replace("/GoogleMaps", "/@/GoogleMaps");

        assertThat(SERVER.getBytes(KVP + "&TIME=2025-06-30").body()).isNotEqualTo(today);
        assertThat(SERVER.getBytes(dated.replace("@", "2025-06-30")).body())
                .isEqualTo(SERVER.getBytes(KVP + "&TIME=2025-06-30").body());
        assertThat(SERVER.getBytes(dated.replace("@", "current")).body()).isEqualTo(today);
        assertThat(SERVER.getBytes(dated.replace("@", "%7BTime%7D")).body())
                .as("a template that a client did not fill in wholly")
                .isEqualTo(today);
        assertThat(SERVER.getBytes(KVP + "&as-of=2025-06-30").body())
                .isEqualTo(SERVER.getBytes(KVP + "&TIME=2025-06-30").body());
    }

    /** The same area as one WMS image of that system. */
    @ParameterizedTest
    @ValueSource(strings = {"GoogleMapsCompatible", "WorldCRS84Quad", "VN2000_9209", "VN2000_3405", "VN2000_9218"})
    void a_tile_of_every_set_shows_what_a_map_of_its_area_shows(String id) {
        TileMatrixSet set = TileMatrixSets.find(id).orElseThrow();
        Envelope place = set.crs().fromLonLat(new Envelope(105.925, 105.925, 9.775, 9.775));
        int level = id.startsWith("VN") ? 6 : 12;
        int[] at = set.limits(level, place);
        Envelope area = new TileAddress(set, level, at[0], at[1]).bounds();
        String map = String.format(
                Locale.ROOT,
                "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=ntm_status&STYLES=&SRS=%s&BBOX=%s,%s,%s,%s"
                        + "&WIDTH=256&HEIGHT=256&FORMAT=image/png&TRANSPARENT=TRUE",
                id.startsWith("World") ? "EPSG:4326" : set.crs().code(),
                area.getMinX(),
                area.getMinY(),
                area.getMaxX(),
                area.getMaxY());
        String tile = "/wmts/1.0.0/ntm_status/default/" + id + "/" + level + "/" + at[1] + "/" + at[0] + ".png";

        assertThat(SERVER.getBytes(tile).body()).isEqualTo(SERVER.getBytes(map).body());
        assertThat(SERVER.getBytes(tile).body().length).as("not an empty tile").isGreaterThan(300);
    }

    @Test
    void a_click_on_a_tile_tells_what_is_there_in_every_format_by_either_encoding() {
        Envelope box = TILE.bounds();
        Envelope place = TILE.set().crs().fromLonLat(new Envelope(105.925, 105.925, 9.775, 9.775));
        int i = (int) ((place.getMinX() - box.getMinX()) / box.getWidth() * 256);
        int j = (int) ((box.getMaxY() - place.getMinY()) / box.getHeight() * 256);
        String click = KVP.replace("GetTile", "GetFeatureInfo") + "&I=" + i + "&J=" + j + "&INFOFORMAT=";
        String address = REST.replace(".png", "/" + j + "/" + i + ".");

        for (String type : List.of("application/json", "text/html", "text/plain", "application/vnd.ogc.gml")) {
            assertThat(SERVER.get(click + type).body()).as(type).contains("An Lạc Thôn");
            assertThat(header(SERVER.get(click + type), "Content-Type")).startsWith(type);
        }
        assertThat(SERVER.get(address + "json").body())
                .isEqualTo(SERVER.get(click + "application/json").body());
        assertThat(SERVER.get(address + "html").body()).contains("An Lạc Thôn");
        assertThat(SERVER.get(click + "text/plain&TIME=2025-06-30").body()).doesNotContain("An Lạc Thôn");
    }

    @Test
    void a_click_on_a_zone_tells_nothing_private() {
        TileAddress tile = EditedMap.tileAt(14, 105.955, 9.785);
        Envelope box = tile.bounds();
        Envelope place = tile.set().crs().fromLonLat(new Envelope(105.955, 105.955, 9.785, 9.785));
        int i = (int) ((place.getMinX() - box.getMinX()) / box.getWidth() * 256);
        int j = (int) ((box.getMaxY() - place.getMinY()) / box.getHeight() * 256);
        String answer = SERVER.get("/wmts/1.0.0/material_zones/default/GoogleMapsCompatible/14/" + tile.row() + "/"
                        + tile.column() + "/" + j + "/" + i + ".json")
                .body();

        assertThat(answer).contains("VN-STOR-0001").doesNotContain(FixtureData.SECRET, "phone", "id_number");
    }

    @ParameterizedTest(name = "{0}: {2} {3}")
    @CsvSource({
        "REQUEST=GetTile, REQUEST=GetMap, 400, InvalidParameterValue, request",
        "REQUEST=GetTile, REQUEST=, 400, MissingParameterValue, request",
        "SERVICE=WMTS, SERVICE=WMS, 400, InvalidParameterValue, service",
        "SERVICE=WMTS, SERVICE=, 400, MissingParameterValue, service",
        "VERSION=1.0.0, VERSION=2.0.0, 400, InvalidParameterValue, version",
        "VERSION=1.0.0, VERSION=, 400, MissingParameterValue, version",
        "LAYER=ntm_status, LAYER=nothing, 400, InvalidParameterValue, Layer",
        "LAYER=ntm_status, LAYER=, 400, MissingParameterValue, Layer",
        "STYLE=ntm_status, STYLE=red, 400, InvalidParameterValue, Style",
        "STYLE=ntm_status, X=, 400, MissingParameterValue, Style",
        "FORMAT=image/png, FORMAT=image/tiff, 400, InvalidParameterValue, Format",
        "FORMAT=image/png, FORMAT=, 400, MissingParameterValue, Format",
        "SET=GoogleMapsCompatible, SET=Mars, 400, InvalidParameterValue, TileMatrixSet",
        "SET=GoogleMapsCompatible, SET=, 400, MissingParameterValue, TileMatrixSet",
        "TILEMATRIX=12, TILEMATRIX=99, 400, InvalidParameterValue, TileMatrix",
        "TILEMATRIX=12, TILEMATRIX=, 400, MissingParameterValue, TileMatrix",
        "TILEROW=, TILEROW=9, 400, TileOutOfRange, TileRow",
        "TILEROW=, TILEROW=-, 400, TileOutOfRange, TileRow",
        "TILEROW=, TILEROW=x, 400, InvalidParameterValue, TileRow",
        "TILECOL=, TILECOL=9999, 400, TileOutOfRange, TileCol",
        "TILEROW=, ROW=, 400, MissingParameterValue, TileRow",
        "TILECOL=, COL=, 400, MissingParameterValue, TileCol",
        "FORMAT=image/png, FORMAT=image/png&TIME=yesterday, 400, InvalidParameterValue, Time"
    })
    void what_is_wrong_is_said_with_code_and_locator(String from, String to, int status, String code, String locator) {
        assertRefused(SERVER.get(KVP.replace(from, to)), status, code, locator);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code, String locator) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("exceptionCode=\"" + code + "\" locator=\"" + locator + "\"");
        assertThat(OgcSchemas.errorsBySchema(answer.body())).isEmpty();
        assertThat(header(answer, "Content-Type")).startsWith("application/xml");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "I=256&J=1&INFOFORMAT=text/plain, TileOutOfRange, I",
        "I=1&J=-1&INFOFORMAT=text/plain, TileOutOfRange, J",
        "I=x&J=1&INFOFORMAT=text/plain, InvalidParameterValue, I",
        "J=1&INFOFORMAT=text/plain, MissingParameterValue, I",
        "I=1&J=1, MissingParameterValue, InfoFormat",
        "I=1&J=1&INFOFORMAT=image/png, InvalidParameterValue, InfoFormat"
    })
    void a_click_beside_the_tile_or_in_no_format_is_refused(String query, String code, String locator) {
        assertRefused(SERVER.get(KVP.replace("GetTile", "GetFeatureInfo") + "&" + query), 400, code, locator);
    }

    @Test
    void unknown_versions_sections_and_later_sequences_are_refused() {
        assertRefused(
                SERVER.get(CAPABILITIES + "&ACCEPTVERSIONS=2.0.0"), 400, "VersionNegotiationFailed", "acceptVersions");
        assertRefused(SERVER.get(CAPABILITIES + "&SECTIONS=Nothing"), 400, "InvalidParameterValue", "sections");
        assertRefused(
                SERVER.get(CAPABILITIES + "&UPDATESEQUENCE=99999"), 400, "InvalidUpdateSequence", "updateSequence");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/wmts/1.0.0/nothing/default/GoogleMapsCompatible/1/1/1.png, 400",
        "/wmts/1.0.0/communes/default/GoogleMapsCompatible/1/1/2.png, 400",
        "/wmts/1.0.0/communes/default/GoogleMapsCompatible/1/1.png, 404",
        "/wmts/1.0.0/communes/default/GoogleMapsCompatible/1/1/1.tiff, 404",
        "/wmts/1.0.0/communes/default/GoogleMapsCompatible/1/1/1, 404",
        "/wmts/1.0.0/nothing/default/legend.png, 404",
        "/wmts/2.0.0/WMTSCapabilities.xml, 404",
        "/wmts/1.0.0/, 404"
    })
    void an_address_that_leads_nowhere_is_refused(String path, int status) {
        HttpResponse<String> answer = SERVER.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<ows:ExceptionReport", "exceptionCode=");
    }
}
