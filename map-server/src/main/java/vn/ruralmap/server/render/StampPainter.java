package vn.ruralmap.server.render;

/**
 * Draws a mark again and again along lines (SE 1.1 §11.1.3, GraphicStroke), turned as the line runs. Where marks lie
 * depends on the distance from the line's start only, so neighbouring images agree. On a border that two areas share
 * it draws once.
 */
final class StampPainter {

    /** As for lines: vertices are compared in steps of 1/8 pixel. */
    private static final int STEPS = 8;

    private final Canvas canvas;
    private final long originX;
    private final long originY;
    private final LinePaint.Stamps stamps;
    private final SegmentSet drawn = new SegmentSet();

    /** @param originX pixels from the map's origin to the left edge, see {@link MapView#originX()} */
    StampPainter(Canvas canvas, long originX, long originY, LinePaint.Stamps stamps) {
        this.canvas = canvas;
        this.originX = originX;
        this.originY = originY;
        this.stamps = stamps;
    }

    /** The path {@code [from, to)} of interleaved pixels. */
    void paint(double[] xy, int from, int to) {
        double next = stamps.firstPx();
        double length = 0;
        for (int i = from; i + 1 < to; i++) {
            double x = xy[2 * i];
            double y = xy[2 * i + 1];
            double dx = xy[2 * i + 2] - x;
            double dy = xy[2 * i + 3] - y;
            double segment = Math.hypot(dx, dy);
            if (segment == 0) {
                continue;
            }
            boolean isNew = drawn.add(step(x), step(y), step(xy[2 * i + 2]), step(xy[2 * i + 3]));
            if (isNew && mayBeSeen(x, y, dx, dy)) {
                Sprite mark = turned(Math.atan2(dy, dx));
                for (double at = firstAfter(next, length); at < length + segment; at += stamps.stepPx()) {
                    draw(mark, x + dx * (at - length) / segment, y + dy * (at - length) / segment);
                }
            }
            length += segment;
        }
    }

    /** The first mark's distance that is not before a distance. */
    private double firstAfter(double first, double distance) {
        return distance <= first ? first : first + Math.ceil((distance - first) / stamps.stepPx()) * stamps.stepPx();
    }

    private boolean mayBeSeen(double x, double y, double dx, double dy) {
        double reach = stamps.turned().get(0).reachPx();
        return Math.max(x, x + dx) > -reach
                && Math.min(x, x + dx) < canvas.widthPx + reach
                && Math.max(y, y + dy) > -reach
                && Math.min(y, y + dy) < canvas.heightPx + reach
                // far outside there may be millions of marks on one segment
                && Math.abs(dx) + Math.abs(dy) < 1e6;
    }

    private Sprite turned(double angle) {
        int directions = stamps.turned().size();
        return stamps.turned().get(Math.floorMod((int) Math.round(angle / (2 * Math.PI) * directions), directions));
    }

    private void draw(Sprite mark, double x, double y) {
        canvas.draw(mark, Labels.pixel(x, originX), Labels.pixel(y, originY));
    }

    private static int step(double pixels) {
        return (int) Math.round(Math.max(-1e7, Math.min(1e7, pixels)) * STEPS);
    }
}
