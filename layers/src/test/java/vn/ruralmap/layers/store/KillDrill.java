package vn.ruralmap.layers.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.check.CheckReport;
import vn.ruralmap.layers.check.StoreCheck;
import vn.ruralmap.layers.model.Changeset;

/**
 * Kills without warning, at random moments, whoever imports and edits, or the database under them. Afterwards every changeset
 * that was acknowledged is there, and a check of the whole store finds nothing. The seed is in each message; {@code
 * -Druralmap.test.seed=N} repeats it, {@code -Druralmap.test.kills=N} kills more often than every build can wait for.
 */
public abstract class KillDrill {

    private static final long PATIENCE_S = 60;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("ruralmap.test.seed", System.nanoTime());

    /** What decides when to kill. */
    protected final Random random = new Random(seed);

    private final Map<Long, String> acknowledged = new TreeMap<>();

    /** How the adapter under test is opened. */
    protected abstract Class<? extends StoreFixture.Opener> opener();

    /** @param usual so many kills, each followed by a look at the store */
    protected void killWriters(String location, int usual) throws IOException, InterruptedException {
        int kills = Integer.getInteger("ruralmap.test.kills", usual);
        for (int kill = 1; kill <= kills; kill++) {
            Path answers = Files.createTempFile(folder, "acknowledged", ".txt");
            Process writer = write(location, answers, kill);
            // one in five dies while it opens the store
            if (random.nextInt(5) == 0) {
                Thread.sleep(random.nextInt(500));
            } else {
                awaitAnswer(writer, answers);
                Thread.sleep(random.nextInt(250));
            }
            end(writer);
            remember(answers);
            if (kill == 1) {
                // it may have died while it made the store: whoever comes next finishes that
                StoreFixture.open(opener().getName(), location, ContractCatalogue.create())
                        .close();
            }
            demandWhole(location, "writer killed, " + kill + " of " + kills);
        }
        // how many they were is for the machine's speed to say
        assertThat(acknowledged).as("changesets before the kills").isNotEmpty();
    }

    /**
     * The writer lives on through all deaths, as a server does.
     *
     * @param death kills the database, and starts it again
     */
    protected void killDatabase(String location, int usual, Runnable death) throws InterruptedException {
        int kills = Integer.getInteger("ruralmap.test.kills", usual);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger published = new AtomicInteger();
        Queue<Changeset> answers = new ConcurrentLinkedQueue<>();
        try (FeatureStore store = StoreFixture.open(opener().getName(), location, ContractCatalogue.create())) {
            Thread writer = new Thread(() -> editUntil(stop, store, changeset -> {
                answers.add(changeset);
                published.incrementAndGet();
            }));
            writer.start();
            for (int kill = 1; kill <= kills; kill++) {
                int before = published.get();
                long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
                while (published.get() < before + 2 && System.nanoTime() < deadline) {
                    Thread.sleep(5);
                }
                Thread.sleep(random.nextInt(250));
                death.run();
                for (Changeset answer = answers.poll(); answer != null; answer = answers.poll()) {
                    acknowledged.put(answer.id(), answer.message());
                }
                demandWhole(location, "database killed, " + kill + " of " + kills);
            }
            stop.set(true);
            writer.join();
        }
        assertThat(acknowledged).as("changesets before the kills").hasSizeGreaterThan(kills);
    }

    private void editUntil(AtomicBoolean stop, FeatureStore store, Consumer<Changeset> acknowledge) {
        EditingProcess editing = new EditingProcess(store, seed);
        while (!stop.get()) {
            try {
                acknowledge.accept(editing.step());
            } catch (StoreException e) {
                // the database is away, or an edit was published whose acknowledgement was lost; the next one will do
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            // every check reads all that was ever written
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private Process write(String location, Path answers, int writer) throws IOException {
        Files.writeString(answers, "");
        return EditingProcess.command(opener(), location, seed + writer)
                .redirectOutput(answers.toFile())
                .start();
    }

    private static void awaitAnswer(Process writer, Path answers) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (Files.size(answers) == 0 && writer.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertThat(answers).as("what the store acknowledged").isNotEmptyFile();
    }

    private static void end(Process writer) throws InterruptedException {
        writer.destroyForcibly();
        assertThat(writer.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    }

    private void remember(Path answers) throws IOException {
        String text = Files.readString(answers);
        // a line that was cut was never read by anybody
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> {
            String[] idAndMessage = line.split(" ", 2);
            acknowledged.put(Long.parseLong(idAndMessage[0]), idAndMessage[1]);
        });
    }

    private void demandWhole(String location, String when) {
        String reason = when + ", seed " + seed;
        try (StoreContents contents =
                StoreFixture.opener(opener().getName()).contents(location, ContractCatalogue.create())) {
            Map<Long, String> found = messages(contents);
            assertThat(found).as(reason).containsAllEntriesOf(acknowledged);
            assertThat(found.keySet().stream().mapToLong(Long::longValue).max().orElse(0))
                    .as(reason)
                    .isEqualTo(found.size());
            CheckReport report = StoreCheck.run(contents);
            assertThat(report.findings()).as(reason).isEmpty();
        }
    }

    /** Of all changesets, by number. */
    private static Map<Long, String> messages(StoreContents contents) {
        Map<Long, String> messages = new TreeMap<>();
        try (StoreCursor<StoredChangeset> changesets = contents.changesets()) {
            for (StoredChangeset stored = changesets.next(); stored != null; stored = changesets.next()) {
                messages.put(
                        stored.id(),
                        stored.changeset() == null
                                ? stored.damage()
                                : stored.changeset().message());
            }
        }
        return messages;
    }
}
