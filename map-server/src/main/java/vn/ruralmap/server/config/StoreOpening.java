package vn.ruralmap.server.config;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreException;

/**
 * Opens the store and reads the map while Spring starts in another thread: either takes a second or two, and neither needs the
 * other until the services are wired.
 */
public final class StoreOpening {

    /** What the services work on. */
    record Opened(Catalogue catalogue, FeatureStore store, Snapshots snapshots) {}

    private final FutureTask<Opened> task;

    private StoreOpening(FutureTask<Opened> task) {
        this.task = task;
    }

    /**
     * Begins.
     *
     * @param store as {@link StoreLocation#open} takes it
     * @param catalogue directory laid over the shipped one; null: none
     */
    public static StoreOpening begin(String store, @Nullable Path catalogue) {
        FutureTask<Opened> task = new FutureTask<>(() -> open(store, catalogue));
        Thread thread = new Thread(task, "store-opening");
        thread.setDaemon(true);
        thread.start();
        return new StoreOpening(task);
    }

    private static Opened open(String location, @Nullable Path directory) {
        Catalogue catalogue = CatalogueReader.read(directory);
        FeatureStore store = StoreLocation.open(location, catalogue);
        boolean isRead = false;
        try {
            Snapshots snapshots = new Snapshots(store, catalogue, Clock.systemUTC());
            isRead = true;
            return new Opened(catalogue, store, snapshots);
        } finally {
            if (!isRead) {
                store.close();
            }
        }
    }

    /**
     * Waits for the end.
     *
     * @throws RuntimeException what opening throws: the catalogue or the store is not as it must be
     */
    Opened get() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("việc khởi động bị ngắt", "the start was interrupted", e);
        }
    }
}
