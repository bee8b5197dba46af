import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a table of raw-material zones that do not overlap, as CSV with WKT in VN-2000 (EPSG:9209): {@code java
 * GenerateZones.java COUNT FILE [EDITION]}. The same count and edition give the same file; another edition has the same zones with
 * other borders and households.
 *
 * <p>Zones lie on a grid of cells 60 m wide, each a ring of 8 to 24 vertices around the middle of its cell. Names, codes and
 * figures are made up.
 */
public final class GenerateZones {

    private static final double CELL_METRES = 60;
    private static final double WEST = 520_000;
    private static final double SOUTH = 1_030_000;
    private static final String[] PRODUCTS = {"Lúa ST25", "Hành tím", "Bưởi năm roi", "Tôm thẻ chân trắng", "Xoài cát", "Dừa"};
    private static final String[] NAMES = {"Ấp Đại Hữu", "Ấp Trà Quýt", "Ấp Mỹ Thuận", "Ấp Phụng Tường", "Ấp Vĩnh Biên"};

    private GenerateZones() {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        int across = (int) Math.ceil(Math.sqrt(count));
        int edition = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        SplittableRandom random = new SplittableRandom(2025 + edition);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            out.write("WKT,MA_VUNG,TEN_VUNG,SAN_PHAM,DT_HA,CHU_THE,SO_HO,NGAY_CAP\n");
            for (int i = 0; i < count; i++) {
                double x = WEST + (i % across + 0.5) * CELL_METRES;
                double y = SOUTH + (i / across + 0.5) * CELL_METRES;
                double[] ring = ring(x, y, random);
                // one in a hundred declares an area that its border does not have
                double error = random.nextInt(100) == 0 ? 0.5 : 0.02 * random.nextDouble();
                out.write(String.format(
                        Locale.ROOT,
                        "\"%s\",VN-STOR-%07d,%s %d,%s,%.4f,HTX Nông nghiệp số %d,%d,%d-%02d-%02d%n",
                        wkt(ring),
                        i + 1,
                        NAMES[i % NAMES.length],
                        i % 97,
                        PRODUCTS[i % PRODUCTS.length],
                        hectares(ring) * (1 + error),
                        i % 1000,
                        1 + (i + edition - 1) % 20,
                        2020 + i % 6,
                        1 + i % 12,
                        1 + i % 28));
            }
        }
    }

    /** x, y of each vertex, clockwise, the first one again at the end. */
    private static double[] ring(double x, double y, SplittableRandom random) {
        int vertices = 8 + random.nextInt(17);
        double[] ring = new double[2 * (vertices + 1)];
        for (int v = 0; v < vertices; v++) {
            double angle = -2 * Math.PI * v / vertices;
            double radius = CELL_METRES / 2 * (0.6 + 0.35 * random.nextDouble());
            ring[2 * v] = x + radius * Math.cos(angle);
            ring[2 * v + 1] = y + radius * Math.sin(angle);
        }
        ring[2 * vertices] = ring[0];
        ring[2 * vertices + 1] = ring[1];
        return ring;
    }

    private static double hectares(double[] ring) {
        double twice = 0;
        for (int i = 2; i < ring.length; i += 2) {
            twice += ring[i - 2] * ring[i + 1] - ring[i] * ring[i - 1];
        }
        return Math.abs(twice) / 2 / 10_000;
    }

    private static String wkt(double[] ring) {
        StringBuilder text = new StringBuilder("POLYGON ((");
        for (int i = 0; i < ring.length; i += 2) {
            text.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.3f %.3f", ring[i], ring[i + 1]));
        }
        return text.append("))").toString();
    }
}
