package vn.ruralmap.layers.store.postgis;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.store.ContractCatalogue;
import vn.ruralmap.layers.store.KillDrill;
import vn.ruralmap.layers.store.StoreFixture;

/** A process that is killed leaves to the system what it wrote, so these databases need not sync: no power is cut. */
class PostgisKillTest extends KillDrill {

    private static final int KILLED_WRITERS = 10;
    private static final int KILLED_DATABASES = 25;

    private static PostgresCluster cluster;

    @BeforeAll
    static void startDatabase() {
        cluster = PostgresCluster.create("-c", "fsync=off");
    }

    @AfterAll
    static void stopDatabase() {
        cluster.close();
    }

    @Override
    protected Class<? extends StoreFixture.Opener> opener() {
        return PostgisOpener.class;
    }

    private static String newStore() {
        String location = cluster.createLocation();
        PostgisStore.open(location, ContractCatalogue.create()).close();
        return location;
    }

    @Test
    void afterEveryKillOfAWriterAllAcknowledgedChangesetsAreThereAndTheStoreIsWhole()
            throws IOException, InterruptedException {
        killWriters(newStore(), KILLED_WRITERS);
    }

    @Test
    void afterEveryKillOfTheDatabaseAllAcknowledgedChangesetsAreThereAndTheStoreIsWhole() throws InterruptedException {
        killDatabase(newStore(), KILLED_DATABASES, () -> {
            cluster.crash();
            cluster.start();
        });
    }
}
