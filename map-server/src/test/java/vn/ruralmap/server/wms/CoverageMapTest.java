package vn.ruralmap.server.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;

/** A made-up province of 400 communes with winding borders, one degree wide: nowhere does the ground show through. */
class CoverageMapTest {

    private static final int SIDE = 20;
    private static final int STEPS = 12;
    private static final int GROUND = 0xFFFF00FF;

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = ServerFixture.join(Map.of());
        List<Change> changes = new ArrayList<>();
        List<Attribute> attributes =
                server.bean(Catalogue.class).getLayer("communes").attributes();
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                List<@Nullable Object> values = new ArrayList<>();
                for (Attribute attribute : attributes) {
                    values.add(
                            switch (attribute.name()) {
                                case "code" -> String.format("%05d", 10_000 + row * SIDE + column);
                                case "name" -> "Xã " + row + "-" + column;
                                case "kind" -> "xã";
                                default -> null;
                            });
                }
                changes.add(new Change.Insert(
                        "communes",
                        new Change.Content(
                                Validity.since(LocalDate.of(2025, 7, 1)),
                                null,
                                values,
                                CoordinateGrid.snap(cell(column, row)))));
            }
        }
        server.bean(FeatureStore.class)
                .publish(new ChangesetDraft("test", Changeset.Source.IMPORT, "communes", Map.of(), changes));
        server.bean(Snapshots.class).refresh();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Counter-clockwise; both neighbours of a border compute the same points. */
    private static Geometry cell(int column, int row) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            ring.add(corner(column * STEPS + i, row * STEPS));
        }
        for (int i = 0; i < STEPS; i++) {
            ring.add(corner((column + 1) * STEPS, row * STEPS + i));
        }
        for (int i = STEPS; i > 0; i--) {
            ring.add(corner(column * STEPS + i, (row + 1) * STEPS));
        }
        for (int i = STEPS; i > 0; i--) {
            ring.add(corner(column * STEPS, row * STEPS + i));
        }
        ring.add(ring.get(0).copy());
        GeometryFactory factory = new GeometryFactory();
        return factory.createMultiPolygon(
                new org.locationtech.jts.geom.Polygon[] {factory.createPolygon(ring.toArray(new Coordinate[0]))});
    }

    private static Coordinate corner(int x, int y) {
        double step = 1.0 / (SIDE * STEPS);
        double shift = 0.4 * step;
        boolean inside = x > 0 && y > 0 && x < SIDE * STEPS && y < SIDE * STEPS;
        double dx = inside ? shift * Math.sin(x * 12.9898 + y * 78.233) : 0;
        double dy = inside ? shift * Math.sin(x * 39.3468 + y * 11.135) : 0;
        return new Coordinate(105 + x * step + dx, 9 + y * step + dy);
    }

    @ParameterizedTest(name = "{0} pixels wide")
    @ValueSource(ints = {12, 50, 200, 700})
    void no_ground_shows_between_communes(int width) {
        String style = "<StyledLayerDescriptor version='1.0.0'><NamedLayer><Name>communes</Name><UserStyle>"
                + "<FeatureTypeStyle><Rule><PolygonSymbolizer><Fill/></PolygonSymbolizer></Rule></FeatureTypeStyle>"
                + "</UserStyle></NamedLayer></StyledLayerDescriptor>";
        BufferedImage map = Wms.decode(server.getBytes(
                "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&FORMAT=image/png&BGCOLOR=0xFF00FF&CRS=CRS:84"
                        + "&BBOX=105.01,9.01,105.99,9.99&WIDTH=" + width + "&HEIGHT=" + width + "&SLD_BODY="
                        + java.net.URLEncoder.encode(style, java.nio.charset.StandardCharsets.UTF_8)));
        List<String> holes = new ArrayList<>();
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                if (map.getRGB(x, y) == GROUND) {
                    holes.add(x + " " + y);
                }
            }
        }
        assertThat(holes).isEmpty();
    }

    @ParameterizedTest(name = "{0} pixels wide")
    @ValueSource(ints = {50, 200, 700})
    void a_shared_border_looks_the_same_drawn_from_one_side_as_from_both(int width) {
        String style = "<StyledLayerDescriptor version='1.0.0'><NamedLayer><Name>communes</Name><UserStyle>"
                + "<FeatureTypeStyle><Rule><PolygonSymbolizer><Stroke><CssParameter name='stroke-width'>1.4</CssParameter>"
                + "</Stroke></PolygonSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
        String request = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&FORMAT=image/png&CRS=CRS:84"
                + "&BBOX=104.9,8.9,105.8,9.8&WIDTH=" + width + "&HEIGHT=" + width + "&SLD_BODY="
                + java.net.URLEncoder.encode(style, java.nio.charset.StandardCharsets.UTF_8);
        BufferedImage fromOneSide = Wms.decode(server.getBytes(request));
        // where a filter may leave neighbours out, each area draws all of its border
        BufferedImage fromBoth = Wms.decode(server.getBytes(request + "&CQL_FILTER=code%3C%3E%27none%27"));
        int drawn = 0;
        List<String> different = new ArrayList<>();
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                drawn += fromBoth.getRGB(x, y) == 0xFFFFFFFF ? 0 : 1;
                if (fromOneSide.getRGB(x, y) != fromBoth.getRGB(x, y)) {
                    different.add(x + " " + y);
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(drawn).isGreaterThan(width * width / 50);
    }
}
