package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.server.TestStore;

/** The server and the command line on one store at the same time. */
class FreshnessIT {

    private static final Duration PROMISED = Duration.ofSeconds(2);
    /** 105.9 to 106.1 east, 9.6 to 9.7 north; pixel (50, 50) lies in Phường Tây. */
    private static final String IMAGE =
            "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=communes&STYLES=&SRS=EPSG:4326"
                    + "&BBOX=105.9,9.6,106.1,9.7&WIDTH=200&HEIGHT=100&FORMAT=image/png&TRANSPARENT=TRUE";

    private static final String HITS =
            "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ntm:communes&RESULTTYPE=hits";

    @TempDir
    Path folder;

    @Test
    void theServerShowsWithinTwoSecondsWhatAnotherProcessImportedOrUndid() {
        String store = TestStore.create(folder);
        try (RunningServer server = RunningServer.serve(store)) {
            assertThat(counts(server, 0)).isTrue();
            assertThat(isPainted(server)).isFalse();

            change("import", SmallFiles.twoWards(folder).toString(), "--layer", "communes", "--store", store);

            Instant imported = Instant.now();
            assertSoon(imported, "WFS after the import", () -> counts(server, 2));
            assertSoon(imported, "WMS after the import", () -> isPainted(server));

            change("rollback", "1", "--store", store);

            Instant undone = Instant.now();
            assertSoon(undone, "WFS after the rollback", () -> counts(server, 0));
            assertSoon(undone, "WMS after the rollback", () -> !isPainted(server));
        }
    }

    private void change(String... arguments) {
        Outcome outcome = Program.run(folder, arguments);
        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
    }

    private static boolean counts(RunningServer server, int features) {
        return server.text(HITS).contains("numberMatched=\"" + features + "\"");
    }

    private static boolean isPainted(RunningServer server) {
        return server.image(IMAGE).getRGB(50, 50) >>> 24 != 0;
    }

    private static void assertSoon(Instant since, String what, BooleanSupplier seen) {
        while (!seen.getAsBoolean()) {
            assertThat(Duration.between(since, Instant.now())).as(what).isLessThan(PROMISED);
            pause();
        }
        assertThat(Duration.between(since, Instant.now())).as(what).isLessThan(PROMISED);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
