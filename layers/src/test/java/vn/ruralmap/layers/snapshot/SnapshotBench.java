package vn.ruralmap.layers.snapshot;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.store.Changes;
import vn.ruralmap.layers.store.ContractCatalogue;
import vn.ruralmap.layers.store.geopackage.GeoPackageStore;

/**
 * How long a national layer takes: publish, read, index, generalise, edit, revert, and the memory of it. Not a test: run
 * it by its main method, base and branch on the same machine. Arguments: sites to publish (300000).
 */
public final class SnapshotBench {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private SnapshotBench() {}

    /** Prints one line per step. */
    public static void main(String[] arguments) throws IOException {
        int sites = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
        Path folder = Files.createTempDirectory("bench");
        Path file = folder.resolve("store.gpkg");
        try (GeoPackageStore store = GeoPackageStore.open(file, ContractCatalogue.create())) {
            List<Change> communes = communes();
            timed("publish 3,321 communes", () -> store.publish(Changes.draft(communes)));
            List<Change> points = sites(sites);
            timed("publish " + sites + " sites", () -> store.publish(Changes.draft(points)));
            communes.clear();
            points.clear();
            OUT.printf(Locale.ROOT, "file                              %8d kB%n", Files.size(file) / 1024);
            long before = usedMegabytes();
            try (Snapshots snapshots = timed(
                    "load everything", () -> new Snapshots(store, ContractCatalogue.create(), Clock.systemUTC()))) {
                OUT.printf(Locale.ROOT, "memory of features                %8d MB%n", usedMegabytes() - before);
                draw(snapshots);
                OUT.printf(Locale.ROOT, "memory with all zooms             %8d MB%n", usedMegabytes() - before);
                timed(
                        "edit one site",
                        () -> store.publish(Changes.draft(
                                new Change.Update("sites", 1, 1, Changes.siteContent("mới", "POINT (105 10)", null)))));
                timed("refresh after it", () -> {
                    snapshots.refresh();
                    return snapshots.current().view("sites", snapshots.today());
                });
                timed(
                        "edit one commune's name",
                        () -> store.publish(Changes.draft(new Change.Update(
                                "communes",
                                1,
                                1,
                                Change.Content.of(snapshots
                                                .current()
                                                .find("communes", 1)
                                                .orElseThrow())
                                        .during(Validity.since(Changes.REFORM.minusDays(1)))))));
                timed("refresh and draw zoom 8", () -> {
                    snapshots.refresh();
                    return query(snapshots.current().view("communes", snapshots.today()), 8);
                });
                timed("revert the sites: refused", () -> {
                    try {
                        return store.revert(2, "minh");
                    } catch (vn.ruralmap.layers.store.ConflictException e) {
                        return e;
                    }
                });
                timed("revert the edit", () -> store.revert(3, "minh"));
            }
        }
    }

    private static void draw(Snapshots snapshots) {
        LayerView view =
                timed("view and index communes", () -> snapshots.current().view("communes", snapshots.today()));
        for (int zoom = 17; zoom >= 5; zoom--) {
            int at = zoom;
            timed("generalise communes for zoom " + zoom, () -> query(view, at));
        }
        LayerView sites =
                timed("view and index sites", () -> snapshots.current().view("sites", snapshots.today()));
        timed("generalise sites for zoom 5", () -> query(sites, 5));
    }

    private static int query(LayerView view, int zoom) {
        int vertices = 0;
        for (GeneralisedFeature feature : view.query(view.bounds(), 360.0 / 256 / Math.pow(2, zoom))) {
            vertices += feature.geometry().getNumPoints();
        }
        return vertices;
    }

    private static List<Change> communes() {
        List<Change> changes = new ArrayList<>();
        Geometry[] cells = new GeneratedCoverage(41, 81, 7).create();
        OUT.printf(Locale.ROOT, "vertices                          %8d%n", GeneratedCoverage.vertices(cells));
        for (Geometry cell : cells) {
            changes.add(new Change.Insert(
                    "communes",
                    new Change.Content(
                            Validity.since(Changes.REFORM),
                            null,
                            List.of("" + changes.size(), "Xã " + changes.size(), "xã"),
                            cell)));
        }
        return changes;
    }

    private static List<Change> sites(int count) {
        Random random = new Random(1);
        Envelope vietnam = new Envelope(103, 109, 9, 23);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double lon = vietnam.getMinX() + random.nextDouble() * vietnam.getWidth();
            double lat = vietnam.getMinY() + random.nextDouble() * vietnam.getHeight();
            changes.add(new Change.Insert(
                    "sites", Changes.siteContent("Vùng " + i, Changes.square(lon, lat), 1L + i % 3321)));
        }
        return changes;
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        OUT.printf(
                Locale.ROOT,
                "%-33s %8d ms%s%n",
                what,
                (System.nanoTime() - start) / 1_000_000,
                result instanceof Integer vertices ? "  " + vertices + " vertices" : "");
        return result;
    }

    private static long usedMegabytes() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
