package vn.ruralmap.layers.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IsometricLatitudeTest {

    private static final double EARTH_RADIUS_METRES = 6378137;

    private static double exact(double latitude) {
        double sine = StrictMath.sin(StrictMath.toRadians(latitude));
        return 0.5 * StrictMath.log((1 + sine) / (1 - sine));
    }

    @Test
    void everyLatitudeOfTheMapIsRightToATenthOfAMicrometre() {
        Random random = new Random(3857);
        for (int i = 0; i < 200_000; i++) {
            double latitude = (random.nextDouble() - 0.5) * 2 * 85.0511288;
            assertThat(IsometricLatitude.of(latitude) * EARTH_RADIUS_METRES)
                    .as("latitude " + latitude)
                    .isCloseTo(exact(latitude) * EARTH_RADIUS_METRES, within(1e-7));
        }
    }

    @Test
    void thePointsOfTheTableAndTheMiddlesBetweenThemAreRight() {
        for (int i = -85 * 128; i <= 85 * 128; i++) {
            assertThat(IsometricLatitude.of(i / 128.0)).isCloseTo(exact(i / 128.0), within(2e-14));
        }
    }

    @Test
    void whatIsNoNumberStaysNone() {
        assertThat(IsometricLatitude.of(Double.NaN)).isNaN();
    }
}
