package vn.ruralmap.dataimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.ruralmap.dataimport.load.MappedList;

/**
 * One long piece of an import that nothing waits for until its end, done in a thread of its own meanwhile.
 *
 * @param <T> what comes of it
 */
final class Background<T> implements AutoCloseable {

    private static final long PAUSE_MS = 100;

    private final FutureTask<T> task;

    private Background(FutureTask<T> task) {
        this.task = task;
    }

    /** @param name of the thread */
    static <T> Background<T> start(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return new Background<>(task);
    }

    /**
     * Waits for it. May be called again, from any thread.
     *
     * @param watch is called while it waits, and may end that by an exception
     * @throws UncheckedIOException if the disk fails; any other unchecked exception as the work threw it
     */
    T await(Runnable watch) {
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
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e.getCause() instanceof IOException failure
                    ? new UncheckedIOException(failure)
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportCancelledException();
        }
    }

    /**
     * A list that is gone through once, in order, and whose last element is only given when this is done: who cannot go on
     * without either has both or fails.
     *
     * @param watch as for {@link #await}
     */
    <E> List<E> beforeLast(List<E> list, Runnable watch) {
        int[] left = {list.size()};
        return new MappedList<>(list, element -> {
            if (--left[0] == 0) {
                await(watch);
            }
            return element;
        });
    }

    /** Nobody asks any more. */
    @Override
    public void close() {
        task.cancel(true);
    }
}
