import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a coverage over the land and sea of Vietnam as CSV with WKT in WGS84: {@code java GenerateCoverage.java COLUMNS ROWS LEVELS
 * FILE}. The same arguments give the same file.
 *
 * <p>Cells of a grid, each border of 2^LEVELS segments that winds like a real one (midpoint displacement) and is the same from
 * either side; 1e-8 degree. 41 columns, 81 rows and 7 levels are 3,321 areas of 512 vertices.
 */
public final class GenerateCoverage {

    private static final double WEST = 102.2;
    private static final double SOUTH = 8.6;
    private static final double WIDTH = 7.2;
    private static final double HEIGHT = 14.6;
    /** Largest displacement of a midpoint, as a part of the segment's length. */
    private static final double ROUGHNESS = 0.16;
    private static final String[] KINDS = {"a", "b", "c", "d"};

    private final int columns;
    private final int rows;
    private final int levels;

    private GenerateCoverage(int columns, int rows, int levels) {
        this.columns = columns;
        this.rows = rows;
        this.levels = levels;
    }

    public static void main(String[] arguments) throws IOException {
        GenerateCoverage coverage = new GenerateCoverage(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[3]))) {
            out.write("WKT,code,name,kind\n");
            for (int row = 0; row < coverage.rows; row++) {
                for (int column = 0; column < coverage.columns; column++) {
                    int number = row * coverage.columns + column;
                    String kind = KINDS[new SplittableRandom(number).nextInt(KINDS.length)];
                    out.write(String.format(
                            Locale.ROOT, "\"%s\",%06d,Xã %d,%s%n", coverage.cell(column, row), number, number, kind));
                }
            }
        }
    }

    private String cell(int column, int row) {
        List<double[]> ring = new ArrayList<>();
        addBorder(ring, column, row, column + 1, row);
        addBorder(ring, column + 1, row, column + 1, row + 1);
        addBorder(ring, column + 1, row + 1, column, row + 1);
        addBorder(ring, column, row + 1, column, row);
        ring.add(ring.get(0));
        StringBuilder text = new StringBuilder("POLYGON ((");
        for (double[] point : ring) {
            text.append(text.charAt(text.length() - 1) == '(' ? "" : ",")
                    .append(String.format(Locale.ROOT, "%.8f %.8f", point[0], point[1]));
        }
        return text.append("))").toString();
    }

    private void addBorder(List<double[]> ring, int fromColumn, int fromRow, int toColumn, int toRow) {
        int lowColumn = Math.min(fromColumn, toColumn);
        int lowRow = Math.min(fromRow, toRow);
        double[] low = node(lowColumn, lowRow);
        double[] high = node(Math.max(fromColumn, toColumn), Math.max(fromRow, toRow));
        SplittableRandom random =
                new SplittableRandom(lowColumn * 7_919L + lowRow * 104_729L + (fromRow == toRow ? 1 : 0));
        List<double[]> points = new ArrayList<>();
        points.add(low);
        displace(points, low, high, levels, ROUGHNESS, random);
        points.add(high);
        if (fromColumn > toColumn || fromRow > toRow) {
            Collections.reverse(points);
        }
        ring.addAll(points.subList(0, points.size() - 1));
    }

    private static void displace(
            List<double[]> points, double[] a, double[] b, int level, double roughness, SplittableRandom random) {
        if (level == 0) {
            return;
        }
        double shift = (random.nextDouble() * 2 - 1) * roughness;
        double[] middle = {(a[0] + b[0]) / 2 - (b[1] - a[1]) * shift, (a[1] + b[1]) / 2 + (b[0] - a[0]) * shift};
        displace(points, a, middle, level - 1, roughness * 0.8, random);
        points.add(middle);
        displace(points, middle, b, level - 1, roughness * 0.8, random);
    }

    private double[] node(int column, int row) {
        return new double[] {WEST + WIDTH * column / columns, SOUTH + HEIGHT * row / rows};
    }
}
