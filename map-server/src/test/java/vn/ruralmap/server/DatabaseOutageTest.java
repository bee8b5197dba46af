package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.store.postgis.PostgresCluster;

/** A server whose database goes away goes on showing the map, says so, and recovers by itself. */
class DatabaseOutageTest {

    private static final String HAMLETS =
            "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=hamlets&OUTPUTFORMAT=application/geo%2Bjson";

    @Test
    void readsGoOnFromTheSnapshotAndEditsInSqlShowAfterwards() throws InterruptedException {
        try (PostgresCluster cluster = PostgresCluster.create()) {
            String database = cluster.createDatabase();
            try (ServerFixture server = ServerFixture.start(Map.of("ruralmap.store", cluster.url(database)))) {
                String before = hamlets(server);
                waitUntil(() -> health(server).contains("\"UP\""));

                cluster.stop();
                waitUntil(() -> health(server).contains("DEGRADED"));
                assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
                assertThat(hamlets(server)).isEqualTo(before);

                cluster.start();
                waitUntil(() -> health(server).contains("\"UP\""));
                cluster.execute(database, "SET search_path = ruralmap, public", "UPDATE hamlets SET name = 'Ấp Mới'");
                waitUntil(() -> server.get(HAMLETS).body().contains("Ấp Mới"));
            }
        }
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
