package vn.ruralmap.server.e2e;

import java.io.IOException;
import java.nio.file.Files;
import vn.ruralmap.server.TestStore;

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
            return RunningServer.demo(TestStore.create(Files.createTempDirectory("ruralmap-demo")));
        } catch (IOException e) {
            throw new AssertionError("no folder for the sample", e);
        }
    }
}
