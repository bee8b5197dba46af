package vn.ruralmap.server.render;

import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a line is drawn.
 *
 * @param color multiplied ARGB
 * @param dashes lengths in pixels, or null for a solid line
 * @param stamps marks along the line instead of a stroke, or null
 */
record LinePaint(
        int color,
        float widthPx,
        int cap,
        int join,
        float @Nullable [] dashes,
        float dashOffset,
        @Nullable Stamps stamps) {

    /**
     * A mark repeated along a line.
     *
     * @param turned the mark in as many directions, clockwise from eastward
     * @param firstPx from the start of the line to the first mark's centre
     * @param stepPx from centre to centre
     */
    record Stamps(List<Sprite> turned, double firstPx, double stepPx) {}

    /** A stroke. */
    LinePaint(int color, float widthPx, int cap, int join, float @Nullable [] dashes, float dashOffset) {
        this(color, widthPx, cap, join, dashes, dashOffset, null);
    }

    /** How far from the line it reaches. */
    double reachPx() {
        double stamp = stamps == null ? 0 : stamps.turned().get(0).widthPx();
        return Math.max(stamp, widthPx * 2 + 2);
    }

    /** Borders of areas have no ends of their own; where a shared one is left out, round ends close the gap. */
    BasicStroke border() {
        return new BasicStroke(widthPx, BasicStroke.CAP_ROUND, join, 4);
    }

    BasicStroke line(double phase) {
        return dashes == null
                ? new BasicStroke(widthPx, cap, join, 4)
                : new BasicStroke(widthPx, cap, join, 4, dashes, (float) ((phase + dashOffset) % period()));
    }

    private double period() {
        double sum = 0;
        for (float dash : dashes == null ? new float[0] : dashes) {
            sum += dash;
        }
        // An odd list of dashes repeats with gaps and dashes exchanged.
        return dashes != null && dashes.length % 2 == 1 ? 2 * sum : sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinePaint line
                && color == line.color
                && widthPx == line.widthPx
                && cap == line.cap
                && join == line.join
                && Arrays.equals(dashes, line.dashes)
                && dashOffset == line.dashOffset
                && Objects.equals(stamps, line.stamps);
    }

    @Override
    public int hashCode() {
        return color * 31 + Float.hashCode(widthPx);
    }
}
