package vn.ruralmap.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the suites need to find: on each layer more features than a page of theirs, spread over some degrees and some years, with
 * values of every type, of which some are missing.
 */
enum SurveyData {
    AREAS("survey_areas") {
        @Override
        String geometry(double x, double y) {
            return "{\"type\": \"Polygon\", \"coordinates\": [[[%1$s, %2$s], [%3$s, %2$s], [%3$s, %4$s], [%1$s, %4$s], [%1$s, %2$s]]]}"
                    .formatted(x, y, x + 0.5, y + 0.4);
        }
    },
    LINES("survey_lines") {
        @Override
        String geometry(double x, double y) {
            return "{\"type\": \"LineString\", \"coordinates\": [[%s, %s], [%s, %s]]}"
                    .formatted(x, y, x + 0.5, y + 0.4);
        }
    },
    POINTS("survey_points") {
        @Override
        String geometry(double x, double y) {
            return "{\"type\": \"Point\", \"coordinates\": [%s, %s]}".formatted(x, y);
        }
    };

    private static final int FEATURES = 12;

    private final String layer;

    SurveyData(String layer) {
        this.layer = layer;
    }

    String layer() {
        return layer;
    }

    /** @param x longitude. @param y latitude of the south-western corner */
    abstract String geometry(double x, double y);

    /** As GeoJSON. */
    Path write(Path folder) throws IOException {
        String features = IntStream.range(0, FEATURES).mapToObj(this::feature).collect(Collectors.joining(",\n"));
        return Files.writeString(
                folder.resolve(layer + ".geojson"),
                "{\"type\": \"FeatureCollection\", \"features\": [\n" + features + "\n]}\n");
    }

    private String feature(int i) {
        LocalDate since = LocalDate.of(2014 + i / 2, 1 + i, 1 + 2 * i);
        String properties = String.join(
                ", ",
                "\"title\": \"Khảo sát " + (i + 1) + "\"",
                "\"gml_name\": " + (i % 3 == 0 ? "null" : "\"Name " + (i + 1) + "\""),
                "\"amount\": " + 7 * (i + 1),
                "\"share\": " + (i + 1) / 8.0,
                "\"surveyed_on\": \"" + since.plusDays(40L * i) + "\"",
                "\"checked\": " + (i % 2 == 0),
                "\"valid_from\": \"" + since + "\"");
        return "{\"type\": \"Feature\", \"properties\": {" + properties + "}, \"geometry\": "
                + geometry(104.5 + 0.75 * (i % 4), 9.25 + 0.75 * (i / 4)) + "}";
    }
}
