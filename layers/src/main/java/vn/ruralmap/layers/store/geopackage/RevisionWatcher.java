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
 * <p>{@code PRAGMA data_version} on a connection of its own costs some microseconds and reads no page, so it is asked ten
 * times a second; SQLite has no notification across processes.
 */
final class RevisionWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RevisionWatcher.class);
    private static final long PAUSE_MS = 100;

    private final Connections connections;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;

    RevisionWatcher(Connections connections) {
        this.connections = connections;
    }

    synchronized Subscription subscribe(Runnable listener) {
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
            try (Connection connection = connections.openReader();
                    PreparedStatement version = connection.prepareStatement("PRAGMA data_version")) {
                watch(version);
            } catch (SQLException e) {
                LOG.warn("Cannot watch the store, trying again: {}", e.getMessage());
                pause(10 * PAUSE_MS);
            }
        }
    }

    private void watch(PreparedStatement version) throws SQLException {
        // what was committed before this connection opened is unknown to it, so listeners look once at the start
        long seen = -1;
        while (!Thread.currentThread().isInterrupted()) {
            try (ResultSet rows = version.executeQuery()) {
                rows.next();
                long now = rows.getLong(1);
                if (now != seen) {
                    seen = now;
                    listeners.forEach(RevisionWatcher::call);
                }
            }
            pause(PAUSE_MS);
        }
    }

    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("A listener to store changes failed", e);
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
