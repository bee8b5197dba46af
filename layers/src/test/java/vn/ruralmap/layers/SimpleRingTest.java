package vn.ruralmap.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.layers.model.SimpleRing;

class SimpleRingTest {

    private static Geometry wkt(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON ((0 0, 4 0, 0 3, 0 0))",
                "MULTIPOLYGON (((0 0, 4 0, 4 3, 0 3, 0 0)))",
                "POLYGON ((0 0, 2 0, 4 0, 4 4, 0 4, 0 2, 0 0))",
                "POLYGON ((0 0, 4 0, 4 1, 1 1, 1 3, 4 3, 4 4, 0 4, 0 0))"
            })
    void ringsThatNeitherTouchNorCrossThemselvesAreCertain(String wkt) {
        assertThat(SimpleRing.isCertain(wkt(wkt))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))",
                "POLYGON ((0 0, 4 0, 4 4, 2 0, 0 4, 0 0))",
                "POLYGON ((0 0, 4 0, 8 0, 4 0, 4 4, 0 0))",
                "POLYGON ((0 0, 4 0, 4 4, 4 0, 0 0))",
                "POLYGON ((0 0, 4 0, 4 0, 4 4, 0 0))",
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))",
                "MULTIPOLYGON (((0 0, 4 0, 4 3, 0 0)), ((0 0, 4 0, 4 3, 0 0)))",
                "POLYGON EMPTY",
                "POINT (1 1)"
            })
    void whatTouchesCrossesRepeatsOrHasMorePartsIsNot(String wkt) {
        assertThat(SimpleRing.isCertain(wkt(wkt))).isFalse();
    }

    @Test
    void noRandomRingIsCertainAndInvalid() {
        Random random = new Random(20250701);
        int certain = 0;
        for (int i = 0; i < 20_000; i++) {
            int corners = 3 + random.nextInt(6);
            Coordinate[] ring = new Coordinate[corners + 1];
            for (int c = 0; c < corners; c++) {
                // few different places, so that rings touch, repeat and fold
                ring[c] = new Coordinate(random.nextInt(6), random.nextInt(6));
            }
            ring[corners] = ring[0];
            Geometry polygon = new GeometryFactory().createPolygon(ring);
            if (SimpleRing.isCertain(polygon)) {
                certain++;
                assertThat(polygon.isValid()).as(polygon.toText()).isTrue();
            }
        }
        assertThat(certain).isGreaterThan(1_000);
    }
}
