package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenLayers, on a page of somebody else's, draws the sample from every service that it knows. */
class OpenLayersIT {

    private static Browser browser;
    private static HttpServer elsewhere;
    private static Page page;

    @BeforeAll
    static void openAPageOfAnotherSite() throws IOException {
        browser = Browser.open();
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/ol.js", "text/javascript", "/META-INF/resources/webjars/openlayers/6.5.0/ol.js");
        serve("/page.html", "text/html", "openlayers.html");
        elsewhere.start();
        page = browser.window(600, 600);
        page.navigate("http://localhost:" + elsewhere.getAddress().getPort() + "/page.html");
    }

    private static void serve(String path, String type, String resource) throws IOException {
        byte[] content;
        try (InputStream in = Objects.requireNonNull(OpenLayersIT.class.getResourceAsStream(resource), resource)) {
            content = in.readAllBytes();
        }
        elsewhere.createContext(path, exchange -> send(exchange, type, content));
    }

    private static void send(HttpExchange exchange, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    @AfterAll
    static void nobodyComplained() {
        if (browser != null) {
            List<String> complaints = browser.complaints();
            browser.close();
            elsewhere.stop(0);
            // the test itself reads pixels
            assertThat(complaints)
                    .filteredOn(text -> !text.contains("willReadFrequently"))
                    .isEmpty();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> draw(String service, String... arguments) {
        return (List<String>) page.evaluate(
                "([service, server, rest]) => window[service](server, ...rest)",
                List.of(service, DemoServer.get().url(), List.of(arguments)));
    }

    private static void assertThatSomethingIsDrawn() {
        assertThat((int) page.evaluate("colours()")).as("colours").isGreaterThan(10);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"1.3.0, EPSG:3857", "1.1.1, EPSG:3857", "1.3.0, EPSG:4326", "1.1.1, EPSG:4326"})
    void drawsMapsOfWmsAndAsksWhatIsInTheMiddle(String version, String system) {
        assertThat(draw("wms", version, system)).containsExactly("Xã Kế Sách");
        assertThatSomethingIsDrawn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GoogleMapsCompatible", "WorldCRS84Quad"})
    void drawsTilesOfWmtsAsItsCapabilitiesSay(String matrixSet) {
        assertThat(draw("wmts", matrixSet)).containsExactly("tiles");
        assertThatSomethingIsDrawn();
    }

    @Test
    void drawsTilesForDenseScreens() {
        assertThat(draw("images")).containsExactly("tiles");
        assertThatSomethingIsDrawn();
    }

    @Test
    void drawsVectorTilesAndFindsTheCommuneInThem() {
        assertThat(draw("vectors")).containsExactly("Xã Kế Sách");
        assertThatSomethingIsDrawn();
    }

    @Test
    void drawsFeaturesOfTheWfs() {
        assertThat(draw("wfs")).containsExactly("Xã Kế Sách");
        assertThatSomethingIsDrawn();
    }
}
