package vn.ruralmap.server.e2e;

import java.io.IOException;
import java.nio.file.Files;
import vn.ruralmap.layers.store.postgis.PostgresCluster;

/**
 * The sample, served once for all classes; whoever changes it puts it back. From a GeoPackage, or from PostGIS where Maven runs the
 * same tests a second time.
 */
final class DemoServer {

    private static final class Running {
        private static final RunningServer SERVER = start();
    }

    private DemoServer() {}

    static RunningServer get() {
        return Running.SERVER;
    }

    private static RunningServer start() {
        try {
            if (System.getProperty("ruralmap.test.store", "geopackage").equals("postgis")) {
                return RunningServer.demo(PostgresCluster.shared().createLocation());
            }
            return RunningServer.demo(Files.createTempDirectory("ruralmap-demo").resolve("demo.gpkg"));
        } catch (IOException e) {
            throw new AssertionError("no folder for the sample", e);
        }
    }
}
