package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.ServerFixture;

/** GDAL, on which QGIS stands, reads each layer from each feed, and finds in it what is in the store, value by value. */
class FeedsIT {

    private static final ServerFixture SERVER = ServerFixture.get();
    private static final LocalDate DATE = LocalDate.of(2026, 1, 1);
    private static final List<String> LAYERS =
            List.of("provinces", "communes", "hamlets", "material_zones", "tourism_sites", "ntm_status");

    /** To WGS 84 by the official parameters EPSG:6960, with the signs of rotations as PROJ has them; the meridian is left out. */
    private static final String VN_2000 = "+proj=tmerc +lat_0=0 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +units=m"
            + " +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278"
            + " +lon_0=";

    @TempDir
    Path folder;

    @BeforeAll
    static void findTools() {
        ExternalTool.demand("ogr2ogr", "gdal-bin");
    }

    static Stream<Arguments> feedsOfLayers() {
        return Stream.of("WFS 2.0.0", "WFS 1.1.0", "WFS 1.0.0", "OGC API")
                .flatMap(feed -> LAYERS.stream().map(layer -> Arguments.of(feed, layer)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("feedsOfLayers")
    void aFeedHoldsWhatTheStoreHolds(String feed, String layer) {
        assertWhole(layer, GdalRow.read(folder, source(feed), feed.equals("OGC API") ? layer : "ntm:" + layer));
    }

    /** As GDAL names it. @param feed WFS with a version, or OGC API */
    private static String source(String feed) {
        return feed.equals("OGC API")
                ? "OAPIF:" + SERVER.url() + "/ogc"
                : "WFS:" + SERVER.url() + "/wfs?VERSION=" + feed.substring("WFS ".length()) + "&as-of=" + DATE;
    }

    private static void assertWhole(String layer, Map<Long, GdalRow> rows) {
        LayerView view = SERVER.bean(Snapshots.class).current().view(layer, DATE);
        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        view.features().stream().map(Feature::fid).toList());
        for (Feature feature : view.features()) {
            GdalRow row = rows.get(feature.fid());
            for (Property property : view.properties()) {
                assertThat(row.values().get(property.name()))
                        .as(layer + "." + feature.fid() + " " + property.name())
                        .isEqualTo(GdalRow.text(view.value(feature, property)));
            }
            GdalRow.assertSame(row.geometry(), feature.geometry(), 1e-8);
        }
    }

    @Test
    void aGeoPackageThatGdalCopiesFromTheFeedEqualsTheStore() {
        ExternalTool.run(folder, "ogr2ogr", "-f", "GPKG", "copy.gpkg", source("WFS 2.0.0"));

        for (String layer : LAYERS) {
            assertWhole(layer, GdalRow.read(folder, "copy.gpkg", "-preserve_fid", "ntm:" + layer));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:9209 105.5", "EPSG:9210 105.75"})
    void placesInVn2000ComeBackToTheSamePointOfTheGrid(String systemAndMeridian) throws IOException {
        String code = systemAndMeridian.split(" ")[0];
        String meridian = systemAndMeridian.split(" ")[1];
        LayerView view = SERVER.bean(Snapshots.class).current().view("communes", DATE);
        for (String request : List.of(
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ntm:communes&SRSNAME=urn:ogc:def:crs:"
                        + code.replace(":", "::"),
                "/wfs?SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=ntm:communes&SRSNAME=" + code,
                "/wfs?SERVICE=WFS&VERSION=1.0.0&REQUEST=GetFeature&TYPENAME=ntm:communes&SRSNAME=" + code)) {
            HttpResponse<byte[]> answer = SERVER.getBytes(request + "&as-of=" + DATE);
            Path file = Files.write(folder.resolve("communes.gml"), answer.body());
            ExternalTool.run(
                    folder,
                    "ogr2ogr",
                    "-f",
                    "GPKG",
                    "lonlat.gpkg",
                    file.toString(),
                    "-s_srs",
                    VN_2000 + meridian,
                    "-t_srs",
                    "EPSG:4326",
                    "-nln",
                    "communes",
                    "-overwrite");

            Map<Long, GdalRow> rows = GdalRow.read(folder, "lonlat.gpkg", "-preserve_fid", "communes");

            assertThat(rows).hasSize(view.features().size());
            for (Feature feature : view.features()) {
                // the grid of the store is 1.1 mm wide: whoever is off by less falls on the same point
                GdalRow.assertSame(CoordinateGrid.snap(rows.get(feature.fid()).geometry()), feature.geometry(), 0);
            }
        }
    }
}
