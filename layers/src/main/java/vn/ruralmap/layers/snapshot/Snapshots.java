package vn.ruralmap.layers.snapshot;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ruralmap.layers.catalogue.Catalogue;
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

    public Snapshots(FeatureStore store, Catalogue catalogue, Clock clock) {
        this.store = store;
        this.clock = clock.withZone(ZONE);
        this.current = new AtomicReference<>(Snapshot.empty(catalogue).with(store.readSince(0)));
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

    @Override
    public void close() {
        subscription.close();
    }
}
