package vn.ruralmap.server.render;

/**
 * Draws thin solid lines, anti-aliased, into a mask of coverages: a pixel is covered as far as its centre lies within half the width
 * and half a pixel of a segment. Ends and joins are round, and what is drawn twice is no darker than once.
 *
 * <p>Java2D strokes any line, by way of outlines with many small curves; of a map of a country whose borders are a pixel wide that was
 * four fifths of the time.
 */
final class ThinStroke {

    /** Above it the shape of joins is seen. */
    static final float MAX_WIDTH_PX = 3;

    private byte[] mask = new byte[0];
    private int width;
    private int height;
    private double halfPx;
    private double most;

    /** @param mask coverage by rows, 0 to 255, of an image of that size in pixels */
    void begin(byte[] mask, int width, int height, double strokePx) {
        this.mask = mask;
        this.width = width;
        this.height = height;
        halfPx = strokePx / 2 + 0.5;
        most = Math.min(1, strokePx);
    }

    /** From one point to another, in pixels, x right, y down; parts outside the image are left out. */
    void segment(double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.sqrt(dx * dx + dy * dy);
        double perSquare = 1 / (length * length);
        if (Math.abs(dx) >= Math.abs(dy)) {
            double reach = halfPx * length / Math.abs(dx);
            double slope = dy / dx;
            int last = (int) Math.min(width - 1, Math.floor(Math.max(x0, x1) + halfPx - 0.5));
            for (int column = first(Math.min(x0, x1)); column <= last; column++) {
                double middle = y0 + between((column + 0.5 - x0) * slope, dy);
                int end = (int) Math.min(height - 1, Math.floor(middle + reach - 0.5));
                for (int row = Math.max(0, (int) Math.ceil(middle - reach - 0.5)); row <= end; row++) {
                    cover(column, row, x0, y0, dx, dy, perSquare);
                }
            }
        } else {
            double reach = halfPx * length / Math.abs(dy);
            double slope = dx / dy;
            int last = (int) Math.min(height - 1, Math.floor(Math.max(y0, y1) + halfPx - 0.5));
            for (int row = first(Math.min(y0, y1)); row <= last; row++) {
                double middle = x0 + between((row + 0.5 - y0) * slope, dx);
                int end = (int) Math.min(width - 1, Math.floor(middle + reach - 0.5));
                for (int column = Math.max(0, (int) Math.ceil(middle - reach - 0.5)); column <= end; column++) {
                    cover(column, row, x0, y0, dx, dy, perSquare);
                }
            }
        }
    }

    private int first(double from) {
        return Math.max(0, (int) Math.ceil(from - halfPx - 0.5));
    }

    /** The first number, or the nearest one between 0 and the limit, which may be negative. */
    private static double between(double value, double limit) {
        return limit < 0 ? Math.max(limit, Math.min(value, 0)) : Math.min(limit, Math.max(value, 0));
    }

    private static double within(double part) {
        return part < 0 ? 0 : Math.min(part, 1);
    }

    private void cover(int column, int row, double x0, double y0, double dx, double dy, double perSquare) {
        double x = column + 0.5 - x0;
        double y = row + 0.5 - y0;
        double part = within((x * dx + y * dy) * perSquare);
        double offX = x - part * dx;
        double offY = y - part * dy;
        double square = offX * offX + offY * offY;
        if (square >= halfPx * halfPx) {
            return;
        }
        int coverage = (int) (Math.min(most, halfPx - Math.sqrt(square)) * 255 + 0.5);
        int at = row * width + column;
        if (coverage > (mask[at] & 0xFF)) {
            mask[at] = (byte) coverage;
        }
    }
}
