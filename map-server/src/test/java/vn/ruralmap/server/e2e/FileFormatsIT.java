package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.formats.FileFormat;
import vn.ruralmap.server.formats.FileFormats;

/** GDAL reads each file that is offered for download, and finds in it what is in the store, value by value. */
class FileFormatsIT {

    private static final ServerFixture SERVER = ServerFixture.get();
    private static final LocalDate DATE = LocalDate.of(2026, 1, 1);

    @TempDir
    Path folder;

    @BeforeAll
    static void findTools() {
        ExternalTool.demand("ogr2ogr", "gdal-bin");
    }

    static Stream<Arguments> filesOfLayers() {
        List<String> layers = List.of("communes", "hamlets", "material_zones", "tourism_sites", "ntm_status");
        return SERVER.bean(FileFormats.class).list().stream()
                .map(FileFormat::name)
                .flatMap(format -> layers.stream().map(layer -> Arguments.of(format, layer)));
    }

    @ParameterizedTest(name = "{1}.{0}")
    @MethodSource("filesOfLayers")
    void aFileHoldsWhatTheStoreHolds(String format, String layer) throws IOException {
        Path file = download(layer, format, "");

        Map<Long, GdalRow> rows = read(file, format, layer);

        LayerView view = SERVER.bean(Snapshots.class).current().view(layer, DATE);
        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        view.features().stream().map(Feature::fid).toList());
        for (Feature feature : view.features()) {
            GdalRow row = rows.get(feature.fid());
            for (Property property : view.properties()) {
                assertThat(row.values().get(property.name()))
                        .as(layer + "." + feature.fid() + " " + property.name())
                        .isEqualTo(text(view.value(feature, property), format));
            }
            GdalRow.assertSame(row.geometry(), feature.geometry(), 1e-8);
        }
    }

    @ParameterizedTest(name = "{1}.{0}")
    @MethodSource("filesOfLayers")
    void aFileInMetresHoldsTheSamePlacesAndSaysInWhichSystem(String format, String layer) throws IOException {
        if (format.equals("kml")) {
            HttpResponse<String> refused = SERVER.get("/download/" + layer + ".kml?crs=EPSG:9210");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("CRS:84");
            return;
        }
        Path file = download(layer, format, "&crs=EPSG:9210");

        Map<Long, GdalRow> rows = read(file, format, layer);

        LayerView view = SERVER.bean(Snapshots.class).current().view(layer, DATE);
        for (Feature feature : view.features()) {
            Geometry expected = CoordinateSystems.get("EPSG:9210").fromLonLat(feature.geometry());
            GdalRow.assertSame(rows.get(feature.fid()).geometry(), expected, 1e-4);
        }
        if (!format.equals("csv")) {
            String about = ExternalTool.run(folder, "ogrinfo", "-ro", "-so", "-al", source(file, format));
            assertThat(about).contains("VN-2000", "105.75").containsAnyOf("TM-3 105-45", "TM-3_105-45");
        }
    }

    @Test
    void aGeoPackageIsValid() throws IOException {
        Path validator = Path.of("/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py");
        if (!Files.exists(validator)) {
            ExternalTool.missing("GDAL's validate_gpkg.py is not installed (Debian package python3-gdal)");
        }
        for (String layer : List.of("communes", "hamlets", "material_zones")) {
            for (String query : List.of("", "&crs=EPSG:9209&language=en", "&properties=fid")) {
                Path file = download(layer, "gpkg", query);
                String said = ExternalTool.run(folder, "/usr/bin/python3", validator.toString(), file.toString());
                assertThat(said).doesNotContainIgnoringCase("error", "warning", "invalid");
            }
        }
    }

    @Test
    void aGeoPackageTellsWhatCodesMeanAndCanBeEdited() throws IOException {
        Path file = download("material_zones", "gpkg", "&language=en");

        String about = ExternalTool.run(folder, "ogrinfo", "-ro", "-so", file.toString(), "material_zones");
        assertThat(about).contains("Raw-material zones", "domain name=material_zones_status");
        String titles = ExternalTool.run(
                folder, "ogrinfo", "-ro", "-sql", "SELECT group_concat(name) FROM gpkg_data_columns", file.toString());
        assertThat(titles).contains("Code scheme,Code scheme (en),", "Zone code");
        String domain =
                ExternalTool.run(folder, "ogrinfo", "-ro", "-fielddomain", "material_zones_status", file.toString());
        assertThat(domain).contains("revoked", "Revoked");
        ExternalTool.run(
                folder,
                "ogrinfo",
                file.toString(),
                "-sql",
                "UPDATE material_zones SET status = 'revoked', geom = geom WHERE fid = 1");
    }

    private Path download(String layer, String format, String query) throws IOException {
        HttpResponse<byte[]> answer = SERVER.getBytes("/download/" + layer + "." + format + "?as-of=" + DATE + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Files.write(folder.resolve(layer + "." + format), answer.body());
    }

    private static String source(Path file, String format) {
        return format.equals("shp.zip") ? "/vsizip/" + file : file.toString();
    }

    private Map<Long, GdalRow> read(Path file, String format, String layer) throws IOException {
        Map<String, String> properties = format.equals("shp.zip") ? fields(file, layer) : Map.of();
        Map<Long, GdalRow> rows = new TreeMap<>();
        for (String source : sources(file, format)) {
            GdalRow.read(folder, source, options(format)).values().forEach(row -> {
                Map<String, String> values = new LinkedHashMap<>();
                row.values().forEach((field, value) -> values.put(properties.getOrDefault(field, field), value));
                if (values.containsKey("Name") && !layer.equals("material_zones")) {
                    // GDAL takes the attribute for the placemark's name, which is the same where that is the label
                    values.putIfAbsent("name", values.get("Name"));
                }
                rows.put(Long.valueOf(values.get("fid")), new GdalRow(values, row.geometry()));
            });
        }
        return rows;
    }

    private static String[] options(String format) {
        return format.equals("csv")
                ? new String[] {"-preserve_fid", "-oo", "KEEP_GEOM_COLUMNS=NO"}
                : new String[] {"-preserve_fid"};
    }

    private List<String> sources(Path file, String format) throws IOException {
        if (!format.equals("shp.zip")) {
            return List.of(file.toString());
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .filter(entry -> entry.getName().endsWith(".shp"))
                    .map(entry -> "/vsizip/" + file + "/" + entry.getName())
                    .toList();
        }
    }

    /** The table of field names that comes with a shapefile: field to property. */
    private static Map<String, String> fields(Path file, String layer) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream table = zip.getInputStream(zip.getEntry(layer + "_fields.csv"))) {
            Map<String, String> fields = new HashMap<>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(","))
                    .forEach(line -> fields.put(line[0], line[1]));
            return fields;
        }
    }

    /** KML has numbers for truth. */
    private static String text(Object value, String format) {
        return value instanceof Boolean flag && format.equals("kml") ? (flag ? "1" : "0") : GdalRow.text(value);
    }
}
