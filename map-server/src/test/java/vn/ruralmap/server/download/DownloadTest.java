package vn.ruralmap.server.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.FixtureData;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.formats.FileFormat;
import vn.ruralmap.server.formats.FileFormats;

/** {@code /download}: what a request asks, and what headers say. */
class DownloadTest {

    private static final ServerFixture SERVER = ServerFixture.get();

    @Test
    void every_format_is_a_file_with_its_name_and_type() {
        for (FileFormat format : SERVER.bean(FileFormats.class).list()) {
            HttpResponse<byte[]> answer = SERVER.getBytes("/download/communes." + format.name() + "?as-of=2025-12-31");

            assertThat(answer.statusCode()).as(format.name()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                    .isEqualTo(format.mediaType());
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"communes-2025-12-31." + format.name() + "\";"
                            + " filename*=UTF-8''X%C3%A3%2C%20ph%C6%B0%E1%BB%9Dng%2C%20th%E1%BB%8B%20tr%E1%BA%A5n"
                            + "%202025-12-31." + format.name());
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
            assertThat(answer.body()).isNotEmpty();
        }
    }

    @Test
    void a_date_decides_which_units_there_are() {
        JsonNode before = json("/download/communes.geojson?as-of=2025-06-30");
        JsonNode after = json("/download/communes.geojson?as-of=2025-07-01");

        assertThat(before.get("features").size()).isEqualTo(2);
        assertThat(after.get("features").size()).isEqualTo(6);
        assertThat(before.at("/features/0/properties/kind").asString()).isEqualTo("thị trấn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter=population%20%3E%201000%20AND%20name%20LIKE%20%27K%25%27 | Kế Sách",
                "filter=kind%3D%27ph%C6%B0%E1%BB%9Dng%27&filter-lang=cql2-text | Sóc Trăng",
                "bbox=105.91,9.71,105.92,9.72 | Nhơn Mỹ",
                "bbox=105.91,9.71,105.92,9.72&filter=name%3D%27x%27 | ",
                "bbox=553000,1076000,553100,1076100&bbox-crs=EPSG:9209 | Thới An Hội",
            })
    void a_box_and_a_filter_choose_features(String query, String names) {
        String csv = SERVER.get("/download/communes.csv?as-of=2025-07-01&properties=name&geometry=none&" + query)
                .body();

        assertThat(csv).isEqualTo("\uFEFFname\r\n" + (names == null ? "" : names + "\r\n"));
    }

    @Test
    void properties_can_be_chosen_and_get_words() {
        JsonNode json = json("/download/material_zones.geojson?properties=status,zone_code&language=en");

        assertThat(json.at("/features/4/properties").toString())
                .isEqualTo("{\"status\":\"revoked\",\"status_en\":\"Revoked\",\"zone_code\":\"VN-STOR-0005\"}");
    }

    @Test
    void the_name_of_a_file_is_in_the_language_asked_for() {
        assertThat(SERVER.get("/download/hamlets.csv?as-of=2026-01-01&language=en")
                        .headers()
                        .firstValue("Content-Disposition"))
                .hasValueSatisfying(header -> assertThat(header).contains("UTF-8''Hamlets%202026-01-01.csv"));
    }

    @Test
    void who_has_the_file_already_is_told_so_and_nothing_is_made() {
        HttpResponse<String> first = SERVER.get("/download/communes.csv?as-of=2025-12-31");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = SERVER.get("/download/communes.csv?as-of=2025-12-31", "If-None-Match", tag);
        HttpResponse<String> otherDate = SERVER.get("/download/communes.csv?as-of=2025-06-30", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(otherDate.statusCode()).isEqualTo(200);
    }

    @Test
    void a_head_request_is_answered_without_the_file() {
        HttpResponse<String> answer = SERVER.send("HEAD", "/download/communes.gpkg");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/geopackage+sqlite3");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/download/nothing.csv | 404 | LayerNotDefined",
                "/download/communes | 404 | FormatNotDefined",
                "/download/communes.exe | 404 | FormatNotDefined",
                "/download/communes.csv?crs=EPSG:1 | 400 | EPSG:9209",
                "/download/communes.csv?properties=nothing | 400 | commune",
                "/download/communes.csv?geometry=blob | 400 | wkt",
                "/download/communes.csv?as-of=yesterday | 400 | 2025-07-01",
                "/download/communes.kml?crs=EPSG:9209 | 400 | CRS:84",
                "/download/communes.csv?bbox=1,2,3 | 400 | 105.9,9.7",
                "/download/communes.csv?filter=name%20LIKE | 400 | a value is needed here",
                "/download/communes.csv?filter=id_number%3D1 | 400 | filter",
                "/download/communes.eudr.geojson | 404 | FormatNotDefined",
            })
    void what_cannot_be_is_refused_in_both_languages_and_says_what_can(String path, int status, String hint) {
        HttpResponse<String> answer = SERVER.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(hint, "detail_vi").doesNotContain("Exception");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .doesNotContain("attachment");
    }

    @Test
    void a_private_property_is_as_unknown_as_one_that_is_not_there() {
        String secret =
                SERVER.get("/download/material_zones.csv?properties=id_number").body();
        String unknown =
                SERVER.get("/download/material_zones.csv?properties=xx_number").body();

        assertThat(secret.replace("id_number", "N")).isEqualTo(unknown.replace("xx_number", "N"));
        for (String query : List.of("", "?language=vi", "?geometry=point")) {
            assertThat(SERVER.get("/download/material_zones.csv" + query).body())
                    .contains("VN-STOR-0001")
                    .doesNotContain(FixtureData.SECRET, "representative", "id_number");
        }
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = SERVER.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
