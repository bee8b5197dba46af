package vn.ruralmap.server.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.layers.query.FilterTable;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.Changes;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;

/** The table of filters, asked of a server that has its layer. */
class FilterTableTest {

    private static final String ITEMS =
            "/ogc/collections/sites/items?as-of=" + FilterTable.DATE + "&skipGeometry=true&";

    private static final ServerFixture SERVER = start();

    private static ServerFixture start() {
        try {
            Path catalogue = Files.createTempDirectory("ruralmap-test");
            Files.createDirectories(catalogue.resolve("layers"));
            Files.writeString(catalogue.resolve("layers/sites.yaml"), """
                    title: {vi: Điểm, en: Sites}
                    description: {vi: Điểm., en: Sites.}
                    geometry: [point, polygon]
                    label: name
                    attributes:
                      - {name: name, type: text, title: {vi: Tên, en: Name}, required: true}
                      - {name: stars, type: integer, title: {vi: Sao, en: Stars}}
                      - {name: area_ha, type: decimal, title: {vi: Diện tích, en: Area}}
                      - {name: opened_on, type: date, title: {vi: Mở, en: Opened}}
                      - {name: smart, type: boolean, title: {vi: Thông minh, en: Smart}}
                      - name: kind
                        type: code
                        title: {vi: Loại, en: Kind}
                        codes:
                          sinh thái: {vi: Sinh thái, en: Nature}
                          làng nghề: {vi: Làng nghề, en: Craft}
                      - {name: commune, type: reference, layer: communes, title: {vi: Xã, en: Commune}}
                      - {name: phone, type: text, private: true, title: {vi: Điện thoại, en: Phone}}
                    """);
            Files.createDirectories(catalogue.resolve("styles"));
            Files.writeString(
                    catalogue.resolve("styles/sites.sld"),
                    "<FeatureTypeStyle><Rule><PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName></Mark></Graphic></PointSymbolizer></Rule></FeatureTypeStyle>");
            ServerFixture server = ServerFixture.join(Map.of("ruralmap.catalogue", catalogue.toString()));
            Snapshots snapshots = server.bean(Snapshots.class);
            server.bean(FeatureStore.class)
                    .publish(Changes.draft(
                            FilterTable.changes(snapshots.current().catalogue())));
            snapshots.refresh();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Long> ids(String query) {
        HttpResponse<String> answer = SERVER.get(ITEMS + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Ogc.ids(Ogc.read(answer.body()));
    }

    @TestFactory
    Stream<DynamicTest> every_filter_lets_through_what_it_says() {
        return FilterTable.rows().stream().flatMap(row -> Stream.of("text", "json")
                .filter(language -> row.text(language) != null)
                .map(language -> DynamicTest.dynamicTest(row.name() + " in " + language, () -> assertThat(
                                ids("filter-lang=cql2-" + language + "&filter=" + encoded(row.text(language))))
                        .isEqualTo(row.fids()))));
    }

    @Test
    void the_pages_of_a_filter_keep_it() {
        List<Long> ids = new ArrayList<>();
        String path = ITEMS + "limit=2&filter=" + encoded("stars >= 0 AND area_ha IS NOT NULL OR fid = 2");
        while (!path.isEmpty()) {
            JsonNode page = Ogc.read(SERVER.get(path).body());
            assertThat(page.get("numberMatched").asInt()).isEqualTo(4);
            ids.addAll(Ogc.ids(page));
            path = link(page, "next");
        }
        assertThat(ids).containsExactly(1L, 2L, 4L, 6L);
    }

    private static String link(JsonNode document, String rel) {
        for (JsonNode link : document.get("links")) {
            if (link.get("rel").asString().equals(rel)) {
                return link.get("href").asString().substring(SERVER.url().length());
            }
        }
        return "";
    }

    @Test
    void a_filter_goes_together_with_a_box_and_with_values() {
        String stars = "filter=" + encoded("stars >= 3");

        assertThat(ids(stars)).containsExactly(1L, 2L, 4L);
        assertThat(ids(stars + "&smart=true")).containsExactly(1L, 4L);
        assertThat(ids(stars + "&bbox=106.011,9,106.02,9.01")).containsExactly(2L, 4L);
        assertThat(ids("filter=")).hasSize(6);
    }

    @Test
    void coordinates_are_in_the_system_that_is_asked_for() {
        String box = "filter=" + encoded("S_INTERSECTS(geom, BBOX(9.0, 106.0, 9.01, 106.01))") + "&filter-crs=";

        assertThat(ids(box + "http://www.opengis.net/def/crs/EPSG/0/4326")).containsExactly(1L, 3L, 4L);
        assertThat(ids("filter=" + encoded("S_INTERSECTS(geom, BBOX(11799866, 1006021.1, 11800979, 1007149))")
                        + "&filter-crs=http://www.opengis.net/def/crs/EPSG/0/3857"))
                .containsExactly(1L, 3L, 4L);
        assertThat(SERVER.get(ITEMS + box + "http://www.opengis.net/def/crs/EPSG/0/1")
                        .body())
                .contains("filter-crs");
    }

    @Test
    void a_mistake_is_refused_with_its_place() {
        assertThat(SERVER.get(ITEMS + "filter=" + encoded("stars >")).statusCode())
                .isEqualTo(400);
        assertThat(SERVER.get(ITEMS + "filter=" + encoded("stars >")).body()).contains("character 8", "ký tự thứ 8");
        assertThat(SERVER.get(ITEMS + "filter=" + encoded("stars > 'many'")).body())
                .contains("the property stars is a number");
        assertThat(SERVER.get(ITEMS + "filter=" + encoded("phone = '1'")).body())
                .contains("/ogc/collections/sites/queryables")
                .doesNotContain("phone");
        assertThat(SERVER.get(ITEMS + "filter=stars&filter-lang=sql").body()).contains("cql2-text", "cql2-json");
    }

    @Test
    void a_download_takes_the_same_filter() {
        String file = "/download/sites.geojson?as-of=" + FilterTable.DATE + "&";
        String json = "{\"op\":\">\",\"args\":[{\"property\":\"stars\"},4]}";

        String text = SERVER.get(file + "filter=" + encoded("stars > 4")).body();
        assertThat(text).contains("sites.2").doesNotContain("sites.1");
        assertThat(SERVER.get(file + "filter-lang=cql2-json&filter=" + encoded(json))
                        .body())
                .isEqualTo(text);
    }

    @TestFactory
    Stream<DynamicTest> the_feature_service_lets_through_the_same() {
        String wfs =
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ntm:sites&OUTPUTFORMAT=application/json&AS-OF="
                        + FilterTable.DATE;
        return FilterTable.rows().stream().flatMap(row -> Stream.of("fes", "ecql")
                .filter(language -> row.text(language) != null)
                .map(language -> DynamicTest.dynamicTest(row.name() + " in " + language, () -> {
                    String filter = language.equals("fes")
                            ? "&FILTER=" + encoded(FilterTable.fes(row.text("fes")))
                            : "&CQL_FILTER=" + encoded(row.text("ecql"));
                    List<Long> ids = new ArrayList<>();
                    Ogc.read(SERVER.get(wfs + filter).body())
                            .get("features")
                            .forEach(feature -> ids.add(
                                    Long.valueOf(feature.get("id").asString().substring("sites.".length()))));
                    assertThat(ids).isEqualTo(row.fids());
                })));
    }

    @Test
    void the_functions_are_listed() {
        JsonNode functions = Ogc.read(SERVER.get("/ogc/functions").body()).get("functions");
        List<String> names = new ArrayList<>();
        functions.forEach(function -> names.add(function.get("name").asString()));

        assertThat(names).contains("lower", "area", "centroid", "casei");
        assertThat(SERVER.get("/ogc/functions?f=html").body()).contains("centroid");
        assertThat(SERVER.get("/ogc").body()).contains("/ogc/functions");
    }
}
