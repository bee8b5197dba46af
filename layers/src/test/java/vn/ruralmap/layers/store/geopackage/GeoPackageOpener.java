package vn.ruralmap.layers.store.geopackage;

import java.nio.file.Path;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreFixture;

/** Opens the embedded store for the contract and for its second process. */
public final class GeoPackageOpener implements StoreFixture.Opener {

    @Override
    public FeatureStore open(String location, Catalogue catalogue) {
        return GeoPackageStore.open(Path.of(location), catalogue);
    }

    @Override
    public StoreContents contents(String location, Catalogue catalogue) {
        return GeoPackageContents.open(Path.of(location), catalogue);
    }
}
