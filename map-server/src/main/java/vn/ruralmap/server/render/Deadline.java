package vn.ruralmap.server.render;

import java.time.Duration;

/** Until when an image must be drawn: what a stranger asks for must not keep a processor busy for minutes. */
public final class Deadline {

    /** No limit. */
    public static final Deadline NONE = new Deadline(Long.MAX_VALUE);

    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    void check() {
        if (endNanos != Long.MAX_VALUE && System.nanoTime() - endNanos > 0) {
            throw new DrawingTimeoutException();
        }
    }
}
