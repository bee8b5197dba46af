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
        if (!(length > 0)) {
            return;
        }
        double perLength = 1 / length;
        double alongX = dx * perLength;
        double alongY = dy * perLength;
        if (Math.abs(dx) >= Math.abs(dy)) {
            double perColumn = length / dx;
            double reach = halfPx * Math.abs(perColumn) + 0.5;
            double slope = alongY * perColumn;
            double lowest = Math.min(y0, y1);
            double highest = Math.max(y0, y1);
            int last = last(Math.max(x0, x1), width);
            for (int column = first(Math.min(x0, x1)); column <= last; column++) {
                double x = column + 0.5 - x0;
                double middle = Math.max(lowest, Math.min(highest, y0 + x * slope));
                int row = Math.max(0, (int) Math.ceil(middle - reach));
                int end = (int) Math.min(height - 1, middle + reach - 1);
                double y = row + 0.5 - y0;
                double along = x * alongX + y * alongY;
                double off = y * alongX - x * alongY;
                for (int at = row * width + column; row <= end; row++) {
                    cover(at, along, off, length);
                    at += width;
                    along += alongY;
                    off += alongX;
                }
            }
        } else {
            double perRow = length / dy;
            double reach = halfPx * Math.abs(perRow) + 0.5;
            double slope = alongX * perRow;
            double leftmost = Math.min(x0, x1);
            double rightmost = Math.max(x0, x1);
            int last = last(Math.max(y0, y1), height);
            for (int row = first(Math.min(y0, y1)); row <= last; row++) {
                double y = row + 0.5 - y0;
                double middle = Math.max(leftmost, Math.min(rightmost, x0 + y * slope));
                int column = Math.max(0, (int) Math.ceil(middle - reach));
                int end = (int) Math.min(width - 1, middle + reach - 1);
                double x = column + 0.5 - x0;
                double along = x * alongX + y * alongY;
                double off = y * alongX - x * alongY;
                for (int at = row * width + column; column <= end; column++) {
                    cover(at++, along, off, length);
                    along += alongX;
                    off -= alongY;
                }
            }
        }
    }

    /** Half the width before the end: the faint rest of a round end is seen on the outside of sharp bends only, if there. */
    private int first(double from) {
        return (int) Math.max(0, Math.ceil(from - halfPx));
    }

    private int last(double to, int size) {
        return (int) Math.min(size - 1, Math.floor(to + halfPx - 1));
    }

    /**
     * One pixel.
     *
     * @param along how far its centre is from the start, in the direction of the segment
     * @param off how far it is from the line through the segment, to either side
     */
    private void cover(int at, double along, double off, double length) {
        double beyond = along < 0 ? along : along > length ? along - length : 0;
        double distance = beyond == 0 ? Math.abs(off) : Math.sqrt(off * off + beyond * beyond);
        int coverage = (int) (Math.min(most, halfPx - distance) * 255 + 0.5);
        if (coverage > (mask[at] & 0xFF)) {
            mask[at] = (byte) coverage;
        }
    }
}
