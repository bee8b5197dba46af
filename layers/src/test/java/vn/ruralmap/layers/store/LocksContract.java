package vn.ruralmap.layers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.square;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.store.FeatureLocks.Acquired;
import vn.ruralmap.layers.store.FeatureLocks.Lock;
import vn.ruralmap.layers.store.FeatureLocks.Target;

/** Locks on features, and keys of changesets, in every store. */
public abstract class LocksContract extends StoreFixture {

    private static final Instant NOW = Instant.now();
    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");
    private static final Target FIRST = new Target("communes", 1);
    private static final Target SECOND = new Target("communes", 2);

    private void twoCommunes() {
        publish(commune("1", "A", square(105, 9)), commune("2", "B", square(106, 9)));
    }

    private static Change.Update renamed(long fid, int version, String name) {
        return new Change.Update(
                "communes", fid, version, communeContent(Long.toString(fid), name, "xã", square(104 + fid, 9)));
    }

    @Test
    void whatIsLockedIsChangedOnlyUnderItsLockInEveryInstance() {
        twoCommunes();
        FeatureStore other = open();

        Acquired acquired = store.locks().acquire(new Lock("lan", LATER, Set.of(FIRST)), true, NOW);

        assertThat(acquired.locked()).containsExactly(FIRST);
        assertThatThrownBy(() -> other.publish(Changes.draft(renamed(1, 1, "X"), renamed(2, 1, "X"))))
                .isInstanceOfSatisfying(LockedException.class, locked -> {
                    assertThat(locked.features()).containsExactly(FIRST);
                    assertThat(locked.until()).isEqualTo(LATER);
                });
        assertThatThrownBy(() -> other.revert(1, "minh")).isInstanceOf(LockedException.class);
        assertThat(other.revision()).isEqualTo(1);
        other.publish(Changes.draft(renamed(2, 1, "B2")));
        other.publish(Changes.draft(renamed(1, 1, "A2")), "lan");
        assertThat(other.revision()).isEqualTo(3);
    }

    @Test
    void whatOthersHoldIsLockedByNobodyElseUntilItExpires() {
        twoCommunes();
        FeatureLocks locks = store.locks();
        locks.acquire(new Lock("lan", LATER, Set.of(FIRST)), true, NOW);

        Acquired all = locks.acquire(new Lock("minh", LATER, Set.of(FIRST, SECOND)), true, NOW);
        Acquired some = locks.acquire(new Lock("minh", LATER, Set.of(FIRST, SECOND)), false, NOW);

        assertThat(all).isEqualTo(new Acquired(Set.of(), Set.of(FIRST)));
        assertThat(some).isEqualTo(new Acquired(Set.of(SECOND), Set.of(FIRST)));
        locks.renew("lan", NOW.minusSeconds(1));
        assertThat(locks.find("lan").orElseThrow().features()).containsExactly(FIRST);
        store.publish(Changes.draft(renamed(1, 1, "A2")));
        assertThat(locks.acquire(new Lock("hoa", LATER, Set.of(FIRST)), true, NOW)
                        .locked())
                .containsExactly(FIRST);
        assertThat(locks.find("lan")).isEmpty();
    }

    @Test
    void lockedFeaturesAreLetGoOneByOneOrTogether() {
        FeatureLocks locks = store.locks();
        locks.acquire(new Lock("lan", LATER, Set.of(FIRST, SECOND)), true, NOW);

        locks.release("lan", Set.of(FIRST));
        assertThat(locks.find("lan")).contains(new Lock("lan", LATER, Set.of(SECOND)));
        locks.release("lan");
        assertThat(locks.find("lan")).isEmpty();
        locks.release("nobody");
    }

    @Test
    void aKeyIsUsedOnceInEveryInstance() {
        ChangesetDraft draft = new ChangesetDraft(
                "lan",
                Changeset.Source.OGC_API,
                "thử",
                Map.of(ChangesetDraft.KEY, "khóa-1"),
                List.of(commune("1", "A", square(105, 9))));
        Changeset first = store.publish(draft);

        assertThatThrownBy(() -> open().publish(draft))
                .isInstanceOfSatisfying(RepeatedChangesetException.class, repeated -> assertThat(repeated.published())
                        .isEqualTo(first));
        assertThat(store.findChangeset("khóa-1")).contains(first);
        assertThat(store.findChangeset("khóa-2")).isEmpty();
    }

    @Test
    void whatAChangesetDidIsListedFeatureByFeature() {
        twoCommunes();
        publish(new Change.Delete("communes", 2, 1), renamed(1, 1, "A2"), commune("3", "C", square(107, 9)));

        assertThat(store.listFeatureChanges(2))
                .containsExactly(
                        new FeatureChange("communes", 1, 2, false),
                        new FeatureChange("communes", 2, 2, true),
                        new FeatureChange("communes", 3, 1, false));
        assertThat(store.listFeatureChanges(9)).isEmpty();
    }
}
