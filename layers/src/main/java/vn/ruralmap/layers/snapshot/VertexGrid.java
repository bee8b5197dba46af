package vn.ruralmap.layers.snapshot;

import java.util.Arrays;

/** Vertices in square cells, to ask whether any lies within a triangle; each can be taken out. */
final class VertexGrid {

    private static final int NONE = -1;
    /** Vertices lie along borders: most cells are empty, and few hold more than a handful. */
    private static final int CELLS_PER_VERTEX = 4;

    private final CoverageVertices vertices;
    private double west = Double.POSITIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private final double size;
    private final int columns;
    private final int rows;
    /** The first vertex of each cell; each vertex names its neighbours in the list. */
    private final int[] first;

    private final int[] next;
    private final int[] previous;

    VertexGrid(CoverageVertices vertices) {
        this.vertices = vertices;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int vertex = 0; vertex < vertices.count(); vertex++) {
            west = Math.min(west, vertices.x(vertex));
            east = Math.max(east, vertices.x(vertex));
            south = Math.min(south, vertices.y(vertex));
            north = Math.max(north, vertices.y(vertex));
        }
        double cells = Math.max(1, (double) vertices.count() * CELLS_PER_VERTEX);
        double width = Math.max(east - west, 1e-7);
        double height = Math.max(north - south, 1e-7);
        size = Math.max(Math.sqrt(width * height / cells), Math.max(width, height) / cells);
        columns = (int) (width / size) + 1;
        rows = (int) (height / size) + 1;
        first = new int[columns * rows];
        Arrays.fill(first, NONE);
        next = new int[vertices.count()];
        previous = new int[vertices.count()];
        for (int vertex = 0; vertex < vertices.count(); vertex++) {
            add(vertex);
        }
    }

    private void add(int vertex) {
        int cell = cell(vertex);
        next[vertex] = first[cell];
        previous[vertex] = NONE;
        if (first[cell] != NONE) {
            previous[first[cell]] = vertex;
        }
        first[cell] = vertex;
    }

    void remove(int vertex) {
        if (previous[vertex] == NONE) {
            first[cell(vertex)] = next[vertex];
        } else {
            next[previous[vertex]] = next[vertex];
        }
        if (next[vertex] != NONE) {
            previous[next[vertex]] = previous[vertex];
        }
    }

    /** True if no other vertex lies within the triangle of three or on its sides. */
    boolean isEmpty(int a, int b, int c) {
        double ax = vertices.x(a);
        double ay = vertices.y(a);
        double bx = vertices.x(b);
        double by = vertices.y(b);
        double cx = vertices.x(c);
        double cy = vertices.y(c);
        double minX = Math.min(ax, Math.min(bx, cx));
        double maxX = Math.max(ax, Math.max(bx, cx));
        double minY = Math.min(ay, Math.min(by, cy));
        double maxY = Math.max(ay, Math.max(by, cy));
        for (int row = (int) ((minY - south) / size); row <= (int) ((maxY - south) / size); row++) {
            for (int column = (int) ((minX - west) / size); column <= (int) ((maxX - west) / size); column++) {
                for (int other = first[row * columns + column]; other != NONE; other = next[other]) {
                    double x = vertices.x(other);
                    double y = vertices.y(other);
                    if (x >= minX
                            && x <= maxX
                            && y >= minY
                            && y <= maxY
                            && other != a
                            && other != b
                            && other != c
                            && isWithin(x, y, ax, ay, bx, by, cx, cy)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean isWithin(
            double x, double y, double ax, double ay, double bx, double by, double cx, double cy) {
        double ab = side(x, y, ax, ay, bx, by);
        double bc = side(x, y, bx, by, cx, cy);
        double ca = side(x, y, cx, cy, ax, ay);
        return ab >= 0 && bc >= 0 && ca >= 0 || ab <= 0 && bc <= 0 && ca <= 0;
    }

    private static double side(double x, double y, double ax, double ay, double bx, double by) {
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    }

    private int cell(int vertex) {
        return (int) ((vertices.y(vertex) - south) / size) * columns + (int) ((vertices.x(vertex) - west) / size);
    }
}
