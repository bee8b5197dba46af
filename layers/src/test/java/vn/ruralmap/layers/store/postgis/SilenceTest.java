package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.ContractCatalogue;

/** Connections that lead nowhere, which nobody tells their clients. */
class SilenceTest {

    private static final Catalogue CATALOGUE = ContractCatalogue.create();
    /** Promised are two seconds; three times as much on a machine that does other things besides. */
    private static final long SLOWEST_MS = 6_000;

    private SilentProxy proxy;
    private PostgisStore editor;
    private PostgisStore node;
    private Snapshots snapshots;

    @BeforeEach
    void openStores() throws IOException {
        String url = PostgresCluster.shared().createContractLocation();
        String port = url.replaceFirst("^.*127\\.0\\.0\\.1:(\\d+)/.*$", "$1");
        proxy = new SilentProxy(Integer.parseInt(port));
        editor = PostgisStore.open(url, CATALOGUE);
        node = PostgisStore.open(url.replace(":" + port + "/", ":" + proxy.port() + "/"), CATALOGUE);
        snapshots = new Snapshots(node, CATALOGUE, Clock.systemUTC());
        publish();
        awaitShown();
    }

    @AfterEach
    void closeStores() {
        // without it, whoever holds a silent connection need not wait for its end
        proxy.close();
        snapshots.close();
        node.close();
        editor.close();
    }

    private void publish() {
        editor.publish(draft(site("S", "POINT (105 9)")));
    }

    /** @return how long it took, in ms */
    private long awaitShown() {
        long began = System.nanoTime();
        long wanted = editor.revision();
        while (snapshots.current().revision() != wanted) {
            assertThat(System.nanoTime() - began)
                    .as("ns until revision " + wanted + " is shown")
                    .isLessThan(TimeUnit.SECONDS.toNanos(60));
            LockSupport.parkNanos(5_000_000);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    @Test
    void newsAreNotLateBecauseConnectionsWereForgottenOnTheWay() {
        for (int i = 0; i < 3; i++) {
            // all of them: of the listener, and those that wait in the pool
            node.revision();
            proxy.forget();
            publish();
            assertThat(awaitShown()).as("ms until the news is shown").isLessThan(SLOWEST_MS);
        }
    }

    @Test
    void newsComeSoonAfterANetworkThatSwallowedEverythingIsBack() throws InterruptedException {
        proxy.swallowNew(true);
        proxy.forget();
        publish();
        Thread.sleep(2_500);
        assertThat(snapshots.current().revision()).isLessThan(editor.revision());

        proxy.swallowNew(false);

        assertThat(awaitShown()).isLessThan(2 * SLOWEST_MS);
    }
}
