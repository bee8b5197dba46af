package vn.ruralmap.server.render;

import java.util.Arrays;

/**
 * Fills polygons by scan lines, even-odd, without anti-aliasing: a pixel belongs to an area if its centre does, so
 * areas of a coverage neither overlap nor leave gaps. Edges are smoothed by the border drawn on top.
 *
 * <p>Coordinates are pixels, x right, y down. Not for several threads.
 */
final class AreaFiller {

    private int edges;
    private double[] x = new double[256];
    private double[] slope = new double[256];
    private int[] lastRow = new int[256];
    private int[] next = new int[256];
    private int[] firstOfRow = new int[0];
    private int[] active = new int[64];
    private int minRow;
    private int maxRow;

    /** Starts a polygon on a canvas. */
    void begin(Canvas canvas) {
        edges = 0;
        minRow = Integer.MAX_VALUE;
        maxRow = -1;
        if (firstOfRow.length < canvas.heightPx) {
            firstOfRow = new int[canvas.heightPx];
            Arrays.fill(firstOfRow, -1);
        }
    }

    /** Adds a closed ring: the points {@code [from, to)} of interleaved coordinates, the last equal to the first. */
    void ring(Canvas canvas, double[] xy, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            double x0 = xy[2 * i];
            double y0 = xy[2 * i + 1];
            double x1 = xy[2 * i + 2];
            double y1 = xy[2 * i + 3];
            if (y0 < y1) {
                edge(canvas, x0, y0, x1, y1);
            } else if (y0 > y1) {
                edge(canvas, x1, y1, x0, y0);
            }
        }
    }

    private void edge(Canvas canvas, double x0, double y0, double x1, double y1) {
        // An edge right of the image decides about no pixel in it.
        if (y1 <= 0.5 || y0 > canvas.heightPx - 0.5 || (x0 >= canvas.widthPx && x1 >= canvas.widthPx)) {
            return;
        }
        int first = Math.max(0, (int) Math.ceil(y0 - 0.5));
        int last = (int) Math.min(canvas.heightPx - 1L, (long) Math.ceil(y1 - 0.5) - 1);
        if (first > last) {
            return;
        }
        if (edges == x.length) {
            grow();
        }
        slope[edges] = (x1 - x0) / (y1 - y0);
        x[edges] = x0 + (first + 0.5 - y0) * slope[edges];
        lastRow[edges] = last;
        next[edges] = firstOfRow[first];
        firstOfRow[first] = edges++;
        minRow = Math.min(minRow, first);
        maxRow = Math.max(maxRow, last);
    }

    private void grow() {
        int size = edges * 2;
        x = Arrays.copyOf(x, size);
        slope = Arrays.copyOf(slope, size);
        lastRow = Arrays.copyOf(lastRow, size);
        next = Arrays.copyOf(next, size);
    }

    /** Paints what the rings enclose and forgets them. */
    void fill(Canvas canvas, FillPaint paint) {
        int count = 0;
        for (int row = minRow; row <= maxRow; row++) {
            for (int edge = firstOfRow[row]; edge >= 0; edge = next[edge]) {
                if (count == active.length) {
                    active = Arrays.copyOf(active, count * 2);
                }
                active[count++] = edge;
            }
            firstOfRow[row] = -1;
            sortByX(count);
            paintRow(canvas, row, count, paint);
            count = advance(row, count);
        }
    }

    private void paintRow(Canvas canvas, int row, int count, FillPaint paint) {
        for (int i = 0; i < count; i += 2) {
            int from = column(canvas, x[active[i]]);
            int to = i + 1 < count ? column(canvas, x[active[i + 1]]) : canvas.widthPx;
            canvas.span(row, from, to, paint);
        }
    }

    private static int column(Canvas canvas, double at) {
        return (int) Math.max(0, Math.min(canvas.widthPx, Math.ceil(at - 0.5)));
    }

    private int advance(int row, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int edge = active[i];
            if (lastRow[edge] > row) {
                x[edge] += slope[edge];
                active[kept++] = edge;
            }
        }
        return kept;
    }

    /** Insertion sort: from row to row the order hardly changes. */
    private void sortByX(int count) {
        for (int i = 1; i < count; i++) {
            int edge = active[i];
            double at = x[edge];
            int j = i - 1;
            while (j >= 0 && x[active[j]] > at) {
                active[j + 1] = active[j];
                j--;
            }
            active[j + 1] = edge;
        }
    }
}
