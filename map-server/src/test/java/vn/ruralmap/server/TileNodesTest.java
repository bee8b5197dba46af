package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.postgis.PostgresCluster;
import vn.ruralmap.server.tiling.EditedMap;
import vn.ruralmap.server.tiling.TileAddress;
import vn.ruralmap.server.tiling.TileMatrixSets;

/** Two servers over one store, one of which is started again: an edit changes the tags of the tiles it touches, and all agree. */
class TileNodesTest {

    @TempDir
    Path folder;

    @Test
    void all_nodes_have_the_same_tags_before_and_after_an_edit_and_after_a_restart() throws Exception {
        Map<String, Object> settings = Map.of(
                "ruralmap.store",
                System.getProperty("ruralmap.test.store", "geopackage").equals("postgis")
                        ? PostgresCluster.shared().createLocation()
                        : Files.createDirectory(folder.resolve("store"))
                                .resolve("map.gpkg")
                                .toString());
        ServerFixture first = ServerFixture.start(settings);
        try (ServerFixture second = ServerFixture.join(settings)) {
            List<String> before = tags(first);
            assertThat(tags(second)).isEqualTo(before);

            FixtureData.publishHamlet(
                    first.bean(FeatureStore.class), first.bean(Snapshots.class), "Ấp mới", "POINT (105.93 9.83)");

            List<String> after = tags(first);
            List<Integer> changed = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                if (!before.get(i).equals(after.get(i))) {
                    changed.add(i);
                }
            }
            assertThat(changed).contains(TOUCHED).hasSizeBetween(4, before.size() / 2);
            waitUntilShown(first, second);
            assertThat(tags(second)).isEqualTo(after);

            first.close();
            first = ServerFixture.join(settings);
            assertThat(tags(first)).isEqualTo(after);
        } finally {
            first.close();
        }
    }

    private static final int REACH = 5;
    /** In the list of tags: the image of the middle tile. */
    private static final int TOUCHED = (REACH * (2 * REACH + 1) + REACH) * 2;

    private static List<String> tags(ServerFixture server) {
        TileAddress middle = EditedMap.tileAt(13, 105.93, 9.83);
        List<String> tags = new ArrayList<>();
        for (int row = middle.row() - REACH; row <= middle.row() + REACH; row++) {
            for (int column = middle.column() - REACH; column <= middle.column() + REACH; column++) {
                TileAddress tile = new TileAddress(TileMatrixSets.WEB_MERCATOR, 13, column, row);
                for (String end : List.of(".png", ".mvt")) {
                    String path = "/tiles/communes,hamlets/13/" + tile.column() + "/" + tile.row() + end;
                    tags.add(server.getBytes(path).headers().firstValue("ETag").orElseThrow());
                }
            }
        }
        return tags;
    }

    private static void waitUntilShown(ServerFixture first, ServerFixture second) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (second.bean(Snapshots.class).current().revision()
                != first.bean(Snapshots.class).current().revision()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
