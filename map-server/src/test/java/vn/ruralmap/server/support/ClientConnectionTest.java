package vn.ruralmap.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ruralmap.server.ServerFixture;

/** Requests wait for their turn to draw, and their clients do not. */
class ClientConnectionTest {

    private static final ServerFixture SERVER = ServerFixture.get();
    private static final String MAP =
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=communes&STYLES=&FORMAT=image/png"
                    + "&CRS=CRS:84&BBOX=105,9,106,10&WIDTH=64&HEIGHT=";
    private static final String TILE = "/tiles/communes/11/1629/97";

    private final WorkLimit limit = SERVER.bean(WorkLimit.class);
    private Busy busy;

    @BeforeEach
    void everyPlaceIsTaken() throws InterruptedException {
        busy = new Busy(limit);
    }

    @AfterEach
    void placesAreFree() throws Exception {
        busy.end();
    }

    @Test
    void a_map_is_not_drawn_for_a_client_that_has_left() throws Exception {
        demandGivenUp(MAP + 61, "GetMap");
    }

    @Test
    void a_tile_is_not_drawn_for_a_client_that_has_left() throws Exception {
        demandGivenUp(TILE + "1.png", "/tiles");
    }

    private void demandGivenUp(String path, String name) throws Exception {
        long before = givenUp();
        try (Socket client = connect()) {
            ask(client, path);
            await(() -> limit.waiting() == 1);
        }
        busy.end();
        await(() -> givenUp() == before + 1);
        assertThat(SERVER.get(path).statusCode()).as(name + " for the next one").isEqualTo(200);
    }

    @Test
    void a_client_that_waits_gets_its_map_and_what_it_asked_for_meanwhile() throws Exception {
        try (Socket client = connect()) {
            ask(client, MAP + 62);
            await(() -> limit.waiting() == 1);
            ask(client, "/wms?SERVICE=WMS&REQUEST=GetCapabilities");
            client.setSoTimeout(60_000);
            busy.end();

            StringBuilder answers = new StringBuilder();
            byte[] buffer = new byte[8_192];
            while (!answers.toString().contains("<Service>")) {
                int length = client.getInputStream().read(buffer);
                assertThat(length).isPositive();
                answers.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            }
            assertThat(answers).contains("image/png", "text/xml");
            assertThat(answers.toString().split("HTTP/1.1 200", -1)).hasSize(3);
        }
    }

    private static Socket connect() throws IOException {
        return new Socket("localhost", URI.create(SERVER.url()).getPort());
    }

    private static void ask(Socket client, String path) throws IOException {
        client.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Requests that were given up, as the operator's statistics count them. */
    private static long givenUp() {
        return SERVER.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line ->
                        line.startsWith("http_server_requests_seconds_count") && line.contains("status=\"499\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(10);
        }
    }
}
