package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.square;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.ContractCatalogue;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreUnavailableException;

/** A store with a real streaming replica beside it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicaTest {

    private static final Catalogue CATALOGUE = ContractCatalogue.create();
    private static final String REVISION = "SELECT max(id) FROM ruralmap.ruralmap_changesets";

    private static PostgresCluster cluster;
    private String database;
    private PostgisStore store;

    @BeforeAll
    static void startServers() {
        cluster = PostgresCluster.create("-c", "fsync=off", "-c", "max_standby_streaming_delay=0");
        cluster.startReplica();
    }

    @AfterAll
    static void stopServers() {
        cluster.close();
    }

    @BeforeEach
    void openStore() {
        database = cluster.createDatabase();
        store = PostgisStore.open(cluster.replicatedUrl(database), CATALOGUE);
        store.publish(draft(commune("1", "A", square(105, 9)), commune("2", "B", square(106, 9))));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private int communes() {
        return store.readSince(0).layers().get("communes").present().size();
    }

    /** Takes the table away from the primary and not yet from the replica, for whoever asks the wrong one. */
    private void whereOnlyTheReplicaHasTheTable(Runnable reading) {
        waitUntil(() -> cluster.askReplica(database, REVISION).equals(cluster.ask(database, REVISION)));
        cluster.askReplica("postgres", "SELECT pg_wal_replay_pause()");
        cluster.execute(database, "ALTER TABLE ruralmap.communes RENAME TO away");
        try {
            reading.run();
        } finally {
            cluster.execute(database, "ALTER TABLE ruralmap.away RENAME TO communes");
            cluster.askReplica("postgres", "SELECT pg_wal_replay_resume()");
        }
    }

    @Test
    @Order(1)
    void wholeLayersAreReadFromTheReplicaAndWritesGoToThePrimary() {
        whereOnlyTheReplicaHasTheTable(() -> assertThat(communes()).isEqualTo(2));
        assertThat(store.publish(draft(site("S", "POINT (105 9)"))).id()).isEqualTo(2);
    }

    @Test
    @Order(2)
    void whatIsPublishedIsReadAtOnceHoweverOften() {
        for (int i = 1; i <= 50; i++) {
            long id = store.publish(draft(site("S" + i, "POINT (105 9)"))).id();
            assertThat(store.readSince(0).revision()).isEqualTo(id);
            assertThat(store.readSince(id - 1).layers().get("sites").present()).hasSize(1);
        }
    }

    @Test
    @Order(3)
    void aReplicaThatIsBehindIsNotAskedAndTheMapNeverGoesBack() {
        try (PostgisStore editor = PostgisStore.open(cluster.url(database), CATALOGUE);
                Snapshots snapshots = new Snapshots(store, CATALOGUE, Clock.systemUTC())) {
            cluster.askReplica("postgres", "SELECT pg_wal_replay_pause()");
            try {
                long lowest = snapshots.current().revision();
                for (int i = 1; i <= 3; i++) {
                    long id = editor.publish(draft(site("S" + i, "POINT (105 9)")))
                            .id();
                    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                    while (lowest < id && System.nanoTime() < deadline) {
                        long shown = snapshots.current().revision();
                        assertThat(shown).isGreaterThanOrEqualTo(lowest);
                        lowest = shown;
                    }
                    assertThat(lowest).isEqualTo(id);
                    assertThat(store.readSince(0).revision()).isEqualTo(id);
                }
                assertThat(cluster.askReplica(database, REVISION)).isEqualTo("1");
            } finally {
                cluster.askReplica("postgres", "SELECT pg_wal_replay_resume()");
            }
            whereOnlyTheReplicaHasTheTable(() -> assertThat(communes()).isEqualTo(2));
        }
    }

    @Test
    @Order(4)
    void withoutItsReplicaTheStoreReadsFromThePrimary() {
        assertThat(communes()).isEqualTo(2);
        cluster.stopReplica();
        assertThat(communes()).isEqualTo(2);
        store.publish(draft(commune("3", "C", square(107, 9))));
        assertThat(communes()).isEqualTo(3);
        cluster.restartReplica();
        assertThat(communes()).isEqualTo(3);
    }

    @Test
    @Order(5)
    void aReplicaAloneIsNoStore() {
        waitUntil(() -> cluster.askReplica(database, REVISION).equals("1"));
        assertThatThrownBy(() -> PostgisStore.open(cluster.replicaUrl(database), CATALOGUE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is a read-only replica: --store needs the primary as well");
    }

    @Test
    @Order(6)
    void withoutAPrimaryNoNodeStartsAndAReplicaThatBecomesThePrimaryIsWrittenTo() {
        store.publish(draft(commune("3", "C", square(107, 9))));
        waitUntil(() -> cluster.askReplica(database, REVISION).equals("2"));
        cluster.stop();
        assertThatThrownBy(() -> PostgisStore.open(cluster.replicatedUrl(database), CATALOGUE))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("there is no primary among", "SELECT pg_promote()");
        cluster.promoteReplica();
        waitUntil(() -> {
            try {
                return store.publish(draft(commune("4", "D", square(108, 9)))).id() == 3;
            } catch (StoreUnavailableException e) {
                return false;
            }
        });
        assertThat(communes()).isEqualTo(4);
        PostgisStore.open(cluster.replicatedUrl(database), CATALOGUE).close();
    }

    private static void waitUntil(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < deadline) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
        throw new AssertionError("not within a minute");
    }
}
