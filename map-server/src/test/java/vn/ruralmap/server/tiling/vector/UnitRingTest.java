package vn.ruralmap.server.tiling.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class UnitRingTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "square, 0 0 9 0 9 9 0 9, true",
        "closed square with points twice in a row, 0 0 9 0 9 0 9 9 0 9 0 0, true",
        "straight on, 0 0 4 0 9 0 9 9 0 9, true",
        "bow tie, 0 0 9 9 9 0 0 5, false",
        "spike, 0 0 9 0 5 0 5 9, false",
        "touches itself at a point, 0 0 9 0 9 9 4 0 0 9, false",
        "comes to a point twice, 0 0 4 4 8 0 8 8 4 4 0 8, false",
        "goes along itself, 0 0 9 0 9 3 2 3 2 0 0 5, false"
    })
    void knowsRingsThatNeitherTouchNorCrossThemselves(String name, String points, boolean isSimple) {
        assertThat(ring(points).isSimple()).isEqualTo(isSimple);
    }

    @Test
    void whatHasNoAreaIsNoRing() {
        assertThat(UnitRing.round(new double[] {0, 0, 5, 5, 9, 9})).isNull();
        assertThat(UnitRing.round(new double[] {0, 0, 0.2, 0.3, -0.4, 0.1, 0.3, 0.3}))
                .isNull();
        assertThat(UnitRing.round(new double[0])).isNull();
    }

    @Test
    void whatIsSimpleIsValidToJts() {
        Random random = new Random(5);
        int simple = 0;
        for (int i = 0; i < 50_000; i++) {
            double[] xy = new double[2 * (3 + random.nextInt(6))];
            int size = 3 + random.nextInt(40);
            for (int j = 0; j < xy.length; j++) {
                xy[j] = random.nextInt(size) - 5;
            }
            UnitRing ring = UnitRing.round(xy);
            if (ring != null && ring.isSimple()) {
                simple++;
                Polygon polygon = FACTORY.createPolygon(ring.toJts(FACTORY));
                assertThat(polygon.isValid()).as("%s", polygon).isTrue();
            } else if (ring != null) {
                Polygon polygon = FACTORY.createPolygon(ring.toJts(FACTORY));
                boolean isPlain = polygon.isValid() && polygon.getExteriorRing().isSimple();
                assertThat(isPlain).as("%s", polygon).isFalse();
            }
        }
        assertThat(simple).isGreaterThan(5_000);
    }

    private static UnitRing ring(String points) {
        String[] numbers = points.split(" ");
        double[] xy = new double[numbers.length];
        for (int i = 0; i < xy.length; i++) {
            xy[i] = Double.parseDouble(numbers[i]);
        }
        return Objects.requireNonNull(UnitRing.round(xy));
    }
}
