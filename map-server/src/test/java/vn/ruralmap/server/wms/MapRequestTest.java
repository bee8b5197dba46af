package vn.ruralmap.server.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.support.Parameters;

class MapRequestTest {

    @Test
    void the_scale_is_that_of_a_pixel_of_0_28_millimetres() {
        assertThat(parse(Map.of()).scaleDenominator()).isCloseTo(1000 / 0.28, Offset.offset(1e-6));
    }

    @Test
    void twice_the_pixels_on_a_screen_of_twice_the_density_obey_the_same_scale() {
        MapRequest sharp = parse(Map.of("width", "2000", "height", "2000", "dpi", "181"));

        assertThat(sharp.scaleDenominator()).isCloseTo(1000 / 0.28, Offset.offset(10.0));
    }

    @Test
    void the_density_comes_from_the_parameters_of_several_clients() {
        for (Map<String, String> dpi : java.util.List.of(
                Map.of("DPI", "192"), Map.of("MAP_RESOLUTION", "192"), Map.of("FORMAT_OPTIONS", "a:b;dpi:192"))) {
            assertThat(parse(dpi).dpi()).isEqualTo(192);
        }
    }

    private static MapRequest parse(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "layers", "communes",
                "crs", "EPSG:3857",
                "bbox", "0,0,1000,1000",
                "width", "1000",
                "height", "1000",
                "format", "image/png"));
        all.putAll(more);
        Snapshots snapshots = Wms.SERVER.bean(Snapshots.class);
        return MapRequest.parse(
                WmsVersion.V1_3_0,
                Parameters.of(all),
                snapshots.current(),
                snapshots.today(),
                Wms.SERVER.bean(WmsLimits.class));
    }
}
