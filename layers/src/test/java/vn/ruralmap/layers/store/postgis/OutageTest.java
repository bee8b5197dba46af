package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;

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
