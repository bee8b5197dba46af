package vn.ruralmap.server;

import java.nio.file.Path;
import vn.ruralmap.layers.store.postgis.PostgresCluster;

/** The kind of store that tests run on: GeoPackage, and PostGIS where Maven runs the same tests a second time. */
public final class TestStore {

    private TestStore() {}

    /** An empty one. @param folder for its file, if it is one. @return its location, as {@code --store} takes it */
    public static String create(Path folder) {
        return System.getProperty("ruralmap.test.store", "geopackage").equals("postgis")
                ? PostgresCluster.shared().createLocation()
                : folder.resolve("map.gpkg").toString();
    }
}
