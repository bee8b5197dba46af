package vn.ruralmap.layers.store.geopackage;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.store.KillDrill;
import vn.ruralmap.layers.store.StoreFixture;

class GeoPackageKillTest extends KillDrill {

    private static final int KILLS = 15;

    @TempDir
    Path storeFolder;

    @Override
    protected Class<? extends StoreFixture.Opener> opener() {
        return GeoPackageOpener.class;
    }

    @Test
    void afterEveryKillAllAcknowledgedChangesetsAreThereAndTheStoreIsWhole() throws IOException, InterruptedException {
        killWriters(storeFolder.resolve("store.gpkg").toString(), KILLS);
    }
}
