package vn.ruralmap.server.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 8, 0",
        "-0.000000001, 8, 0",
        "105.9, 8, 105.9",
        "-9.00000001, 8, -9.00000001",
        "0.1, 8, 0.1",
        "99.999999999, 8, 100",
        "585123.45678, 4, 585123.4568",
        "100, 4, 100",
        "1e12, 4, 1.0E12"
    })
    void writes_as_many_decimals_as_there_are(double value, int decimals, String text) {
        assertThat(write(value, decimals)).isEqualTo(text);
    }

    @Test
    void agrees_with_big_decimal_on_grid_coordinates() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            double value = Math.round((random.nextDouble() - 0.5) * 360e8) / 1e8;

            assertThat(Double.parseDouble(write(value, 8))).as("seed %d", seed).isEqualTo(value);
            assertThat(new BigDecimal(write(value, 4)))
                    .as("seed %d, value %s", seed, value)
                    .isCloseTo(
                            new BigDecimal(value).setScale(4, RoundingMode.HALF_UP), within(new BigDecimal("0.0001")));
        }
    }

    private static String write(double value, int decimals) {
        char[] buffer = new char[80];
        return new String(buffer, 5, Decimals.write(value, decimals, buffer, 5) - 5);
    }
}
