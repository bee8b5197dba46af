package vn.ruralmap.layers.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ruralmap.layers.store.FeatureStore.Subscription;
import vn.ruralmap.layers.store.StoreUnavailableException;

/** Calls listeners when the revision changed, on a thread of its own that follows a {@link Signal}. */
public final class RevisionWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RevisionWatcher.class);
    private static final long RETRY_MS = 250;

    private final Opening opening;
    private final Trouble trouble;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;

    /** Where news come from, over one connection. */
    public interface Signal extends AutoCloseable {
        /** A number that is another one after each change; at once. Numbers of one signal mean nothing to the next. */
        long read() throws SQLException;

        /** Waits a moment, or until something changed. */
        void await() throws SQLException, InterruptedException;

        @Override
        void close() throws SQLException;
    }

    /** Opens a signal, again and again if it fails. */
    public interface Opening {
        Signal open() throws SQLException;
    }

    /** Who is told, each time, that a signal cannot be opened or read; tells the log once. */
    public interface Trouble {
        void failed(SQLException cause);
    }

    /** A listener, and the number it was last called for; -1: never. Used by the watching thread alone. */
    private static final class Listener {
        private final Runnable action;
        private long seen = -1;
        private boolean failing;

        Listener(Runnable action) {
            this.action = action;
        }
    }

    public RevisionWatcher(Opening opening, Trouble trouble) {
        this.opening = opening;
        this.trouble = trouble;
    }

    /** See {@link vn.ruralmap.layers.store.FeatureStore#onChange}. */
    public synchronized Subscription subscribe(Runnable action) {
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
            listeners.forEach(listener -> listener.seen = -1);
            try (Signal signal = opening.open()) {
                watch(signal);
            } catch (SQLException e) {
                trouble.failed(e);
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void watch(Signal signal) throws SQLException, InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            long now = signal.read();
            boolean failed = false;
            for (Listener listener : listeners) {
                // a new listener is called once: what was committed before it subscribed is unknown to it
                if (listener.seen != now) {
                    failed |= !call(listener, now);
                }
            }
            if (failed) {
                pause();
            } else {
                signal.await();
            }
        }
    }

    /** @return false if it failed, and is to be called again */
    private static boolean call(Listener listener, long now) {
        try {
            listener.action.run();
            listener.seen = now;
            listener.failing = false;
            return true;
        } catch (StoreUnavailableException e) {
            LOG.debug("A listener waits for the store", e);
            return false;
        } catch (RuntimeException e) {
            if (!listener.failing) {
                LOG.error("A listener to store changes failed, calling it again until it does not", e);
            }
            listener.failing = true;
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MS);
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
