package vn.ruralmap.server.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.FixtureData;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.tiling.EditedMap;
import vn.ruralmap.server.tiling.TileAddress;
import vn.ruralmap.server.tiling.vector.DecodedTile;

class TilesTest {

    private static final ServerFixture SERVER = ServerFixture.get();
    /** In Xã An Lạc Thôn, level ntm, near the middle of the tile. */
    private static final TileAddress TILE = EditedMap.tileAt(12, 105.925, 9.775);

    private static String path(String layers, TileAddress tile, String end) {
        return "/tiles/" + layers + "/" + tile.level() + "/" + tile.column() + "/" + tile.row() + end;
    }

    private static BufferedImage image(String path) {
        HttpResponse<byte[]> answer = SERVER.getBytes(path);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        try {
            return ImageIO.read(new ByteArrayInputStream(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void an_image_has_256_pixels_or_twice_as_many_of_the_same_map() {
        BufferedImage plain = image(path("ntm_status", TILE, ".png"));
        BufferedImage dense = image(path("ntm_status", TILE, "@2x.png"));

        assertThat(plain.getWidth()).isEqualTo(256);
        assertThat(dense.getHeight()).isEqualTo(512);
        int same = 0;
        for (int i = 0; i < 256; i++) {
            for (int j = 0; j < 256; j++) {
                same += plain.getRGB(i, j) == dense.getRGB(2 * i, 2 * j) ? 1 : 0;
            }
        }
        assertThat(same).as("pixels alike").isGreaterThan(256 * 256 / 2);
    }

    /** Each block of four tiles as one WMS image: whatever crosses the edges, labels too, continues in the next tile. */
    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 13, 14, 15})
    void four_neighbours_are_the_same_pixels_as_one_image(int level) {
        String layers = "provinces,ntm_status,communes,material_zones,hamlets,tourism_sites";
        TileAddress middle = EditedMap.tileAt(level, 105.95, 9.78);
        Envelope area = middle.bounds();
        TileAddress lower = new TileAddress(middle.set(), level, middle.column() + 1, middle.row() + 1);
        area.expandToInclude(lower.bounds());
        BufferedImage whole = image(String.format(
                Locale.ROOT,
                "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=%s&STYLES=&CRS=EPSG:3857&BBOX=%s,%s,%s,%s"
                        + "&WIDTH=512&HEIGHT=512&FORMAT=image/png&TRANSPARENT=TRUE",
                layers,
                area.getMinX(),
                area.getMinY(),
                area.getMaxX(),
                area.getMaxY()));
        Set<Integer> colours = new HashSet<>();
        for (int column = 0; column < 2; column++) {
            for (int row = 0; row < 2; row++) {
                BufferedImage tile = image(path(
                        layers,
                        new TileAddress(middle.set(), level, middle.column() + column, middle.row() + row),
                        ".png"));
                for (int i = 0; i < 256 * 256; i++) {
                    int x = i % 256;
                    int y = i / 256;
                    colours.add(tile.getRGB(x, y));
                    assertThat(tile.getRGB(x, y))
                            .as("tile %d, %d, pixel %d, %d", column, row, x, y)
                            .isEqualTo(whole.getRGB(column * 256 + x, row * 256 + y));
                }
            }
        }
        assertThat(colours).hasSizeGreaterThan(3);
    }

    @Test
    void the_date_decides_what_is_shown() {
        String today = path("communes", TILE, ".png");
        String before = today + "?as-of=2025-06-30";

        assertThat(SERVER.getBytes(before).body())
                .isNotEqualTo(SERVER.getBytes(today).body());
        assertThat(SERVER.getBytes(today + "?as-of=2025-07-01").body())
                .isEqualTo(SERVER.getBytes(today).body());
        assertThat(tag(today + "?as-of=2025-07-01")).isEqualTo(tag(today));
        assertThat(DecodedTile.of(SERVER.getBytes(path("communes", TILE, ".mvt?as-of=2025-06-30"))
                                .body())
                        .features("communes"))
                .extracting(feature -> feature.attributes().get("kind"))
                .containsOnly("thị trấn");
    }

    private static String tag(String path) {
        return header(SERVER.getBytes(path), "ETag");
    }

    @Test
    void a_vector_tile_comes_compressed_to_those_who_can_read_that_and_plain_to_others() {
        String path = path("communes,hamlets", TILE, ".mvt");
        HttpResponse<byte[]> packed = SERVER.getBytes(path, "Accept-Encoding", "gzip, br");
        HttpResponse<byte[]> plain = SERVER.getBytes(path);

        assertThat(header(plain, "Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(plain, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(DecodedTile.ofGzipped(packed.body()).layers())
                .isEqualTo(DecodedTile.of(plain.body()).layers());
        assertThat(DecodedTile.of(plain.body()).layers()).containsKeys("communes", "communes_labels", "hamlets");
        assertThat(SERVER.getBytes(path.replace(".mvt", ".pbf")).body()).isEqualTo(plain.body());
    }

    @Test
    void nothing_private_is_in_a_vector_tile() {
        String tile = SERVER.get(path("material_zones", EditedMap.tileAt(14, 105.955, 9.785), ".mvt"))
                .body();

        assertThat(tile)
                .contains("VN-STOR-0001")
                .doesNotContain(FixtureData.SECRET, "representative", "phone", "id_number");
    }

    @Test
    void a_tile_that_the_client_has_is_not_sent_again() {
        String path = path("communes", TILE, ".png");
        HttpResponse<byte[]> first = SERVER.getBytes(path);
        HttpResponse<byte[]> again = SERVER.getBytes(path, "If-None-Match", "\"other\", " + header(first, "ETag"));

        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(SERVER.getBytes(path, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_address_that_names_the_content_may_be_kept_for_ever_and_one_that_names_another_may_not() {
        String path = path("communes", TILE, ".png");
        String tag = tag(path).replaceAll("^W/\"|\"$", "");

        assertThat(header(SERVER.getBytes(path + "?v=" + tag), "Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(SERVER.getBytes(path + "?v=" + tag.replace('0', '1') + "x"), "Cache-Control"))
                .isEqualTo("no-cache");
    }

    @Test
    void where_nothing_is_the_tile_is_clear_and_the_same_everywhere() {
        String empty = path("communes", EditedMap.tileAt(12, 109, 9), ".png");
        BufferedImage image = image(empty);

        assertThat(image.getRGB(100, 100) >>> 24).isZero();
        assertThat(tag(empty)).isEqualTo(tag(path("hamlets", EditedMap.tileAt(9, 0, 0), ".png")));
        HttpResponse<byte[]> vector = SERVER.getBytes(empty.replace(".png", ".mvt"), "Accept-Encoding", "gzip");
        assertThat(vector.statusCode()).isEqualTo(200);
        assertThat(vector.body()).isEmpty();
        assertThat(header(vector, "Content-Encoding")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "/tiles/nothing/9/406/242.png, 404, LayerNotDefined",
        "/tiles/communes/9/512/242.png, 404, TileOutOfRange",
        "/tiles/communes/9/406/9999999999.png, 404, TileOutOfRange",
        "/tiles/communes/25/1/1.png, 404, TileOutOfRange",
        "/tiles/communes/4294967296/1/1.png, 404, TileOutOfRange",
        "/tiles/communes/nine/406/242.png, 400, InvalidParameterValue",
        "/tiles/communes/9/-1/242.png, 400, InvalidParameterValue",
        "/tiles/communes/9/406/.png, 400, InvalidParameterValue",
        "/tiles/communes/9/406/242.gif, 404, NoSuchTile",
        "/tiles/communes/9/406/242@2x.mvt, 404, NoSuchTile",
        "/tiles/communes/9/406/242, 404, NoSuchTile",
        "/tiles/communes/9/406, 404, NoSuchTile",
        "/tiles/, 404, NoSuchTile",
        "/tiles, 404, NoSuchTile",
        "/tiles/a/b/communes.json, 404, NoSuchTile",
        "/tiles/nothing.json, 404, LayerNotDefined",
        "/tiles/communes/9/406/242.png?as-of=yesterday, 400, InvalidParameterValue",
        "/tiles/communes/9/406/242.png?style=red, 400, StyleNotDefined",
        "'/tiles/c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c/9/406/242.png', 400, InvalidParameterValue"
    })
    void what_there_is_not_is_refused_in_both_languages(String path, int status, String code) {
        HttpResponse<String> answer = SERVER.get(path);
        JsonNode problem = JsonMapper.shared().readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "ETag")).isEmpty();
        assertThat(problem.get("title").asString()).isEqualTo(code);
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("detail_vi").asString()).isNotBlank();
    }

    @Test
    void only_reading_is_allowed() {
        assertThat(SERVER.send("POST", path("communes", TILE, ".png")).statusCode())
                .isEqualTo(405);
        HttpResponse<String> head = SERVER.send("HEAD", path("communes", TILE, ".png"));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(tag(path("communes", TILE, ".png")));
    }

    @Test
    void other_sites_may_show_the_tiles() {
        HttpResponse<byte[]> answer = SERVER.getBytes(path("communes", TILE, ".png"), "Origin", "https://example.org");

        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "communes", ""})
    void the_style_may_be_named(String style) {
        assertThat(tag(path("communes", TILE, ".png?style=" + style))).isEqualTo(tag(path("communes", TILE, ".png")));
    }

    @Test
    void the_tilejson_of_vector_tiles_tells_where_they_are_and_what_is_in_them() {
        HttpResponse<String> answer = SERVER.get("/tiles/communes,material_zones.json?as-of=2025-12-31&language=en");
        JsonNode json = JsonMapper.shared().readTree(answer.body());

        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(json.get("tilejson").asString()).isEqualTo("3.0.0");
        assertThat(json.get("name").asString()).startsWith("Communes, wards and townships; ");
        assertThat(json.get("tiles").get(0).asString())
                .isEqualTo(SERVER.url() + "/tiles/communes,material_zones/{z}/{x}/{y}.mvt?as-of=2025-12-31");
        assertThat(json.get("bounds").get(0).asDouble()).isEqualTo(105.9);
        assertThat(json.get("maxzoom").asInt()).isEqualTo(14);
        JsonNode layers = json.get("vector_layers");
        assertThat(layers.size()).isEqualTo(4);
        assertThat(layers.get(0).get("id").asString()).isEqualTo("communes");
        assertThat(layers.get(0).get("fields").get("kind_en").asString()).isEqualTo("String");
        assertThat(layers.get(0).get("fields").get("population").asString()).isEqualTo("Number");
        assertThat(layers.get(0).get("description").asString()).isEqualTo("Communes, wards and townships");
        assertThat(layers.get(1).get("id").asString()).isEqualTo("communes_labels");
        assertThat(layers.get(2).get("fields").has("commune_name")).isTrue();
        assertThat(layers.get(2).get("fields").has("phone")).isFalse();
        assertThat(answer.body()).contains("Illustrative");
    }

    @Test
    void the_tilejson_of_images_leads_to_images() {
        JsonNode json = JsonMapper.shared()
                .readTree(SERVER.get("/tiles/communes.png.json").body());
        String tiles = json.get("tiles").get(0).asString();

        assertThat(tiles).endsWith("/tiles/communes/{z}/{x}/{y}.png");
        assertThat(json.has("vector_layers")).isFalse();
        String tile = tiles.substring(SERVER.url().length())
                .replace("{z}", Integer.toString(TILE.level()))
                .replace("{x}", Integer.toString(TILE.column()))
                .replace("{y}", Integer.toString(TILE.row()));
        assertThat(image(tile).getWidth()).isEqualTo(256);
    }
}
