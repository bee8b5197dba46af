package vn.ruralmap.layers.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class LoneSegmentsTest {

    @Test
    void theOuterBorderOfACoverageIsLoneWhateverTheDirectionOfItsRings() {
        LoneSegments segments = of(
                "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))",
                "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))",
                "POLYGON ((2 0, 2 1, 3 1, 3 0, 2 0))");
        assertThat(segments.of(0)).isEqualTo(bits(0, 2, 3));
        assertThat(segments.of(1)).isEqualTo(bits(0, 2));
        assertThat(segments.of(2)).isEqualTo(bits(1, 2, 3));
    }

    @Test
    void aHoleSharesItsBorderWithWhatFillsIt() {
        LoneSegments segments = of(
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))",
                "POLYGON ((3 3, 3 6, 6 6, 6 3, 3 3))");
        assertThat(segments.of(0)).isEqualTo(bits(0, 1, 2, 3));
        assertThat(segments.of(1)).isEqualTo(bits());
    }

    @Test
    void segmentsAreCountedThroughAllParts() {
        LoneSegments segments = of(
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 0, 6 0, 6 1, 5 1, 5 0)))",
                "POLYGON ((6 0, 7 0, 7 1, 6 1, 6 0))");
        assertThat(segments.of(0)).isEqualTo(bits(0, 1, 2, 3, 5, 6));
    }

    @Test
    void aBorderThatTheNeighbourHasAnotherVertexOnIsLone() {
        LoneSegments segments = of("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0.5, 1 0))");
        assertThat(segments.of(0)).isEqualTo(bits(0, 1, 2, 3));
        assertThat(segments.of(1)).isEqualTo(bits(0, 1, 2, 3, 4));
    }

    private static LoneSegments of(String... wkt) {
        Geometry[] geometries = Arrays.stream(wkt).map(LoneSegmentsTest::read).toArray(Geometry[]::new);
        return new LoneSegments(
                geometries, box -> IntStream.range(0, geometries.length).toArray());
    }

    private static Geometry read(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wkt, wrong);
        }
    }

    private static BitSet bits(int... numbers) {
        BitSet bits = new BitSet();
        Arrays.stream(numbers).forEach(bits::set);
        return bits;
    }
}
