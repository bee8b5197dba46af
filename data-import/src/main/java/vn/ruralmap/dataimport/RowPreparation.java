package vn.ruralmap.dataimport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.ruralmap.dataimport.read.SourceRecord;

/**
 * Checks and transforms records on several threads and hands them on in the order of the file, in the thread that gives them.
 *
 * <p>Only so many records are under way at once, and fewer of large ones, so memory does not grow with the file. A short file is done without threads.
 */
final class RowPreparation implements AutoCloseable {

    /** Below it threads, each with indexes of its own, are not worth starting. */
    private static final long FEW = 2_000;

    private static final int MOST_THREADS = 4;
    private static final int BATCH_RECORDS = 256;
    /** Ends a batch of large records: 1.6 MB of coordinates or characters. */
    private static final long BATCH_POINTS = 100_000;
    /** Of all batches under way, if there is more than one: as many as one geometry may have. */
    private static final long MOST_POINTS = 4_000_000;
    /** Take as much memory as a point. */
    private static final int CHARS_PER_POINT = 8;

    private final Consumer<PreparedRow> consumer;
    private final BlockingQueue<RowPreparer> preparers = new LinkedBlockingQueue<>();
    private final ExecutorService threads;
    private final int mostBatches;
    private final Deque<Batch> underWay = new ArrayDeque<>();
    private List<SourceRecord> batch = new ArrayList<>();
    private long points;
    private long pointsUnderWay;

    private record Batch(Future<List<PreparedRow>> rows, long points) {}

    private RowPreparation(int workers, Supplier<RowPreparer> preparer, Consumer<PreparedRow> consumer) {
        this.consumer = consumer;
        this.mostBatches = 2 * workers;
        for (int i = 0; i < Math.max(1, workers); i++) {
            preparers.add(preparer.get());
        }
        this.threads = Executors.newFixedThreadPool(Math.max(1, workers), work -> {
            Thread thread = new Thread(work, "import-rows");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * @param records as far as known; below zero: unknown
     * @param preparer makes one for each thread
     * @param consumer takes what comes of each record
     */
    static RowPreparation start(long records, Supplier<RowPreparer> preparer, Consumer<PreparedRow> consumer) {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        boolean alone = threads == 1 || records >= 0 && records < FEW;
        return new RowPreparation(alone ? 0 : threads, preparer, consumer);
    }

    void accept(SourceRecord record) {
        if (mostBatches == 0) {
            consumer.accept(prepare(List.of(record)).get(0));
            return;
        }
        batch.add(record);
        points += points(record);
        if (batch.size() >= BATCH_RECORDS || points >= BATCH_POINTS) {
            send();
        }
    }

    /** Waits for all that is under way. */
    void finish() {
        send();
        while (!underWay.isEmpty()) {
            take();
        }
    }

    private void send() {
        if (batch.isEmpty()) {
            return;
        }
        while (!underWay.isEmpty() && (underWay.size() >= mostBatches || pointsUnderWay + points > MOST_POINTS)) {
            take();
        }
        List<SourceRecord> full = batch;
        underWay.add(new Batch(threads.submit(() -> prepare(full)), points));
        pointsUnderWay += points;
        batch = new ArrayList<>();
        points = 0;
    }

    private static long points(SourceRecord record) {
        long chars = 0;
        for (Object value : record.values()) {
            chars += value instanceof String text ? text.length() : 0;
        }
        return chars / CHARS_PER_POINT
                + (record.geometry() == null ? 0 : record.geometry().getNumPoints());
    }

    private List<PreparedRow> prepare(List<SourceRecord> records) {
        // there are as many as threads, so one is free
        RowPreparer preparer = preparers.remove();
        try {
            return records.stream().map(preparer::prepare).toList();
        } finally {
            preparers.add(preparer);
        }
    }

    private void take() {
        try {
            Batch first = underWay.remove();
            pointsUnderWay -= first.points();
            first.rows().get().forEach(consumer);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportCancelledException();
        }
    }

    /** What is under way is given up. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
