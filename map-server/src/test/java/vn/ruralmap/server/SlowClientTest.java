package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.store.postgis.PostgresCluster;

/** Clients that read an answer slowly, or never to its end, take nothing from those who write. */
class SlowClientTest {

    /** More than a node has connections to its database. */
    private static final int CLIENTS = 12;
    /** Their answer is larger than what sockets and buffers between server and client hold. */
    private static final int SITES = 4_000;

    private static final String EVERYTHING =
            "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ntm:tourism_sites";
    private static final String BUSY = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'ruralmap'"
            + " AND datname = current_database() AND state <> 'idle'";

    @Test
    void noConnectionToTheDatabaseIsHeldWhileAClientReadsSlowly() throws IOException, InterruptedException {
        PostgresCluster cluster = PostgresCluster.shared();
        String database = cluster.createDatabase();
        List<Socket> clients = new ArrayList<>();
        try (ServerFixture server = ServerFixture.start(Map.of("ruralmap.store", cluster.url(database)))) {
            cluster.execute(
                    database,
                    "SET search_path = ruralmap, public",
                    "INSERT INTO tourism_sites (name, description, geom) SELECT 'Điểm ' || n, repeat('Mô tả ', 500),"
                            + " ST_SetSRID(ST_Point(105.9, 9.7), 4326) FROM generate_series(1, " + SITES + ") n");
            waitUntilShown(server);
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(ask(server));
            }
            for (int second = 0; second < 3; second++) {
                for (Socket client : clients) {
                    assertThat(client.getInputStream().read()).isNotEqualTo(-1);
                }
                assertThat(cluster.ask(database, BUSY)).as("busy connections").isEqualTo("0");
                Thread.sleep(1_000);
            }
            // and there are enough for who writes
            assertThat(server.change("/api/changesets/3/revert", "").statusCode())
                    .isEqualTo(201);
            assertThat(rest(clients.get(0)))
                    .as("the answer as it was when it was asked for")
                    .endsWith("</wfs:FeatureCollection>");
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private static void waitUntilShown(ServerFixture server) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!server.get(EVERYTHING + "&RESULTTYPE=hits").body().contains("numberMatched=\"" + (SITES + 5))) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private static Socket ask(ServerFixture server) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(32_768);
        socket.setSoTimeout(60_000);
        socket.connect(
                new InetSocketAddress("localhost", URI.create(server.url()).getPort()));
        socket.getOutputStream()
                .write(("GET " + EVERYTHING + " HTTP/1.0\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The last of what is left to read. */
    private static String rest(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        byte[] all = in.readAllBytes();
        assertThat(all.length).as("bytes that had not been read").isGreaterThan(8_000_000);
        return new String(all, all.length - 200, 200, StandardCharsets.UTF_8).strip();
    }
}
