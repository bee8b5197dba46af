package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.geopackage.GeoPackageStore;

/** The restore drill: a backup that was made while the map was served and edited answers like the server at that revision. */
class RestoreDrillIT {

    private static final String SITES =
            "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ntm:tourism_sites&OUTPUTFORMAT=application/json";
    private static final List<String> OTHERS = List.of(
            SITES.replace("tourism_sites", "communes"),
            SITES.replace("tourism_sites", "ntm_status") + "&as-of=2025-06-30",
            "/styles/communes.sld",
            "/api/search?q=ke%20sach");
    private static final Duration SLOWEST = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final Map<Long, String> sitesByRevision = new ConcurrentHashMap<>();
    private final AtomicBoolean isOver = new AtomicBoolean();

    private Outcome ruralmap(int expected, String... arguments) {
        Outcome outcome = Program.run(folder, arguments);
        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(expected);
        return outcome;
    }

    @Test
    void aBackupOfAServedAndEditedStoreIsRestoredAsItWas() throws Exception {
        Path store = folder.resolve("map.gpkg");
        Path elsewhere = folder.resolve("elsewhere/restored.gpkg");
        List<String> others;
        long revision;
        try (RunningServer server = RunningServer.demo(store)) {
            others = OTHERS.stream().map(path -> answer(server, path)).toList();
            ExecutorService officer = Executors.newSingleThreadExecutor();
            Future<?> editing = officer.submit(() -> edit(server));
            await(() -> sitesByRevision.size() >= 2, editing);
            String backup =
                    ruralmap(0, "backup", "backup.gpkg", "--store", "map.gpkg").out();
            revision = revisionIn(backup);
            int edits = sitesByRevision.size();
            await(() -> sitesByRevision.size() > edits, editing);
            isOver.set(true);
            editing.get();
            officer.shutdown();

            refusals();
            ruralmap(0, "restore", "backup.gpkg", "--store", elsewhere.toString());
        }
        assertThat(StoreFile.revision(store)).isGreaterThan(revision);
        assertThat(StoreFile.revision(elsewhere)).isEqualTo(revision);
        assertThat(ruralmap(0, "check", "--strict", "--store", elsewhere.toString())
                        .out())
                .contains("sound, revision " + revision + "; 0 errors, 0 warnings.");
        try (RunningServer restored = RunningServer.serve(elsewhere)) {
            assertThat(answer(restored, SITES)).isEqualTo(sitesByRevision.get(revision));
            assertThat(OTHERS.stream().map(path -> answer(restored, path))).isEqualTo(others);
        }
        assertThat(unfinished()).isEmpty();
    }

    /** Changes a site again and again, as an officer in another process, and remembers what the server then answers. */
    private void edit(RunningServer server) {
        try (FeatureStore store = GeoPackageStore.open(folder.resolve("map.gpkg"), CatalogueReader.readDefault())) {
            while (!isOver.get()) {
                Feature site = store.readSince(0)
                        .layers()
                        .get("tourism_sites")
                        .present()
                        .get(0);
                List<Object> values = new ArrayList<>(site.values());
                String name = "Edit " + site.version();
                values.set(0, name);
                Change change = new Change.Update(
                        "tourism_sites",
                        site.fid(),
                        site.version(),
                        new Change.Content(site.validity(), site.decision(), values, site.geometry()));
                Changeset changeset = store.publish(
                        new ChangesetDraft("officer", Changeset.Source.BROWSER, "drill", Map.of(), List.of(change)));
                sitesByRevision.put(changeset.id(), answerWith(server, "\"" + name + "\""));
            }
        }
    }

    private static String answerWith(RunningServer server, String name) {
        Instant end = Instant.now().plus(SLOWEST);
        String answer = answer(server, SITES);
        while (!answer.contains(name)) {
            assertThat(Instant.now()).as(name).isBefore(end);
            answer = answer(server, SITES);
        }
        return answer;
    }

    /** What does not depend on the port nor on the moment of asking, which WFS 2.0.0 wants in every answer. */
    private static String answer(RunningServer server, String path) {
        return server.text(path).replace(server.url(), "").replaceFirst("\"timeStamp\":\"[^\"]*\"", "");
    }

    private static void await(java.util.function.BooleanSupplier wanted, Future<?> editing)
            throws InterruptedException, ExecutionException {
        Instant end = Instant.now().plus(SLOWEST);
        while (!wanted.getAsBoolean()) {
            if (editing.isDone()) {
                editing.get();
            }
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    private static long revisionIn(String out) {
        Matcher matcher = Pattern.compile("revision (\\d+)").matcher(out);
        assertThat(matcher.find()).as(out).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    /** Nothing is overwritten that nobody said may be, and nothing under a running server. */
    private void refusals() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("backup.gpkg"));
        assertThat(ruralmap(1, "backup", "backup.gpkg", "--store", "map.gpkg").err())
                .contains("đã có tệp", "replace it with --force");
        assertThat(Files.readAllBytes(folder.resolve("backup.gpkg"))).isEqualTo(before);
        assertThat(ruralmap(1, "restore", "backup.gpkg", "--store", "map.gpkg", "--force")
                        .err())
                .contains("another program has", "stop the server");
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().contains("unfinished")).toList();
        }
    }
}
