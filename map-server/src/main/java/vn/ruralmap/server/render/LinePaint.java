package vn.ruralmap.server.render;

import java.awt.BasicStroke;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a line is drawn.
 *
 * @param color multiplied ARGB
 * @param dashes lengths in pixels, or null for a solid line
 */
record LinePaint(int color, float widthPx, int cap, int join, float @Nullable [] dashes, float dashOffset) {

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
                && dashOffset == line.dashOffset;
    }

    @Override
    public int hashCode() {
        return color * 31 + Float.hashCode(widthPx);
    }
}
