package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ruralmap.layers.store.FeatureStore.Subscription;

/**
 * Notices commits of any connection of any process.
 *
 * <p>{@code PRAGMA data_version} on a connection of its own is cheap enough to be asked ten times a second; SQLite has no
 * notification across processes.
 */
final class RevisionWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RevisionWatcher.class);
    private static final long PAUSE_MS = 100;
    private static final long RETRY_MS = 1_000;

    private final Connections connections;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;

    /** A listener, and the data version it was last called for; -1: never. Used by the watching thread alone. */
    private static final class Listener {
        private final Runnable action;
        private long seen = -1;

        Listener(Runnable action) {
            this.action = action;
        }
    }

    RevisionWatcher(Connections connections) {
        this.connections = connections;
    }

    synchronized Subscription subscribe(Runnable action) {
        Listener listener = new Listener(action);
        listeners.add(listener);
        if (thread == null) {
            thread = new Thread(this::watch, "store-watcher");
            thread.setDaemon(true);
            thread.start();
        }
        return () -> listeners.remove(listener);
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            // numbers of one connection mean nothing to the next
            listeners.forEach(listener -> listener.seen = -1);
            try (Connection connection = connections.openReader();
                    PreparedStatement version = connection.prepareStatement("PRAGMA data_version")) {
                watch(version);
            } catch (SQLException e) {
                LOG.warn("Cannot watch the store, trying again: {}", e.getMessage());
                pause(RETRY_MS);
            }
        }
    }

    private void watch(PreparedStatement version) throws SQLException {
        while (!Thread.currentThread().isInterrupted()) {
            long now = read(version);
            boolean failed = false;
            for (Listener listener : listeners) {
                // a new listener is called once: what was committed before it subscribed is unknown to it
                if (listener.seen != now) {
                    failed |= !call(listener, now);
                }
            }
            pause(failed ? RETRY_MS : PAUSE_MS);
        }
    }

    private static long read(PreparedStatement version) throws SQLException {
        try (ResultSet rows = version.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** @return false if it failed, and is to be called again */
    private static boolean call(Listener listener, long now) {
        try {
            listener.action.run();
            listener.seen = now;
            return true;
        } catch (RuntimeException e) {
            LOG.error("A listener to store changes failed, calling it again", e);
            return false;
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
