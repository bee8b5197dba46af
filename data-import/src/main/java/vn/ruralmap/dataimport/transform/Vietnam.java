package vn.ruralmap.dataimport.transform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Where the data of this map can lie, and the axes its provinces use. */
final class Vietnam {

    /** Mainland, Hoàng Sa and Trường Sa, with a margin. */
    private static final Envelope BOX = new Envelope(101, 119, 5, 24);
    /** Narrower: where numbers without a coordinate system are believed to be degrees. */
    private static final Envelope DEGREES = new Envelope(102, 118, 6, 24);

    private Vietnam() {}

    static boolean contains(Envelope lonLat) {
        return BOX.contains(lonLat);
    }

    static boolean contains(Coordinate lonLat) {
        return BOX.contains(lonLat);
    }

    static boolean looksLikeDegrees(Coordinate numbers) {
        return DEGREES.contains(numbers);
    }

    /** For people: each axis with its code and its provinces. */
    static String listAxes() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Vietnam.class.getResourceAsStream("vn2000-axes.csv")),
                StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", 3))
                    .map(part -> part[1] + " (" + part[0] + "): " + part[2])
                    .toList();
            return lines.stream().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
