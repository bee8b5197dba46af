package vn.ruralmap.layers.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One corpus of definitions as programs write them: what each must be understood as, and where a known point lands. */
class PrjDialectsTest {

    /** One definition. @param lonLat of a known point @param xy of it in the system @param warning part of one; empty: none */
    record Dialect(String title, String code, double[] lonLat, double[] xy, String warning, String wkt) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Dialect> corpus() throws IOException {
        String text;
        try (InputStream in = Objects.requireNonNull(PrjDialectsTest.class.getResourceAsStream("prj-dialects.txt"))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Dialect> dialects = new ArrayList<>();
        for (String entry : text.split("(?m)^# ")) {
            String[] line = entry.split("\n", 3);
            if (line.length == 3) {
                String[] expected = line[1].split("\\|", -1);
                dialects.add(new Dialect(
                        line[0].strip(),
                        expected[0].strip(),
                        pair(expected[1]),
                        pair(expected[2]),
                        expected[3].strip(),
                        line[2].strip()));
            }
        }
        return dialects.stream();
    }

    private static double[] pair(String text) {
        String[] part = text.strip().split(" ");
        return new double[] {Double.parseDouble(part[0]), Double.parseDouble(part[1])};
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void aDefinitionIsUnderstoodInEveryDialect(Dialect dialect) throws UnknownSystemException {
        DeclaredSystem found = DeclaredSystems.fromWkt(dialect.wkt());

        assertThat(found.system().code()).isEqualTo(dialect.code());
        double[] point = dialect.lonLat().clone();
        found.system().fromLonLat(point, 0, point, 0, 1);
        // GDAL and GeoTools differ by a millimetre in the shift of a datum that is itself good to 10 m
        double metres = dialect.warning().equals("10 m") ? 0.002 : 0.001;
        double tolerance = Math.abs(dialect.xy()[0]) < 400 ? 1.5e-8 : metres;
        assertThat(point[0]).isCloseTo(dialect.xy()[0], within(tolerance));
        assertThat(point[1]).isCloseTo(dialect.xy()[1], within(tolerance));
        if (dialect.warning().isEmpty()) {
            assertThat(found.warnings()).isEmpty();
        } else {
            assertThat(found.warnings())
                    .anySatisfy(text -> assertThat(text.en()).contains(dialect.warning()));
        }
    }

    @Test
    void theCorpusHasTheDialectsOfEveryProgram() throws IOException {
        assertThat(corpus()).hasSizeGreaterThan(40);
    }
}
