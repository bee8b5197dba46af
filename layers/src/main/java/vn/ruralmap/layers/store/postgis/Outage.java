package vn.ruralmap.layers.store.postgis;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log that a server went away and that it is back: one line each, however many attempts fail in between. Safe for use
 * by many threads.
 */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final String server;
    private final String trouble;
    private volatile boolean away;
    private long began;
    private int failures;

    /** @param server as people know it. @param trouble what is said of it, and what happens meanwhile */
    Outage(String server, String trouble) {
        this.server = server;
        this.trouble = trouble;
    }

    /** Somebody tried in vain. */
    synchronized void failed(SQLException e) {
        if (!away) {
            began = System.nanoTime();
            failures = 0;
            LOG.warn("{} {}: {}", server, trouble, e.getMessage());
        }
        failures++;
        away = true;
    }

    /** Somebody reached it. */
    void reached() {
        if (away) {
            end();
        }
    }

    private synchronized void end() {
        if (away) {
            away = false;
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            LOG.info("{} is back after {} s; {} attempts failed", server, seconds, failures);
        }
    }
}
