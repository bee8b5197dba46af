package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.store.ContractCatalogue;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreUnavailableException;

/** The database goes away and comes back under an open store. */
class OutageTest {

    @Test
    void theStoreWorksAgainAsSoonAsTheDatabaseDoesAndHearsWhatItMissed() throws InterruptedException {
        try (PostgresCluster cluster = PostgresCluster.create()) {
            String url = cluster.createLocation();
            AtomicLong seen = new AtomicLong(-1);
            try (PostgisStore store = PostgisStore.open(url, ContractCatalogue.create());
                    FeatureStore.Subscription subscription = store.onChange(() -> seen.set(store.revision()))) {
                assertThat(subscription).isNotNull();
                store.publish(draft(site("A", "POINT (1 1)")));
                await(seen, 1);

                cluster.stop();
                assertThatThrownBy(() -> store.publish(draft(site("B", "POINT (1 1)"))))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining("cannot be reached")
                        .hasMessageNotContaining("SELECT");
                cluster.start();
                try (PostgisStore other = PostgisStore.open(url, ContractCatalogue.create())) {
                    other.publish(draft(site("C", "POINT (1 1)")));
                }
                await(seen, 2);

                // without a word to anybody, and with all that was acknowledged
                cluster.crash();
                cluster.start();
                publishWhenItIsBack(store);
                await(seen, 3);
                assertThat(store.readSince(0).layers().get("sites").present()).hasSize(3);
            }
        }
    }

    @Test
    void whoIsCutOffDuringTheCommitIsToldThatItMayHaveBeenDone() throws Exception {
        try (PostgresCluster cluster = PostgresCluster.create("-c", "fsync=off");
                PostgisStore store = PostgisStore.open(cluster.createLocation(), ContractCatalogue.create())) {
            // a commit then waits for a replica that does not exist, when it is done already
            cluster.execute(
                    "postgres", "ALTER SYSTEM SET synchronous_standby_names = 'nobody'", "SELECT pg_reload_conf()");
            FutureTask<Object> publishing = new FutureTask<>(() -> store.publish(draft(site("A", "POINT (1 1)"))));
            new Thread(publishing, "publisher").start();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            String kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
            while (cluster.ask("postgres", kill).isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }

            assertThatThrownBy(publishing::get)
                    .cause()
                    .isInstanceOfSatisfying(StoreUnavailableException.class, e -> assertThat(e.isOutcomeUnknown())
                            .isTrue())
                    .hasMessageContaining("whether this changeset was published is not known");
            assertThat(store.revision()).isEqualTo(1);
        }
    }

    /** Connections of the pool that died a moment ago may be tried first. */
    private static void publishWhenItIsBack(PostgisStore store) {
        for (int attempt = 1; ; attempt++) {
            try {
                store.publish(draft(site("D", "POINT (1 1)")));
                return;
            } catch (StoreUnavailableException e) {
                assertThat(attempt).as("attempts").isLessThan(10);
            }
        }
    }

    private static void await(AtomicLong seen, long wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (seen.get() != wanted && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(seen).hasValue(wanted);
    }
}
