package vn.ruralmap.server.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.server.tiling.WigglyCoverage;

/** Tiles of one colour, found without drawing them, are what a drawing of their surroundings shows there. */
class OneColorTest {

    private static final int ZOOM = 15;
    private static final int SIDE = 8;
    private static final String LABEL =
            "<TextSymbolizer><Label><ogc:PropertyName xmlns:ogc='http://www.opengis.net/ogc'>name"
                    + "</ogc:PropertyName></Label></TextSymbolizer>";

    private final MapRenderer renderer = new MapRenderer();
    private final Envelope world =
            TestProjection.tiles(ZOOM, 26032, 15480, SIDE, SIDE).lonLatWithin(0);

    private static String filled(String color, double opacity) {
        return "<PolygonSymbolizer><Fill><SvgParameter name='fill'>" + color
                + "</SvgParameter><SvgParameter name='fill-opacity'>" + opacity
                + "</SvgParameter></Fill><Stroke/></PolygonSymbolizer>";
    }

    /** Four communes, larger than the map, whose borders cross it. */
    private TestLayer communes(String rules) {
        TestLayer layer = TestLayer.styled(rules);
        double side = world.getWidth() / 1.7;
        WigglyCoverage coverage =
                new WigglyCoverage(world.getMinX() - side / 2.3, world.getMinY() - side / 2.9, side, 3, 7);
        for (int i = 0; i < 9; i++) {
            layer.with(coverage.commune(i % 3, i / 3), Map.of("name", "Xã " + i));
        }
        return layer;
    }

    /** @return the colours of the tiles that were not drawn */
    private Set<Integer> compareEachTile(TestLayer... layers) {
        RenderedMap whole = renderer.draw(TestProjection.tiles(ZOOM, 26032, 15480, SIDE, SIDE), List.of(layers));
        Set<Integer> found = new HashSet<>();
        for (int tile = 0; tile < SIDE * SIDE; tile++) {
            int column = tile % SIDE;
            int row = tile / SIDE;
            RenderedMap part =
                    renderer.draw(TestProjection.tiles(ZOOM, 26032 + column, 15480 + row, 1, 1), List.of(layers));
            for (int pixel = 0; part.isOneColor() && pixel < 256 * 256; pixel++) {
                int expected = whole.argb(256 * column + pixel % 256, 256 * row + pixel / 256);
                if (part.argb(0, 0) != expected) {
                    assertThat(part.argb(0, 0)).as("tile %d, %d", column, row).isEqualTo(expected);
                }
            }
            if (part.isOneColor()) {
                found.add(part.argb(0, 0));
            }
        }
        return found;
    }

    @Test
    void insideOfAnAreaItIsItsColour() {
        assertThat(compareEachTile(communes(filled("#008000", 1)))).containsExactly(0xFF008000);
    }

    @Test
    void translucentLayersAreMixed() {
        Set<Integer> colors = compareEachTile(communes(filled("#008000", 1)), communes(filled("#FF0000", 0.5)));
        assertThat(colors).hasSize(1).doesNotContain(0xFF008000, 0xFFFF0000);
    }

    @Test
    void aHoleShowsWhatIsBelow() {
        Envelope middle = new Envelope(world);
        middle.expandBy(-world.getWidth() / 4);
        Geometry lake = CoordinateGrid.FACTORY.toGeometry(middle);
        Envelope around = new Envelope(world);
        around.expandBy(world.getWidth());
        TestLayer land = TestLayer.styled(filled("#008000", 1))
                .with(CoordinateGrid.FACTORY.toGeometry(around).difference(lake), Map.of());
        assertThat(compareEachTile(land)).containsExactlyInAnyOrder(0, 0xFF008000);
    }

    @Test
    void aTileWithALabelIsDrawnAndItsNeighboursAreNot() {
        TestLayer layer = communes(filled("#008000", 1) + LABEL);
        assertThat(compareEachTile(layer)).containsExactly(0xFF008000);
        Coordinate place =
                LabelPoint.of(layer.query(world, 0).get(0).geometry()).lonLat();
        Envelope there = new Envelope(place);
        there.expandBy(world.getWidth() / SIDE / 4);
        assertThat(renderer.draw(
                                new MapView(64, 64, there, TestProjection.PLATE_CARREE, 1000, 90, null, "vi"),
                                List.of(layer))
                        .isOneColor())
                .isFalse();
    }

    @Test
    void aMarkOrAHatchIsDrawn() {
        String mark =
                "<PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName><Fill/></Mark></Graphic></PointSymbolizer>";
        String hatch =
                "<PolygonSymbolizer><Fill><GraphicFill><Graphic><Mark><WellKnownName>shape://slash</WellKnownName>"
                        + "<Stroke/></Mark><Size>7</Size></Graphic></GraphicFill></Fill></PolygonSymbolizer>";
        assertThat(renderer.draw(TestProjection.tiles(ZOOM, 26032, 15480, SIDE, SIDE), List.of(communes(mark)))
                        .isOneColor())
                .isFalse();
        assertThat(compareEachTile(communes(mark))).containsExactly(0);
        assertThat(compareEachTile(communes(hatch))).isEmpty();
    }
}
