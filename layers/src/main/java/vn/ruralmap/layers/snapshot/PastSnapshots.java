package vn.ruralmap.layers.snapshot;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.store.FeatureStore;

/**
 * The whole map as it was published at a moment, whatever was corrected since.
 *
 * <p>Made out of the current snapshot: what no changeset touched since is shared with it. Those asked for last are kept while memory
 * lasts, since a map of the past is asked for tile by tile.
 */
public final class PastSnapshots {

    private static final int MAX_KEPT = 4;

    private final FeatureStore store;
    private final Snapshots snapshots;
    private final Map<Long, SoftReference<Snapshot>> kept = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, SoftReference<Snapshot>> eldest) {
            return size() > MAX_KEPT;
        }
    };

    public PastSnapshots(FeatureStore store, Snapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    /** As everybody saw it at a moment; the current one if nothing was published since. */
    public synchronized Snapshot at(Instant moment) {
        snapshots.refresh();
        Snapshot current = snapshots.current();
        long revision = store.revisionAt(moment);
        if (revision >= current.revision()) {
            return current;
        }
        SoftReference<Snapshot> reference = kept.get(revision);
        @Nullable Snapshot known = reference == null ? null : reference.get();
        if (known != null) {
            return known;
        }
        Snapshot made = current.with(store.readBack(current.revision(), revision));
        kept.put(revision, new SoftReference<>(made));
        return made;
    }
}
