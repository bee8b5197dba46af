package vn.ruralmap.server.config;

import java.nio.file.Path;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.geopackage.GeoPackageStore;

/** Opens the store that {@code --store} names. */
public final class StoreLocation {

    private StoreLocation() {}

    /**
     * @param location path of a GeoPackage file
     * @throws StoreException if no adapter knows it, or it cannot be opened
     */
    public static FeatureStore open(String location, Catalogue catalogue) {
        if (location.startsWith("jdbc:")) {
            throw new StoreException(
                    "phiên bản này lưu dữ liệu trong tệp GeoPackage: --store TỆP.gpkg",
                    "this version keeps its data in a GeoPackage file: --store FILE.gpkg");
        }
        return GeoPackageStore.open(Path.of(location), catalogue);
    }
}
