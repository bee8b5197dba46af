package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL, on which QGIS stands, reads the sample through every door the server has. */
class DesktopClientsIT {

    private static final String[] LAYERS = {
        "provinces", "districts", "communes", "ntm_status", "material_zones", "hamlets", "tourism_sites"
    };

    @TempDir
    Path folder;

    private static RunningServer server;

    @BeforeAll
    static void findTools() {
        ExternalTool.demand("ogrinfo", "gdal-bin");
        server = DemoServer.get();
    }

    private String wfs(String query) {
        return "WFS:" + server.url() + "/wfs" + query;
    }

    private String run(String... command) {
        return ExternalTool.run(folder, command);
    }

    private Map<String, Integer> counts(String ogrinfo) {
        Map<String, Integer> counts = new TreeMap<>();
        Matcher layer = Pattern.compile("Layer name: (\\S+)\\R(?s:.*?)Feature Count: (\\d+)")
                .matcher(ogrinfo);
        while (layer.find()) {
            counts.put(layer.group(1), Integer.valueOf(layer.group(2)));
        }
        return counts;
    }

    @Test
    void ogrinfoFindsTheSevenTypesWithWhatIsInForceToday() {
        Map<String, Integer> counts = counts(run("ogrinfo", "-ro", "-so", "-al", wfs("")));

        assertThat(counts).hasSize(LAYERS.length);
        for (String layer : LAYERS) {
            if (!layer.equals("ntm_status")) {
                assertThat(counts).containsEntry("ntm:" + layer, StoreFile.inForce(server.store(), layer));
            }
        }
        assertThat(counts).containsEntry("ntm:communes", 67).containsEntry("ntm:provinces", 2);
        assertThat(counts.get("ntm:ntm_status"))
                .as("rural communes have a status, wards none")
                .isBetween(1, 67);
    }

    @Test
    void ogrinfoSeesTheOldUnitsOnAnOldDate() {
        Map<String, Integer> counts = counts(run("ogrinfo", "-ro", "-so", "-al", wfs("?as-of=2025-06-30")));

        assertThat(counts).containsEntry("ntm:communes", 171).containsEntry("ntm:districts", 16);
    }

    @Test
    void ogr2ogrTakesALayerHomeAsGeoJsonAndAsGeoPackage() throws IOException {
        run("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=8", "wfs.json", wfs(""), "ntm:tourism_sites");
        run("ogr2ogr", "-f", "GPKG", "wfs.gpkg", wfs(""), "ntm:tourism_sites", "-nln", "sites");
        run("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=8", "copy.json", "wfs.gpkg", "sites");
        run(
                "ogr2ogr",
                "-f",
                "GeoJSON",
                "-lco",
                "COORDINATE_PRECISION=8",
                "store.json",
                server.store().toString(),
                "-sql",
                "SELECT * FROM tourism_sites");

        Map<String, JsonNode> store = sites("store.json");
        assertThat(store).hasSize(40);
        for (String file : new String[] {"wfs.json", "copy.json"}) {
            Map<String, JsonNode> taken = sites(file);
            assertThat(taken.keySet()).isEqualTo(store.keySet());
            taken.forEach((name, site) -> {
                JsonNode original = store.get(name);
                assertThat(site.get("geometry").get("coordinates"))
                        .isEqualTo(original.get("geometry").get("coordinates"));
                for (String property : new String[] {"kind", "description", "ocop_stars", "valid_from"}) {
                    assertThat(text(site, property)).as(property).isEqualTo(text(original, property));
                }
            });
        }
    }

    /** Absent and null are the same to people. */
    private static String text(JsonNode site, String property) {
        return site.get("properties").path(property).asString("");
    }

    private Map<String, JsonNode> sites(String file) throws IOException {
        Map<String, JsonNode> sites = new TreeMap<>();
        for (JsonNode site : new JsonMapper()
                .readTree(Files.readString(folder.resolve(file)))
                .get("features")) {
            sites.put(text(site, "name"), site);
        }
        return sites;
    }

    @Test
    void ogrinfoOpensTheStoreItselfWhileTheServerRuns() {
        String store = server.store().toString();

        String tables = run("ogrinfo", "-ro", store);
        String place =
                run("ogrinfo", "-ro", "-geom=NO", store, "communes", "-spat", "105.949", "9.769", "105.951", "9.771");
        String named = run("ogrinfo", "-ro", "-geom=SUMMARY", "-where", "name = 'Xã Kế Sách'", store, "communes");

        assertThat(tables).contains(": communes (Multi Polygon)", ": hamlets", ": communes_history");
        assertThat(place).contains("Feature Count: 2", "name (String) = Xã Kế Thành", "name (String) = Xã Kế Sách");
        assertThat(named).contains("Feature Count: 1", "code (String) = 31528", "valid_from (Date) = 2025/07/01");
        assertThat(server.text("/api/revision")).as("the server goes on").contains("revision");
    }

    @Test
    void gdalDrawsTheMapInEveryVersionAndAxisOrder() throws IOException {
        BufferedImage old = draw("1.1.1", "<SRS>EPSG:4326</SRS>", "105.5", "10.2", "106.5", "9.2");
        BufferedImage latitudeFirst =
                draw("1.3.0", "<CRS>EPSG:4326</CRS><BBoxOrder>yxYX</BBoxOrder>", "105.5", "10.2", "106.5", "9.2");
        BufferedImage vn2000 = draw("1.3.0", "<CRS>EPSG:9209</CRS>", "500000", "1120000", "610000", "1010000");

        assertThat(painted(old)).isGreaterThan(0.2);
        assertThat(difference(old, latitudeFirst)).isZero();
        assertThat(painted(vn2000)).isGreaterThan(0.2);
        // The place (105.95, 9.77) lies 45 per cent from the left in the first map, and at E 549 370, N 1 080 300 in
        // the last.
        assertThat(old.getRGB(180, 172) >>> 24).as("a commune in degrees").isNotZero();
        assertThat(vn2000.getRGB(180, 144) >>> 24).as("the same in VN-2000").isNotZero();
    }

    @Test
    void theWmtsShowsWhatTheWmsShows() throws IOException {
        String source = "WMTS:" + server.url() + "/wmts/1.0.0/WMTSCapabilities.xml,layer=ntm_status,tilematrixset=";
        run(
                "gdal_translate",
                "-q",
                "-of",
                "PNG",
                "-projwin",
                "500000",
                "1120000",
                "610000",
                "1010000",
                "-outsize",
                "400",
                "400",
                source + "VN2000_9209",
                "tiles.png");
        BufferedImage tiles = ImageIO.read(folder.resolve("tiles.png").toFile());

        assertThat(painted(tiles)).isGreaterThan(0.2);
        assertThat(tiles.getRGB(180, 144) >>> 24).as("a commune in VN-2000").isNotZero();
        assertThat(run("gdalinfo", source + "GoogleMapsCompatible")).contains("WGS 84 / Pseudo-Mercator");
    }

    @Test
    void aVectorTileAndItsTileJsonAreRead() {
        String level = server.url() + "/tiles/communes,hamlets/10";
        String tile = run("ogrinfo", "-ro", "-so", "MVT:" + level + "/813/484.mvt", "communes");
        String whole = run(
                "ogrinfo",
                "-ro",
                "-so",
                "MVT:" + level,
                "-oo",
                "METADATA_FILE=" + server.url() + "/tiles/communes,hamlets.json",
                "communes");

        assertThat(tile).contains("Geometry: Multi Polygon", "kind_en: String").containsPattern("Feature Count: [1-9]");
        assertThat(whole).contains("population: Real").containsPattern("Feature Count: [1-9]\\d");
    }

    /** @param bounds upper left x and y, lower right x and y */
    private BufferedImage draw(String version, String system, String... bounds) throws IOException {
        Path xml = folder.resolve("service.xml");
        Files.writeString(
                xml, """
                <GDAL_WMS>
                  <Service name="WMS">
                    <Version>%s</Version>%s
                    <ServerUrl>%s/wms?TIME=2025-07-01&amp;</ServerUrl>
                    <Layers>ntm_status,communes</Layers>
                    <ImageFormat>image/png</ImageFormat>
                    <Transparent>TRUE</Transparent>
                  </Service>
                  <DataWindow>
                    <UpperLeftX>%s</UpperLeftX><UpperLeftY>%s</UpperLeftY>
                    <LowerRightX>%s</LowerRightX><LowerRightY>%s</LowerRightY>
                    <SizeX>400</SizeX><SizeY>400</SizeY>
                  </DataWindow>
                  <BandsCount>4</BandsCount>
                </GDAL_WMS>
                """.formatted(version, system, server.url(), bounds[0], bounds[1], bounds[2], bounds[3]));
        run("gdal_translate", "-q", "-of", "PNG", xml.toString(), "map.png");
        return ImageIO.read(folder.resolve("map.png").toFile());
    }

    private static double painted(BufferedImage image) {
        long painted = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                painted += image.getRGB(x, y) >>> 24 == 0 ? 0 : 1;
            }
        }
        return painted / (double) (image.getWidth() * image.getHeight());
    }

    private static int difference(BufferedImage one, BufferedImage other) {
        int difference = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                difference += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return difference;
    }
}
