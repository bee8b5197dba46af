package vn.ruralmap.server.render;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Draws borders and lines: all of one paint are gathered, a border that two areas share only once, and drawn as one
 * anti-aliased shape. So shared borders are not darker than others, dashes of neighbours do not fill each other's
 * gaps, and half the work is saved.
 */
final class LinePainter {

    /** Vertices are rounded to 1/8 pixel, so that the two sides of a shared border are equal in spite of rounding. */
    private static final int STEPS = 8;

    private final SegmentSet drawn = new SegmentSet();
    private final ThinStroke thin = new ThinStroke();
    private BufferedImage mask = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    private byte[] coverage = new byte[1];
    private Path2D.Float path = new Path2D.Float();
    private LinePaint paint = new LinePaint(0, 0, 0, 0, null, 0);
    private double marginPx;
    private double minX;
    private double minY;
    private double maxX;
    private double maxY;
    private boolean any;
    private double phase;

    void begin(Canvas canvas, LinePaint newPaint) {
        if (mask.getWidth() != canvas.widthPx || mask.getHeight() != canvas.heightPx) {
            mask = new BufferedImage(canvas.widthPx, canvas.heightPx, BufferedImage.TYPE_BYTE_GRAY);
            coverage = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
        }
        paint = newPaint;
        thin.begin(coverage, canvas.widthPx, canvas.heightPx, paint.widthPx());
        marginPx = paint.widthPx() + 2;
        path = new Path2D.Float(Path2D.WIND_NON_ZERO, 256);
        minX = minY = Double.POSITIVE_INFINITY;
        maxX = maxY = Double.NEGATIVE_INFINITY;
        drawn.clear();
        any = false;
        phase = 0;
    }

    /** Adds the path {@code [from, to)}; {@code border}: of an area, so that it may be shared. */
    void add(Canvas canvas, double[] xy, int from, int to, boolean border) {
        boolean down = false;
        double length = 0;
        int x0 = snapped(xy[2 * from]);
        int y0 = snapped(xy[2 * from + 1]);
        for (int i = from + 1; i < to; i++) {
            int x1 = snapped(xy[2 * i]);
            int y1 = snapped(xy[2 * i + 1]);
            if (x1 == x0 && y1 == y0) {
                continue;
            }
            if (isOutside(canvas, x0, y0, x1, y1) || (border && !drawn.add(x0, y0, x1, y1))) {
                down = false;
            } else {
                if (!down) {
                    lift(length);
                    path.moveTo(x0 / (float) STEPS, y0 / (float) STEPS);
                    extend(x0, y0);
                    down = true;
                }
                path.lineTo(x1 / (float) STEPS, y1 / (float) STEPS);
                extend(x1, y1);
                any = true;
            }
            if (paint.dashes() != null) {
                length += Math.hypot(x1 - x0, y1 - y0) / STEPS;
            }
            x0 = x1;
            y0 = y1;
        }
        if (paint.dashes() != null) {
            lift(0);
        }
    }

    /**
     * Which segments of a ring need not be drawn, since the neighbour draws them: those that run to the west, or of a ring of the
     * other direction to the east, and are shared.
     *
     * @param isForward whether the ring has its area on the one side
     * @param lone segments that are not shared
     * @param before number of the first segment among them
     */
    record Side(boolean isForward, BitSet lone, int before) {

        boolean isOurs(int segment, double x0, double y0, double x1, double y1) {
            return (x0 < x1 || x0 == x1 && y0 < y1) == isForward || lone.get(before + segment);
        }
    }

    boolean isThin() {
        return paint.dashes() == null && paint.widthPx() <= ThinStroke.MAX_WIDTH_PX;
    }

    /**
     * Adds the ring {@code [from, to)} of an area, where {@link #isThin}. What the second of two neighbours draws changes nothing in what
     * the first one drew.
     *
     * @param side null: all is drawn
     */
    void addThin(Canvas canvas, double[] xy, int from, int to, @Nullable Side side) {
        double right = canvas.widthPx + marginPx;
        double bottom = canvas.heightPx + marginPx;
        double x0 = xy[2 * from];
        double y0 = xy[2 * from + 1];
        for (int i = from + 1; i < to; i++) {
            double x1 = xy[2 * i];
            double y1 = xy[2 * i + 1];
            if (Math.max(x0, x1) > -marginPx
                    && Math.max(y0, y1) > -marginPx
                    && Math.min(x0, x1) < right
                    && Math.min(y0, y1) < bottom
                    && (side == null || side.isOurs(i - from - 1, x0, y0, x1, y1))) {
                thin.segment(x0, y0, x1, y1);
                any = true;
            }
            x0 = x1;
            y0 = y1;
        }
        extend(0, 0);
        extend(canvas.widthPx * STEPS, canvas.heightPx * STEPS);
    }

    /**
     * Where the dashes of the next piece start depends on its distance from the start of the whole path, not on where
     * the image cuts it; so every dashed piece is drawn by itself.
     */
    private void lift(double distancePx) {
        if (paint.dashes() == null) {
            return;
        }
        draw(paint.line(phase));
        phase = distancePx;
    }

    private void draw(BasicStroke stroke) {
        if (path.getCurrentPoint() != null) {
            Graphics2D graphics = Sprite.smooth(mask);
            graphics.setStroke(stroke);
            graphics.draw(path);
            graphics.dispose();
            path.reset();
        }
    }

    /** Paints all that was added. */
    void paint(Canvas canvas, boolean borders) {
        if (!any) {
            return;
        }
        draw(borders && paint.dashes() == null ? paint.border() : paint.line(0));
        double reach = paint.widthPx() * 2 + 2;
        canvas.throughMask(
                coverage,
                paint.color(),
                (int) (minX - reach),
                (int) (minY - reach),
                (int) (maxX + reach) + 1,
                (int) (maxY + reach) + 1);
    }

    private void extend(int x, int y) {
        minX = Math.min(minX, x / (double) STEPS);
        maxX = Math.max(maxX, x / (double) STEPS);
        minY = Math.min(minY, y / (double) STEPS);
        maxY = Math.max(maxY, y / (double) STEPS);
    }

    private boolean isOutside(Canvas canvas, int x0, int y0, int x1, int y1) {
        int margin = (int) (marginPx * STEPS);
        int right = canvas.widthPx * STEPS + margin;
        int bottom = canvas.heightPx * STEPS + margin;
        return (x0 < -margin && x1 < -margin)
                || (y0 < -margin && y1 < -margin)
                || (x0 > right && x1 > right)
                || (y0 > bottom && y1 > bottom);
    }

    private static int snapped(double pixels) {
        // Far outside the image only the direction matters.
        return (int) Math.round(Math.max(-1e7, Math.min(1e7, pixels)) * STEPS);
    }
}
