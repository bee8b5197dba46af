package vn.ruralmap.server.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TilesTest {

    @ParameterizedTest
    @CsvSource({
        "/collections/communes/tiles/WebMercatorQuad/10/484/813, /tiles/communes/10/813/484.mvt",
        "/collections/communes/map/tiles/WebMercatorQuad/10/484/813, /tiles/communes/10/813/484.png",
        "/collections/communes/map/tiles/WebMercatorQuad/10/484/813?as-of=2025-06-30,"
                + " /tiles/communes/10/813/484.png?as-of=2025-06-30",
        "/collections/communes/map/tiles/VN2000_9209/6/94/33,"
                + " /wmts/1.0.0/communes/default/current/VN2000_9209/6/94/33.png"
    })
    void tiles_are_those_of_the_other_services(String path, String other) {
        assertThat(Ogc.SERVER.getBytes("/ogc" + path).body())
                .isNotEmpty()
                .isEqualTo(Ogc.SERVER.getBytes(other).body());
    }

    @Test
    void a_tile_of_which_the_client_has_the_tag_is_not_sent() {
        String path = "/ogc/collections/communes/tiles/WebMercatorQuad/10/484/813";
        String tag = Ogc.SERVER.getBytes(path).headers().firstValue("ETag").orElseThrow();

        assertThat(Ogc.SERVER.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void the_way_from_the_landing_page_to_a_tile_is_linked() {
        JsonNode sets = Ogc.json(Ogc.link(Ogc.json(""), "http://www.opengis.net/def/rel/ogc/1.0/tilesets-map"));
        JsonNode first = sets.get("tilesets").get(0);
        String template = Ogc.link(Ogc.json(Ogc.link(first, "self")), "item");

        assertThat(sets.get("tilesets")).hasSizeGreaterThan(20);
        assertThat(Ogc.json(Ogc.link(first, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"))
                        .get("id")
                        .asString())
                .isEqualTo("WebMercatorQuad");
        assertThat(Ogc.ask(template.replace("{tileMatrix}", "10")
                                .replace("{tileRow}", "484")
                                .replace("{tileCol}", "813"))
                        .headers()
                        .firstValue("Content-Type"))
                .contains("image/png");
    }

    @Test
    void a_grid_of_vn2000_has_whole_metres() {
        JsonNode matrix =
                Ogc.json("/tileMatrixSets/VN2000_9209").get("tileMatrices").get(0);

        assertThat(matrix.get("cellSize").asDouble()).isEqualTo(4096);
        assertThat(matrix.get("pointOfOrigin").toString()).isEqualTo("[0.0,2621440.0]");
        assertThat(matrix.get("matrixHeight").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tileMatrixSets/Nothing",
                "/collections/nothing/tiles",
                "/collections/communes/tiles/WebMercatorQuad/10/484/5000",
                "/collections/communes/tiles/WebMercatorQuad/99/0/0",
                "/tiles/Nothing/0/0/0"
            })
    void what_is_not_there_is_a_problem(String path) {
        assertThat(Ogc.ask(path).statusCode()).isEqualTo(404);
        assertThat(Ogc.read(Ogc.ask(path).body()).get("detail_vi").asString()).isNotBlank();
    }
}
