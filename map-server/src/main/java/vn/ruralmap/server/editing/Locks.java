package vn.ruralmap.server.editing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.store.FeatureLocks;
import vn.ruralmap.layers.store.FeatureLocks.Lock;
import vn.ruralmap.layers.store.FeatureLocks.Target;
import vn.ruralmap.layers.store.FeatureStore;

/**
 * Locks on features, by the fids that services show. They live in the store, so that every node and every way of writing keeps to
 * them.
 */
@Component
public final class Locks {

    /** A client that went away must not keep others out for longer. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private final FeatureLocks locks;
    private final Clock clock;
    private final AreaRights areaRights;

    Locks(FeatureStore store, Clock clock, AreaRights areaRights) {
        this.locks = store.locks();
        this.clock = clock;
        this.areaRights = areaRights;
    }

    /** A feature as services show it. */
    public record Shown(String layer, long fid) {
        /** The id that services publish. */
        public String id() {
            return layer + "." + fid;
        }
    }

    /**
     * What became of a wish for a lock.
     *
     * @param id of the lock; null: it holds nothing, so there is none
     */
    public record Outcome(@Nullable String id, List<Shown> locked, List<Shown> notLocked) {}

    /**
     * Locks features that nobody else has locked.
     *
     * @param allOrNothing true: none is locked unless all can be
     * @throws vn.ruralmap.server.support.RequestException status 403 if the writer may not change one of them
     */
    public Outcome acquire(
            Writer writer,
            Snapshot snapshot,
            LocalDate date,
            Collection<Shown> wanted,
            Duration expiry,
            boolean allOrNothing) {
        Rows rows = new Rows(snapshot, date);
        Map<Shown, Target> targets = new LinkedHashMap<>();
        for (Shown feature : wanted) {
            // what has no row of its own cannot be changed by anybody before it has one
            Layer layer = snapshot.layer(feature.layer());
            rows.find(layer, feature.fid()).ifPresent(row -> {
                areaRights.demand(writer, snapshot, layer, row);
                targets.put(feature, new Target(feature.layer(), row.fid()));
            });
        }
        if (allOrNothing && targets.size() < wanted.size()) {
            return new Outcome(
                    null,
                    List.of(),
                    wanted.stream()
                            .filter(feature -> !targets.containsKey(feature))
                            .toList());
        }
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        FeatureLocks.Acquired acquired =
                locks.acquire(new Lock(id, end(now, expiry), Set.copyOf(targets.values())), allOrNothing, now);
        return new Outcome(
                acquired.locked().isEmpty() ? null : id,
                wanted.stream()
                        .filter(feature -> isIn(acquired.locked(), targets.get(feature)))
                        .toList(),
                wanted.stream()
                        .filter(feature -> !targets.containsKey(feature) || isIn(acquired.held(), targets.get(feature)))
                        .toList());
    }

    private static boolean isIn(Set<Target> targets, @Nullable Target target) {
        return target != null && targets.contains(target);
    }

    private static Instant end(Instant now, Duration expiry) {
        return now.plus(expiry).truncatedTo(ChronoUnit.MILLIS);
    }

    /** How a lock stands. */
    public enum State {
        /** There never was such a one, or it is over. */
        UNKNOWN,
        EXPIRED,
        HOLDS
    }

    public State state(String id) {
        Optional<Lock> lock = locks.find(id);
        return lock.isEmpty()
                ? State.UNKNOWN
                : lock.get().expires().isAfter(clock.instant()) ? State.HOLDS : State.EXPIRED;
    }

    /** Lets a lock that holds go on for longer. @return what it holds, by the fids of rows; empty: it does not hold any more */
    public Set<Target> renew(String id, Duration expiry) {
        if (state(id) != State.HOLDS) {
            return Set.of();
        }
        locks.renew(id, end(clock.instant(), expiry));
        return locks.find(id).map(Lock::features).orElse(Set.of());
    }

    /** After changes were made under a lock. */
    void letGo(EditRequest.@Nullable HeldLock lock, List<Change> changes) {
        if (lock == null) {
            return;
        }
        if (lock.isReleased()) {
            locks.release(lock.id());
            return;
        }
        locks.release(
                lock.id(),
                changes.stream().flatMap(change -> target(change).stream()).collect(Collectors.toSet()));
    }

    private static Optional<Target> target(Change change) {
        if (change instanceof Change.Update update) {
            return Optional.of(new Target(update.layer(), update.fid()));
        } else if (change instanceof Change.Delete delete) {
            return Optional.of(new Target(delete.layer(), delete.fid()));
        }
        return Optional.empty();
    }
}
