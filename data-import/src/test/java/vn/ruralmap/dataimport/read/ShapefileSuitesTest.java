package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The test files of five other readers of shapefiles. MANIFEST.csv gives per .shp the records a raw parse found, how
 * many are null shapes, and the rows of the table.
 */
class ShapefileSuitesTest {
    private static final Duration TIME_PER_FILE = Duration.ofSeconds(5);

    /** Not shapefiles at all, whatever their name. */
    private static final Map<String, String> REFUSED = Map.of(
            "nts-io-esri/TestShapefiles/christchurch-canterbury-h.shp", "SHP_BROKEN",
            "shapefile-js/bad.shp", "SHP_BROKEN",
            "shapefile-js/badzip.zip", "FORMAT_UNKNOWN",
            "shapefile-js/noshp.zip", "ZIP_WITHOUT_DATA");

    /** Geometry lost beyond the null shapes of the file, and why. */
    private static final Map<String, Integer> LOST = Map.of(
            // Triangle strips.
            "fiona/test_tin.shp", 1,
            "shapelib/multipatch.shp", 1,
            // A ring of two points.
            "nts-io-esri/TestShapefiles/Victoria North.shp", 1,
            // ArcMap writes an empty point as -1.8e308.
            "nts-io-esri/TestShapefiles/fields_utf8.shp", 1,
            "nts-io-esri/arcmap/shp/fields_utf8.shp", 1);

    private static final Path SUITES = suites();

    private static Path suites() {
        String folder = System.getenv("RURALMAP_SHARED_DATA");
        Path data = folder == null ? Path.of("../../shared/data") : Path.of(folder);
        return data.resolve("shp_suites");
    }

    private static boolean areThere() {
        return Files.isRegularFile(SUITES.resolve("MANIFEST.csv"));
    }

    /** Alone to be skipped where a reader of the report sees it; factories without files give no tests. */
    @Test
    void the_suites_are_there() {
        assumeTrue(
                areThere(),
                () -> "skipped: no " + SUITES.toAbsolutePath()
                        + "; set RURALMAP_SHARED_DATA to the folder that has it");
    }

    @TestFactory
    Stream<DynamicTest> every_shapefile_gives_its_records_or_is_refused() throws IOException {
        if (!areThere()) {
            return Stream.empty();
        }
        return manifest(SUITES.resolve("MANIFEST.csv")).entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String path = entry.getKey();
                    List<String> expected = entry.getValue();
                    if (REFUSED.containsKey(path)) {
                        assertThat(codeOfRefusal(SUITES.resolve(path))).isEqualTo(REFUSED.get(path));
                        return;
                    }
                    Reading reading = readInTime(SUITES.resolve(path));
                    int nullShapes = Integer.parseInt(expected.get(4)) + LOST.getOrDefault(path, 0);
                    assertThat(reading.records()).as("records").hasSize(Integer.parseInt(expected.get(3)));
                    assertThat(reading.records().stream().filter(r -> r.geometry() == null))
                            .as("records without geometry")
                            .hasSize(nullShapes);
                    if (!expected.get(12).isEmpty()) {
                        assertThat(reading.info().fields()).as("fields").hasSize(Integer.parseInt(expected.get(12)));
                    }
                    assertTellsOfLoss(reading, expected.get(expected.size() - 1));
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_zip_gives_as_many_records_as_its_shapefile_loose_or_is_refused() throws IOException {
        if (!areThere()) {
            return Stream.empty();
        }
        Map<String, Integer> records = Map.ofEntries(
                Map.entry("coutwildrnp.zip", 67),
                Map.entry("WallaceMonument.zip", 1),
                Map.entry("SHP_Exclude.zip", 1),
                Map.entry("T8Th4_6n.zip", 1),
                Map.entry("codepage.zip", 2),
                Map.entry("counties.zip", 14),
                Map.entry("mixedcase.zip", 40),
                Map.entry("no-dbf.zip", 14),
                Map.entry("qgis.zip", 2),
                Map.entry("senate.zip", 40),
                Map.entry("train_stations.zip", 361),
                Map.entry("utf.zip", 2),
                Map.entry("zero-len-line.zip", 3));
        List<Path> zips;
        try (Stream<Path> files = Files.walk(SUITES)) {
            zips = files.filter(f -> f.toString().endsWith(".zip")).toList();
        }
        return zips.stream()
                .map(zip -> DynamicTest.dynamicTest(zip.getFileName().toString(), () -> {
                    String refused = REFUSED.get(SUITES.relativize(zip).toString());
                    if (refused != null) {
                        assertThat(codeOfRefusal(zip)).isEqualTo(refused);
                    } else {
                        assertThat(readInTime(zip).records())
                                .hasSize(records.get(zip.getFileName().toString()));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> known_letters_come_out_right() {
        if (!areThere()) {
            return Stream.empty();
        }
        Map<String, String> texts = new TreeMap<>();
        texts.put("mbostock-shapefile/latin1-property.shp", "México");
        texts.put("mbostock-shapefile/utf8-property.shp", "ηελλο ςορλδ");
        texts.put("shapefile-js/codepage.shp", "Hněvošický háj");
        return texts.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> assertThat(
                                readInTime(SUITES.resolve(entry.getKey())).records())
                        .flatExtracting(SourceRecord::values)
                        .contains(entry.getValue())));
    }

    private static void assertTellsOfLoss(Reading reading, String notes) {
        if (notes.contains("overruns (len -")) {
            assertThat(reading.findings()).as("data is missing").contains("2 SHP_BROKEN");
        }
        if (notes.contains("header length")) {
            assertThat(reading.findings()).contains("0 SHP_LENGTH_DIFFERS");
        }
    }

    private static Reading readInTime(Path file) {
        return Assertions.assertTimeoutPreemptively(TIME_PER_FILE, () -> Reading.of(file));
    }

    private static String codeOfRefusal(Path file) {
        return Assertions.assertTimeoutPreemptively(TIME_PER_FILE, () -> {
            try {
                Reading.of(file);
                return "read";
            } catch (UnreadableSourceException e) {
                assertThat(e.text().vi()).isNotBlank();
                return e.code();
            }
        });
    }

    /** Path to columns; quotes may span lines. */
    private static Map<String, List<String>> manifest(Path csv) throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : Files.readString(csv).toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    rows.put(row.get(0), row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        rows.remove("path");
        return rows;
    }
}
