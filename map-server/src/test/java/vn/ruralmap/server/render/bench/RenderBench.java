package vn.ruralmap.server.render.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.layers.style.StyleReader;
import vn.ruralmap.server.render.ImageEncoder;
import vn.ruralmap.server.render.ImageFormat;
import vn.ruralmap.server.render.MapRenderer;
import vn.ruralmap.server.render.MapView;
import vn.ruralmap.server.render.RenderedMap;
import vn.ruralmap.server.render.TestLayer;
import vn.ruralmap.server.render.TestProjection;

/**
 * Draws random 256 px tiles of a made-up national coverage on one thread and prints milliseconds. Run by name, for
 * example {@code java -cp ... vn.ruralmap.server.render.bench.RenderBench [style [tiles]]}.
 */
public final class RenderBench {

    private static final String[] KINDS = {"xã", "phường", "thị trấn"};
    private static final String[] LEVELS = {"none", "ntm", "advanced", "model"};

    private final MapRenderer renderer = new MapRenderer();
    private final ImageEncoder encoder = new ImageEncoder();
    private final PrintStream out;

    private RenderBench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        String style = args.length > 0 ? args[0] : "communes";
        int tiles = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        new RenderBench(System.out).run(read(style), tiles);
    }

    private static MapStyle read(String name) throws IOException {
        try (InputStream stream = RenderBench.class.getResourceAsStream("/catalogue/styles/" + name + ".sld")) {
            return StyleReader.read(name + ".sld", stream, property -> true);
        }
    }

    private void run(MapStyle style, int tiles) {
        Geometry[] coverage = GeneratedCoverage.make().toArray(new Geometry[0]);
        out.printf(
                "%d areas, %d vertices%n",
                coverage.length,
                Arrays.stream(coverage).mapToInt(Geometry::getNumPoints).sum());
        out.println("zoom  features  draw p50   p95   mean | encode p50   p95   mean | kB   true colour");
        for (int zoom = 6; zoom <= 13; zoom++) {
            TestLayer layer = layer(style, CoverageSimplifier.simplify(coverage, 360.0 / 256 / (1 << zoom) / 2));
            measure(layer, zoom, tiles);
            measure(layer, zoom, tiles);
        }
    }

    private static TestLayer layer(MapStyle style, Geometry[] areas) {
        TestLayer layer = new TestLayer(style);
        for (int i = 0; i < areas.length; i++) {
            layer.with(areas[i], Map.of("name", "Xã Kế Sách " + i, "kind", KINDS[i % 3], "level", LEVELS[i * 7 % 4]));
        }
        return layer;
    }

    private void measure(TestLayer layer, int zoom, int tiles) {
        Random random = new Random(zoom);
        List<Double> drawing = new ArrayList<>();
        List<Double> encoding = new ArrayList<>();
        long bytes = 0;
        int trueColor = 0;
        int features = 0;
        for (int i = 0; i < tiles; i++) {
            MapView view = tileAt(new Coordinate(104.5 + random.nextDouble() * 4, 9 + random.nextDouble() * 13), zoom);
            features += layer.query(view.projection().lonLatBounds(view.bounds()), 0)
                    .size();
            long start = System.nanoTime();
            RenderedMap map = renderer.draw(view, List.of(layer));
            long drawn = System.nanoTime();
            byte[] png = encoder.encode(map, ImageFormat.PNG);
            encoding.add((System.nanoTime() - drawn) / 1e6);
            drawing.add((drawn - start) / 1e6);
            bytes += png.length;
            trueColor += png[25] == 3 ? 0 : 1;
        }
        out.printf(
                "%4d %9d %s | %s | %.1f %d of %d%n",
                zoom, features / tiles, summary(drawing), summary(encoding), bytes / 1000.0 / tiles, trueColor, tiles);
    }

    private static MapView tileAt(Coordinate lonLat, int zoom) {
        int n = 1 << zoom;
        double latitude = Math.toRadians(lonLat.y);
        double y = (1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * n;
        return TestProjection.tiles(zoom, (int) ((lonLat.x + 180) / 360 * n), (int) y, 1, 1);
    }

    private static String summary(List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                "%6.2f %6.2f %6.2f",
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                Arrays.stream(sorted).average().orElse(0));
    }
}
