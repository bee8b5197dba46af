package vn.ruralmap.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.dataimport.ImportProgress;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.config.StoreLocation;
import vn.ruralmap.server.support.RequestException;

/** The queue, cancelling, restarts and limits, without HTTP. */
@Timeout(300)
class ImportJobsTest {

    private static final Catalogue CATALOGUE = CatalogueReader.readDefault();
    private static final AskedOptions PLAIN =
            OptionsReader.read(JsonMapper.shared().createObjectNode(), CATALOGUE.getLayer("tourism_sites"));

    @TempDir
    Path folder;

    private FeatureStore store;
    private ImportJobs jobs;

    @BeforeEach
    void open() throws IOException {
        store = StoreLocation.open(folder.resolve("map.gpkg").toString(), CATALOGUE);
        jobs = start(limits("1MB", 2));
    }

    @AfterEach
    void close() {
        jobs.close();
        store.close();
    }

    private static ImportLimits limits(String perImport, int queue) {
        return new ImportLimits(
                DataSize.parse(perImport),
                DataSize.ofMegabytes(3),
                DataSize.ofMegabytes(1),
                100,
                queue,
                Duration.ofDays(30),
                Duration.ofMillis(500));
    }

    private ImportJobs start(ImportLimits limits) throws IOException {
        return new ImportJobs(folder.resolve("imports"), limits, Imports.work(CATALOGUE, store), Clock.systemUTC());
    }

    private String create(String... names) throws IOException {
        String id = jobs.create("tourism_sites").id();
        byte[] table = Imports.sites(names);
        jobs.receive(id, "a.csv", new ByteArrayInputStream(table), table.length);
        return id;
    }

    private ImportRecord ended(String id) {
        ImportJob job = jobs.get(id);
        ImportJob.View view = job.view();
        while (view.record().state().isActive()) {
            view = job.await(view.record().version(), 1);
        }
        return view.record();
    }

    /** Keeps the only worker busy until it is let go. */
    private CountDownLatch block() throws IOException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        ImportJob job = jobs.create("communes");
        jobs.queue()
                .add(new ImportQueue.Task(
                        job,
                        () -> {
                            running.countDown();
                            await(release);
                        },
                        cause -> {}));
        await(running);
        return release;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void imports_wait_in_order_and_too_many_are_sent_away() throws IOException {
        CountDownLatch release = block();
        String first = create("Một");
        String second = create("Hai");
        String third = create("Ba");

        jobs.plan(first, PLAIN, Imports.AT_MACHINE);
        jobs.plan(second, PLAIN, Imports.AT_MACHINE);

        assertThat(jobs.position(jobs.get(first))).hasValue(0);
        assertThat(jobs.position(jobs.get(second))).hasValue(1);
        assertThatThrownBy(() -> jobs.plan(third, PLAIN, Imports.AT_MACHINE))
                .isInstanceOfSatisfying(RequestException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("QueueFull");
                    assertThat(refused.retryAfterSeconds()).isPresent();
                });
        assertThat(jobs.get(third).state()).isEqualTo(ImportState.NEW);
        release.countDown();
        assertThat(ended(first).state()).isEqualTo(ImportState.PLANNED);
        assertThat(ended(second).state()).isEqualTo(ImportState.PLANNED);
    }

    @Test
    void what_waits_is_cancelled_at_once_and_can_be_planned_again() throws IOException {
        CountDownLatch release = block();
        String id = create("Một");
        jobs.plan(id, PLAIN, Imports.AT_MACHINE);

        jobs.cancel(id);

        assertThat(jobs.get(id).state()).isEqualTo(ImportState.CANCELLED);
        release.countDown();
        jobs.plan(id, PLAIN, Imports.AT_MACHINE);
        assertThat(ended(id).state()).isEqualTo(ImportState.PLANNED);
    }

    @Test
    void while_it_waits_or_runs_its_files_stay_as_they_are() throws IOException {
        CountDownLatch release = block();
        String id = create("Một");
        jobs.plan(id, PLAIN, Imports.AT_MACHINE);

        assertRunning(() -> jobs.receive(id, "b.csv", InputStream.nullInputStream(), 0));
        assertRunning(() -> jobs.deleteFile(id, "a.csv"));
        assertRunning(() -> jobs.delete(id));
        assertRunning(() -> jobs.plan(id, PLAIN, Imports.AT_MACHINE));
        assertRunning(() -> jobs.publish(id, Imports.AT_MACHINE));
        release.countDown();
        ended(id);
    }

    private static void assertRunning(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RequestException.class, refused -> assertThat(refused.code())
                .isEqualTo("ImportRunning"));
    }

    @Test
    void cancelling_while_it_is_published_comes_too_late_or_writes_nothing() throws IOException {
        String id = create("Một");
        ImportJob job = jobs.get(id);
        job.cancel();

        assertThatThrownBy(() -> job.update(ImportProgress.Stage.PUBLISHING, 0, 1))
                .isInstanceOf(vn.ruralmap.dataimport.ImportCancelledException.class);
        job.update(ImportProgress.Stage.PUBLISHING, 1, 1);

        job.resume();
        jobs.plan(id, PLAIN, Imports.AT_MACHINE);
        ended(id);
        jobs.publish(id, Imports.AT_MACHINE);
        job.cancel();
        ImportRecord record = ended(id);
        boolean isThere = store.revision() == 1;
        assertThat(record.state()).isEqualTo(isThere ? ImportState.PUBLISHED : ImportState.CANCELLED);
        assertThat(record.changeset()).isEqualTo(isThere ? Long.valueOf(1) : null);
    }

    @Test
    void after_a_restart_plans_are_still_there_and_can_be_published() throws IOException {
        String id = create("Một");
        jobs.plan(id, PLAIN, Imports.AT_MACHINE);
        long version = ended(id).version();

        jobs.close();
        jobs = start(limits("1MB", 2));

        assertThat(jobs.get(id).state()).isEqualTo(ImportState.PLANNED);
        jobs.publish(id, Imports.AT_MACHINE);
        ImportRecord published = ended(id);
        assertThat(published.state()).isEqualTo(ImportState.PUBLISHED);
        assertThat(published.version()).isGreaterThan(version);
        assertThat(store.findChangeset(1).orElseThrow().provenance()).containsEntry("import", id);
    }

    @Test
    void what_a_killed_server_left_running_is_interrupted_unless_the_store_has_it() throws IOException {
        String published = create("Một");
        jobs.plan(published, PLAIN, Imports.AT_MACHINE);
        ended(published);
        jobs.publish(published, Imports.AT_MACHINE);
        ended(published);
        String interrupted = create("Hai");
        String reading = create("Ba");
        jobs.close();
        pretend(published, "PUBLISHING", 0);
        pretend(interrupted, "PUBLISHING", 0);
        pretend(reading, "READING", 0);
        Files.write(
                folder.resolve("imports").resolve(reading).resolve("incoming").resolve("half"), new byte[10]);

        jobs = start(limits("1MB", 2));

        assertThat(jobs.get(published).view().record().state()).isEqualTo(ImportState.PUBLISHED);
        assertThat(jobs.get(published).view().record().changeset()).isEqualTo(1);
        for (String id : new String[] {interrupted, reading}) {
            ImportRecord record = jobs.get(id).view().record();
            assertThat(record.state()).isEqualTo(ImportState.INTERRUPTED);
            assertThat(record.message().vi()).contains("không có gì được ghi");
        }
        assertThat(jobs.get(reading).folder().listUploaded()).hasSize(1);
        try (Stream<Path> halves = Files.list(jobs.get(reading).folder().incoming())) {
            assertThat(halves).isEmpty();
        }
    }

    @Test
    void an_older_changeset_of_the_same_import_does_not_count() throws IOException {
        String id = create("Một");
        jobs.plan(id, PLAIN, Imports.AT_MACHINE);
        ended(id);
        jobs.publish(id, Imports.AT_MACHINE);
        ended(id);
        store.revert(1, "Lan");
        jobs.close();
        pretend(id, "PUBLISHING", 2);

        jobs = start(limits("1MB", 2));

        assertThat(jobs.get(id).state()).isEqualTo(ImportState.INTERRUPTED);
        assertThat(store.findChangeset(1).orElseThrow().state()).isEqualTo(Changeset.State.REVERTED);
    }

    /** What a server writes before it is killed. */
    private void pretend(String id, String state, long revision) throws IOException {
        Path file = folder.resolve("imports").resolve(id).resolve("job.json");
        var json = (tools.jackson.databind.node.ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(file));
        json.put("state", state).put("revision", revision).putNull("changeset");
        Files.write(file, JsonMapper.shared().writeValueAsBytes(json));
    }

    @Test
    void a_second_server_on_the_same_store_leaves_imports_alone() throws IOException {
        String id = create("Một");
        ImportJobs second = start(limits("1MB", 2));

        assertThatThrownBy(() -> second.get(id))
                .isInstanceOfSatisfying(RequestException.class, refused -> assertThat(refused.code())
                        .isEqualTo("ImportsElsewhere"));
        second.close();
        assertThat(jobs.get(id).state()).isEqualTo(ImportState.NEW);
    }

    @Test
    void damaged_records_do_not_keep_the_server_from_starting() throws IOException {
        String id = create("Một");
        jobs.close();
        Files.writeString(folder.resolve("imports").resolve(id).resolve("job.json"), "{\"id\":");

        jobs = start(limits("1MB", 2));

        assertThat(jobs.list()).isEmpty();
    }

    @Test
    void an_upload_that_stalls_or_outgrows_its_room_is_cut_and_leaves_nothing() throws IOException {
        String id = jobs.create("tourism_sites").id();
        InputStream slow = new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    Thread.sleep(300);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return 1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                bytes[from] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> jobs.receive(id, "a", slow, -1))
                .isInstanceOfSatisfying(RequestException.class, refused -> assertThat(refused.httpStatus())
                        .isEqualTo(408));
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 1;
            }
        };
        assertThatThrownBy(() -> jobs.receive(id, "a", endless, -1))
                .isInstanceOfSatisfying(RequestException.class, refused -> assertThat(refused.httpStatus())
                        .isEqualTo(413));
        assertThat(jobs.get(id).folder().size()).isLessThan(10_000);
        assertThat(jobs.get(id).incomingBytes()).hasValue(0);
        byte[] mega = new byte[1 << 20];
        for (int i = 0; i < 2; i++) {
            jobs.receive(jobs.create("communes").id(), "a", new ByteArrayInputStream(mega), mega.length);
        }
        assertThatThrownBy(() ->
                        jobs.receive(jobs.create("communes").id(), "a", new ByteArrayInputStream(mega), mega.length))
                .isInstanceOfSatisfying(RequestException.class, refused -> assertThat(refused.httpStatus())
                        .isEqualTo(507));
    }

    @Test
    void old_imports_are_cleaned_away() throws IOException {
        String id = create("Một");
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(29));
        try (ImportsCleaning cleaning = new ImportsCleaning(jobs, later)) {
            cleaning.clean();
        }
        assertThat(jobs.list()).hasSize(1);
        assertThat(jobs.get(id).view().record().created()).isBefore(Instant.now());
        try (ImportsCleaning cleaning =
                new ImportsCleaning(jobs, Clock.offset(Clock.systemUTC(), Duration.ofDays(31)))) {
            cleaning.clean();
        }
        assertThat(jobs.list()).isEmpty();
        assertThat(folder.resolve("imports").resolve(id)).doesNotExist();
    }

    @Test
    void options_that_decide_come_from_the_stored_plan() throws IOException {
        String id = jobs.create("tourism_sites").id();
        byte[] table = "ten,kind,wkt\nMột,craft,POINT (105.9 9.72)\n".getBytes(StandardCharsets.UTF_8);
        jobs.receive(id, "a.csv", new ByteArrayInputStream(table), table.length);
        var asked = JsonMapper.shared().createObjectNode();
        asked.set("fields", JsonMapper.shared().valueToTree(Map.of("ten", "description", "kind", "name")));
        jobs.plan(id, OptionsReader.read(asked, CATALOGUE.getLayer("tourism_sites")), Imports.AT_MACHINE);
        ended(id);

        jobs.publish(id, Imports.AT_MACHINE);

        assertThat(ended(id).state()).isEqualTo(ImportState.PUBLISHED);
        assertThat(store.readSince(0).layers().get("tourism_sites").present())
                .singleElement()
                .satisfies(site -> assertThat(site.text(CATALOGUE.getLayer("tourism_sites"), "name"))
                        .isEqualTo("craft"));
    }
}
