package vn.ruralmap.server.support;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets only so many pieces of heavy work run at once; the others wait in turn, and not for long.
 *
 * <p>Without it a burst of requests takes the memory and the processors of all at once, and everybody waits until their
 * clients give up. With it those that fit are as quick as ever, and the rest learn at once to come again.
 *
 * <p>Example: {@code byte[] image = limit.run(presence, () -> encoder.encode(renderer.draw(view, layers), format));}
 */
public final class WorkLimit {

    private final int permits;
    private final Duration wait;
    private final Semaphore free;

    /** @param permits pieces of work at once. @param wait for a free one, before the request is refused */
    public WorkLimit(int permits, Duration wait) {
        this.permits = permits;
        this.wait = wait;
        this.free = new Semaphore(permits, true);
    }

    /** Work with a result. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    public int permits() {
        return permits;
    }

    /** How many wait for their turn, about. */
    int waiting() {
        return free.getQueueLength();
    }

    /**
     * @param presence asked when the turn comes after a wait, see {@link ClientConnection#presence}; what it throws ends the work
     *     before it begins
     * @throws RequestException with status 503 if no turn came in time
     */
    public <T> T run(Runnable presence, Work<T> work) throws IOException {
        boolean hasWaited = !isMyTurn(Duration.ZERO);
        if (hasWaited && !isMyTurn(wait)) {
            throw RequestException.overloaded();
        }
        try {
            if (hasWaited) {
                presence.run();
            }
            return work.run();
        } finally {
            free.release();
        }
    }

    private boolean isMyTurn(Duration patience) {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
