package vn.ruralmap.server.styles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.server.ServerFixture;

class StylesTest {

    private static final ServerFixture SERVER = ServerFixture.get();

    @ParameterizedTest
    @ValueSource(
            strings = {"provinces", "districts", "communes", "ntm_status", "material_zones", "hamlets", "tourism_sites"
            })
    void the_style_of_a_layer_is_the_file_of_the_catalogue(String layer) throws IOException {
        HttpResponse<String> answer = SERVER.get("/styles/" + layer + ".sld");

        try (InputStream file = getClass().getResourceAsStream("/catalogue/styles/" + layer + ".sld")) {
            assertThat(answer.body())
                    .isEqualTo(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.ogc.sld+xml");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void who_has_it_does_not_get_it_again() {
        String tag =
                SERVER.get("/styles/communes.sld").headers().firstValue("ETag").orElseThrow();

        assertThat(SERVER.get("/styles/communes.sld", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "%3Cscript%3E", "..%2fcommunes", "communes%00"})
    void a_layer_that_is_not_there_is_not_found(String layer) {
        HttpResponse<String> answer = SERVER.get("/styles/" + layer + ".sld");

        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("<script>", "StyledLayerDescriptor");
    }

    @Test
    void every_style_of_a_layer_has_its_own_address() {
        assertThat(SERVER.get("/styles/ntm_status/ntm_criteria.sld").body())
                .contains("<se:Name>ntm_criteria</se:Name>");
        assertThat(SERVER.get("/styles/ntm_status/zone_status.sld").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_style_leads_to_its_pictures_wherever_it_is_loaded() {
        String address = SERVER.url() + "/styles/symbols/tourism_craft.svg";
        HttpResponse<String> symbol = SERVER.get("/styles/symbols/tourism_craft.svg");

        assertThat(SERVER.get("/styles/tourism_sites/tourism_symbols.sld").body())
                .contains('"' + address + '"');
        assertThat(symbol.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(symbol.body()).contains("<svg ");
        assertThat(SERVER.get("/styles/symbols/none.svg").statusCode()).isEqualTo(404);
    }
}
