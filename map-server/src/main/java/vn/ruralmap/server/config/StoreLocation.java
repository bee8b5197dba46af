package vn.ruralmap.server.config;

import java.nio.file.Path;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.layers.store.geopackage.GeoPackageContents;
import vn.ruralmap.layers.store.geopackage.GeoPackageLoad;
import vn.ruralmap.layers.store.geopackage.GeoPackageStore;
import vn.ruralmap.layers.store.postgis.PostgisContents;
import vn.ruralmap.layers.store.postgis.PostgisLoad;
import vn.ruralmap.layers.store.postgis.PostgisStore;

/** Opens the store that {@code --store} names. */
public final class StoreLocation {

    private StoreLocation() {}

    /**
     * @param location path of a GeoPackage file, or {@code jdbc:postgresql://HOST:PORT/DATABASE?user=NAME}
     * @throws StoreException if no adapter knows it, or it cannot be opened
     */
    public static FeatureStore open(String location, Catalogue catalogue) {
        return isDatabase(location)
                ? PostgisStore.open(location, catalogue)
                : GeoPackageStore.open(Path.of(location), catalogue);
    }

    /**
     * All of a store at one moment, for reading; nothing is made or upgraded.
     *
     * @param location as {@link #open} takes it
     * @throws StoreException if there is no such store, or it has tables of another version
     */
    public static StoreContents openContents(String location, Catalogue catalogue) {
        return isDatabase(location)
                ? PostgisContents.open(location, catalogue)
                : GeoPackageContents.open(Path.of(location), catalogue);
    }

    /**
     * Opens a store that is to be filled; it is made if there is none.
     *
     * @param location as {@link #open} takes it
     * @throws StoreException if it cannot be opened, or not be filled by this login
     */
    public static StoreLoad openLoad(String location, Catalogue catalogue) {
        return isDatabase(location)
                ? PostgisLoad.open(location, catalogue)
                : GeoPackageLoad.open(Path.of(location), catalogue);
    }

    /** A name for files about a database, without user and password: {@code postgresql-db1-5432-map} */
    static String fileName(String database) {
        String address = database.substring("jdbc:postgresql:".length())
                .replaceFirst("\\?.*", "")
                .replaceFirst(".*@", "");
        return "postgresql" + ("-" + address).replaceAll("[^A-Za-z0-9._]+", "-");
    }

    /** False: the location is that of a file. @throws StoreException if it is of another kind */
    public static boolean isDatabase(String location) {
        if (location.startsWith("jdbc:") && !location.startsWith("jdbc:postgresql:")) {
            throw new StoreException(
                    "--store nhận TỆP.gpkg hoặc jdbc:postgresql://MÁY:CỔNG/CSDL?user=TÊN",
                    "--store takes FILE.gpkg or jdbc:postgresql://HOST:PORT/DATABASE?user=NAME");
        }
        return location.startsWith("jdbc:");
    }
}
