package vn.ruralmap.server.wms;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole maps as they were looked at: at several scales, axis orders, in both versions and on both stores. */
class MapImagesTest {

    private static BufferedImage map(String query) {
        return Wms.image("/wms?SERVICE=WMS&REQUEST=GetMap&STYLES=&FORMAT=image/png&" + query);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "whole_far.png | VERSION=1.3.0&LAYERS=ruralmap&CRS=CRS:84&BBOX=105.4,9.2,106.8,10.2&WIDTH=280&HEIGHT=200",
                "whole_middle.png | VERSION=1.3.0&LAYERS=ruralmap&CRS=EPSG:3857"
                        + "&BBOX=11786000,1083000,11808000,1100000&WIDTH=330&HEIGHT=255",
                "whole_near.png | VERSION=1.3.0&LAYERS=ruralmap&CRS=EPSG:9209"
                        + "&BBOX=549000,1079000,553000,1082000&WIDTH=320&HEIGHT=240",
                "old_units.png | VERSION=1.1.1&LAYERS=administrative&SRS=EPSG:4326&TIME=2025-06-30"
                        + "&BBOX=105.85,9.65,106.15,9.85&WIDTH=300&HEIGHT=200",
                "dense.png | VERSION=1.3.0&LAYERS=ntm_status,communes&CRS=EPSG:4326&DPI=181"
                        + "&BBOX=9.68,105.88,9.84,106.08&WIDTH=300&HEIGHT=240"
            })
    void the_map_looks_as_it_did(String file, String query) {
        GoldenImage.assertSame(file, map(query));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ntm_criteria.png | ntm_status | ntm_criteria",
                "zone_status.png | material_zones | zone_status",
                "zone_products.png | material_zones | zone_products",
                "tourism_symbols.png | tourism_sites | tourism_symbols",
                "communes_outline.png | communes | communes_outline"
            })
    void the_ready_styles_look_as_they_did(String file, String layer, String style) {
        GoldenImage.assertSame(
                file,
                Wms.image("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&FORMAT=image/png&CRS=CRS:84"
                        + "&BBOX=105.89,9.69,106.01,9.80&WIDTH=360&HEIGHT=330&LAYERS=provinces," + layer + "&STYLES=,"
                        + style));
    }

    @Test
    void one_map_is_the_same_in_both_versions_and_axis_orders() {
        String rest = "&LAYERS=ruralmap&WIDTH=300&HEIGHT=200";
        int[] lonLat = pixels(map("VERSION=1.3.0&CRS=CRS:84&BBOX=105.85,9.65,106.15,9.85" + rest));

        Assertions.assertThat(pixels(map("VERSION=1.3.0&CRS=EPSG:4326&BBOX=9.65,105.85,9.85,106.15" + rest)))
                .isEqualTo(lonLat);
        Assertions.assertThat(pixels(map("VERSION=1.1.1&SRS=EPSG:4326&BBOX=105.85,9.65,106.15,9.85" + rest)))
                .isEqualTo(lonLat);
        Assertions.assertThat(Arrays.stream(lonLat).distinct().count()).isGreaterThan(20);
    }
}
