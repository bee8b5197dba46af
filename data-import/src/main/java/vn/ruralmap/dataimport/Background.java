package vn.ruralmap.dataimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the facts of a file in another thread, while this one reads it: a digest is one long calculation that nothing waits for
 * until the report.
 */
final class FileDigest implements AutoCloseable {

    private static final long PAUSE_MS = 100;

    private final FutureTask<FileFacts> task;

    private FileDigest(FutureTask<FileFacts> task) {
        this.task = task;
    }

    static FileDigest start(Path file) {
        FutureTask<FileFacts> task = new FutureTask<>(() -> FileFacts.of(file));
        Thread thread = new Thread(task, "import-digest");
        thread.setDaemon(true);
        thread.start();
        return new FileDigest(task);
    }

    /**
     * Waits for it.
     *
     * @param watch is called while it waits, and may end that by an exception
     * @throws UncheckedIOException if the disk fails
     */
    FileFacts facts(Runnable watch) {
        try {
            while (true) {
                try {
                    return task.get(PAUSE_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    watch.run();
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof IOException failure
                    ? new UncheckedIOException(failure)
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportCancelledException();
        }
    }

    /** Nobody asks any more. */
    @Override
    public void close() {
        task.cancel(true);
    }
}
