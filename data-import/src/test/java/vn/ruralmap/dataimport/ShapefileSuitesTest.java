package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import vn.ruralmap.dataimport.ImportOptions.Handling;
import vn.ruralmap.dataimport.ImportOptions.Reading;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.read.ReadOptions;
import vn.ruralmap.dataimport.read.Source;
import vn.ruralmap.dataimport.read.SourceField;
import vn.ruralmap.dataimport.read.SourceFiles;
import vn.ruralmap.dataimport.read.SourceRecord;
import vn.ruralmap.dataimport.read.UnreadableSourceException;
import vn.ruralmap.layers.RealData;
import vn.ruralmap.layers.model.Issue;

/**
 * The test files of five other readers of shapefiles, read and imported (dry). {@code shapefile-suites.tsv} tells what
 * comes of each, and why where that is less than GDAL gives. After a change, {@code -Dsuites.update} writes it anew, to be
 * looked through by eye.
 */
class ShapefileSuitesTest {

    private static final Duration TIME_PER_FILE = Duration.ofSeconds(60);
    private static final String TABLE = "src/test/resources/vn/ruralmap/dataimport/shapefile-suites.tsv";

    /**
     * What is to come of a file.
     *
     * @param gdal rows that GDAL 3.6 reads, or refused
     * @param read rows, rows without geometry and codes; or the code of the refusal
     * @param imported outcome and codes
     * @param moved the same, for the geometry of the file moved into Vietnam
     * @param why empty: as it should be
     */
    private record Expected(String gdal, String read, String imported, String moved, String why) {

        private static Expected of(String[] cells) {
            return new Expected(cells[1], cells[2], cells[3], cells[4], cells[5]);
        }
    }

    private static Importing importing;
    private static Path work;
    private static Path suites;

    @BeforeAll
    static void openStore(@TempDir Path folder) {
        suites = RealData.folder("shp_suites");
        work = folder;
        importing = new Importing(folder);
    }

    @AfterAll
    static void closeStore() {
        if (importing != null) {
            importing.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> ofEachFileComesWhatTheTableTells() throws IOException {
        Map<String, Expected> table = table();
        List<String> files = files();
        if (System.getProperty("suites.update") != null) {
            update(files, table);
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("every file is in the table", () -> assertThat(table.keySet())
                        .containsExactlyInAnyOrderElementsOf(files))),
                files.stream()
                        .map(path -> DynamicTest.dynamicTest(path, () -> {
                            Expected expected = table.get(path);
                            assertThat(inTime(() -> read(path))).as("read").isEqualTo(expected.read());
                            assertThat(inTime(() -> imported(path)))
                                    .as("imported")
                                    .isEqualTo(expected.imported());
                            assertThat(inTime(() -> moved(path))).as("moved").isEqualTo(expected.moved());
                        })));
    }

    @Test
    void whatGdalReadsAndWeDoNotHasAReason() throws IOException {
        assertThat(table()).allSatisfy((path, expected) -> {
            String rows = expected.read().split(" ")[0];
            assertThat(rows.equals(expected.gdal()) || !expected.why().isBlank())
                    .as("GDAL reads %s rows, we %s", expected.gdal(), rows)
                    .isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> knownLettersComeOutRight() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("mbostock-shapefile/latin1-property.shp", "México");
        texts.put("mbostock-shapefile/utf8-property.shp", "ηελλο ςορλδ");
        texts.put("shapefile-js/codepage.shp", "Hněvošický háj");
        return texts.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    List<Object> values = new ArrayList<>();
                    try (Source source = SourceFiles.open(suites.resolve(entry.getKey()), ReadOptions.defaults())) {
                        source.forEach(row -> values.addAll(row.values()));
                    }
                    assertThat(values).contains(entry.getValue());
                }));
    }

    private static String inTime(org.junit.jupiter.api.function.ThrowingSupplier<String> work) {
        return Assertions.assertTimeoutPreemptively(TIME_PER_FILE, work);
    }

    private static String read(String path) throws IOException {
        List<SourceRecord> rows = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        try (Source source = SourceFiles.open(suites.resolve(path), ReadOptions.defaults())) {
            source.forEach(rows::add);
            issues.addAll(source.issues());
        } catch (UnreadableSourceException e) {
            assertThat(e.text().vi()).isNotBlank();
            return e.code();
        }
        rows.forEach(row -> issues.addAll(row.issues()));
        long empty = rows.stream().filter(row -> row.geometry() == null).count();
        Map<String, Integer> codes = new TreeMap<>();
        issues.forEach(issue -> codes.merge(issue.code(), 1, Integer::sum));
        return rows.size() + " " + (empty == 0 ? "" : empty + " without geometry ") + list(codes);
    }

    /** Into the layer that takes points and areas, the first field as its name. */
    private static String imported(String path) throws Exception {
        Path file = suites.resolve(path);
        Map<String, String> fields = new TreeMap<>();
        try (Source source = SourceFiles.open(file, ReadOptions.defaults())) {
            List<SourceField> all = source.info().fields();
            if (!all.isEmpty()) {
                fields.put(all.get(0).name(), "name");
            }
        } catch (UnreadableSourceException e) {
            assertThat(e.code()).isNotBlank();
        }
        ImportOptions options = ImportOptions.of(file, "tourism_sites", "Lan")
                .withFields(fields)
                .withHandling(new Handling(true, false));
        ImportResult result = importing.pipeline(importing.store).run(options, ImportProgress.none());
        Map<String, Integer> codes = new TreeMap<>(result.report().findings().counts());
        return result.outcome() + " " + list(codes);
    }

    /** Most lie abroad or nobody knows where, so that only this brings their geometry through all checks. */
    private static String moved(String path) throws Exception {
        List<Geometry> lands = new ArrayList<>();
        Envelope extent = new Envelope();
        try (Source source = SourceFiles.open(suites.resolve(path), ReadOptions.defaults())) {
            source.forEach(row -> {
                if (row.geometry() != null) {
                    lands.add(row.geometry());
                    extent.expandToInclude(row.geometry().getEnvelopeInternal());
                }
            });
        } catch (UnreadableSourceException e) {
            return "";
        }
        if (lands.isEmpty()) {
            return "";
        }
        double side = Math.max(1e-9, Math.max(extent.getWidth(), extent.getHeight()));
        AffineTransformation move = AffineTransformation.translationInstance(-extent.getMinX(), -extent.getMinY())
                .scale(0.4 / side, 0.4 / side)
                .translate(105.8, 10);
        StringBuilder csv = new StringBuilder("ten;wkt\n");
        for (int i = 0; i < lands.size(); i++) {
            csv.append("Điểm ")
                    .append(i + 1)
                    .append(';')
                    .append(move.transform(lands.get(i)))
                    .append('\n');
        }
        Path file = Files.writeString(work.resolve("moved.csv"), csv);
        ImportOptions options = ImportOptions.of(file, "tourism_sites", "Lan")
                .withReading(new Reading(null, "EPSG:4326", AskedEncodings.NONE))
                .withHandling(new Handling(true, false));
        ImportResult result = importing.pipeline(importing.store).run(options, ImportProgress.none());
        return result.outcome() + " "
                + list(new TreeMap<>(result.report().findings().counts()));
    }

    private static String list(Map<String, Integer> codes) {
        return codes.entrySet().stream()
                .map(code -> code.getValue() == 1 ? code.getKey() : code.getKey() + "*" + code.getValue())
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(suites)) {
            return files.map(file -> suites.relativize(file).toString())
                    .filter(name -> name.endsWith(".shp") || name.endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Expected> table() throws IOException {
        Map<String, Expected> table = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(TABLE))) {
            // Editors cut empty cells off the end.
            String[] cells = (line + "\t\t\t\t\t").split("\t", -1);
            if (!line.startsWith("#")) {
                table.put(cells[0], Expected.of(cells));
            }
        }
        return table;
    }

    private static void update(List<String> files, Map<String, Expected> before) throws IOException {
        List<String> lines = new ArrayList<>(
                List.of(
                        "# file\trows that GDAL reads\tread: rows, issues\timported as tourism_sites: issues\tmoved into Vietnam\twhy"));
        for (String path : files) {
            Expected old = before.getOrDefault(path, new Expected("?", "", "", "", ""));
            lines.add(String.join(
                    "\t",
                    path,
                    old.gdal(),
                    inTime(() -> read(path)),
                    inTime(() -> imported(path)),
                    inTime(() -> moved(path)),
                    old.why()));
        }
        Files.write(Path.of(TABLE), lines.stream().map(String::stripTrailing).toList());
    }
}
