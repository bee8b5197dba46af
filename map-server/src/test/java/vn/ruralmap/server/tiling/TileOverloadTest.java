package vn.ruralmap.server.tiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.support.WorkLimit;

class TileOverloadTest {

    private static final Runnable PRESENT = () -> {};

    private final WorkLimit limit = new WorkLimit(1, Duration.ofMillis(20));
    private static final RasterFormats FORMATS = RasterFormats.create();

    private final Tiles tiles = new Tiles(limit, 1_000_000, () -> 1);

    @Test
    void while_all_processors_draw_new_tiles_are_refused_and_known_ones_are_not(@TempDir Path folder) throws Exception {
        try (EditedMap map = EditedMap.open(folder.resolve("map.gpkg"))) {
            map.insert("hamlets", EditedMap.point(106, 10), Map.of("name", "Ấp 1", "kind", "ấp", "commune", 1L));
            map.insert("communes", square(), Map.of("code", "31000", "name", "Xã 1", "kind", "xã"));
            map.publish();
            Tiles.Request known = request(map, 12);
            byte[] bytes = tiles.bytes(known, tiles.tag(known, PRESENT), PRESENT);
            CountDownLatch drawing = new CountDownLatch(1);
            CountDownLatch mayEnd = new CountDownLatch(1);
            Thread busy = new Thread(() -> occupy(drawing, mayEnd));
            busy.start();
            drawing.await();

            assertThat(tiles.bytes(known, tiles.tag(known, PRESENT), PRESENT)).isSameAs(bytes);
            assertThatThrownBy(() -> tiles.tag(request(map, 13), PRESENT))
                    .isInstanceOfSatisfying(RequestException.class, refusal -> {
                        assertThat(refusal.httpStatus()).isEqualTo(503);
                        assertThat(refusal.retryAfterSeconds()).hasValue(1);
                    });

            mayEnd.countDown();
            busy.join();
            assertThat(tiles.tag(request(map, 13), PRESENT).empty()).isFalse();
        }
    }

    private static Geometry square() {
        return EditedMap.geometry("MULTIPOLYGON (((105.9 9.9, 106.1 9.9, 106.1 10.1, 105.9 10.1, 105.9 9.9)))");
    }

    private static Tiles.Request request(EditedMap map, int level) {
        List<StyledView> layers = map.layers(EditedMap.TODAY, "communes", "hamlets");
        return new Tiles.Request(FORMATS.png(), EditedMap.tileAt(level, 106, 10), layers);
    }

    private void occupy(CountDownLatch drawing, CountDownLatch mayEnd) {
        try {
            limit.run(PRESENT, () -> {
                drawing.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
