package vn.ruralmap.layers.store.geopackage;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.store.DocumentsContract;
import vn.ruralmap.layers.store.StoreFixture;

class GeoPackageDocumentsTest extends DocumentsContract {

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
