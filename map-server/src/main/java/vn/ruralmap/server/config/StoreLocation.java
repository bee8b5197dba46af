package vn.ruralmap.server.config;

import java.nio.file.Path;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.geopackage.GeoPackageStore;
import vn.ruralmap.layers.store.postgis.PostgisStore;

/** Opens the store that {@code --store} names. */
public final class StoreLocation {

    private StoreLocation() {}

    /**
     * @param location path of a GeoPackage file, or {@code jdbc:postgresql://HOST:PORT/DATABASE?user=NAME}
     * @throws StoreException if no adapter knows it, or it cannot be opened
     */
    public static FeatureStore open(String location, Catalogue catalogue) {
        if (location.startsWith("jdbc:postgresql:")) {
            return PostgisStore.open(location, catalogue);
        }
        if (location.startsWith("jdbc:")) {
            throw new StoreException(
                    "--store nhận TỆP.gpkg hoặc jdbc:postgresql://MÁY:CỔNG/CSDL?user=TÊN",
                    "--store takes FILE.gpkg or jdbc:postgresql://HOST:PORT/DATABASE?user=NAME");
        }
        return GeoPackageStore.open(Path.of(location), catalogue);
    }
}
