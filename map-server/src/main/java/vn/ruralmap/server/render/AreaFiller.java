package vn.ruralmap.server.render;

import java.util.Arrays;

/**
 * Fills polygons by scan lines, even-odd, without anti-aliasing: a pixel belongs to an area if its centre does, so
 * areas of a coverage neither overlap nor leave gaps. Edges are smoothed by the border drawn on top.
 *
 * <p>Coordinates are pixels, x right, y down. Not for several threads.
 */
final class AreaFiller {

    /** For each row the columns in which it enters or leaves the area: the first pixel right of an edge. */
    private int[][] crossings = new int[0][];

    private int[] counts = new int[0];
    private int minRow;
    private int maxRow;

    /** Starts a polygon on a canvas. */
    void begin(Canvas canvas) {
        minRow = Integer.MAX_VALUE;
        maxRow = -1;
        if (counts.length < canvas.heightPx) {
            counts = new int[canvas.heightPx];
            crossings = new int[canvas.heightPx][8];
        }
    }

    /** Adds a closed ring: the points {@code [from, to)} of interleaved coordinates, the last equal to the first. */
    void ring(Canvas canvas, double[] xy, int from, int to) {
        double x0 = xy[2 * from];
        double y0 = xy[2 * from + 1];
        for (int i = from + 1; i < to; i++) {
            double x1 = xy[2 * i];
            double y1 = xy[2 * i + 1];
            if (y0 < y1) {
                edge(canvas, x0, y0, x1, y1);
            } else if (y0 > y1) {
                edge(canvas, x1, y1, x0, y0);
            }
            x0 = x1;
            y0 = y1;
        }
    }

    private void edge(Canvas canvas, double x0, double y0, double x1, double y1) {
        // An edge right of the image decides about no pixel in it.
        if (y1 <= 0.5 || y0 > canvas.heightPx - 0.5 || (x0 >= canvas.widthPx && x1 >= canvas.widthPx)) {
            return;
        }
        int first = (int) Math.max(0, Math.ceil(y0 - 0.5));
        int last = (int) Math.min(canvas.heightPx, Math.ceil(y1 - 0.5)) - 1;
        if (first > last) {
            return;
        }
        double slope = (x1 - x0) / (y1 - y0);
        double x = x0 + (first + 0.5 - y0) * slope - 0.5;
        for (int row = first; row <= last; row++) {
            cross(row, (int) Math.max(0, Math.min(canvas.widthPx, Math.ceil(x))));
            x += slope;
        }
        minRow = Math.min(minRow, first);
        maxRow = Math.max(maxRow, last);
    }

    private void cross(int row, int column) {
        int count = counts[row]++;
        if (count == crossings[row].length) {
            crossings[row] = Arrays.copyOf(crossings[row], count * 2);
        }
        crossings[row][count] = column;
    }

    /** Paints what the rings enclose and forgets them. */
    void fill(Canvas canvas, FillPaint paint) {
        for (int row = minRow; row <= maxRow; row++) {
            int[] columns = crossings[row];
            int count = counts[row];
            counts[row] = 0;
            sort(columns, count);
            for (int i = 0; i < count; i += 2) {
                canvas.span(row, columns[i], i + 1 < count ? columns[i + 1] : canvas.widthPx, paint);
            }
        }
    }

    private static void sort(int[] columns, int count) {
        if (count > 32) {
            Arrays.sort(columns, 0, count);
            return;
        }
        for (int i = 1; i < count; i++) {
            int column = columns[i];
            int j = i - 1;
            while (j >= 0 && columns[j] > column) {
                columns[j + 1] = columns[j];
                j--;
            }
            columns[j + 1] = column;
        }
    }
}
