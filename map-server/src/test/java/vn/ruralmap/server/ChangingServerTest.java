package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;

/** A server with a public address, whose data change. */
class ChangingServerTest {

    private static final ServerFixture SERVER =
            ServerFixture.start(Map.of("ruralmap.public-url", "https://bando.example.vn/ntm/"));
    private static final String AREA =
            "&STYLES=&CRS=CRS:84&BBOX=105.88,9.68,106.08,9.88&WIDTH=200&HEIGHT=200&LAYERS=hamlets";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void documents_name_the_public_address_whatever_the_host() {
        for (String path : List.of(
                "/wms?SERVICE=WMS&REQUEST=GetCapabilities",
                "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetCapabilities",
                "/wfs?SERVICE=WFS&REQUEST=GetCapabilities",
                "/wmts?SERVICE=WMTS&REQUEST=GetCapabilities",
                "/ogc?f=json",
                "/ogc/api?f=json",
                "/ogc/collections/communes/items?f=json&limit=1",
                "/tiles/communes.json")) {
            String answer = SERVER.raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .containsAnyOf(
                            "\"https://bando.example.vn/ntm/w",
                            "\"https://bando.example.vn/ntm/ogc",
                            "\"https://bando.example.vn/ntm/tiles/")
                    .doesNotContain("evil", "localhost", "127.0.0.1");
        }
    }

    @Test
    void a_published_change_is_seen_at_once_and_makes_new_tags() {
        String map = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&FORMAT=image/png" + AREA;
        String other = map.replace("hamlets", "provinces");
        String mapBefore = tag(map);
        String otherBefore = tag(other);
        String catalogueBefore = tag("/api/catalogue");
        String items = "/ogc/collections/hamlets/items?f=json&limit=1000";
        String itemsBefore = tag(items);
        String otherItemsBefore = tag(items.replace("hamlets", "provinces"));
        assertThat(search("script")).doesNotContain("hamlets.");

        FixtureData.publishHamlet(
                SERVER.bean(FeatureStore.class),
                SERVER.bean(Snapshots.class),
                "<script>alert('Đ')</script>",
                "POINT (105.93 9.83)");

        assertThat(tag(map)).isNotEqualTo(mapBefore);
        assertThat(SERVER.get(map, "If-None-Match", mapBefore).statusCode()).isEqualTo(200);
        assertThat(tag(other)).isEqualTo(otherBefore);
        assertThat(tag("/api/catalogue")).isNotEqualTo(catalogueBefore);
        assertThat(tag(items)).isNotEqualTo(itemsBefore);
        assertThat(tag(items.replace("hamlets", "provinces"))).isEqualTo(otherItemsBefore);
        assertThat(search("script")).contains("hamlets.");
        assertThatTheNameIsEscapedEverywhere();
    }

    private static void assertThatTheNameIsEscapedEverywhere() {
        String click = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&QUERY_LAYERS=hamlets&I=50&J=50" + AREA;
        String escaped = "&lt;script&gt;alert(&#39;Đ&#39;)&lt;/script&gt;";

        assertThat(SERVER.get(click + "&INFO_FORMAT=text/html").body())
                .contains("<h3>" + escaped + "</h3>", "<td>" + escaped + "</td>")
                .doesNotContain("<script");
        assertThat(SERVER.get(click + "&INFO_FORMAT=application/vnd.ogc.gml").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
        assertThat(SERVER.get("/ogc/collections/hamlets/items?f=html&limit=1000")
                        .body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        for (String format : List.of("text/plain", "application/json")) {
            HttpResponse<String> answer = SERVER.get(click + "&INFO_FORMAT=" + format);

            assertThat(answer.body()).contains("<script>alert('Đ')</script>");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(format);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    private static String search(String query) {
        return SERVER.get("/api/search?q=" + query).body();
    }

    private static String tag(String path) {
        return SERVER.getBytes(path).headers().firstValue("ETag").orElseThrow();
    }
}
