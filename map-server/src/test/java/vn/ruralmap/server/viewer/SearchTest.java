package vn.ruralmap.server.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.FixtureData;
import vn.ruralmap.server.ServerFixture;

class SearchTest {

    private static final ServerFixture SERVER = ServerFixture.get();

    @ParameterizedTest
    @ValueSource(
            strings = {"ke sach", "KẾ SÁCH", "Ke Sach", " kế  sách ", "ke-sach", "31528", "xã Kế Sách", "Xa Ke Sach"})
    void a_commune_is_found_by_every_spelling_and_by_its_code(String query) {
        assertThat(ids(query)).first().isEqualTo("communes.3");
    }

    @Test
    void an_answer_tells_what_the_viewer_shows() {
        JsonNode result = search("ke sach", "").get(0);

        assertThat(result.get("layer").stringValue()).isEqualTo("communes");
        assertThat(result.get("title").stringValue()).isEqualTo("Kế Sách");
        assertThat(result.get("subtitle").stringValue()).isEqualTo("Xã, phường, thị trấn · 31528 · Cần Thơ");
        assertThat(result.get("bbox")).hasToString("[105.95,9.75,106.02,9.82]");
        for (String english : List.of("&lang=en", "&language=en")) {
            assertThat(search("ke sach", english).get(0).get("subtitle").stringValue())
                    .isEqualTo("Communes, wards and townships · 31528 · Cần Thơ");
        }
    }

    @Test
    void a_hamlet_names_its_commune() {
        assertThat(search("an ninh 2", "").get(0).get("subtitle").stringValue()).contains("Kế Sách");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Điểm du lịch 3", "diem du lich 3", "Ðiểm du lịch 3", "ĐIỂM DU LỊCH 3"})
    void letters_that_look_like_d_are_d(String query) {
        assertThat(ids(query)).first().isEqualTo("tourism_sites.3");
    }

    @ParameterizedTest(name = "31528 on {0} is {1}")
    @CsvSource({"2025-06-30, communes.1", "2025-07-01, communes.3", "2020-01-01, communes.1"})
    void the_date_tells_a_code_used_twice_apart(String date, String id) {
        assertThat(ids(search("31528", "&as-of=" + date))).containsExactly(id);
        assertThat(ids(search("ke sach", "&as-of=" + date))).contains(id);
    }

    @Test
    void what_ended_is_found_on_its_days_only() {
        assertThat(ids(search("ke sach", "&as-of=2025-06-30"))).contains("districts.1");
        assertThat(ids("ke sach")).doesNotContain("districts.1");
        assertThat(ids(search("ke sach", "&as-of=1999-01-01"))).isEmpty();
    }

    @Test
    void whole_names_come_before_beginnings_and_those_before_the_middle() {
        assertThat(ids("soc trang")).first().isEqualTo("communes.8");
        assertThat(ids("an")).startsWith("communes.4", "hamlets.3").contains("provinces.1");
        assertThat(ids("ninh")).startsWith("hamlets.4");
    }

    @Test
    void a_limit_bounds_the_answer() {
        assertThat(search("an", "&limit=1")).hasSize(1);
        assertThat(search("n", "")).hasSizeLessThanOrEqualTo(10);
        assertThat(search("n", "&limit=100")).hasSizeGreaterThan(10);
    }

    @Test
    void signs_alone_find_nothing() {
        assertThat(search("%%%", "")).isEmpty();
        assertThat(search("<script>", "")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', MissingParameterValue",
        "q=, MissingParameterValue",
        "q=x&limit=0, InvalidParameterValue",
        "q=x&limit=101, InvalidParameterValue",
        "q=x&as-of=yesterday, InvalidParameterValue"
    })
    void a_bad_question_is_a_problem_in_both_languages(String query, String code) {
        HttpResponse<String> answer = SERVER.get("/api/search?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("title").stringValue()).isEqualTo(code);
        assertThat(problem.get("detail").stringValue()).isNotBlank();
        assertThat(problem.get("detail_vi").stringValue()).isNotBlank();
    }

    @Test
    void a_question_too_long_is_refused() {
        assertThat(SERVER.get("/api/search?q=" + "x".repeat(100)).statusCode()).isEqualTo(200);
        assertThat(SERVER.get("/api/search?q=" + "x".repeat(101)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {FixtureData.SECRET, "BI-MAT", "0123456789"})
    void private_values_cannot_be_found(String query) {
        assertThat(search(query, "")).isEmpty();
    }

    private static List<String> ids(String query) {
        return ids(search(query, ""));
    }

    private static List<String> ids(JsonNode results) {
        List<String> ids = new ArrayList<>();
        results.forEach(result -> ids.add(result.get("id").stringValue()));
        return ids;
    }

    private static JsonNode search(String query, String more) {
        String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return JsonMapper.shared()
                .readTree(SERVER.get("/api/search?q=" + q + more).body())
                .get("results");
    }
}
