package vn.ruralmap.server.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** Images of one degree per ten pixels unless said otherwise; y of pixels grows downwards. */
class DrawingTest {

    private static final String RED = "<Fill><SvgParameter name='fill'>#FF0000</SvgParameter></Fill>";
    private static final String BLUE = "<Fill><SvgParameter name='fill'>#0000FF</SvgParameter></Fill>";
    private static final String BLACK_LINE = "<Stroke><SvgParameter name='stroke-width'>2</SvgParameter></Stroke>";
    private static final int CLEAR = 0;
    private static final int OPAQUE_RED = 0xFFFF0000;
    private static final int OPAQUE_BLUE = 0xFF0000FF;
    private static final int OPAQUE_BLACK = 0xFF000000;

    private final MapRenderer renderer = new MapRenderer();

    private RenderedMap draw(TestLayer... layers) {
        return renderer.draw(TestProjection.plain(100, 100, 10), List.of(layers));
    }

    private static String polygon(String content) {
        return "<PolygonSymbolizer>" + content + "</PolygonSymbolizer>";
    }

    @Test
    void aPolygonIsFilledAndItsHoleIsNot() {
        RenderedMap map = draw(
                TestLayer.styled(polygon(RED)).with("POLYGON ((1 1, 9 1, 9 9, 1 9, 1 1), (4 4, 6 4, 6 6, 4 6, 4 4))"));
        assertThat(map.argb(20, 20)).isEqualTo(OPAQUE_RED);
        assertThat(map.argb(50, 50)).isEqualTo(CLEAR);
        assertThat(map.argb(5, 50)).isEqualTo(CLEAR);
        assertThat(map.isOneColor()).isFalse();
    }

    @Test
    void everyPixelOfACoverageBelongsToExactlyOneArea() {
        String translucent = "<Fill><SvgParameter name='fill'>#FF0000</SvgParameter>"
                + "<SvgParameter name='fill-opacity'>0.5</SvgParameter></Fill>";
        RenderedMap map = draw(TestLayer.styled(polygon(translucent))
                .with("POLYGON ((-1 -1, 3.33 4.77, -1 11, -1 -1))")
                .with("POLYGON ((-1 -1, 11 -1, 11 2.22, 3.33 4.77, -1 -1))")
                .with("POLYGON ((-1 11, 3.33 4.77, 11 2.22, 11 11, -1 11))"));
        assertThat(map.pixels()).containsOnly(Pixels.multiplied(0xFF0000, 0.5));
    }

    @Test
    void aPolygonMuchLargerThanTheImageFillsIt() {
        RenderedMap map = draw(TestLayer.styled(polygon(RED + BLACK_LINE))
                .with("POLYGON ((-170 -80, 170 -80, 170 80, -170 80, -170 -80))"));
        assertThat(map.pixels()).containsOnly(OPAQUE_RED);
    }

    @Test
    void anAreaSmallerThanAPixelIsOnePixel() {
        RenderedMap map = draw(TestLayer.styled(polygon(RED + BLACK_LINE))
                .with("POLYGON ((5.01 5.01, 5.02 5.01, 5.02 5.02, 5.01 5.01))"));
        assertThat(map.pixels()).containsOnlyOnce(OPAQUE_RED);
    }

    @Test
    void bordersLieOverTheFillsOfLaterFeatures() {
        RenderedMap map = draw(TestLayer.styled(polygon(RED + BLACK_LINE))
                .with("POLYGON ((1 1, 5 1, 5 9, 1 9, 1 1))")
                .with("POLYGON ((5 1, 9 1, 9 9, 5 9, 5 1))"));
        assertThat(map.argb(49, 50)).isEqualTo(OPAQUE_BLACK);
        assertThat(map.argb(50, 50)).isEqualTo(OPAQUE_BLACK);
        assertThat(map.argb(47, 50)).isEqualTo(OPAQUE_RED);
    }

    @Test
    void aBorderOfTwoAreasIsAsDarkAsThatOfOne() {
        String translucent = "<Stroke><SvgParameter name='stroke-width'>2</SvgParameter>"
                + "<SvgParameter name='stroke-opacity'>0.5</SvgParameter></Stroke>";
        RenderedMap map = draw(TestLayer.styled(polygon(translucent))
                .with("POLYGON ((1 1, 5 1, 5 9, 1 9, 1 1))")
                .with("POLYGON ((5 1, 9 1, 9 9, 5 9, 5 1))"));
        assertThat(map.argb(50, 50)).isEqualTo(map.argb(10, 50)).isEqualTo(0x80000000);
    }

    @Test
    void aBorderOfAreasOfTwoRulesIsAsDarkAsThatOfOneIfTheirLinesAreAlike() {
        String translucent = "<Stroke><SvgParameter name='stroke-width'>2</SvgParameter>"
                + "<SvgParameter name='stroke-opacity'>0.5</SvgParameter></Stroke>";
        String rules = "<Rule><Filter><PropertyIsEqualTo><PropertyName>kind</PropertyName><Literal>xã</Literal>"
                + "</PropertyIsEqualTo></Filter>" + polygon(translucent) + "</Rule><Rule><ElseFilter/>"
                + polygon(translucent) + "</Rule>";
        RenderedMap map = draw(TestLayer.styled(rules)
                .with("POLYGON ((1 1, 5 1, 5 9, 1 9, 1 1))", "kind", "xã")
                .with("POLYGON ((5 1, 9 1, 9 9, 5 9, 5 1))", "kind", "phường"));
        assertThat(map.argb(50, 50)).isEqualTo(map.argb(10, 50)).isEqualTo(0x80000000);
    }

    @Test
    void rulesChooseByFilterAndTheRestFallsToElse() {
        String rules = "<Rule><Filter><PropertyIsEqualTo><PropertyName>kind</PropertyName><Literal>xã</Literal>"
                + "</PropertyIsEqualTo></Filter>" + polygon(RED) + "</Rule><Rule><ElseFilter/>" + polygon(BLUE)
                + "</Rule>";
        RenderedMap map = draw(TestLayer.styled(rules)
                .with("POLYGON ((0 0, 5 0, 5 10, 0 10, 0 0))", "kind", "xã")
                .with("POLYGON ((5 0, 10 0, 10 10, 5 10, 5 0))", "kind", "phường"));
        assertThat(map.argb(20, 50)).isEqualTo(OPAQUE_RED);
        assertThat(map.argb(80, 50)).isEqualTo(OPAQUE_BLUE);
    }

    @Test
    void aRuleOutsideItsScalesDrawsNothingAndAsksForNothing() {
        TestLayer layer = TestLayer.styled(
                        "<Rule><MaxScaleDenominator>1000</MaxScaleDenominator>" + polygon(RED) + "</Rule>")
                .with("POLYGON ((0 0, 5 0, 5 10, 0 10, 0 0))");
        assertThat(draw(layer).isOneColor()).isTrue();
        assertThat(layer.queries()).isZero();
    }

    @Test
    void aHatchRunsOnInTheNeighbouringImage() {
        TestLayer layer = TestLayer.styled(polygon("<Fill><GraphicFill><Graphic><Mark>"
                        + "<WellKnownName>shape://slash</WellKnownName>" + BLACK_LINE
                        + "</Mark><Size>7</Size></Graphic></GraphicFill></Fill>"))
                .with("POLYGON ((-9 -9, 30 -9, 30 30, -9 30, -9 -9))");
        RenderedMap whole = renderer.draw(view(0, 200), List.of(layer));
        RenderedMap right = renderer.draw(view(100, 100), List.of(layer));
        for (int x = 0; x < 100; x++) {
            assertThat(right.argb(x, 50)).as("pixel " + x).isEqualTo(whole.argb(100 + x, 50));
        }
        assertThat(whole.pixels()).contains(CLEAR, OPAQUE_BLACK);
    }

    @Test
    void dashesRunOnInTheNeighbouringImage() {
        TestLayer layer = TestLayer.styled("<LineSymbolizer><Stroke><SvgParameter name='stroke-width'>2</SvgParameter>"
                        + "<SvgParameter name='stroke-dasharray'>7 4</SvgParameter></Stroke></LineSymbolizer>")
                .with("LINESTRING (-3.21 5, 1 5.5, 5 4.2, 40 5.1)");
        RenderedMap whole = renderer.draw(view(0, 200), List.of(layer));
        RenderedMap right = renderer.draw(view(100, 100), List.of(layer));
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                // Where a line is cut, the last step of anti-aliasing may differ; a gap against a dash would be 255.
                assertThat(right.argb(x, y) >>> 24)
                        .isCloseTo(whole.argb(100 + x, y) >>> 24, org.assertj.core.data.Offset.offset(17));
            }
        }
    }

    @Test
    void linesAndMarksGrowWithTheDensity() {
        TestLayer layer = TestLayer.styled("<PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName>" + RED
                        + "</Mark><Size>10</Size></Graphic></PointSymbolizer>")
                .with("POINT (5 5)");
        long usual = pixelsOf(draw(layer), OPAQUE_RED);
        MapView plain = TestProjection.plain(100, 100, 10);
        MapView dense =
                new MapView(100, 100, plain.bounds(), plain.projection(), 1000, 2 * MapView.STANDARD_DPI, null, "vi");
        assertThat(usual).isBetween(81L, 121L);
        assertThat(pixelsOf(renderer.draw(dense, List.of(layer)), OPAQUE_RED)).isBetween(361L, 441L);
    }

    @Test
    void theBackgroundShowsWhereNothingIsDrawn() {
        MapView view =
                new MapView(10, 10, new Envelope(0, 1, 0, 1), TestProjection.PLATE_CARREE, 1, 90, Color.PINK, "vi");
        RenderedMap map = renderer.draw(view, List.of());
        assertThat(map.pixels()).containsOnly(Color.PINK.getRGB());
        assertThat(map.isOneColor()).isTrue();
    }

    private static MapView view(int fromPx, int widthPx) {
        return new MapView(
                widthPx,
                100,
                new Envelope(fromPx / 10.0, (fromPx + widthPx) / 10.0, 0, 10),
                TestProjection.PLATE_CARREE,
                1000,
                MapView.STANDARD_DPI,
                null,
                "vi");
    }

    private static long pixelsOf(RenderedMap map, int argb) {
        return java.util.Arrays.stream(map.pixels())
                .filter(color -> color == argb)
                .count();
    }
}
