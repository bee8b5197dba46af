package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ruralmap.dataimport.ImportOptions.Handling;
import vn.ruralmap.dataimport.ImportOptions.Reading;
import vn.ruralmap.dataimport.read.SoundFile;

/**
 * Damaged files through a whole dry run: they are imported or refused, with a word to people, in time, and nothing is left
 * of them: no changeset, no temporary file, no open file, no memory.
 */
class HostileImportTest {

    /** Of all kinds together; more by hand with {@code JAVA_TOOL_OPTIONS='-Dhostile.files=200000 -Dhostile.seed=2'}. */
    private static final int FILES = Integer.getInteger("hostile.files", 10_000);

    private static final long SEED = Long.getLong("hostile.seed", 1);
    /** Far above what one takes, some milliseconds, so that a busy machine raises no alarm. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final long KEPT_BYTES = 32L << 20;
    private static final int PER_REPORT = 16;
    private static final int WORKERS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(HostileImportTest.class);

    private static final Map<SoundFile.Kind, SoundFile> SOUND = new EnumMap<>(SoundFile.Kind.class);

    @TempDir
    Path folder;

    private static Importing importing;

    private final ExecutorService threads = Executors.newFixedThreadPool(WORKERS);

    @BeforeAll
    static void prepare(@TempDir Path folder) throws Exception {
        importing = new Importing(folder);
        for (SoundFile.Kind kind : SoundFile.Kind.values()) {
            SOUND.put(kind, SoundFile.of(kind, folder));
        }
    }

    @AfterAll
    static void closeStore() {
        importing.close();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(SoundFile.Kind.class)
    void aDamagedFileIsImportedOrRefusedAndLeavesNothing(SoundFile.Kind kind) throws Exception {
        SoundFile sound = SOUND.get(kind);
        ImportReport report =
                run(sound, write(sound.parts(), folder, sound.main())).report();
        assertThat(report.counts().added())
                .as("sound: " + report.findings().counts())
                .isPositive();
        Leftovers before = Leftovers.now();
        int cases = FILES / SoundFile.Kind.values().length;
        long start = System.nanoTime();
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(new Worker(kind, i, cases, Files.createDirectory(folder.resolve("worker" + i))));
        }
        List<Future<?>> running = new ArrayList<>();
        workers.forEach(worker -> running.add(threads.submit(worker)));
        for (Future<?> work : running) {
            await(work, workers);
        }
        LOG.info(
                "{}: {} files in {} ms, the slowest in {} ms",
                kind,
                cases,
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                workers.stream().mapToLong(worker -> worker.slowestMillis).max().orElse(0));
        assertThat(importing.store.revision()).isZero();
        assertThat(importing.store.readSince(0).layers())
                .allSatisfy((name, delta) -> assertThat(delta.present()).isEmpty());
        Leftovers.now().assertNoMoreThan(before, KEPT_BYTES);
    }

    private static void await(Future<?> work, List<Worker> workers) throws Exception {
        while (true) {
            try {
                work.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                workers.forEach(Worker::assertNotStuck);
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause().getMessage(), e.getCause());
            }
        }
    }

    /** Every n-th case of a kind. */
    private final class Worker implements Callable<Void> {
        private final SoundFile.Kind kind;
        private final int first;
        private final int cases;
        private final Path place;
        private volatile Case current = new Case("none", System.nanoTime(), Thread.currentThread());
        private long slowestMillis;

        private record Case(String which, long began, Thread thread) {}

        Worker(SoundFile.Kind kind, int first, int cases, Path place) {
            this.kind = kind;
            this.first = first;
            this.cases = cases;
            this.place = place;
        }

        @Override
        public Void call() throws IOException {
            SoundFile.Kind[] kinds = SoundFile.Kind.values();
            SoundFile sound = SOUND.get(kind);
            List<String> names = sound.parts().keySet().stream().sorted().toList();
            for (int i = first; i < cases; i += WORKERS) {
                Random random = new Random(SEED * 1_000_003 + kind.ordinal() * 100_000_007L + i);
                SoundFile other = SOUND.get(kinds[random.nextInt(kinds.length)]);
                String damaged = names.get(random.nextInt(names.size()));
                Mutation mutation = new Mutation(random, other.parts().get(other.main()));
                Map<String, byte[]> parts = new LinkedHashMap<>(sound.parts());
                parts.put(damaged, mutation.of(parts.get(damaged)));
                String which = "case " + i + " of " + kind + ", seed " + SEED + ": " + damaged + ": " + mutation.done();
                current = new Case(which, System.nanoTime(), Thread.currentThread());
                Path file = write(parts, place, sound.main());
                try {
                    look(run(sound, file), place, i % PER_REPORT == 0);
                } catch (InvalidImportException e) {
                    assertThat(e.text().vi()).isNotBlank();
                } catch (Throwable e) {
                    throw new AssertionError(which, e);
                }
                slowestMillis = Math.max(
                        slowestMillis,
                        Duration.ofNanos(System.nanoTime() - current.began()).toMillis());
            }
            current = new Case("done", System.nanoTime() + Duration.ofDays(1).toNanos(), Thread.currentThread());
            return null;
        }

        private void assertNotStuck() {
            Case now = current;
            if (System.nanoTime() - now.began() > LONGEST.toNanos()) {
                AssertionError stuck = new AssertionError("hangs: " + now.which());
                stuck.setStackTrace(now.thread().getStackTrace());
                throw stuck;
            }
        }
    }

    private static Path write(Map<String, byte[]> parts, Path place, String main) throws IOException {
        try (Stream<Path> old = Files.list(place)) {
            for (Path file : old.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            Files.write(place.resolve(part.getKey()), part.getValue());
        }
        return place.resolve(main);
    }

    private static ImportResult run(SoundFile sound, Path file) throws IOException, InvalidImportException {
        ImportOptions options = ImportOptions.of(file, sound.layer(), "Lan")
                .withReading(new Reading(null, null, sound.encodings()))
                .withHandling(new Handling(true, false));
        return importing.pipeline(importing.store).run(options, ImportProgress.none());
    }

    /** As people would: the summary, what changes, and sometimes the reports. */
    private static void look(ImportResult result, Path place, boolean reports) throws Exception {
        assertThat(result.summary().vi()).isNotBlank();
        assertThat(result.summary().en()).isNotBlank();
        if (result.outcome() == ImportResult.Outcome.REFUSED) {
            assertThat(result.report().findings().issues()).isNotEmpty();
        }
        assertThat(result.report().findings().issues()).allSatisfy(issue -> {
            assertThat(issue.message().vi()).isNotBlank();
            assertThat(IssueCodes.find(issue.code())).as(issue.code()).isPresent();
        });
        if (result.diff() != null) {
            assertThat(result.diff().stream())
                    .allSatisfy(diff -> assertThat(diff.kind()).isNotNull());
        }
        if (reports) {
            for (ReportFormat format : ReportFormat.values()) {
                format.write(result, place.resolve("report"));
            }
        }
    }
}
