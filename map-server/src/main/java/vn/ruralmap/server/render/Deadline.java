package vn.ruralmap.server.render;

import java.time.Duration;

/**
 * Until when an image must be drawn: what a stranger asks for must not keep a processor busy for minutes, and nothing is drawn
 * for somebody who is gone. For one thread.
 */
public final class Deadline {

    /** No limit. */
    public static final Deadline NONE = new Deadline(Long.MAX_VALUE, () -> {});

    /** Most images are ready sooner and never ask. */
    private static final long PRESENCE_NANOS = 20_000_000;

    private final long endNanos;
    private final Runnable presence;
    private long askNanos;

    private Deadline(long endNanos, Runnable presence) {
        this.endNanos = endNanos;
        this.presence = presence;
        this.askNanos = System.nanoTime() + PRESENCE_NANOS;
    }

    /** @param presence asked now and then; what it throws ends the drawing */
    public static Deadline in(Duration time, Runnable presence) {
        return new Deadline(System.nanoTime() + time.toNanos(), presence);
    }

    void check() {
        if (endNanos == Long.MAX_VALUE) {
            return;
        }
        long now = System.nanoTime();
        if (now - endNanos > 0) {
            throw new DrawingTimeoutException();
        }
        if (now - askNanos > 0) {
            askNanos = now + PRESENCE_NANOS;
            presence.run();
        }
    }
}
