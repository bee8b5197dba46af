package vn.ruralmap.server.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one import after the other, first come, first served, in a thread of its own. One at a time: an import takes
 * memory by the file's size, and the store has one writer.
 */
final class ImportQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
    private static final long LONGEST_STOP_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final int most;
    private final Deque<Task> waiting = new ArrayDeque<>();
    private final Thread worker = new Thread(this::work, "imports");
    private boolean closed;

    /** What is to be done for an import; {@code failed} is told of what it throws. */
    record Task(ImportJob job, Runnable work, Failure failed) {}

    /** Told why a task did not end well. */
    @FunctionalInterface
    interface Failure {
        void because(Throwable cause);
    }

    /** @param most tasks that wait */
    ImportQueue(int most) {
        this.most = most;
        worker.setDaemon(true);
        // a hint that Linux ignores unless the JVM is told to heed it
        worker.setPriority(Thread.MIN_PRIORITY);
        worker.start();
    }

    /** @throws vn.ruralmap.server.support.RequestException 503 if there are too many */
    synchronized void requirePlace() {
        if (closed) {
            throw Refusals.closing();
        }
        if (waiting.size() >= most) {
            throw Refusals.queueFull();
        }
    }

    synchronized void add(Task task) {
        requirePlace();
        waiting.add(task);
        notifyAll();
    }

    /** True if it waited; it never runs then. */
    synchronized boolean remove(ImportJob job) {
        return waiting.removeIf(task -> task.job() == job);
    }

    /** How many come before it; empty if it does not wait. */
    synchronized OptionalInt position(ImportJob job) {
        int position = 0;
        for (Task task : waiting) {
            if (task.job() == job) {
                return OptionalInt.of(position);
            }
            position++;
        }
        return OptionalInt.empty();
    }

    private void work() {
        try {
            for (Task task = next(); task != null; task = next()) {
                run(task);
                listWaiting().forEach(ImportJob::touch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<ImportJob> listWaiting() {
        List<ImportJob> jobs = new ArrayList<>();
        waiting.forEach(task -> jobs.add(task.job()));
        return jobs;
    }

    private synchronized @org.jspecify.annotations.Nullable Task next() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return closed ? null : waiting.remove();
    }

    /** Whatever a file makes fail, the next import runs. */
    private static void run(Task task) throws InterruptedException {
        FutureTask<Void> work = new FutureTask<>(task.work(), null);
        work.run();
        try {
            work.get();
        } catch (ExecutionException e) {
            FutureTask<Void> telling = new FutureTask<>(() -> task.failed().because(e.getCause()), null);
            telling.run();
            try {
                telling.get();
            } catch (ExecutionException again) {
                LOG.error("An import failed, and that could not be written down", again.getCause());
            }
        }
    }

    /** What waits is forgotten; what runs has some time to stop. @return what waited */
    List<ImportJob> close() {
        List<ImportJob> waited = listWaiting();
        synchronized (this) {
            closed = true;
            waiting.clear();
            notifyAll();
        }
        try {
            worker.join(LONGEST_STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return waited;
    }
}
