package vn.ruralmap.layers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.layers.store.Changes.REFORM;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.siteContent;
import static vn.ruralmap.layers.store.Changes.square;
import static vn.ruralmap.layers.store.Changes.statusContent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.PastSnapshots;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;

/** A reader that follows the deltas of a store knows the same as one that reads everything. */
public abstract class DeltaContract extends StoreFixture {

    private static final int CHANGESETS = 200;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void aSnapshotBuiltFromDeltasEqualsAFreshOne() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int reverted = 0;
        try (Snapshots follower = new Snapshots(store, catalogue, CLOCK)) {
            for (int i = 0; i < CHANGESETS; i++) {
                String when = "changeset " + i + " of seed " + seed;
                reverted += step(random) ? 1 : 0;
                if (random.nextInt(3) == 0) {
                    follower.refresh();
                    touchSomeViews(follower.current(), random);
                }
                if (i % 20 == 19) {
                    follower.refresh();
                    try (Snapshots fresh = new Snapshots(store, catalogue, CLOCK)) {
                        assertSame(follower.current(), fresh.current(), when);
                    }
                }
            }
        }
        assertThat(reverted)
                .as("changesets that could be reverted, seed " + seed)
                .isPositive();
    }

    @Test
    void theMapOfAnyMomentIsWhatItWasThen() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Instant, Snapshot> then = new LinkedHashMap<>();
        try (Snapshots snapshots = new Snapshots(store, catalogue, CLOCK)) {
            for (int i = 0; i < CHANGESETS / 4; i++) {
                step(random);
                snapshots.refresh();
                store.findChangeset(store.revision()).ifPresent(last -> then.put(last.time(), snapshots.current()));
                touchSomeViews(snapshots.current(), random);
            }
            PastSnapshots past = new PastSnapshots(store, snapshots);
            then.forEach((moment, snapshot) ->
                    assertSame(past.at(moment), snapshot, "revision " + snapshot.revision() + " of seed " + seed));
            Snapshot nothing = past.at(Instant.EPOCH);
            assertThat(nothing.revision()).isZero();
            assertThat(nothing.rows("communes")).isEmpty();
        }
    }

    /** The first two changesets. */
    protected final void publishTwoSites() {
        store.publish(draft(Changes.site("Vườn cò", square(105, 9))));
        store.publish(draft(Changes.site("Chợ nổi", square(105.1, 9))));
    }

    @Test
    void whatIsDeletedIsListedUntilItIsBack() {
        store.publish(draft(Changes.site("Vườn cò", square(105, 9)), Changes.site("Chợ nổi", square(105.1, 9))));
        store.publish(draft(new Change.Delete("sites", 1, 1)));
        long last = store.publish(draft(new Change.Delete("sites", 2, 1))).id();

        assertThat(store.listDeleted("sites", 10))
                .extracting(gone -> gone.last().values().get(0))
                .containsExactly("Chợ nổi", "Vườn cò");
        assertThat(store.listDeleted("sites", 1)).singleElement().satisfies(gone -> {
            assertThat(gone.changeset()).isEqualTo(last);
            assertThat(gone.version()).isEqualTo(2);
        });
        store.publish(draft(new Change.Restore("sites", 2, 2, siteContent("Chợ nổi", square(105.1, 9), null))));
        assertThat(store.listDeleted("sites", 10))
                .extracting(gone -> gone.last().fid())
                .containsExactly(1L);
        assertThat(store.listDeleted("communes", 10)).isEmpty();
    }

    /** Makes views, so that some are there to be kept when they should be. */
    private static void touchSomeViews(Snapshot snapshot, Random random) {
        for (Layer layer : snapshot.catalogue().layers()) {
            snapshot.view(layer.name(), REFORM.plusDays(random.nextInt(10) - 2));
        }
    }

    private static void assertSame(Snapshot follower, Snapshot fresh, String when) {
        assertThat(follower.revision()).as(when).isEqualTo(fresh.revision());
        assertThat(follower.isIllustrative()).as(when).isEqualTo(fresh.isIllustrative());
        for (Layer layer : fresh.catalogue().layers()) {
            assertThat(follower.listChangeDates(layer.name())).as(when).isEqualTo(fresh.listChangeDates(layer.name()));
            for (int day = -2; day < 10; day++) {
                LayerView mine = follower.view(layer.name(), REFORM.plusDays(day));
                LayerView other = fresh.view(layer.name(), REFORM.plusDays(day));
                assertThat(mine.features()).as(when + ", " + layer.name()).isEqualTo(other.features());
                assertThat(mine.revision()).as(when + ", " + layer.name()).isEqualTo(other.revision());
                assertThat(values(mine)).as(when + ", " + layer.name()).isEqualTo(values(other));
            }
        }
    }

    private static List<Map<String, String>> values(LayerView view) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Feature feature : view.features()) {
            Map<String, String> values = new HashMap<>();
            view.properties()
                    .forEach(property -> values.put(property.name(), String.valueOf(view.value(feature, property))));
            all.add(values);
        }
        return all;
    }

    /** @return true if it was a successful revert */
    private boolean step(Random random) {
        try {
            if (random.nextInt(5) == 0 && store.revision() > 0) {
                store.revert(store.revision() - random.nextInt((int) Math.min(3, store.revision())), "minh");
                return true;
            }
            List<Change> changes = new ArrayList<>();
            addChanges(changes, "communes", random);
            addChanges(changes, random.nextBoolean() ? "sites" : "status", random);
            store.publish(draft(changes));
        } catch (InvalidChangeException | ConflictException e) {
            // a random change may break a rule; then nothing happened, which the comparison proves
            assertThat(e.getMessage()).isNotBlank();
        }
        return false;
    }

    private void addChanges(List<Change> changes, String layer, Random random) {
        List<Feature> present = features(layer);
        if (random.nextInt(3) > 0 || present.isEmpty()) {
            changes.add(new Change.Insert(layer, content(layer, random)));
        }
        for (Feature feature : present) {
            int dice = random.nextInt(12);
            if (dice == 0) {
                changes.add(new Change.Delete(layer, feature.fid(), feature.version()));
            } else if (dice < 3) {
                changes.add(new Change.Update(layer, feature.fid(), feature.version(), content(layer, random)));
            }
        }
    }

    private Change.Content content(String layer, Random random) {
        List<Feature> communes = features("communes");
        Long commune = communes.isEmpty() || random.nextInt(4) == 0
                ? null
                : communes.get(random.nextInt(communes.size())).fid();
        LocalDate from = REFORM.plusDays(random.nextInt(6));
        Validity validity =
                random.nextBoolean() ? Validity.since(from) : new Validity(from, from.plusDays(1 + random.nextInt(4)));
        String place = square(105 + random.nextInt(100) / 50.0, 9 + random.nextInt(100) / 50.0);
        return switch (layer) {
            case "communes" ->
                communeContent(
                                Integer.toString(random.nextInt(1000)),
                                "Xã " + random.nextInt(1000),
                                random.nextInt(4) == 0 ? null : random.nextBoolean() ? "xã" : "phường",
                                place)
                        .during(validity);
            case "sites" ->
                siteContent("S" + random.nextInt(1000), place, commune).during(validity);
            default ->
                statusContent(commune == null ? 1 : commune, random.nextBoolean() ? "ntm" : "advanced", validity);
        };
    }
}
