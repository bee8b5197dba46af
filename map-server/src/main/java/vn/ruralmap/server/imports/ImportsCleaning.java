package vn.ruralmap.server.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ruralmap.server.support.RequestException;

/** Deletes imports that nobody touched for long, and the oldest where all together take too much. */
final class ImportsCleaning implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportsCleaning.class);

    /** Somebody may be looking at it. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final ImportJobs jobs;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "imports-cleaning");
        thread.setDaemon(true);
        return thread;
    });

    ImportsCleaning(ImportJobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Now and every day. */
    void start() {
        timer.scheduleWithFixedDelay(this::clean, 0, 1, TimeUnit.DAYS);
    }

    void clean() {
        try {
            Instant now = clock.instant();
            List<ImportJob> kept = new ArrayList<>();
            for (ImportJob job : jobs.list()) {
                if (age(job, now).compareTo(jobs.limits().kept()) > 0) {
                    delete(job);
                } else {
                    kept.add(job);
                }
            }
            kept.sort(Comparator.comparing((ImportJob job) -> age(job, now)).reversed());
            for (ImportJob job : kept) {
                if (jobs.size() <= jobs.limits().total().toBytes()
                        || age(job, now).compareTo(FRESH) < 0) {
                    return;
                }
                delete(job);
            }
        } catch (IOException e) {
            LOG.warn("Old imports could not be deleted", e);
        } catch (RequestException e) {
            LOG.debug("Another server cleans", e);
        }
    }

    private static Duration age(ImportJob job, Instant now) {
        return Duration.between(job.view().record().changed(), now);
    }

    private void delete(ImportJob job) throws IOException {
        try {
            jobs.delete(job.id());
        } catch (RequestException e) {
            LOG.debug("Import {} runs", job.id(), e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
