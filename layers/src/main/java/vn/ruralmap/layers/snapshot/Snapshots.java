package vn.ruralmap.layers.snapshot;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.FeatureStore;

/** Keeps the current snapshot: built at start, replaced soon after each published changeset, whoever published it. */
public final class Snapshots implements AutoCloseable {

    /** Legal time is Vietnam's. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final FeatureStore store;
    private final Clock clock;
    private final AtomicReference<Snapshot> current;
    private final FeatureStore.Subscription subscription;
    private final ExecutorService preparer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "snapshot-preparer");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    public Snapshots(FeatureStore store, Catalogue catalogue, Clock clock) {
        this.store = store;
        this.clock = clock.withZone(ZONE);
        this.current = new AtomicReference<>(Snapshot.empty(catalogue).with(store.readSince(0)));
        prepare(current.get());
        this.subscription = store.onChange(this::refresh);
    }

    /** One request asks once and works on what it got, so that it never mixes two revisions. */
    public Snapshot current() {
        return current.get();
    }

    /** Today in Vietnam. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Brings the snapshot up to the store's revision; returns at once if it is. */
    public synchronized void refresh() {
        Snapshot before = current.get();
        if (store.revision() == before.revision()) {
            return;
        }
        Snapshot after = before.with(store.readSince(before.revision()));
        current.set(after);
        LOG.info("Showing revision {}", after.revision());
    }

    /**
     * Today's views, bottom layer first, so that the first visitor does not wait for them. Only at start: after an edit
     * most steps are kept or never asked for.
     */
    private void prepare(Snapshot snapshot) {
        for (Layer layer : snapshot.catalogue().layers()) {
            preparer.execute(() -> {
                if (snapshot == current.get()) {
                    snapshot.view(layer.name(), today()).prepare();
                }
            });
        }
    }

    @Override
    public void close() {
        subscription.close();
        preparer.shutdownNow();
    }
}
