package vn.ruralmap.layers.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Locks on features: while one holds, only changes that name it touch its features, whoever makes them and on whichever node.
 *
 * <p>Times are those of the nodes, which are to have the same clock. What has expired holds nothing, but is remembered for a
 * day, so that its holder can be told.
 */
public interface FeatureLocks {

    /** One feature, by the fid of its row. */
    record Target(String layer, long fid) {}

    /** @param features that it holds */
    record Lock(String id, Instant expires, Set<Target> features) {
        public Lock {
            features = Set.copyOf(features);
        }
    }

    /** What came of a wish. @param locked now. @param held by others */
    record Acquired(Set<Target> locked, Set<Target> held) {
        public Acquired {
            locked = Set.copyOf(locked);
            held = Set.copyOf(held);
        }
    }

    /**
     * Locks features that no other lock holds.
     *
     * @param lock its id is new; its features are those wanted
     * @param allOrNothing true: none is locked unless all can be
     * @param now at what time others hold
     */
    Acquired acquire(Lock lock, boolean allOrNothing, Instant now);

    /** A lock, expired or not; one that has let go of everything is gone. */
    Optional<Lock> find(String id);

    /** Lets a lock hold until another time. */
    void renew(String id, Instant expires);

    /** Ends a lock. One that there is not is no error. */
    void release(String id);

    /** Takes features out of a lock. */
    void release(String id, Set<Target> features);
}
