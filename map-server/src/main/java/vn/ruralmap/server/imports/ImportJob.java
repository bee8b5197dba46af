package vn.ruralmap.server.imports;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.ImportCancelledException;
import vn.ruralmap.dataimport.ImportProgress;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.RequestException;

/** One import: its record in memory and on disk, how far it is, and whether it shall stop. Safe for many threads. */
final class ImportJob implements ImportProgress {

    /** People see no more often. */
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final ImportFolder folder;
    private final Clock clock;
    private final AtomicLong incomingBytes = new AtomicLong();
    private ImportRecord record;
    private int uploads;
    private @Nullable Progress progress;
    private volatile boolean cancelled;
    private volatile boolean stopped;
    private volatile @Nullable Writer writer;
    private volatile @Nullable Planned planned;
    private long shownAt;

    /** @param total -1: unknown */
    record Progress(Stage stage, long done, long total) {}

    /**
     * What a plan showed about somebody's rights.
     *
     * @param refusal null: they may publish it
     */
    record Planned(Writer writer, @Nullable RequestException refusal) {}

    /** What is known at one moment. */
    record View(ImportRecord record, @Nullable Progress progress) {}

    /** A change of what is known; throws if it is not allowed. */
    interface Step extends UnaryOperator<ImportRecord> {}

    ImportJob(ImportFolder folder, ImportRecord record, Clock clock) {
        this.folder = folder;
        this.record = record;
        this.clock = clock;
    }

    String id() {
        return view().record().id();
    }

    ImportFolder folder() {
        return folder;
    }

    /** Of files that are still coming. */
    AtomicLong incomingBytes() {
        return incomingBytes;
    }

    synchronized View view() {
        return new View(record, progress);
    }

    ImportState state() {
        return view().record().state();
    }

    /** Changes the record, on disk first. */
    synchronized ImportRecord change(Step step) throws IOException {
        ImportRecord next = step.apply(record).touched(clock.instant());
        folder.write(next);
        record = next;
        if (next.state() != ImportState.READING && next.state() != ImportState.PUBLISHING) {
            progress = null;
        }
        notifyAll();
        return next;
    }

    /** Lets those look again who wait, though the record is the same: its place in the queue is not. */
    synchronized void touch() {
        record = record.touched(clock.instant());
        notifyAll();
    }

    /** As {@link #change}, where nothing may run and nothing may come meanwhile. */
    synchronized ImportRecord changeIdle(Step step) throws IOException {
        requireIdle();
        return change(step);
    }

    synchronized void requireIdle() {
        if (record.state().isActive()) {
            throw Refusals.running();
        }
        if (uploads > 0) {
            throw Refusals.uploading();
        }
    }

    synchronized void beginUpload() {
        if (record.state().isActive()) {
            throw Refusals.running();
        }
        uploads++;
    }

    synchronized void endUpload() {
        uploads--;
    }

    /** From now on. */
    void actFor(Writer other) {
        writer = other;
    }

    /** On whose behalf it runs. */
    Writer writer() {
        return Objects.requireNonNull(writer, "nothing was asked for yet");
    }

    void remember(@Nullable Planned found) {
        planned = found;
    }

    /** Null: not known, as after a restart. */
    @Nullable
    Planned planned() {
        return planned;
    }

    void cancel() {
        cancelled = true;
    }

    /** The server stops: whatever runs shall end, and nobody shall wait any longer. */
    synchronized void stop() {
        stopped = true;
        cancelled = true;
        notifyAll();
    }

    boolean isStopped() {
        return stopped;
    }

    void resume() {
        cancelled = false;
    }

    void stopIfCancelled() {
        if (cancelled) {
            throw new ImportCancelledException();
        }
    }

    @Override
    public void update(Stage stage, long done, long total) {
        // after the last change it may be published already: too late
        boolean isPublished = stage == Stage.PUBLISHING && total > 0 && done >= total;
        if (!isPublished) {
            stopIfCancelled();
        }
        show(stage, done, total);
    }

    private void show(Stage stage, long done, long total) {
        long now = System.nanoTime();
        Progress shown = progress;
        if (shown != null && shown.stage() == stage && done != total && now - shownAt < STEP_NANOS) {
            return;
        }
        synchronized (this) {
            progress = new Progress(stage, done, total);
            record = record.touched(clock.instant());
            shownAt = now;
            notifyAll();
        }
    }

    /** Waits until there is another version. */
    synchronized View await(long version, long seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            for (long left = end - System.nanoTime();
                    record.version() == version && left > 0 && !stopped;
                    left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return view();
    }
}
