package vn.ruralmap.server.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class LabelTest {

    private static final String LABEL = "<TextSymbolizer><Label><PropertyName>name</PropertyName></Label>"
            + "<Halo><Fill><SvgParameter name='fill'>#FFFF00</SvgParameter></Fill></Halo>%s</TextSymbolizer>";
    private static final int INK = 0xFF000000;
    private static final int HALO = 0xFFFFFF00;

    private final MapRenderer renderer = new MapRenderer();

    private static TestLayer labelled(String more) {
        return TestLayer.styled(String.format(LABEL, more));
    }

    /** Mostly letter and little halo: few pixels of thin letters are all ink. */
    private static boolean isInk(int color) {
        return color >>> 24 == 255 && (color >> 16 & 0xFF) < 128;
    }

    private static long inkOf(RenderedMap map) {
        return java.util.Arrays.stream(map.pixels()).filter(LabelTest::isInk).count();
    }

    @Test
    void theFontHasAllVietnameseLetters() {
        String vowels = "aăâeêioôơuưy";
        String tones = "\u0300\u0301\u0303\u0309\u0323";
        StringBuilder letters = new StringBuilder("bcdđghklmnpqrstvxfjwz0123456789-–.,()/&'…²");
        for (char vowel : vowels.toCharArray()) {
            letters.append(vowel);
            for (char tone : tones.toCharArray()) {
                letters.append(Normalizer.normalize("" + vowel + tone, Normalizer.Form.NFC));
            }
        }
        String all = letters.toString() + letters.toString().toUpperCase(java.util.Locale.ROOT);
        assertThat(all.codePoints().filter(letter -> !MapFonts.MEDIUM.has(letter)))
                .isEmpty();
        assertThat(all.codePoints().filter(letter -> !MapFonts.SEMI_BOLD.has(letter)))
                .isEmpty();
        assertThat(all.codePoints().filter(letter -> MapFonts.MEDIUM
                        .outline(Character.toString(letter), 20)
                        .getBounds2D()
                        .isEmpty()))
                .isEmpty();
    }

    @Test
    void letterWithTwoDiacriticsIsHigherThanWithOneAndThatThanWithNone() {
        double plain = top("E");
        assertThat(top("Ê")).isLessThan(plain - 1);
        assertThat(top("Ế")).isLessThan(top("Ê") - 0.5);
        assertThat(MapFonts.MEDIUM.outline("Ệ", 20).getBounds2D().getMaxY()).isGreaterThan(1);
    }

    private static double top(String letter) {
        return MapFonts.MEDIUM.outline(letter, 20).getBounds2D().getMinY();
    }

    @Test
    void aLabelHasAHaloAndStandsInTheMiddleOfItsArea() {
        RenderedMap map = renderer.draw(
                TestProjection.plain(200, 100, 10),
                List.of(labelled("").with("POLYGON ((0 0, 20 0, 20 10, 0 10, 0 0))", "name", "Kế Sách")));
        long left = 0;
        for (int y = 40; y < 60; y++) {
            for (int x = 60; x < 100; x++) {
                left += isInk(map.argb(x, y)) ? 1 : 0;
            }
        }
        assertThat(inkOf(map)).isGreaterThan(40);
        assertThat(left).isBetween(inkOf(map) * 3 / 10, inkOf(map) * 7 / 10);
        assertThat(map.pixels()).contains(HALO);
        assertThat(map.argb(100, 20)).isZero();
    }

    @Test
    void aDecomposedNameIsDrawnLikeAComposedOne() {
        String name = "Phường Ngã Năm";
        int[] composed = drawName(Normalizer.normalize(name, Normalizer.Form.NFC));
        assertThat(drawName(Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(composed);
    }

    private int[] drawName(String name) {
        return renderer.draw(
                        TestProjection.plain(200, 100, 10), List.of(labelled("").with("POINT (10 5)", "name", name)))
                .pixels();
    }

    @Test
    void aNameThatDoesNotFitItsAreaIsLeftOut() {
        String area = "POLYGON ((5 5, 7 5, 7 7, 5 7, 5 5))";
        MapView view = TestProjection.plain(200, 100, 10);
        assertThat(renderer.draw(view, List.of(labelled("").with(area, "name", "Xã Lịch Hội Thượng")))
                        .isOneColor())
                .isTrue();
        String anyway = "<VendorOption name='goodnessOfFit'>0</VendorOption>";
        assertThat(renderer.draw(view, List.of(labelled(anyway).with(area, "name", "Xã Lịch Hội Thượng")))
                        .isOneColor())
                .isFalse();
    }

    @Test
    void aLongNameIsBrokenIntoLines() {
        LabelLook look = new LabelLook(MapFonts.MEDIUM, false, 12, INK, 0, 0, 100);
        LabelText.Cache texts = new LabelText.Cache();
        LabelText oneLine = texts.get("Cù Lao Dung", look);
        LabelText threeLines = texts.get("Khu du lịch sinh thái Vườn cò Tân Long", look);
        assertThat(threeLines.widthPx).isLessThanOrEqualTo(100);
        assertThat(threeLines.heightPx).isGreaterThan(2 * oneLine.heightPx);
    }

    @Test
    void ofTwoNamesInOnePlaceTheMoreImportantIsDrawn() {
        String byNumber = "<Priority><PropertyName>rank</PropertyName></Priority>";
        MapView view = TestProjection.plain(200, 100, 10);
        int[] alone = renderer.draw(
                        view, List.of(labelled(byNumber).with("POINT (10 5)", "name", "Bến Tre", "rank", 9)))
                .pixels();
        int[] both = renderer.draw(
                        view,
                        List.of(labelled(byNumber)
                                .with("POINT (10.5 5)", "name", "Sóc Trăng", "rank", 1)
                                .with("POINT (10 5)", "name", "Bến Tre", "rank", 9)))
                .pixels();
        assertThat(both).isEqualTo(alone);
    }

    @Test
    void neighbouringImagesAgreeAboutEveryLabel() {
        for (long seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            TestLayer layer = labelled("<VendorOption name='autoWrap'>60</VendorOption>");
            for (int i = 0; i < 2000; i++) {
                layer.with(
                        new GeometryFactory()
                                .createPoint(
                                        new Coordinate(random.nextDouble() * 120 - 40, random.nextDouble() * 90 - 40)),
                        Map.of("name", "Ấp Phú Thọ " + i));
            }
            RenderedMap whole = renderer.draw(part(0, 400), List.of(layer));
            for (int from = 0; from < 400; from += 100) {
                RenderedMap part = renderer.draw(part(from, 100), List.of(layer));
                for (int y = 0; y < 100; y++) {
                    for (int x = 0; x < 100; x++) {
                        assertThat(part.argb(x, y))
                                .as("seed %d, pixel %d, %d of the part from %d", seed, x, y, from)
                                .isEqualTo(whole.argb(from + x, y));
                    }
                }
            }
        }
    }

    private static MapView part(int fromPx, int widthPx) {
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
}
