package vn.ruralmap.server.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.style.StyleReader;

/** Pictures, marks along lines, turned and bent labels. Images of one degree per ten pixels. */
class SymbolsTest {

    private static final int RED = 0xFFFF0000;
    private static final String RED_FILL = "<Fill><SvgParameter name='fill'>#FF0000</SvgParameter></Fill>";
    private static final String STAMPED = "<LineSymbolizer><Stroke><GraphicStroke><Graphic><Mark>"
            + "<WellKnownName>arrow</WellKnownName>" + RED_FILL + "</Mark><Size>10</Size>%s</Graphic>"
            + "<InitialGap>5</InitialGap><Gap>10</Gap></GraphicStroke></Stroke></LineSymbolizer>";

    private final MapRenderer renderer = new MapRenderer();

    private RenderedMap draw(TestLayer... layers) {
        return renderer.draw(TestProjection.plain(100, 100, 10), List.of(layers));
    }

    private static TestLayer pictured(String svg, String more) {
        String sld = "<FeatureTypeStyle><Rule><PointSymbolizer><Graphic><ExternalGraphic>"
                + "<OnlineResource href='symbols/a.svg'/></ExternalGraphic>" + more
                + "</Graphic></PointSymbolizer></Rule></FeatureTypeStyle>";
        return new TestLayer(StyleReader.read(
                "test.sld",
                sld.getBytes(StandardCharsets.UTF_8),
                name -> true,
                name -> Optional.of(svg.getBytes(StandardCharsets.UTF_8))));
    }

    private static String svg(String content) {
        return "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10' viewBox='0 0 10 10'>" + content
                + "</svg>";
    }

    private static long count(RenderedMap map, int color) {
        return Arrays.stream(map.pixels()).filter(each -> each == color).count();
    }

    @Test
    void aPictureIsAsHighAsItsSizeAndLiesOnItsPoint() {
        String left = svg("<rect width='5' height='10' fill='#f00'/><rect x='5' width='5' height='10' fill='#0f0'/>");
        RenderedMap map = draw(pictured(left, "<Size>20</Size>").with("POINT (5 5)"));

        assertThat(map.argb(45, 50)).isEqualTo(RED);
        assertThat(map.argb(56, 50)).isEqualTo(0xFF00FF00);
        assertThat(map.argb(45, 42)).isEqualTo(RED);
        assertThat(map.argb(45, 38)).isZero();
        assertThat(count(map, RED)).isBetween(160L, 200L);
    }

    @Test
    void aPictureMayBeTurnedFadedAndDisplaced() {
        String top = svg("<rect width='10' height='5' fill='#f00'/>");
        RenderedMap turned =
                draw(pictured(top, "<Size>20</Size><Rotation>90</Rotation>").with("POINT (5 5)"));
        RenderedMap faded =
                draw(pictured(top, "<Opacity>0.5</Opacity><Size>20</Size>").with("POINT (5 5)"));
        RenderedMap displaced = draw(pictured(
                        top,
                        "<Size>20</Size><Displacement><DisplacementX>20</DisplacementX><DisplacementY>10</DisplacementY>"
                                + "</Displacement>")
                .with("POINT (5 5)"));

        assertThat(turned.argb(55, 50)).isEqualTo(RED);
        assertThat(turned.argb(45, 50)).isZero();
        assertThat(faded.argb(50, 45) >>> 24).isBetween(120, 136);
        assertThat(displaced.argb(70, 35)).isEqualTo(RED);
        assertThat(displaced.argb(50, 45)).isZero();
    }

    @Test
    void anAnchorAtTheFootPutsTheMarkAboveItsPoint() {
        RenderedMap map = draw(TestLayer.styled("<PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName>"
                        + RED_FILL + "</Mark><Size>20</Size><AnchorPoint><AnchorPointX>0.5</AnchorPointX>"
                        + "<AnchorPointY>0</AnchorPointY></AnchorPoint></Graphic></PointSymbolizer>")
                .with("POINT (5 5)"));

        assertThat(map.argb(50, 35)).isEqualTo(RED);
        assertThat(map.argb(50, 55)).isZero();
    }

    @Test
    void marksAlongALineComeAtEqualDistancesAndTurnWithIt() {
        RenderedMap level = draw(
                TestLayer.styled(STAMPED.formatted("<Rotation>90</Rotation>")).with("LINESTRING (0 5, 10 5)"));
        RenderedMap steep = draw(
                TestLayer.styled(STAMPED.formatted("<Rotation>90</Rotation>")).with("LINESTRING (5 0, 5 10)"));

        // arrows at 10, 30, 50, 70, 90; their shafts are narrow, their heads wide
        for (int x : new int[] {10, 30, 50, 70, 90}) {
            assertThat(level.argb(x, 50)).as("mark at " + x).isEqualTo(RED);
            assertThat(level.argb(x + 10, 50)).as("gap after " + x).isZero();
        }
        assertThat(level.argb(53, 50)).isEqualTo(RED);
        assertThat(level.argb(46, 53)).isZero();
        assertThat(steep.argb(50, 87)).isEqualTo(RED);
        assertThat(steep.argb(50, 80)).isZero();
        assertThat(count(steep, RED)).isBetween(count(level, RED) - 20, count(level, RED) + 20);
    }

    @Test
    void marksOnASharedBorderAreDrawnOnce() {
        String half = STAMPED.formatted("<Opacity>0.5</Opacity>");
        RenderedMap one = draw(TestLayer.styled(half).with("POLYGON ((1 1, 5 1, 5 9, 1 9, 1 1))"));
        RenderedMap two = draw(TestLayer.styled(half)
                .with("POLYGON ((1 1, 5 1, 5 9, 1 9, 1 1))")
                .with("POLYGON ((5 1, 9 1, 9 9, 5 9, 5 1))"));

        for (int y = 15; y < 85; y++) {
            assertThat(two.argb(50, y)).as("row " + y).isEqualTo(one.argb(50, y));
        }
    }

    @Test
    void aLabelAlongALineFollowsIt() {
        String label = "<TextSymbolizer><Label>Sông Hậu</Label><Font><SvgParameter name='font-size'>12</SvgParameter>"
                + "</Font><LabelPlacement><LinePlacement/></LabelPlacement></TextSymbolizer>";
        int[] level = extent(draw(TestLayer.styled(label).with("LINESTRING (0 5, 10 5)")));
        int[] steep = extent(draw(TestLayer.styled(label).with("LINESTRING (5 0, 5 10)")));
        int[] back = extent(draw(TestLayer.styled(label).with("LINESTRING (10 5, 0 5)")));

        assertThat(level[0]).isGreaterThan(40);
        assertThat(level[1]).isLessThan(22);
        assertThat(steep[1]).isGreaterThan(40);
        assertThat(steep[0]).isLessThan(22);
        assertThat(back).as("nobody reads upside down").isEqualTo(level);
    }

    @Test
    void aLabelThatALineHasNoRoomForIsLeftOut() {
        String label = "<TextSymbolizer><Label>Sông Hậu</Label><LabelPlacement><LinePlacement/></LabelPlacement>"
                + "</TextSymbolizer>";

        assertThat(draw(TestLayer.styled(label).with("LINESTRING (4 5, 6 5)")).isOneColor())
                .isTrue();
        assertThat(draw(TestLayer.styled(label).with("LINESTRING (3 5, 4.5 5, 4.5 8, 4.8 8, 4.8 5, 6 5)"))
                        .isOneColor())
                .as("letters would turn by a right angle")
                .isTrue();
    }

    @Test
    void aLabelMayBeRepeatedAlongALongLine() {
        String label = "<TextSymbolizer><Label>QL1</Label><LabelPlacement><LinePlacement/></LabelPlacement>"
                + "<VendorOption name='repeat'>%d</VendorOption></TextSymbolizer>";
        long once = ink(draw(TestLayer.styled(label.formatted(0)).with("LINESTRING (0 5, 10 5)")));
        long often = ink(draw(TestLayer.styled(label.formatted(33)).with("LINESTRING (0 5, 10 5)")));

        assertThat(often).isBetween(once * 3 - once / 5, once * 3 + once / 5);
    }

    @Test
    void aLabelInALongAreaRunsAlongItsMiddle() {
        String label = "<TextSymbolizer><Label>Xã Nhơn Mỹ</Label><LabelPlacement><LinePlacement/></LabelPlacement>"
                + "</TextSymbolizer>";
        int[] extent =
                extent(draw(TestLayer.styled(label).with("POLYGON ((4.2 0.2, 5.8 0.2, 5.8 9.8, 4.2 9.8, 4.2 0.2))")));

        assertThat(extent[1]).isGreaterThan(40);
        assertThat(extent[0]).isLessThan(20);
    }

    @Test
    void aTurnedLabelTurnsClockwiseAboutItsPoint() {
        String label = "<TextSymbolizer><Label>Xã Nhơn Mỹ</Label><LabelPlacement><PointPlacement><AnchorPoint>"
                + "<AnchorPointX>0</AnchorPointX><AnchorPointY>0.5</AnchorPointY></AnchorPoint><Rotation>90</Rotation>"
                + "</PointPlacement></LabelPlacement></TextSymbolizer>";
        RenderedMap map = draw(TestLayer.styled(label).with("POINT (5 8)"));
        int[] extent = extent(map);

        assertThat(extent[1]).isGreaterThan(40);
        assertThat(extent[0]).isLessThan(20);
        assertThat(rows(map, 0, 15)).as("it begins at the point and runs down").isZero();
    }

    @Test
    void whatTakesTooLongIsGivenUp() {
        TestLayer layer = TestLayer.styled("<PolygonSymbolizer>" + RED_FILL + "</PolygonSymbolizer>")
                .with("POLYGON ((1 1, 9 1, 9 9, 1 9, 1 1))");

        assertThatThrownBy(() -> renderer.draw(
                        TestProjection.plain(100, 100, 10),
                        List.of(layer),
                        Deadline.in(Duration.ofNanos(-1), () -> {})))
                .isInstanceOf(DrawingTimeoutException.class);
        assertThat(draw(layer).argb(50, 50)).isEqualTo(RED);
    }

    /** Width and height of what is drawn. */
    private static int[] extent(RenderedMap map) {
        int minX = 1000;
        int maxX = -1;
        int minY = 1000;
        int maxY = -1;
        for (int y = 0; y < map.heightPx(); y++) {
            for (int x = 0; x < map.widthPx(); x++) {
                if (map.argb(x, y) != 0) {
                    minX = Math.min(minX, x);
                    maxX = Math.max(maxX, x);
                    minY = Math.min(minY, y);
                    maxY = Math.max(maxY, y);
                }
            }
        }
        return new int[] {maxX - minX + 1, maxY - minY + 1};
    }

    private static long ink(RenderedMap map) {
        return Arrays.stream(map.pixels()).mapToLong(each -> each >>> 24).sum();
    }

    private static long rows(RenderedMap map, int from, int to) {
        long ink = 0;
        for (int y = from; y < to; y++) {
            for (int x = 0; x < map.widthPx(); x++) {
                ink += map.argb(x, y) >>> 24;
            }
        }
        return ink;
    }
}
