package vn.ruralmap.server.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;

/** On {@link Wms#AREA} the commune An Lạc Thôn (NTM) is at 105.90 to 105.95, Kế Sách (advanced) east of it. */
class GetMapTest {

    private static final int BLUE = 0xFF0000FF;
    private static final int NTM = 0xFFCFE6B8;
    private static final int ADVANCED = 0xFF86C8A6;
    private static final int NOT_YET = 0xFFF1EEE7;

    static Stream<Arguments> systems() {
        return CoordinateSystems.list().stream().flatMap(crs -> Stream.of("1.3.0", "1.1.1")
                .filter(version -> version.equals("1.3.0") || !crs.code().equals("CRS:84"))
                .map(version -> Arguments.of(crs.code(), version)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("systems")
    void a_commune_is_where_its_coordinates_are_in_every_system_and_version(String code, String version) {
        CoordinateSystem crs = CoordinateSystems.get(code);
        double[] centre = project(crs, 105.94, 9.76);
        double half = crs.isGeographic() ? 0.08 : 8800;
        double[] box = {
            centre[0] - half, centre[1] - 0.75 * half, centre[0] + half, centre[1] + 0.75 * half,
        };
        boolean swapped =
                version.equals("1.3.0") && Set.of("EPSG:4326", "EPSG:4756").contains(code);
        BufferedImage map = Wms.image(String.format(
                Locale.ROOT,
                "/wms?SERVICE=WMS&VERSION=%s&REQUEST=GetMap&LAYERS=ntm_status&STYLES=&FORMAT=image/png"
                        + "&BGCOLOR=0x0000FF&WIDTH=200&HEIGHT=150&%s=%s&BBOX=%f,%f,%f,%f",
                version,
                version.equals("1.3.0") ? "CRS" : "SRS",
                code,
                box[swapped ? 1 : 0],
                box[swapped ? 0 : 1],
                box[swapped ? 3 : 2],
                box[swapped ? 2 : 3]));

        assertThat(around(map, crs, box, 105.925, 9.775)).contains(NTM).doesNotContain(BLUE, ADVANCED);
        assertThat(around(map, crs, box, 105.985, 9.785)).contains(ADVANCED).doesNotContain(BLUE, NTM);
        assertThat(around(map, crs, box, 105.925, 9.725)).contains(NOT_YET).doesNotContain(BLUE, NTM);
        assertThat(around(map, crs, box, 105.88, 9.775)).containsOnly(BLUE);
        // the hole of Kế Sách
        assertThat(around(map, crs, box, 105.965, 9.765)).containsOnly(BLUE);
    }

    /** The colours of the nine pixels around a place. */
    private static Set<Integer> around(BufferedImage map, CoordinateSystem crs, double[] box, double lon, double lat) {
        double[] at = project(crs, lon, lat);
        int x = (int) ((at[0] - box[0]) / (box[2] - box[0]) * map.getWidth());
        int y = (int) ((box[3] - at[1]) / (box[3] - box[1]) * map.getHeight());
        Set<Integer> colours = new HashSet<>();
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                colours.add(map.getRGB(x + i, y + j));
            }
        }
        return colours;
    }

    private static double[] project(CoordinateSystem crs, double lon, double lat) {
        double[] xy = {lon, lat};
        crs.fromLonLat(xy, 0, xy, 0, 1);
        return xy;
    }

    @Test
    void the_ground_is_white_coloured_or_transparent() {
        assertThat(Wms.map("LAYERS=ntm_status").getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
        assertThat(Wms.map("LAYERS=ntm_status&BGCOLOR=0xA0B0C0").getRGB(2, 2)).isEqualTo(0xFFA0B0C0);
        BufferedImage transparent = Wms.map("LAYERS=ntm_status&TRANSPARENT=TRUE");
        assertThat(transparent.getRGB(2, 2) >>> 24).isZero();
        assertThat(transparent.getRGB(45, 105) >>> 24).isEqualTo(255);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "image/png, image/png",
        "image/png;%20mode=8bit, image/png",
        "image/png8, image/png",
        "image/jpeg, image/jpeg",
        "image/gif, image/gif"
    })
    void every_format_decodes_to_the_same_map(String format, String mediaType) {
        HttpResponse<byte[]> answer = Wms.SERVER.getBytes(
                "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=provinces,ntm_status,communes,"
                        + "hamlets,tourism_sites&STYLES=&" + Wms.AREA + "&FORMAT=" + format);
        BufferedImage map = Wms.decode(answer);

        assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType);
        assertThat(map.getWidth()).isEqualTo(200);
        Color middle = new Color(map.getRGB(43, 107));
        assertThat(middle.getGreen()).isBetween(0xE6 - 25, 0xE6 + 10);
        if (format.contains("8")) {
            assertThat(colours(map)).hasSizeBetween(10, 256);
        }
    }

    private static Set<Integer> colours(BufferedImage map) {
        Set<Integer> colours = new HashSet<>();
        for (int i = 0; i < map.getWidth() * map.getHeight(); i++) {
            colours.add(map.getRGB(i % map.getWidth(), i / map.getWidth()));
        }
        return colours;
    }

    @ParameterizedTest(name = "{0}: a township {1}")
    @CsvSource({
        "TIME=2025-06-30, true",
        "TIME=2025-07-01, false",
        "as-of=2025-06-30, true",
        "TIME=2025-06-30T23:59:00Z, true",
        "TIME=2025-06, true",
        "TIME=2026, false",
        "TIME=current, false",
        "TIME=, false"
    })
    void the_date_decides_between_the_old_unit_and_the_new(String time, boolean township) {
        int pixel = Wms.map("LAYERS=communes&" + time).getRGB(22, 125);

        assertThat(pixel == 0xFFFFFFFF).as(Integer.toHexString(pixel)).isEqualTo(!township);
    }

    @Test
    void before_the_first_date_the_map_is_empty() {
        assertThat(colours(Wms.map("LAYERS=communes,ntm_status&TIME=1999-01-01")))
                .containsOnly(0xFFFFFFFF);
    }

    @Test
    void layers_lie_over_one_another_in_the_order_of_the_request() {
        int overland = Wms.map("LAYERS=provinces,ntm_status&STYLES=,default").getRGB(43, 107);
        int underland = Wms.map("LAYERS=ntm:ntm_status,provinces").getRGB(43, 107);

        assertThat(overland).isNotEqualTo(underland);
        assertThat(underland).isEqualTo(0xFFF5F4E9);
    }

    @Test
    void a_form_posted_gives_the_same_map_as_the_address() {
        String query = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=communes&STYLES=&FORMAT=image/png&" + Wms.AREA;
        HttpResponse<String> posted = Wms.SERVER.post("/wms", "application/x-www-form-urlencoded", query);

        assertThat(posted.body()).isEqualTo(Wms.SERVER.get("/wms?" + query).body());
        assertThat(posted.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void an_image_that_the_client_has_is_not_drawn_again() {
        String query = "GetMap&LAYERS=communes&STYLES=&FORMAT=image/png&" + Wms.AREA;
        HttpResponse<String> first = Wms.ask(query);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = Wms.ask(query, "If-None-Match", "\"other\", " + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(Wms.ask(query + "&TIME=2025-06-30", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_legend_speaks_the_language_and_grows_with_the_screen() {
        String query = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER=ntm_status";
        BufferedImage legend = Wms.image(query);

        String lines = Wms.ask("GetLegendGraphic&FORMAT=application/json&LAYER=ntm_status")
                .body();
        assertThat(lines).contains("\"rule\":\"advanced\"", "Nông thôn mới nâng cao");
        assertThat(legend.getHeight()).isEqualTo(lines.split("\"rule\"").length * 24 - 24);
        assertThat(Wms.image(query + "&LANGUAGE=en").getWidth()).isNotEqualTo(legend.getWidth());
        assertThat(Wms.image(query + "&DPI=181").getHeight())
                .isBetween(legend.getHeight() * 2 - 8, legend.getHeight() * 2 + 8);
    }

    @Test
    void the_legend_of_a_scale_holds_only_what_is_drawn_there() {
        String query = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=tourism_sites";

        assertThat(Wms.image(query + "&SCALE=2000000").getHeight())
                .isLessThan(Wms.image(query + "&SCALE=100000").getHeight());
    }
}
