package vn.ruralmap.layers.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SpheroidTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON ((106 9.5, 106.001 9.5, 106.001 9.501, 106 9.501, 106 9.5))",
                "POLYGON ((106 9.5, 106.5 9.5, 106.5 10, 106 10, 106 9.5))",
                "POLYGON ((104 22, 104.2 23.3, 105.3 22.9, 104 22), (104.3 22.4, 104.4 22.6, 104.5 22.5, 104.3 22.4))",
                "MULTIPOLYGON (((106 8.5, 106 8.4, 106.1 8.4, 106 8.5)), ((107 9, 107.4 9, 107.4 9.001, 107 9)))"
            })
    void theQuickAreaIsWithinAFifthOfAPercentOfTheGeodesicOne(String wkt) throws ParseException {
        Geometry geometry = new WKTReader().read(wkt);
        assertThat(Spheroid.quickSquareMetres(geometry))
                .isCloseTo(Spheroid.squareMetres(geometry), withPercentage(0.2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POINT (106 9)", "LINESTRING (106 9, 107 9)", "POLYGON EMPTY"})
    void whatIsNoPolygonHasNoArea(String wkt) throws ParseException {
        assertThat(Spheroid.quickSquareMetres(new WKTReader().read(wkt))).isZero();
    }
}
