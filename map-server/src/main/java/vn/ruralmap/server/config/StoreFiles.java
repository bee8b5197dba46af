package vn.ruralmap.server.config;

import java.nio.file.Path;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.copy.StoreCopy;
import vn.ruralmap.layers.store.OlderStoreException;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.layers.store.geopackage.GeoPackageContents;
import vn.ruralmap.layers.store.geopackage.GeoPackageFile;
import vn.ruralmap.layers.store.geopackage.GeoPackageLoad;
import vn.ruralmap.layers.store.geopackage.GeoPackageStore;

/** Stores as single files: what backups are, whatever the store is. */
public final class StoreFiles {

    private StoreFiles() {}

    /**
     * Writes all of a store, as it is at one moment, to a new file. Writers go on.
     *
     * @param location of the store
     * @param file of which nothing exists
     */
    public static void write(String location, Path file, Catalogue catalogue) {
        if (!StoreLocation.isDatabase(location)) {
            // SQLite would make a file that is not there; one of an older program is a store too
            isOlder(Path.of(location), catalogue);
            GeoPackageFile.copy(Path.of(location), file);
            return;
        }
        try (StoreContents source = StoreLocation.openContents(location, catalogue);
                StoreLoad target = GeoPackageLoad.open(file, catalogue)) {
            StoreCopy.run(source, target);
        }
        GeoPackageFile.seal(file);
    }

    /**
     * True if a file is of an older program, so that only an upgraded copy of it can be checked.
     *
     * @throws vn.ruralmap.layers.store.StoreException if it is no store at all
     */
    public static boolean isOlder(Path file, Catalogue catalogue) {
        try {
            GeoPackageContents.open(file, catalogue).close();
            return false;
        } catch (OlderStoreException e) {
            return true;
        }
    }

    /** The same for a backup, which may be of an older program: the new file has the tables of this one. */
    public static void writeUpgraded(Path backup, Path file, Catalogue catalogue) {
        GeoPackageFile.copy(backup, file);
        GeoPackageStore.open(file, catalogue).close();
        GeoPackageFile.seal(file);
    }

    /** Brings a file to the form that needs no file beside it. @return false: another program has it open */
    public static boolean seal(Path file) {
        return GeoPackageFile.seal(file);
    }

    /** Whether another program has a file open, as far as SQLite can tell. */
    public static boolean isOpenElsewhere(Path file) {
        return GeoPackageFile.isOpenElsewhere(file);
    }
}
