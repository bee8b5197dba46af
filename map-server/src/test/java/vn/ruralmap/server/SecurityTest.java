package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every answer of the server, whoever asks. */
class SecurityTest {

    private static final ServerFixture SERVER = ServerFixture.get();
    private static final String SCRIPT = "\"'><script>alert(1)</script>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/js/main.js",
                "/fonts/BeVietnamPro-Medium.ttf",
                "/wms?SERVICE=WMS&REQUEST=GetCapabilities",
                "/wms?SERVICE=WMS&REQUEST=nothing",
                "/wms?REQUEST=GetLegendGraphic&LAYER=communes",
                "/wms?LAYERS=%zz",
                "/wfs?SERVICE=WFS&REQUEST=GetCapabilities",
                "/wfs?SERVICE=WFS&REQUEST=nothing",
                "/styles/communes.sld",
                "/styles/nothing.sld",
                "/api/catalogue",
                "/api/revision",
                "/imports/codes",
                "/api/search?q=an",
                "/api/search",
                "/api/nothing",
                "/actuator/health",
                "/META-INF/MANIFEST.MF",
                "/error",
                "/nothing"
            })
    void every_answer_forbids_foreign_scripts_and_guessing_of_types(String path) {
        String answer = SERVER.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .contains("Content-Security-Policy: default-src 'self';")
                .contains("script-src 'self'")
                .contains("X-Content-Type-Options: nosniff")
                .doesNotContain("'unsafe-inline'", "'unsafe-eval'", "Server: ", "X-Powered-By");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wms?SERVICE=WMS&REQUEST=@",
                "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=@",
                "/wms?SERVICE=@&REQUEST=GetMap",
                "/wms?SERVICE=WMS&VERSION=@&REQUEST=GetCapabilities",
                "/wms?SERVICE=WMS&REQUEST=GetCapabilities&LANGUAGE=@",
                "/wms?SERVICE=WMS&REQUEST=GetCapabilities&UPDATESEQUENCE=@",
                "/wms?SERVICE=WMS&REQUEST=GetMap&LAYERS=@&CRS=CRS:84&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&FORMAT=image/png",
                "/wms?SERVICE=WMS&REQUEST=GetMap&LAYERS=communes&STYLES=@&CRS=CRS:84&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9",
                "/wms?SERVICE=WMS&REQUEST=GetMap&LAYERS=communes&CRS=@",
                "/wms?SERVICE=WMS&REQUEST=GetMap&LAYERS=communes&CRS=CRS:84&BBOX=@",
                "/wms?SERVICE=WMS&REQUEST=GetMap&LAYERS=communes&CRS=CRS:84&BBOX=1,2,3,4&WIDTH=@",
                "/wms?SERVICE=WMS&REQUEST=GetMap&LAYERS=communes&CRS=CRS:84&TIME=@",
                "/wms?SERVICE=WMS&REQUEST=GetMap&LAYERS=communes&CRS=CRS:84&EXCEPTIONS=@",
                "/wms?SERVICE=WMS&REQUEST=GetFeatureInfo&LAYERS=communes&QUERY_LAYERS=communes&CRS=CRS:84"
                        + "&BBOX=105.9,9.7,106,9.8&WIDTH=9&HEIGHT=9&I=1&J=1&INFO_FORMAT=@",
                "/wms?SERVICE=WMS&REQUEST=GetFeatureInfo&LAYERS=communes&QUERY_LAYERS=@&CRS=CRS:84"
                        + "&BBOX=105.9,9.7,106,9.8&WIDTH=9&HEIGHT=9&I=1&J=1&INFO_FORMAT=text/html",
                "/wms?SERVICE=WMS&REQUEST=GetFeatureInfo&LAYERS=communes&QUERY_LAYERS=communes&CRS=CRS:84"
                        + "&BBOX=105.9,9.7,106,9.8&WIDTH=9&HEIGHT=9&I=1&J=1&INFO_FORMAT=text/html&LANGUAGE=en@",
                "/wms?SERVICE=WMS&REQUEST=GetLegendGraphic&LAYER=@",
                "/wms?SERVICE=WMS&REQUEST=GetLegendGraphic&LAYER=communes&FORMAT=@",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=@",
                "/wfs?SERVICE=WFS&VERSION=@&REQUEST=GetFeature",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=@",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=communes&SRSNAME=@",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=communes&OUTPUTFORMAT=@",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=communes&COUNT=1&@=@",
                "/api/search?q=@",
                "/api/search?q=a&limit=@",
                "/api/search?q=a&as-of=@",
                "/api/@",
                "/styles/@.sld",
                "/@"
            })
    void what_a_client_sent_comes_back_as_text_or_not_at_all(String template) {
        String path = template.replace(
                "@", URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8).replace("+", "%20"));
        HttpResponse<String> answer = SERVER.get(path, "Accept", "text/html,*/*;q=0.8");
        String type = answer.headers().firstValue("Content-Type").orElse("");

        assertNoInternals(answer.body());
        assertThat(answer.statusCode()).isNotEqualTo(500);
        if (type.contains("json")) {
            // within a JSON text it is text
            assertThat(type).doesNotContain("html");
        } else {
            assertThat(answer.body()).doesNotContain("<script>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/wms?LAYERS=%zz", "/api/search?q=%zz", "/api/search?q=%ff%fe", "/wfs?SERVICE=%zz", "/wms?%"})
    void a_broken_encoding_is_the_mistake_of_the_client(String path) {
        String answer = SERVER.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer.substring(9, 12)).isIn("200", "400");
        assertNoInternals(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /<script>alert(1)</script> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: <script>alert(1)</script>\r\nConnection: close\r\n\r\n",
                "<script>alert(1)</script> / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void a_request_that_is_no_http_is_refused_without_echo(String request) {
        String answer = SERVER.raw(request);

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("<script>", "Tomcat", " 200 ");
        assertNoInternals(answer);
    }

    /** Strictly it had to be written %3E; nobody types that. */
    @Test
    void a_filter_typed_by_hand_is_understood() {
        String answer =
                SERVER.raw("GET /wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=communes&RESULTTYPE=hits"
                        + "&CQL_FILTER=fid>0 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").containsPattern("numberMatched=\"[1-9]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wms?LAYERS=",
                "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=communes&COUNT=1&x=",
                "/ogc/collections/communes/items?limit=1&f=html&name=",
                "/api/search?q="
            })
    void what_a_client_sent_without_encoding_it_comes_back_as_text_or_not_at_all(String path) {
        String answer = SERVER.raw("GET " + path
                + "<script>alert(1)</script>\"'{|} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain(" 500 ");
        if (!answer.contains("json")) {
            assertThat(answer).doesNotContain("<script>alert");
        }
        assertNoInternals(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/wms?SERVICE=WMS&REQUEST=GetCapabilities, evil.example",
        "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetCapabilities, evil.example:80",
        "/wfs?SERVICE=WFS&REQUEST=GetCapabilities, evil.example",
        "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=communes&COUNT=1, evil.example",
        "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=DescribeFeatureType, evil.example",
        "/api/catalogue, evil.example",
        "/actuator, evil.example",
        "/nothing, evil.example",
        "/wms?SERVICE=WMS&REQUEST=GetCapabilities, localhost.evil.example"
    })
    void a_foreign_host_is_in_no_answer(String path, String host) {
        String forwarded = "X-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n";
        String answer = SERVER.raw(
                "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + forwarded + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wms", "/wfs", "/api/search", "/api/catalogue"})
    void a_document_type_is_never_read(String path) {
        String attack = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<wfs:GetFeature xmlns:wfs=\"http://www.opengis.net/wfs/2.0\" service=\"WFS\" version=\"2.0.0\">"
                + "<wfs:Query typeNames=\"&x;\"/></wfs:GetFeature>";
        HttpResponse<String> answer = SERVER.post(path, "text/xml", attack);

        assertThat(answer.body()).doesNotContain("root:", "FeatureCollection");
        assertNoInternals(answer.body());
    }

    @Test
    void the_operator_sees_health_and_metrics_and_nobody_sees_more() {
        assertThat(SERVER.get("/actuator/health").body()).contains("UP").doesNotContain("components", "gpkg");
        assertThat(SERVER.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        for (String name : new String[] {
            "",
            "/env",
            "/beans",
            "/heapdump",
            "/loggers",
            "/configprops",
            "/mappings",
            "/threaddump",
            "/info",
            "/shutdown"
        }) {
            assertThat(SERVER.get("/actuator" + name).statusCode()).as(name).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/api/nothing",
                "/api/",
                "/wms/nothing",
                "/styles/",
                "/fonts/",
                "/js/",
                "/webjars/",
                "/webjars/leaflet/",
                "/webjars/leaflet/1.9.4/",
                "/META-INF/",
                "/WEB-INF/web.xml",
                "/application.yml",
                "/vn/ruralmap/server/Main.class",
                "/fonts/OFL.txt"
            })
    void a_path_that_is_not_there_is_a_problem_and_no_page(String path) {
        HttpResponse<String> answer = SERVER.get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertNoInternals(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/js/..%2f..%2fapplication.yml",
                "/js/%2e%2e/%2e%2e/application.yml",
                "/fonts/..%5c..%5capplication.yml",
                "/..;/application.yml",
                "/webjars/../application.yml",
                "/fonts/%2e%2e%2f%2e%2e%2fMain.class"
            })
    void nobody_climbs_out_of_a_folder(String path) {
        String answer = SERVER.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer.substring(9, 12)).isIn("400", "404");
        assertThat(answer).doesNotContain("spring:");
        assertNoInternals(answer);
    }

    @ParameterizedTest
    @CsvSource({"PUT, /wms", "DELETE, /wfs", "PATCH, /api/catalogue", "TRACE, /", "POST, /api/search", "GET, /error"})
    void a_method_that_is_not_offered_is_refused_without_internals(String method, String path) {
        HttpResponse<String> answer = SERVER.send(method, path);

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertNoInternals(answer.body());
    }

    @Test
    void a_form_too_large_is_refused() {
        String form = "SERVICE=WFS&REQUEST=GetCapabilities&LAYERS=" + "a".repeat(3_000_000);
        for (String path : new String[] {"/wms", "/wfs"}) {
            HttpResponse<String> answer = SERVER.post(path, "application/x-www-form-urlencoded", form);

            assertThat(answer.body()).contains("ode=\"InvalidParameterValue\"", "too long");
            assertNoInternals(answer.body());
        }
    }

    @Test
    void other_sites_may_read_the_public_services_and_not_the_viewers_own() {
        assertThat(origin("/wms?SERVICE=WMS&REQUEST=GetCapabilities")).isEqualTo("*");
        assertThat(origin("/wfs?SERVICE=WFS&REQUEST=GetCapabilities")).isEqualTo("*");
        assertThat(origin("/api/catalogue")).isEmpty();
    }

    private static String origin(String path) {
        return SERVER.get(path, "Origin", "https://example.org")
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }

    private static void assertNoInternals(String answer) {
        assertThat(answer)
                .doesNotContain("Exception:", "\tat ", "java.lang", "java.util", "org.springframework", "org.apache")
                .doesNotContain("vn.ruralmap", "org.sqlite", ".java:", ".gpkg", "tools.jackson");
    }
}
