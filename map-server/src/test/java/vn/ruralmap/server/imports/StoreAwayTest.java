package vn.ruralmap.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreUnavailableException;
import vn.ruralmap.server.config.StoreLocation;

/** A store that goes away while an import is published, before it was written or just after. */
@Timeout(120)
class StoreAwayTest {

    private static final Catalogue CATALOGUE = CatalogueReader.readDefault();

    /** When, seen from publishing, the store goes away. */
    private enum Moment {
        NEVER,
        BEFORE,
        AFTER
    }

    @TempDir
    Path folder;

    private FeatureStore real;
    private ImportJobs jobs;
    private volatile Moment moment = Moment.NEVER;
    private volatile boolean away;
    private final AtomicInteger askedInVain = new AtomicInteger();

    @BeforeEach
    void open() throws IOException {
        real = StoreLocation.open(folder.resolve("map.gpkg").toString(), CATALOGUE);
        jobs = start();
    }

    @AfterEach
    void close() {
        away = false;
        jobs.close();
        real.close();
    }

    private ImportJobs start() throws IOException {
        FeatureStore store = (FeatureStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FeatureStore.class}, (proxy, method, arguments) -> {
                    boolean publishes = method.getName().equals("publish");
                    away |= publishes && moment == Moment.BEFORE;
                    if (away) {
                        askedInVain.incrementAndGet();
                        throw new StoreUnavailableException("mất postgresql://db1", "no postgresql://db1", null);
                    }
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (publishes && moment == Moment.AFTER) {
                        away = true;
                        throw new StoreUnavailableException("mất", "lost", null).duringCommit();
                    }
                    return result;
                });
        ImportLimits limits = new ImportLimits(
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(3),
                DataSize.ofMegabytes(1),
                100,
                5,
                Duration.ofDays(30),
                Duration.ofSeconds(1));
        return new ImportJobs(folder.resolve("imports"), limits, Imports.work(CATALOGUE, store), Clock.systemUTC());
    }

    private String planned(String name) throws IOException {
        String id = jobs.create("tourism_sites").id();
        byte[] table = Imports.sites(name);
        jobs.receive(id, "a.csv", new ByteArrayInputStream(table), table.length);
        jobs.plan(
                id,
                OptionsReader.read(JsonMapper.shared().createObjectNode(), CATALOGUE.getLayer("tourism_sites")),
                Imports.AT_MACHINE);
        assertThat(ended(id).state()).isEqualTo(ImportState.PLANNED);
        return id;
    }

    private ImportRecord ended(String id) {
        ImportJob job = jobs.get(id);
        while (job.state().isActive()) {
            job.await(job.view().record().version(), 1);
        }
        return job.view().record();
    }

    /** Publishes until somebody has asked the store in vain what became of it. */
    private void publishWhileItGoesAway(String id, Moment when) throws IOException {
        moment = when;
        jobs.publish(id, Imports.AT_MACHINE);
        while (askedInVain.get() < 2) {
            LockSupport.parkNanos(1_000_000);
        }
        moment = Moment.NEVER;
    }

    @Test
    void as_long_as_the_store_is_away_nobody_is_told_anything_else() throws IOException {
        String id = planned("Một");
        publishWhileItGoesAway(id, Moment.AFTER);

        ImportJob job = jobs.get(id);
        while (job.view().record().message() == null) {
            job.await(job.view().record().version(), 1);
        }
        assertThat(job.state()).isEqualTo(ImportState.PUBLISHING);
        assertThat(job.view().record().message()).isEqualTo(ImportTexts.STORE_IS_AWAY);
    }

    @Test
    void what_was_not_written_has_failed_and_can_be_published_after_another_plan() throws IOException {
        String id = planned("Một");
        publishWhileItGoesAway(id, Moment.BEFORE);
        away = false;

        ImportRecord failed = ended(id);
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.message().en())
                .contains("nothing was written", "plan again")
                .doesNotContain("db1");
        assertThat(real.revision()).isZero();

        jobs.plan(
                id,
                OptionsReader.read(JsonMapper.shared().createObjectNode(), CATALOGUE.getLayer("tourism_sites")),
                Imports.AT_MACHINE);
        ended(id);
        jobs.publish(id, Imports.AT_MACHINE);
        assertThat(ended(id).state()).isEqualTo(ImportState.PUBLISHED);
    }

    @Test
    void what_was_written_before_is_published() throws IOException {
        String id = planned("Một");
        publishWhileItGoesAway(id, Moment.AFTER);
        away = false;

        ImportRecord published = ended(id);
        assertThat(published.state()).isEqualTo(ImportState.PUBLISHED);
        assertThat(published.changeset()).isEqualTo(1);
        assertThat(published.message()).isNull();
    }

    @Test
    void a_server_that_stops_meanwhile_leaves_it_to_the_next_start() throws IOException {
        String id = planned("Một");
        publishWhileItGoesAway(id, Moment.AFTER);

        jobs.close();
        away = false;
        jobs = start();

        assertThat(jobs.get(id).state()).isEqualTo(ImportState.PUBLISHED);
    }
}
