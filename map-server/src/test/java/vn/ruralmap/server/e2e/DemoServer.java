package vn.ruralmap.server.e2e;

import java.io.IOException;
import java.nio.file.Files;

/** The sample, served once for all classes; whoever changes it puts it back. */
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
            return RunningServer.demo(Files.createTempDirectory("ruralmap-demo").resolve("demo.gpkg"));
        } catch (IOException e) {
            throw new AssertionError("no folder for the sample", e);
        }
    }
}
