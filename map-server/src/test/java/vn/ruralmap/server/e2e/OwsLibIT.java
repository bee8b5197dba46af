package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OWSLib, Python's OGC client, reads the sample in both versions of WMS, the three of WFS, and through the OGC API. */
class OwsLibIT {

    private static final String ALL_LAYERS =
            "communes districts hamlets material_zones ntm_status provinces tourism_sites";

    /** With the whole map, and with the group that is named first. */
    private static final String WMS_LAYERS = ALL_LAYERS.replace("provinces", "provinces ruralmap");

    @TempDir
    static Path folder;

    private static final Map<String, String> FACTS = new TreeMap<>();

    @BeforeAll
    static void readTheServer() {
        PythonClient.run(
                        folder,
                        "owslib",
                        "python3-owslib",
                        "owslib_client.py",
                        DemoServer.get().url())
                .forEach(line ->
                        FACTS.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2)));
    }

    @Test
    void bothVersionsOfWmsOfferTheSameMap() {
        for (String version : new String[] {"1.1.1", "1.3.0"}) {
            assertThat(FACTS)
                    .containsEntry("wms " + version + " version", version)
                    .containsEntry("wms " + version + " layers", "administrative " + WMS_LAYERS)
                    .containsEntry("wms " + version + " styles", "communes communes_outline")
                    .containsEntry("wms " + version + " title", "Xã, phường, thị trấn")
                    .containsEntry("wms " + version + " systems", "EPSG:4326 EPSG:3857 EPSG:3405 EPSG:9209 EPSG:9218")
                    .containsEntry("wms " + version + " formats", "image/png image/jpeg");
        }
    }

    @Test
    void bothVersionsOfWmsDrawTheSameImage() throws IOException {
        byte[] older = Files.readAllBytes(folder.resolve("wms-1.1.1.png"));

        assertThat(Files.readAllBytes(folder.resolve("wms-1.3.0.png"))).isEqualTo(older);
        assertThat(ImageIO.read(folder.resolve("wms-1.1.1.png").toFile()).getRGB(180, 172) >>> 24)
                .as("a commune, not the background")
                .isNotZero();
    }

    @Test
    void aStyleOfTheListMayBeChosen() throws IOException {
        for (String version : new String[] {"1.1.1", "1.3.0"}) {
            assertThat(Files.readAllBytes(folder.resolve("outline-" + version + ".png")))
                    .isNotEqualTo(Files.readAllBytes(folder.resolve("wms-" + version + ".png")));
            assertThat(ImageIO.read(
                            folder.resolve("outline-" + version + ".png").toFile()))
                    .isNotNull();
        }
    }

    @Test
    void aPlaceIsInAnotherCommuneSinceTheReform() {
        for (String version : new String[] {"1.1.1", "1.3.0"}) {
            assertThat(FACTS)
                    .containsEntry("wms " + version + " 2025-06-30", "Xã Kế Thành")
                    .containsEntry("wms " + version + " 2025-07-01", "Xã Kế Sách");
        }
    }

    @Test
    void everyVersionOfWfsDescribesAndDeliversFeatures() throws IOException {
        for (String version : new String[] {"1.0.0", "1.1.0", "2.0.0"}) {
            JsonNode page = new JsonMapper().readTree(Files.readString(folder.resolve("wfs-" + version + ".json")));

            assertThat(FACTS)
                    .containsEntry("wfs " + version + " types", "ntm:" + ALL_LAYERS.replace(" ", " ntm:"))
                    .containsEntry("wfs " + version + " title", "Xã, phường, thị trấn")
                    .containsEntry("wfs " + version + " box", "105.5 9.3 107.0 11.2")
                    .containsEntry("wfs " + version + " schema", "geom string long");
            assertThat(page.get("features")).hasSize(3);
            assertThat(page.get("numberMatched").asInt()).isEqualTo(67);
            assertThat(folder.resolve("wfs-" + version + ".gml"))
                    .content()
                    .contains("<ntm:name>Xã Kế Sách</ntm:name>")
                    .containsOnlyOnce("<ntm:communes ");
        }
    }

    @Test
    void theOgcApiDeliversFeatures() {
        assertThat(FACTS)
                .containsEntry("ogc collections", ALL_LAYERS)
                .containsEntry("ogc place", "Xã Kế Sách")
                .containsEntry("ogc matched", "67")
                .containsEntry("ogc item", "Xã Kế Sách");
    }

    @Test
    void theWmtsDeliversTilesOfEveryGrid() throws IOException {
        assertThat(FACTS)
                .containsEntry("wmts layers", ALL_LAYERS)
                .containsEntry("wmts title", "Xã, phường, thị trấn")
                .containsEntry("wmts sets", "GoogleMapsCompatible WorldCRS84Quad VN2000_9209")
                .containsEntry("wmts formats", "image/png image/jpeg application/vnd.mapbox-vector-tile")
                .containsEntry("wmts tiles", "alike");
        assertThat(FACTS.get("wmts address")).endsWith("/VN2000_9209/6/94/33.png");
        assertThat(ImageIO.read(folder.resolve("wmts.png").toFile()).getWidth()).isEqualTo(256);
        assertThat(Files.size(folder.resolve("wmts.png")))
                .as("bytes of a tile with communes")
                .isGreaterThan(500);
    }
}
