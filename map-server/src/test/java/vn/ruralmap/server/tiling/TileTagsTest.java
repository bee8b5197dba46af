package vn.ruralmap.server.tiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.server.tiling.vector.VectorFormat;

/** Sixteen communes of a tenth of a degree, south-west corner 105.6, 9.5, fids from 1 by rows; a hamlet in each. */
class TileTagsTest {

    private static final RasterFormats RASTER = RasterFormats.create();
    private static final TileFormat PNG = RASTER.png();
    private static final TileFormat MVT = new VectorFormat();
    private static final int COUNT = 4;
    private static final Envelope AREA = new Envelope(105.5, 106.1, 9.4, 10.0);
    private static final String[] EVERYTHING = {"provinces", "ntm_status", "communes", "material_zones", "hamlets"};

    @TempDir
    Path folder;

    private EditedMap map;
    private final WigglyCoverage shapes = new WigglyCoverage(105.6, 9.5, 0.1, COUNT, 1);

    @BeforeEach
    void draw() {
        map = fill(EditedMap.open(folder.resolve("map.gpkg")));
    }

    private EditedMap fill(EditedMap empty) {
        for (int i = 0; i < COUNT * COUNT; i++) {
            empty.insert(
                    "communes",
                    shapes.commune(i % COUNT, i / COUNT),
                    Map.of("code", Integer.toString(31000 + i), "name", "Xã số " + i, "kind", "xã"));
        }
        empty.publish();
        for (int i = 0; i < COUNT * COUNT; i++) {
            empty.insert("hamlets", EditedMap.point(lon(i), lat(i)), hamlet("Ấp " + i, i + 1));
        }
        empty.insert("ntm_status", (String) null, Map.of("commune", 6L, "level", "ntm"));
        empty.insert(
                "material_zones",
                "MULTIPOLYGON (((105.91 9.81, 105.92 9.81, 105.92 9.82, 105.91 9.82, 105.91 9.81)))",
                Map.of("zone_code", "VN-1", "scheme", "planting_export", "phone", "0123456789"));
        return empty.publish();
    }

    private static double lon(int commune) {
        return 105.65 + commune % COUNT * 0.1;
    }

    private static double lat(int commune) {
        return 9.55 + commune / COUNT * 0.1;
    }

    private static Map<String, Object> hamlet(String name, long commune) {
        return Map.of("name", name, "kind", "ấp", "commune", commune);
    }

    @AfterEach
    void close() {
        map.close();
    }

    private static List<TileAddress> tiles(int level) {
        Envelope box = CoordinateSystems.EPSG3857.fromLonLat(AREA);
        int[] limits = TileMatrixSets.WEB_MERCATOR.limits(level, box);
        List<TileAddress> all = new ArrayList<>();
        for (int row = limits[1]; row <= limits[3]; row++) {
            for (int column = limits[0]; column <= limits[2]; column++) {
                all.add(new TileAddress(TileMatrixSets.WEB_MERCATOR, level, column, row));
            }
        }
        return all;
    }

    private List<TileTag> tags(EditedMap of, TileFormat format, int level, String... layers) {
        return tiles(level).stream().map(tile -> of.tag(format, tile, layers)).toList();
    }

    /** The box in degrees around the tiles of which the tag is another than before. */
    private Envelope changed(List<TileTag> before, TileFormat format, int level, String... layers) {
        List<TileTag> after = tags(map, format, level, layers);
        Envelope changed = new Envelope();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                changed.expandToInclude(
                        CoordinateSystems.EPSG3857.toLonLat(tiles(level).get(i).bounds()));
            }
        }
        return changed;
    }

    @Test
    void a_moved_hamlet_changes_the_tiles_where_it_was_and_where_it_is_and_leaves_the_others() {
        List<TileTag> images = tags(map, PNG, 13, "hamlets");
        List<TileTag> vectors = tags(map, MVT, 13, "hamlets");

        map.move("hamlets", 1, EditedMap.point(105.66, 9.56)).publish();

        Envelope changed = changed(images, PNG, 13, "hamlets");
        assertThat(changed.contains(105.65, 9.55)).isTrue();
        assertThat(changed.contains(105.66, 9.56)).isTrue();
        // a label reaches over more than one tile
        assertThat(changed.getMaxX()).isLessThan(105.85);
        assertThat(changed.getMaxY()).isLessThan(9.75);
        Envelope changedVectors = changed(vectors, MVT, 13, "hamlets");
        assertThat(changedVectors.contains(105.66, 9.56)).isTrue();
        assertThat(changedVectors.getMaxX()).isLessThan(105.72);
    }

    @Test
    void an_edit_on_one_layer_leaves_the_tiles_of_another() {
        List<TileTag> before = tags(map, PNG, 11, "communes");

        map.set("hamlets", 3, "name", "Ấp mới").publish();

        assertThat(tags(map, PNG, 11, "communes")).isEqualTo(before);
    }

    @Test
    void a_new_border_changes_the_tiles_of_both_neighbours_and_a_new_name_only_its_own() {
        List<TileTag> before = tags(map, MVT, 13, "communes");
        map.set("communes", 1, "name", "Tên mới").publish();
        Envelope renamed = changed(before, MVT, 13, "communes");
        before = tags(map, MVT, 13, "communes");

        map.move(
                        "communes",
                        1,
                        shapes.commune(0, 0)
                                .buffer(0)
                                .difference(shapes.commune(0, 0).buffer(-0.001)))
                .publish();
        Envelope redrawn = changed(before, MVT, 13, "communes");

        assertThat(renamed.contains(105.65, 9.55)).isTrue();
        assertThat(renamed.getMaxX()).isLessThan(105.75);
        assertThat(redrawn.contains(105.79, 9.55))
                .as("where the neighbour ends")
                .isTrue();
        assertThat(redrawn.getMaxX()).as("beyond the neighbour").isLessThan(105.9);
    }

    @Test
    void a_name_that_others_refer_to_changes_their_tiles_where_they_carry_it() {
        TileAddress tile = EditedMap.tileAt(14, lon(5), lat(5));
        TileTag hamlets = map.tag(MVT, tile, "hamlets");

        map.set("communes", 6, "name", "Tên mới").publish();

        assertThat(map.tag(MVT, tile, "hamlets")).isNotEqualTo(hamlets);
    }

    @Test
    void recognition_that_ends_changes_the_tile_although_the_version_falls_back() {
        TileAddress tile = EditedMap.tileAt(11, lon(5), lat(5));
        TileTag recognised = map.tag(PNG, tile, "ntm_status");

        map.end("ntm_status", 1, LocalDate.of(2026, 1, 1)).publish();
        TileTag ended = map.tag(PNG, tile, "ntm_status");
        map.set("communes", 6, "population", 5L).publish();

        assertThat(ended).isNotEqualTo(recognised);
        assertThat(map.tag(PNG, tile, "ntm_status")).isNotEqualTo(recognised);
    }

    @Test
    void another_node_has_the_same_tags_also_after_edits() {
        map.set("communes", 6, "name", "Tên mới").publish();
        map.move("hamlets", 2, EditedMap.point(105.71, 9.61)).publish();
        try (EditedMap other = map.otherNode()) {
            for (int level : new int[] {5, 9, 11, 13}) {
                for (TileFormat format : List.of(PNG, RASTER.png2x(), RASTER.jpeg(), MVT)) {
                    assertThat(tags(other, format, level, EVERYTHING)).isEqualTo(tags(map, format, level, EVERYTHING));
                }
            }
        }
    }

    @Test
    void the_same_version_number_with_another_content_is_another_tag() {
        TileAddress tile = EditedMap.tileAt(12, lon(0), lat(0));
        EditedMap restored = fill(EditedMap.open(folder.resolve("restored.gpkg")));
        try (restored) {
            assertThat(restored.tag(MVT, tile, "hamlets")).isEqualTo(map.tag(MVT, tile, "hamlets"));

            map.set("hamlets", 1, "name", "Ấp cũ").publish();
            restored.set("hamlets", 1, "name", "Ấp khác").publish();

            assertThat(restored.find("hamlets", 1).version())
                    .isEqualTo(map.find("hamlets", 1).version());
            assertThat(restored.tag(MVT, tile, "hamlets")).isNotEqualTo(map.tag(MVT, tile, "hamlets"));
        }
    }

    @Test
    void nobody_can_guess_a_private_value_by_trying_tags() {
        TileAddress tile = EditedMap.tileAt(14, 105.915, 9.815);
        map.set("material_zones", 1, "phone", "0999999999").publish();
        TileTag one = map.tag(MVT, tile, "material_zones");
        map.close();
        EditedMap other = fill(EditedMap.open(folder.resolve("other.gpkg")));
        map = other.set("material_zones", 1, "phone", "0888888888").publish();

        assertThat(map.tag(MVT, tile, "material_zones")).isEqualTo(one);
    }

    @Test
    void tiles_with_nothing_in_them_share_one_tag_until_something_comes() {
        TileAddress sea = EditedMap.tileAt(13, 109, 9);
        TileAddress elsewhere = EditedMap.tileAt(9, 103, 8);
        TileTag empty = map.tag(PNG, sea, "hamlets");

        assertThat(empty.empty()).isTrue();
        assertThat(map.tag(PNG, elsewhere, EVERYTHING)).isEqualTo(empty);
        assertThat(map.tag(RASTER.png2x(), sea, "hamlets")).isNotEqualTo(empty);
        assertThat(map.bytes(PNG, sea, "hamlets")).isSameAs(PNG.empty());

        map.insert("hamlets", EditedMap.point(109, 9), hamlet("Ấp đảo", 1)).publish();

        assertThat(map.tag(PNG, sea, "hamlets").empty()).isFalse();
        assertThat(map.bytes(PNG, sea, "hamlets")).isNotEqualTo(PNG.empty());
    }

    @Test
    void days_between_which_nothing_happened_to_a_tile_share_its_tag() throws Exception {
        map.end("hamlets", 16, LocalDate.of(2026, 3, 1)).publish();
        TileAddress far = EditedMap.tileAt(13, lon(0), lat(0));
        TileAddress near = EditedMap.tileAt(13, lon(15), lat(15));
        LocalDate before = LocalDate.of(2026, 2, 28);
        LocalDate after = LocalDate.of(2026, 3, 1);

        assertThat(tag(far, before)).isEqualTo(tag(far, after));
        assertThat(tag(near, before)).isNotEqualTo(tag(near, after));
    }

    private TileTag tag(TileAddress tile, LocalDate date) throws IOException {
        return map.tiles.tag(new Tiles.Request(PNG, tile, map.layers(date, "hamlets")), () -> {});
    }

    @Test
    void whatever_is_edited_a_tile_that_looks_different_has_a_different_tag() {
        long seed = Long.getLong("ruralmap.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int edit = 0; edit < 8; edit++) {
            List<TileAddress> tiles = tiles(10 + edit % 3);
            TileFormat format = edit % 2 == 0 ? PNG : MVT;
            List<byte[]> looks = tiles.stream()
                    .map(tile -> map.bytes(format, tile, EVERYTHING))
                    .toList();
            List<TileTag> tags = tiles.stream()
                    .map(tile -> map.tag(format, tile, EVERYTHING))
                    .toList();

            edit(random);

            // a node that remembers nothing
            try (EditedMap fresh = map.otherNode()) {
                for (int i = 0; i < tiles.size(); i++) {
                    TileTag tag = map.tag(format, tiles.get(i), EVERYTHING);
                    byte[] look = fresh.bytes(format, tiles.get(i), EVERYTHING);
                    if (tag.equals(tags.get(i))) {
                        assertThat(Arrays.equals(look, looks.get(i)))
                                .as("edit %d, %s, seed %d", edit, tiles.get(i), seed)
                                .isTrue();
                    }
                }
            }
        }
    }

    private void edit(Random random) {
        int commune = random.nextInt(COUNT * COUNT);
        switch (random.nextInt(4)) {
            case 0 ->
                map.move("hamlets", commune + 1, EditedMap.point(lon(random.nextInt(16)), lat(random.nextInt(16))));
            case 1 -> map.set("communes", commune + 1, "name", "Xã " + random.nextInt(1000));
            case 2 -> map.set("communes", commune + 1, "kind", "phường");
            default -> {
                WigglyCoverage other = new WigglyCoverage(105.6, 9.5, 0.1, COUNT, random.nextLong());
                // a gap or an overlap at the border, as careless edits leave them
                map.move("communes", commune + 1, other.commune(commune % COUNT, commune / COUNT));
            }
        }
        map.publish();
    }
}
