package vn.ruralmap.server.config;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreException;

/**
 * Whether the store answers. If it does not, the server is degraded and not down: it goes on showing the map as it was, and a
 * balancer should go on sending visitors.
 */
@Component
class StoreHealth implements HealthIndicator, DisposableBean {

    /** Reported with HTTP status 200, see application.yml. */
    static final String DEGRADED = "DEGRADED";

    private static final long PAUSE_S = 2;
    /** An answer that takes longer is none. */
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);

    private final FeatureStore store;
    private final ScheduledExecutorService prober = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "store-health");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean failed;
    private volatile long answered = System.nanoTime();

    StoreHealth(FeatureStore store) {
        this.store = store;
        // asked beside the requests for health: a database that is gone lets its clients wait for seconds
        prober.scheduleWithFixedDelay(this::probe, 0, PAUSE_S, TimeUnit.SECONDS);
    }

    private void probe() {
        try {
            store.revision();
            failed = false;
        } catch (StoreException e) {
            failed = true;
        }
        answered = System.nanoTime();
    }

    @Override
    public Health health() {
        boolean late = System.nanoTime() - answered > PATIENCE_NS;
        return failed || late ? Health.status(DEGRADED).build() : Health.up().build();
    }

    @Override
    public void destroy() {
        prober.shutdownNow();
    }
}
