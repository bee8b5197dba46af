package vn.ruralmap.server.tiling.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.server.tiling.EditedMap;
import vn.ruralmap.server.tiling.TileAddress;
import vn.ruralmap.server.tiling.TileMatrixSets;
import vn.ruralmap.server.tiling.WigglyCoverage;

/** Sixteen winding communes of a tenth of a degree from 105.6, 9.5, a zone with all that it can say, and far away many small zones. */
class VectorFormatTest {

    private static final int MANY = 12_000;
    private static final VectorFormat FORMAT = new VectorFormat();
    private static final WigglyCoverage SHAPES = new WigglyCoverage(105.6, 9.5, 0.1, 4, 1);

    @TempDir
    static Path folder;

    private static EditedMap map;

    @BeforeAll
    static void draw() {
        map = EditedMap.open(folder.resolve("map.gpkg"));
        for (int i = 0; i < 16; i++) {
            map.insert(
                    "communes",
                    SHAPES.commune(i % 4, i / 4),
                    Map.of("code", Integer.toString(31000 + i), "name", "Xã Đồng Ấp " + i, "kind", "xã"));
        }
        map.publish();
        map.insert(
                "material_zones",
                square(105.71, 9.61, 0.004),
                Map.of(
                        "zone_code", "VN-1",
                        "scheme", "planting_export",
                        "product", "Bưởi da xanh",
                        "declared_area_ha", 10.25,
                        "households", 12L,
                        "status", "active",
                        "issued_on", LocalDate.of(2024, 3, 1),
                        "commune", 6L,
                        "representative", "Người Bí Mật",
                        "phone", "0123456789"));
        map.insert(
                "hamlets",
                EditedMap.point(105.7, 9.6),
                Map.of("name", "Ấp 1", "kind", "ấp", "commune", 6L, "smart", true));
        for (int i = 0; i < MANY; i++) {
            map.insert(
                    "material_zones",
                    square(107 + i % 120 * 0.004, 11 + i / 120 * 0.004, 0.001),
                    Map.of("zone_code", "VN-STOR-" + i, "scheme", "planting_export", "product", "Lúa " + i));
        }
        map.publish();
    }

    private static Geometry square(double west, double south, double side) {
        return EditedMap.geometry(new GeometryFactory()
                .toGeometry(new Envelope(west, west + side, south, south + side))
                .toText());
    }

    @AfterAll
    static void close() {
        map.close();
    }

    private static DecodedTile tile(TileAddress address, String... layers) {
        return DecodedTile.ofGzipped(FORMAT.make(address, map.layers(EditedMap.TODAY, layers)));
    }

    @Test
    void a_feature_has_its_fid_and_its_public_values_with_their_types_and_nothing_private() {
        DecodedTile tile = tile(EditedMap.tileAt(14, 105.712, 9.612), "material_zones");

        assertThat(tile.layers().get("material_zones").version()).isEqualTo(2);
        assertThat(tile.layers().get("material_zones").extent()).isEqualTo(4096);
        DecodedTile.Feature zone = tile.features("material_zones").get(0);
        assertThat(zone.id()).isEqualTo(1);
        assertThat(zone.type()).isEqualTo(3);
        assertThat(zone.attributes())
                .containsEntry("zone_code", "VN-1")
                .containsEntry("product", "Bưởi da xanh")
                .containsEntry("declared_area_ha", 10.25)
                .containsEntry("households", 12L)
                .containsEntry("issued_on", "2024-03-01")
                .containsEntry("valid_from", "2025-07-01")
                .containsEntry("status", "active")
                .containsEntry("status_vi", "Đang sử dụng")
                .containsEntry("status_en", "Active")
                .containsEntry("commune", 6L)
                .containsEntry("commune_code", "31005")
                .containsEntry("commune_name", "Xã Đồng Ấp 5")
                .containsKey("label")
                .doesNotContainKeys("fid", "representative", "phone", "id_number", "expires_on");
        assertThat(zone.attributes().values().toString()).doesNotContain("Bí Mật", "0123456789");
    }

    @Test
    void a_point_is_where_it_is_and_true_is_true() {
        TileAddress address = EditedMap.tileAt(14, 105.7, 9.6);
        DecodedTile.Feature hamlet =
                tile(address, "hamlets").features("hamlets").get(0);
        Envelope bounds = address.bounds();
        double[] xy = {105.7, 9.6};
        address.set().crs().fromLonLat(xy, 0, xy, 0, 1);

        assertThat(hamlet.type()).isEqualTo(1);
        assertThat(hamlet.attributes()).containsEntry("smart", true).containsEntry("label", "Ấp 1");
        assertThat(hamlet.paths().get(0).get(0).x)
                .isEqualTo(Math.floor((xy[0] - bounds.getMinX()) / bounds.getWidth() * 4096));
        assertThat(hamlet.paths().get(0).get(0).y)
                .isEqualTo(Math.floor((bounds.getMaxY() - xy[1]) / bounds.getHeight() * 4096));
    }

    @Test
    void every_polygon_is_valid_wound_as_prescribed_and_within_the_buffer() {
        for (int level = 5; level <= 15; level++) {
            for (TileAddress address : tilesAround(level, 105.8, 9.7)) {
                for (DecodedTile.Feature feature : tile(address, "communes").features("communes")) {
                    Geometry polygon = DecodedPolygons.of(feature);

                    assertThat(polygon.isValid())
                            .as("%s, feature %d", address, feature.id())
                            .isTrue();
                    assertThat(new Envelope(-64, 4160, -64, 4160).contains(polygon.getEnvelopeInternal()))
                            .as("%s, feature %d", address, feature.id())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void communes_leave_no_gap_in_a_tile_full_of_them() {
        Geometry window = new GeometryFactory().toGeometry(new Envelope(0, 4096, 0, 4096));
        TileAddress address = EditedMap.tileAt(12, 105.8, 9.7);
        List<Geometry> parts = tile(address, "communes").features("communes").stream()
                .map(feature -> DecodedPolygons.of(feature).intersection(window))
                .toList();

        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(parts.stream().mapToDouble(Geometry::getArea).sum()).isCloseTo(window.getArea(), within(1e-3));
        assertThat(UnaryUnionOp.union(parts).getArea()).isCloseTo(window.getArea(), within(1e-3));
    }

    @Test
    void each_commune_is_labelled_in_exactly_one_tile_of_a_zoom() {
        List<Long> labelled = new ArrayList<>();
        for (TileAddress address : tilesAround(11, 105.8, 9.7)) {
            tile(address, "communes").features("communes_labels").forEach(label -> {
                assertThat(label.type()).isEqualTo(1);
                assertThat(label.attributes()).containsEntry("label", "Xã Đồng Ấp " + (label.id() - 1));
                labelled.add(label.id());
            });
        }

        assertThat(labelled).hasSize(16).doesNotHaveDuplicates();
        assertThat(tile(EditedMap.tileAt(5, 105.8, 9.7), "communes").layers())
                .as("no label on what is narrower than letters")
                .doesNotContainKey("communes_labels");
    }

    private static List<TileAddress> tilesAround(int level, double lon, double lat) {
        TileAddress middle = EditedMap.tileAt(level, lon, lat);
        List<TileAddress> tiles = new ArrayList<>();
        int reach = level > 11 ? 1 : 3;
        for (int column = middle.column() - reach; column <= middle.column() + reach; column++) {
            for (int row = middle.row() - reach; row <= middle.row() + reach; row++) {
                if (TileAddress.exists(TileMatrixSets.WEB_MERCATOR, level, column, row)) {
                    tiles.add(new TileAddress(TileMatrixSets.WEB_MERCATOR, level, column, row));
                }
            }
        }
        return tiles;
    }

    @Test
    void what_is_small_on_a_large_map_is_a_speck_and_not_gone() {
        DecodedTile.Feature zone =
                tile(EditedMap.tileAt(7, 105.712, 9.612), "material_zones").features("material_zones").stream()
                        .filter(feature -> feature.id() == 1)
                        .findFirst()
                        .orElseThrow();

        assertThat(DecodedPolygons.of(zone).getArea()).isEqualTo(64);
    }

    @Test
    void a_tile_of_too_much_is_thinned_at_small_scales_and_whole_from_level_14() {
        TileAddress far = EditedMap.tileAt(5, 107.2, 11.2);
        byte[] bytes = FORMAT.make(far, map.layers(EditedMap.TODAY, "material_zones"));
        DecodedTile thinned = DecodedTile.ofGzipped(bytes);
        TileAddress near = EditedMap.tileAt(14, 107.2, 11.2);
        List<DecodedTile.Feature> whole = tile(near, "material_zones").features("material_zones");

        assertThat(thinned.features("material_zones").size()).isBetween(200, 1_000);
        assertThat(thinned.features("material_zones").get(0).attributes())
                .containsKey("zone_code")
                .doesNotContainKey("product");
        assertThat(bytes.length).isLessThan(500_000);
        assertThat(whole).hasSizeGreaterThan(20);
        assertThat(whole.get(0).attributes()).containsKey("product");
    }

    @Test
    void random_areas_come_valid_and_as_large_as_exact_clipping_makes_them() {
        long seed = Long.getLong("ruralmap.test.seed", System.nanoTime());
        Random random = new Random(seed);
        TileAddress address = EditedMap.tileAt(10, 105.8, 9.7);
        TileGrid grid = new TileGrid(address);
        Geometry window = new GeometryFactory().toGeometry(new Envelope(-64, 4160, -64, 4160));
        int exact = 0;
        for (int i = 0; i < 300; i++) {
            Geometry area = area(random, grid.lonLat());
            Commands commands = new Commands();
            new PolygonTiler(grid).write(area, commands);
            Geometry result = decode(commands);
            double expected = inUnits(area, grid).intersection(window).getArea();

            assertThat(result.isValid())
                    .as("area %d, seed %d: %s", i, seed, area)
                    .isTrue();
            // each corner moves by at most half a unit to each side
            assertThat(result.getArea())
                    .as("area %d, seed %d: %s", i, seed, area)
                    .isBetween(expected - result.getLength() - 100, expected + result.getLength() + 100);
            exact += result.isEmpty() ? 0 : 1;
        }
        assertThat(exact).as("areas that are in the tile, seed %d", seed).isGreaterThan(50);
    }

    /** A star around some place, with corners at random distances; often across the edge of the tile, sometimes with a hole. */
    private static Geometry area(Random random, Envelope around) {
        double x = around.getMinX() + (random.nextDouble() * 1.4 - 0.2) * around.getWidth();
        double y = around.getMinY() + (random.nextDouble() * 1.4 - 0.2) * around.getHeight();
        double size = around.getWidth() * Math.pow(10, -3 * random.nextDouble());
        int corners = 3 + random.nextInt(60);
        Coordinate[] shell = new Coordinate[corners + 1];
        Coordinate[] hole = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double distance = size * (0.1 + random.nextDouble());
            shell[i] = new Coordinate(x + distance * Math.cos(angle), y + distance * Math.sin(angle));
            hole[i] = new Coordinate(x + distance / 2 * Math.cos(angle), y + distance / 2 * Math.sin(angle));
        }
        shell[corners] = shell[0].copy();
        hole[corners] = hole[0].copy();
        GeometryFactory factory = new GeometryFactory();
        return random.nextBoolean()
                ? factory.createPolygon(shell)
                : factory.createPolygon(
                        factory.createLinearRing(shell), new LinearRing[] {factory.createLinearRing(hole)});
    }

    private static Geometry inUnits(Geometry lonLat, TileGrid grid) {
        Geometry copy = lonLat.copy();
        copy.apply((CoordinateFilter) coordinate -> {
            double[] xy = grid.project(coordinate.x, coordinate.y);
            coordinate.x = xy[0];
            coordinate.y = xy[1];
        });
        return copy.isValid() ? copy : copy.buffer(0);
    }

    private static Geometry decode(Commands commands) {
        if (commands.isEmpty()) {
            return new GeometryFactory().createPolygon();
        }
        MvtLayer layer = new MvtLayer("areas");
        layer.feature(1, GeometryKind.POLYGON, commands);
        ProtoBuffer tile = new ProtoBuffer();
        layer.writeTo(tile);
        return DecodedPolygons.of(
                DecodedTile.of(tile.toBytes()).features("areas").get(0));
    }

    @Test
    void the_same_data_give_the_same_bytes() {
        TileAddress address = EditedMap.tileAt(10, 105.8, 9.7);
        byte[] first = FORMAT.make(address, map.layers(EditedMap.TODAY, "communes", "hamlets"));

        assertThat(new VectorFormat().make(address, map.layers(EditedMap.TODAY, "communes", "hamlets")))
                .isEqualTo(first);
    }
}
