package vn.ruralmap.server.support;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreException;

/** Whether the store answers, asked once a second beside the requests: a database that is gone lets its clients wait for seconds. */
@Component
public final class StoreAvailability implements DisposableBean {

    private static final long PAUSE_MS = 1_000;
    /** An answer that takes longer is none. */
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);

    private final FeatureStore store;
    private final ScheduledExecutorService prober = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "store-prober");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean failed;
    private volatile long asked = System.nanoTime();
    private volatile long answered = System.nanoTime();

    StoreAvailability(FeatureStore store) {
        this.store = store;
        prober.scheduleWithFixedDelay(this::probe, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    private void probe() {
        asked = System.nanoTime();
        try {
            store.revision();
            answered = System.nanoTime();
            failed = false;
        } catch (StoreException e) {
            // the store tells the log
            failed = true;
        }
    }

    /** True if the map is shown as it was when the store last answered, and nothing can be written. */
    public boolean isAway() {
        long now = System.nanoTime();
        return failed || now - asked > PATIENCE_NS && now - answered > PATIENCE_NS;
    }

    /**
     * Of an answer from the snapshot: that it may be old, in the words of RFC 9211 (§2.2: a negative time to live is that of a
     * stale answer).
     */
    public void tell(HttpServletResponse response) {
        response.setHeader(
                "Cache-Status", "ruralmap; hit; ttl=-" + silence().toSeconds() + "; detail=store-unreachable");
    }

    /** How long ago the store last answered. */
    private Duration silence() {
        return Duration.ofNanos(System.nanoTime() - answered);
    }

    @Override
    public void destroy() {
        prober.shutdownNow();
    }
}
