package vn.ruralmap.server.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.server.FixtureData;

/** Plots for the European Union: what its regulation asks of each. */
class EudrFileTest {

    private static final Pattern NUMBER = Pattern.compile("(?<=[\\[,])-?\\d[\\d.]*(?=[,\\]])");

    private static JsonNode plots(FeatureTable table) {
        return JsonMapper.shared().readTree(write(table)).get("features");
    }

    private static String write(FeatureTable table) {
        return Files.text("eudr.geojson", table);
    }

    /** The first zone with another shape and declared area. */
    private static FeatureTable zone(String wkt, Double declared) {
        FeatureTable zones = Files.table("material_zones");
        Feature zone = zones.features().iterator().next();
        List<Object> values = new java.util.ArrayList<>(zone.values());
        values.set(zones.layer().indexOf("declared_area_ha"), declared);
        Feature changed =
                new Feature(zone.fid(), zone.version(), zone.validity(), zone.decision(), values, geometry(wkt));
        return FeatureTable.of(zones.view(), List.of(changed), 1);
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** A square around 105.5°, 9.5° of so many metres a side. */
    private static String square(double metres) {
        double lon = metres / 109_823.0;
        double lat = metres / 110_607.0;
        return "MULTIPOLYGON (((105.5 9.5, %1$s 9.5, %1$s %2$s, 105.5 %2$s, 105.5 9.5)))"
                .formatted(105.5 + lon, 9.5 + lat);
    }

    @Test
    void a_plot_names_producer_country_and_place() {
        JsonNode properties = plots(Files.table("material_zones")).get(0).get("properties");

        assertThat(properties.toString())
                .isEqualTo("{\"ProducerName\":\"VN-STOR-0001\",\"ProducerCountry\":\"VN\","
                        + "\"ProductionPlace\":\"VN-STOR-0001, Kế Sách\"}");
    }

    @Test
    void a_zone_whose_code_was_revoked_is_no_plot() {
        assertThat(plots(Files.table("material_zones"))).hasSize(4);
        assertThat(write(Files.table("material_zones")))
                .contains("VN-STOR-0004")
                .doesNotContain("VN-STOR-0005");
    }

    @Test
    void every_number_is_in_degrees_with_six_decimals_and_rings_are_closed() {
        String file = write(Files.table("material_zones"));

        assertThat(NUMBER.matcher(file).results())
                .hasSizeGreaterThan(30)
                .allSatisfy(number -> assertThat(number.group()).matches("(105\\.9|9\\.7)\\d{5,7}"));
        for (JsonNode plot : plots(Files.table("material_zones"))) {
            JsonNode ring = plot.at("/geometry/coordinates/0/0");
            assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
        }
    }

    @ParameterizedTest(name = "{0} m, declared {1} ha: {2}")
    @CsvSource({
        "150, , Point, 2.25",
        "199.5, , Point, 3.98",
        "200.5, , MultiPolygon, ",
        "500, , MultiPolygon, ",
        // who declares less than the land is does not get below the limit, nor who draws less than is declared
        "500, 3.5, MultiPolygon, ",
        "150, 4.5, MultiPolygon, ",
        "150, 4.0, Point, 4",
    })
    void a_plot_above_four_hectares_is_never_a_point(double metres, Double declared, String type, Double area) {
        JsonNode plot = plots(zone(square(metres), declared).withPlaces(FeatureTable.Places.POINT))
                .get(0);

        assertThat(plot.at("/geometry/type").asString()).isEqualTo(type);
        if (area == null) {
            assertThat(plot.at("/properties/Area").isMissingNode()).isTrue();
        } else {
            assertThat(plot.at("/properties/Area").asDouble())
                    .isCloseTo(area, org.assertj.core.data.Offset.offset(0.005));
            assertThat(NUMBER.matcher(plot.at("/geometry").toString()).results())
                    .isNotEmpty();
        }
    }

    @Test
    void a_small_plot_is_a_polygon_unless_points_are_asked_for() {
        assertThat(plots(zone(square(150), null)).get(0).at("/geometry/type").asString())
                .isEqualTo("MultiPolygon");
    }

    @Test
    void nothing_private_is_in_it() {
        assertThat(write(Files.table("material_zones"))).doesNotContain(FixtureData.SECRET);
    }
}
