package vn.ruralmap.server.imports;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a failure of the disk under a request into an answer that says so. */
final class Disk {

    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    private Disk() {}

    /** Work with files. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T use(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            LOG.error("The folder of imports failed", e);
            throw Refusals.diskFailed();
        }
    }
}
