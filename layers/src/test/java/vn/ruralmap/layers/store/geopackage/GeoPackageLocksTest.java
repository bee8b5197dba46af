package vn.ruralmap.layers.store.geopackage;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.store.LocksContract;
import vn.ruralmap.layers.store.StoreFixture;

class GeoPackageLocksTest extends LocksContract {

    @TempDir
    Path folder;

    @Override
    protected Class<? extends StoreFixture.Opener> opener() {
        return GeoPackageOpener.class;
    }

    @Override
    protected String location() {
        return folder.resolve("store.gpkg").toString();
    }
}
