package vn.ruralmap.layers.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class CoordinateSystemsTest {

    /** Reference values of the official transformation EPSG:6960. */
    @ParameterizedTest
    @CsvSource({
        "EPSG:9209, 105.9739, 9.6025, 551819.668, 1061930.471",
        "EPSG:5897, 105.9739, 9.6025, 606703.321, 1062045.877",
        "EPSG:9210, 106.7009, 10.7769, 603797.261, 1191942.305",
        "EPSG:5897, 105.7469, 10.0452, 581676.438, 1110947.981",
        "EPSG:5899, 106.9, 10.4, 406733.877, 1150221.428"
    })
    void vn2000IsReachedByTheOfficialSevenParametersToTheMillimetre(
            String code, double lon, double lat, double east, double north) {
        CoordinateSystem system = CoordinateSystems.get(code);
        double[] xy = {lon, lat};
        system.fromLonLat(xy, 0, xy, 0, 1);
        assertThat(xy[0]).isCloseTo(east, within(0.001));
        assertThat(xy[1]).isCloseTo(north, within(0.001));

        system.toLonLat(xy, 0, xy, 0, 1);
        assertThat(xy[0]).isCloseTo(lon, within(1e-8));
        assertThat(xy[1]).isCloseTo(lat, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:9209",
        "epsg:9209",
        "urn:ogc:def:crs:EPSG::9209",
        "urn:ogc:def:crs:EPSG:6.9:9209",
        "http://www.opengis.net/def/crs/EPSG/0/9209",
        "http://www.opengis.net/gml/srs/epsg.xml#9209"
    })
    void aSystemIsFoundByEveryNotation(String notation) {
        assertThat(CoordinateSystems.get(notation).code()).isEqualTo("EPSG:9209");
    }

    @Test
    void everySystemOfTheServicesIsThere() {
        for (String code : new String[] {
            "EPSG:4326", "EPSG:3857", "CRS:84", "EPSG:4756", "EPSG:3405", "EPSG:3406", "EPSG:32648", "EPSG:32649"
        }) {
            assertThat(CoordinateSystems.find(code)).as(code).isPresent();
        }
        for (int code = 5896; code <= 5899; code++) {
            assertThat(CoordinateSystems.find("EPSG:" + code)).isPresent();
        }
        for (int code = 9205; code <= 9218; code++) {
            assertThat(CoordinateSystems.find("EPSG:" + code)).isPresent();
        }
    }

    @Test
    void geographicSystemsOfEpsgHaveLatitudeFirstAndVn2000PlaneSystemsEastingFirst() {
        assertThat(CoordinateSystems.get("EPSG:4326").axisOrder().isSwapped()).isTrue();
        assertThat(CoordinateSystems.get("EPSG:4756").axisOrder().isSwapped()).isTrue();
        assertThat(CoordinateSystems.get("CRS:84").axisOrder().isSwapped()).isFalse();
        assertThat(CoordinateSystems.get("EPSG:9209").axisOrder().isSwapped()).isFalse();
    }

    @Test
    void vn2000DegreesAreAbout225MetresAwayFromWgs84() {
        double[] xy = {105.9739, 9.6025};
        CoordinateSystems.get("EPSG:4756").fromLonLat(xy, 0, xy, 0, 1);
        double metres =
                Math.hypot((xy[0] - 105.9739) * 111320 * Math.cos(Math.toRadians(9.6)), (xy[1] - 9.6025) * 110600);
        assertThat(metres).isBetween(215.0, 235.0);
    }

    @Test
    void webMercatorOfTheCountrysCornerIsKnown() {
        double[] xy = {102.0, 8.0};
        CoordinateSystems.EPSG3857.fromLonLat(xy, 0, xy, 0, 1);
        assertThat(xy[0]).isCloseTo(11354588.06, within(0.01));
        assertThat(xy[1]).isCloseTo(893463.75, within(0.01));
    }

    @Test
    void aBoxFollowsItsEdgesNotOnlyItsCorners() {
        Envelope box = CoordinateSystems.get("EPSG:9209").fromLonLat(new Envelope(104.5, 106.5, 9, 10));
        double[] south = {105.5, 9};
        CoordinateSystems.get("EPSG:9209").fromLonLat(south, 0, south, 0, 1);
        assertThat(box.getMinY())
                .as("the southern edge bends below its corners")
                .isCloseTo(south[1], within(0.5));
    }
}
