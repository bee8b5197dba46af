package vn.ruralmap.server.tiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;

class TileMatrixSetsTest {

    private static final TileMatrixSet MERCATOR = TileMatrixSets.WEB_MERCATOR;

    /** OGC 07-057r7 annex E, table E.4. */
    @Test
    void the_web_mercator_set_is_the_well_known_one() {
        assertThat(MERCATOR.name().id()).isEqualTo("GoogleMapsCompatible");
        assertThat(MERCATOR.name().crs()).isEqualTo("urn:ogc:def:crs:EPSG:6.18:3:3857");
        assertThat(MERCATOR.left()).isCloseTo(-20037508.3427892, within(1e-6));
        assertThat(MERCATOR.top()).isCloseTo(20037508.3427892, within(1e-6));
        assertThat(MERCATOR.matrices().get(0).scaleDenominator()).isCloseTo(559082264.0287178, within(1e-4));
        assertThat(MERCATOR.matrices().get(18).scaleDenominator()).isCloseTo(2132.729583849784, within(1e-9));
        assertThat(MERCATOR.matrices().get(18).columns()).isEqualTo(262144);
        assertThat(MERCATOR.bounds(1, 1, 0).equals(new Envelope(0, MERCATOR.top(), 0, MERCATOR.top())))
                .isTrue();
    }

    /** OGC 17-083r4 annex D.2. */
    @Test
    void the_set_of_degrees_is_the_well_known_one() {
        TileMatrixSet degrees = TileMatrixSets.find("WorldCRS84Quad").orElseThrow();

        assertThat(degrees.matrices().get(0).scaleDenominator()).isCloseTo(279541132.0143589, within(1e-4));
        assertThat(degrees.matrices().get(0).columns()).isEqualTo(2);
        assertThat(degrees.bounds(0, 1, 0).equals(new Envelope(0, 180, -90, 90)))
                .isTrue();
    }

    @Test
    void every_axis_of_vn2000_has_a_set_that_holds_its_provinces_in_whole_metres() {
        List<CoordinateSystem> axes = CoordinateSystems.list().stream()
                .filter(crs -> crs.name().startsWith("VN-2000 / "))
                .toList();

        assertThat(axes).hasSizeGreaterThan(18);
        for (CoordinateSystem axis : axes) {
            TileMatrixSet set =
                    TileMatrixSets.find("VN2000_" + axis.code().substring(5)).orElseThrow();
            int finest = set.matrices().size() - 1;
            Envelope corner = set.bounds(finest, 1234, 4321);
            assertThat(corner.getMinX()).isEqualTo(Math.rint(corner.getMinX()));
            assertThat(corner.getMaxY()).isEqualTo(Math.rint(corner.getMaxY()));
            assertThat(set.crs()).isSameAs(axis);
        }
        TileMatrixSet capMau = TileMatrixSets.find("VN2000_9206").orElseThrow();
        TileMatrixSet north = TileMatrixSets.find("VN2000_9209").orElseThrow();
        Envelope whole = capMau.bounds(0, 0, 1);
        whole.expandToInclude(capMau.bounds(0, 0, 0));
        assertThat(whole.contains(capMau.crs().fromLonLat(new Envelope(103.5, 105.5, 8.4, 9.7))))
                .isTrue();
        assertThat(whole.contains(north.crs().fromLonLat(new Envelope(104.8, 106.2, 22.3, 23.4))))
                .isTrue();
    }

    @Test
    void limits_are_the_tiles_that_meet_an_area_and_none_beyond_the_set() {
        assertThat(MERCATOR.limits(1, new Envelope(-1, 1, -1, 1))).containsExactly(0, 0, 1, 1);
        assertThat(MERCATOR.limits(2, new Envelope(1, 2, 1, 2))).containsExactly(2, 1, 2, 1);
        assertThat(MERCATOR.limits(2, new Envelope(-1e9, 1e9, -1e9, 1e9))).containsExactly(0, 0, 3, 3);
    }

    @Test
    void a_tile_outside_does_not_exist() {
        assertThat(TileAddress.exists(MERCATOR, 3, 7, 7)).isTrue();
        assertThat(TileAddress.exists(MERCATOR, 3, 8, 7)).isFalse();
        assertThat(TileAddress.exists(MERCATOR, 3, 7, 1L << 40)).isFalse();
        assertThat(TileAddress.exists(MERCATOR, 21, 0, 0)).isFalse();
    }
}
