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

    private static final Logger LOG = LoggerFactory.getLogger(HostileImportTest.class);

    private static final Map<SoundFile.Kind, SoundFile> SOUND = new EnumMap<>(SoundFile.Kind.class);

    @TempDir
    Path folder;

    private static Importing importing;

    private final ExecutorService worker = Executors.newSingleThreadExecutor();

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
        worker.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(SoundFile.Kind.class)
    void aDamagedFileIsImportedOrRefusedAndLeavesNothing(SoundFile.Kind kind) throws Exception {
        SoundFile sound = SOUND.get(kind);
        SoundFile.Kind[] kinds = SoundFile.Kind.values();
        Path place = Files.createDirectory(folder.resolve("cases"));
        ImportReport report =
                run(sound, write(sound.parts(), place, sound.main())).report();
        assertThat(report.counts().added()).as("sound: " + report.findings().counts()).isPositive();
        Leftovers before = Leftovers.now();
        long slowest = 0;
        long start = System.nanoTime();
        int cases = FILES / kinds.length;
        for (int i = 0; i < cases; i++) {
            Random random = new Random(SEED * 1_000_003 + kind.ordinal() * 100_000_007L + i);
            SoundFile other = SOUND.get(kinds[random.nextInt(kinds.length)]);
            Map<String, byte[]> parts = new LinkedHashMap<>(sound.parts());
            List<String> names = parts.keySet().stream().sorted().toList();
            String damaged = names.get(random.nextInt(names.size()));
            Mutation mutation = new Mutation(random, other.parts().get(other.main()));
            parts.put(damaged, mutation.of(parts.get(damaged)));
            String which = "case " + i + " of " + kind + ", seed " + SEED + ": " + damaged + ": " + mutation.done();
            long began = System.nanoTime();
            inTime(sound, write(parts, place, sound.main()), which, i % PER_REPORT == 0);
            slowest = Math.max(slowest, System.nanoTime() - began);
        }
        LOG.info(
                "{}: {} files in {} ms, the slowest in {} ms",
                kind,
                cases,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                TimeUnit.NANOSECONDS.toMillis(slowest));
        assertThat(importing.store.revision()).isZero();
        assertThat(importing.store.readSince(0).layers()).allSatisfy((name, delta) -> assertThat(delta.present())
                .isEmpty());
        Leftovers.now().assertNoMoreThan(before, KEPT_BYTES);
    }

    private static Path write(Map<String, byte[]> parts, Path place, String main) throws IOException {
        try (Stream<Path> old = Files.list(place)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            Files.write(place.resolve(part.getKey()), part.getValue());
        }
        return place.resolve(main);
    }

    private ImportResult run(SoundFile sound, Path file) throws IOException, InvalidImportException {
        ImportOptions options = ImportOptions.of(file, sound.layer(), "Lan")
                .withReading(new Reading(null, null, sound.encodings()))
                .withHandling(new Handling(true, false));
        return importing.pipeline(importing.store).run(options, ImportProgress.none());
    }

    private void inTime(SoundFile sound, Path file, String which, boolean report) throws Exception {
        List<Thread> at = new ArrayList<>();
        Future<?> running = worker.submit(() -> {
            at.add(Thread.currentThread());
            look(run(sound, file), report);
            return null;
        });
        try {
            running.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            AssertionError hangs = new AssertionError("hangs: " + which);
            hangs.setStackTrace(at.get(0).getStackTrace());
            throw hangs;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof InvalidImportException)) {
                throw new AssertionError(which, e.getCause());
            }
        }
    }

    /** As people would: the summary, what changes, and sometimes the reports. */
    private void look(ImportResult result, boolean reports) throws Exception {
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
            assertThat(result.diff().stream()).allSatisfy(diff -> assertThat(diff.kind()).isNotNull());
        }
        if (reports) {
            for (ReportFormat format : ReportFormat.values()) {
                format.write(result, folder.resolve("report"));
            }
        }
    }
}
