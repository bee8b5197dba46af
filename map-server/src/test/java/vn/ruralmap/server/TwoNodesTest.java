package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.slf4j.LoggerFactory;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.postgis.PostgresCluster;

/** Two nodes over one PostGIS, edited through either and in psql: everybody soon sees the same, and never half of it. */
class TwoNodesTest {

    private static final int EDITS = 1_000;
    /** Promised are two seconds; five times as much on a machine that does other things besides. */
    private static final long SLOWEST_NS = 10_000_000_000L;

    private static final Pattern NUMBER = Pattern.compile("Số (\\d+)<");
    private static final String BOTH = "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature"
            + "&TYPENAMES=(hamlets)(tourism_sites)&RESOURCEID=(hamlets.1)(tourism_sites.1)";
    private static final String IMAGE =
            "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=tourism_sites&STYLES=&SRS=EPSG:4326"
                    + "&BBOX=105.9,9.7,106.0,9.8&WIDTH=200&HEIGHT=200&FORMAT=image/png";

    private final long seed = Long.getLong("ruralmap.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final PostgresCluster cluster = PostgresCluster.shared();
    private final String database = cluster.createDatabase();
    private final List<Long> latencies = new ArrayList<>();

    @Test
    void everyEditIsSeenOnBothNodesInTimeAndNeverHalfOfIt() throws Exception {
        Map<String, Object> settings = Map.of(
                "ruralmap.store", cluster.url(database), "logging.level.vn.ruralmap.layers.snapshot.Snapshots", "warn");
        try (ServerFixture first = ServerFixture.start(settings);
                ServerFixture second = ServerFixture.join(settings);
                Connection psql = DriverManager.getConnection(cluster.url(database, PostgresCluster.EDITOR))) {
            List<ServerFixture> nodes = List.of(first, second);
            write(first, 0);
            awaitShown(nodes, 0);
            latencies.clear();
            AtomicBoolean stop = new AtomicBoolean();
            List<String> mixtures = Collections.synchronizedList(new ArrayList<>());
            Thread reader = new Thread(() -> read(second, stop, mixtures));
            reader.start();
            int shown = 0;
            int previous = 0;
            for (int edit = 1; edit <= EDITS; edit++) {
                ServerFixture author = nodes.get(edit % 2);
                if (edit % 100 == 50) {
                    cutListeners();
                }
                int before = shown;
                if (edit % 3 == 0 || edit % 100 == 50) {
                    write(psql, edit);
                    shown = edit;
                } else if (edit % 20 == 1 && edit > 1) {
                    undo(author);
                    shown = previous;
                } else {
                    write(author, edit);
                    shown = edit;
                }
                previous = before;
                awaitShown(nodes, shown);
                if (edit % 10 == 0) {
                    demandSearchAndImages(nodes, shown);
                }
            }
            stop.set(true);
            reader.join();
            assertThat(mixtures).as("answers of two revisions, seed " + seed).isEmpty();
            report();
        }
    }

    /** All edits change these two features together. */
    private void write(ServerFixture node, int number) {
        FeatureStore store = node.bean(FeatureStore.class);
        store.publish(new ChangesetDraft(
                "lan",
                Changeset.Source.IMPORT,
                "sửa " + number,
                Map.of(),
                List.of(renamed(node, "hamlets", number), renamed(node, "tourism_sites", number))));
    }

    private Change renamed(ServerFixture node, String layer, int number) {
        Feature feature = node.bean(Snapshots.class).current().find(layer, 1).orElseThrow();
        List<@Nullable Object> values = new ArrayList<>(feature.values());
        values.set(
                node.bean(Snapshots.class).current().layer(layer).attributes().stream()
                        .map(attribute -> attribute.name())
                        .toList()
                        .indexOf("name"),
                "Số " + number);
        return new Change.Update(
                layer,
                1,
                feature.version(),
                new Change.Content(
                        feature.validity(),
                        feature.decision(),
                        values,
                        CoordinateGrid.FACTORY.createPoint(new Coordinate(place(105.9), place(9.7)))));
    }

    /** Within a tenth of a degree, on the grid. */
    private double place(double from) {
        return Math.round(from * 10_000 + random.nextInt(1_000)) / 10_000.0;
    }

    private void write(Connection psql, int number) throws SQLException {
        psql.setAutoCommit(false);
        try (Statement statement = psql.createStatement()) {
            statement.execute("SET search_path = ruralmap, public");
            for (String layer : List.of("hamlets", "tourism_sites")) {
                statement.execute("UPDATE " + layer + " SET name = 'Số " + number + "', geom = ST_SetSRID(ST_Point("
                        + place(105.9) + ", " + place(9.7) + "), 4326) WHERE fid = 1");
            }
        }
        psql.commit();
    }

    private static void undo(ServerFixture node) {
        long last = node.bean(Snapshots.class).current().revision();
        assertThat(node.change("/api/changesets/" + last + "/revert", "").statusCode())
                .isEqualTo(201);
    }

    /** What a network does that loses connections: the news of what is written next reach nobody. */
    private void cutListeners() {
        cluster.ask(
                database,
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name = 'ruralmap' AND query LIKE 'SELECT coalesce(max(id)%'");
    }

    private void awaitShown(List<ServerFixture> nodes, int number) {
        long written = System.nanoTime();
        for (ServerFixture node : nodes) {
            await("edit " + number, () -> numbers(node.get(BOTH).body()).equals(List.of(number, number)), written);
            latencies.add(System.nanoTime() - written);
        }
    }

    private void demandSearchAndImages(List<ServerFixture> nodes, int number) {
        String name = URLEncoder.encode("Số " + number, StandardCharsets.UTF_8);
        long now = System.nanoTime();
        for (ServerFixture node : nodes) {
            await("search", () -> node.get("/api/search?q=" + name).body().contains("\"Số " + number + "\""), now);
        }
        byte[] image = nodes.get(0).getBytes(IMAGE).body();
        await("image", () -> Arrays.equals(image, nodes.get(1).getBytes(IMAGE).body()), now);
    }

    private void await(String what, BooleanSupplier seen, long since) {
        while (!seen.getAsBoolean()) {
            assertThat(System.nanoTime() - since)
                    .as(what + ", not seen for so long, seed " + seed)
                    .isLessThan(SLOWEST_NS);
        }
    }

    private static void read(ServerFixture node, AtomicBoolean stop, List<String> mixtures) {
        while (!stop.get()) {
            List<Integer> numbers = numbers(node.get(BOTH).body());
            if (numbers.size() != 2 || !numbers.get(0).equals(numbers.get(1))) {
                mixtures.add(numbers.toString());
            }
        }
    }

    /** The numbers that the names of the two features end with. */
    private static List<Integer> numbers(String gml) {
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(gml);
        while (matcher.find()) {
            numbers.add(Integer.parseInt(matcher.group(1)));
        }
        return numbers;
    }

    private void report() {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        LoggerFactory.getLogger("vn.ruralmap.freshness")
                .info(
                        "{} edits, from commit to an answer of each of two nodes, ms: p50 {}, p95 {}, p99 {}, max {}; longer"
                                + " than 2 s: {}",
                        EDITS,
                        percentile(sorted, 50),
                        percentile(sorted, 95),
                        percentile(sorted, 99),
                        percentile(sorted, 100),
                        Arrays.stream(sorted)
                                .filter(nanos -> nanos > 2_000_000_000L)
                                .count());
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)] / 1_000_000;
    }
}
