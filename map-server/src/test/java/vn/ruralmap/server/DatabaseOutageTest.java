package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.store.postgis.PostgresCluster;

/** A server whose database goes away goes on showing the map, says so, and recovers by itself. */
class DatabaseOutageTest {

    private static final String IMAGE =
            "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=communes&STYLES=&SRS=EPSG:4326"
                    + "&BBOX=105.9,9.6,106.1,9.9&WIDTH=200&HEIGHT=300&FORMAT=image/png";

    private static final String HAMLETS =
            "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=hamlets&OUTPUTFORMAT=application/geo%2Bjson";

    /** The log of the program, so far as anybody would be woken by it, and what it says of servers. */
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** Once the server has started, which sets the log up anew. */
    private void readTheLog() {
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
    }

    @AfterEach
    void stopReadingTheLog() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    @Test
    void readsGoOnFromTheSnapshotWritesAreRefusedAndAllIsWellAfterwards() throws InterruptedException {
        try (PostgresCluster cluster = PostgresCluster.create("-c", "fsync=off")) {
            String database = cluster.createDatabase();
            try (ServerFixture server = ServerFixture.start(Map.of("ruralmap.store", cluster.url(database)))) {
                String before = hamlets(server);
                String anImport = newImport(server);
                waitUntil(() -> health(server).contains("\"UP\""));
                assertThat(server.get(HAMLETS).headers().firstValue("Cache-Status"))
                        .isEmpty();
                readTheLog();

                cluster.stop();
                waitUntil(() -> health(server).contains("DEGRADED"));
                assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
                assertThat(hamlets(server)).isEqualTo(before);
                for (String read : List.of(HAMLETS, IMAGE, "/api/search?q=an%20ninh", "/api/catalogue")) {
                    assertThat(server.get(read).statusCode()).as(read).isEqualTo(200);
                    assertThat(server.get(read)
                                    .headers()
                                    .firstValue("Cache-Status")
                                    .orElse("none"))
                            .as(read)
                            .matches("ruralmap; hit; ttl=-\\d+; detail=store-unreachable");
                }
                assertRefused(server.change("/api/changesets/1/revert", ""));
                assertRefused(server.change("/api/imports/" + anImport + "/plan", "{}"));
                assertRefused(server.change("/api/imports/" + anImport + "/publish", ""));
                // long enough for some attempts to reach it
                Thread.sleep(4_000);

                cluster.start();
                waitUntil(() -> health(server).contains("\"UP\""));
                cluster.execute(database, "SET search_path = ruralmap, public", "UPDATE hamlets SET name = 'Ấp Mới'");
                waitUntil(() -> server.get(HAMLETS).body().contains("Ấp Mới"));
                assertThat(server.get(HAMLETS).headers().firstValue("Cache-Status"))
                        .isEmpty();
                assertThat(server.change("/api/changesets/3/revert", "").statusCode())
                        .isEqualTo(201);
                assertThat(said("cannot be reached")).hasSize(1);
                assertThat(said("is back after")).hasSize(1);
                assertThat(log.list)
                        .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                        .hasSize(1);
            }
            assertThat(said("nterrupted")).isEmpty();
        }
    }

    private static String newImport(ServerFixture server) {
        return JsonMapper.shared()
                .readTree(
                        server.change("/api/imports", "{\"layer\":\"hamlets\"}").body())
                .path("id")
                .asString();
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Cache-Status")).isEmpty();
        assertThat(answer.body()).contains("nothing was changed").doesNotContain("127.0.0.1", "postgresql");
    }

    private List<String> said(String words) {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains(words))
                .toList();
    }

    /** Without the time of the answer. */
    private static String hamlets(ServerFixture server) {
        String body = server.get(HAMLETS).body();
        return body.substring(body.indexOf("\"features\""));
    }

    private static String health(ServerFixture server) {
        return server.get("/actuator/health").body();
    }

    private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
