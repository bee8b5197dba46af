package vn.ruralmap.server.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;

class WritingTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Nguyễn Thị Lan");
    private static final Officer MINH = Officer.of(SERVER, "Trần Minh");

    private static final String HAMLETS = "/ogc/collections/hamlets/items";
    private static final String ZONES = "/ogc/collections/material_zones/items";
    private static final String POINT = "'geometry':{'type':'Point','coordinates':[105.93,9.73]}";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String hamlet(String name) {
        return "{'type':'Feature'," + POINT + ",'properties':{'name':'" + name + "','kind':'ấp','commune':5}}";
    }

    /** A new hamlet. @return its address */
    private static String create(String name) {
        HttpResponse<String> created = LAN.send("POST", HAMLETS, hamlet(name));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return Officer.header(created, "Location").substring(SERVER.url().length());
    }

    private static Changeset lastChangeset() {
        return SERVER.bean(FeatureStore.class).listChangesets(1).get(0);
    }

    @Test
    void a_new_feature_is_there_at_once_under_its_location() {
        HttpResponse<String> created = LAN.send("POST", HAMLETS + "?message=Th%C3%AAm%20%E1%BA%A5p", hamlet("Ấp Mới"));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(Officer.header(created, "ETag")).isEqualTo("\"1\"");
        HttpResponse<String> got = SERVER.get(
                Officer.header(created, "Location").substring(SERVER.url().length()));
        assertThat(Officer.header(got, "ETag")).startsWith("\"1-");
        JsonNode properties = Officer.json(got).get("properties");
        assertThat(properties.get("name").asString()).isEqualTo("Ấp Mới");
        assertThat(properties.get("commune_code").asString()).isEqualTo("31552");
        assertThat(properties.get("valid_from").asString())
                .isEqualTo(SERVER.bean(Snapshots.class).today().toString());
        assertThat(lastChangeset().author()).isEqualTo("Nguyễn Thị Lan");
        assertThat(lastChangeset().message()).isEqualTo("Thêm ấp");
        assertThat(lastChangeset().source()).isEqualTo(Changeset.Source.OGC_API);
    }

    @Test
    void a_change_that_names_the_version_it_saw_goes_in_and_one_that_is_late_learns_who_was_first() {
        String path = create("Ấp Tranh");
        String seenByBoth = Officer.header(LAN.get(path), "ETag");

        HttpResponse<String> first =
                MINH.send("PATCH", path, "{'properties':{'households':77}}", "If-Match", seenByBoth);
        HttpResponse<String> second = LAN.send("PATCH", path, "{'properties':{'name':'Khác'}}", "If-Match", seenByBoth);

        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(Officer.header(first, "ETag")).isEqualTo("\"2\"");
        assertThat(second.statusCode()).isEqualTo(412);
        JsonNode problem = Officer.json(second);
        assertThat(problem.get("detail").asString())
                .contains("changed (households) by Trần Minh", "version 1 was seen, it is 2 now");
        assertThat(problem.get("detail_vi").asString()).contains("đã bị Trần Minh sửa");
        JsonNode conflict = problem.get("conflicts").get(0);
        assertThat(conflict.get("fields").toString()).isEqualTo("[\"households\"]");
        assertThat(conflict.get("author").asString()).isEqualTo("Trần Minh");
        assertThat(Officer.json(LAN.get(path)).get("properties").get("name").asString())
                .isEqualTo("Ấp Tranh");
    }

    @Test
    void a_client_that_states_no_version_is_held_to_what_it_read_last() {
        String path = create("Ấp QGIS");
        Officer stranger = Officer.of(SERVER, "Chưa đọc");

        assertThat(stranger.send("PATCH", path, "{'properties':{'households':1}}")
                        .statusCode())
                .isEqualTo(428);
        assertThat(stranger.send("PATCH", path, "{'properties':{'households':1}}", "If-Match", "*")
                        .statusCode())
                .isEqualTo(428);
        // also where nothing would change; the version within the body is a statement, too
        String same = SERVER.get(path).body().replaceFirst("\"version\":1,", "");
        HttpResponse<String> unstated = stranger.send("PUT", path, same);
        assertThat(unstated.statusCode()).isEqualTo(428);
        assertThat(Officer.json(unstated).get("detail").asString()).contains("If-Match");
        assertThat(Officer.of(SERVER, "Có phiên bản")
                        .send("PUT", path, SERVER.get(path).body())
                        .statusCode())
                .isEqualTo(204);
        stranger.get(HAMLETS + "?limit=1000");
        assertThat(stranger.send("PATCH", path, "{'properties':{'households':1}}")
                        .statusCode())
                .isEqualTo(204);
        // its own answer is a reading, too
        assertThat(stranger.send("PATCH", path, "{'properties':{'households':2}}")
                        .statusCode())
                .isEqualTo(204);
        // who made it has not seen that
        assertThat(LAN.send("DELETE", path, "").statusCode()).isEqualTo(409);
        LAN.get(path);
        assertThat(LAN.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(SERVER.get(path).statusCode()).isEqualTo(404);
        HttpResponse<String> late = stranger.send("PUT", path, hamlet("Muộn"));
        assertThat(late.statusCode()).isEqualTo(404);
        assertThat(Officer.json(late).get("detail").asString()).contains("deleted by Nguyễn Thị Lan");
        assertThat(stranger.send("PUT", path, hamlet("Muộn"), "If-Match", "\"3\"")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void what_was_got_can_be_put_back_with_one_value_changed() {
        String path = create("Ấp Vòng");
        HttpResponse<String> got = LAN.get(path);
        String body = got.body().replace("\"kind\":\"ấp\"", "\"kind\":\"thôn\"");

        HttpResponse<String> replaced =
                LAN.send("PUT", path, body, "If-Match", Officer.header(got, "ETag"), "Prefer", "return=representation");

        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
        assertThat(Officer.header(replaced, "Preference-Applied")).isEqualTo("return=representation");
        assertThat(Officer.json(replaced).get("properties").get("kind").asString())
                .isEqualTo("thôn");
        assertThat(Officer.json(replaced).get("properties").get("version").asInt())
                .isEqualTo(2);
        // the same once more is no change
        LAN.send("PUT", path, replaced.body());
        assertThat(Officer.json(LAN.get(path)).get("properties").get("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_nothing_is_written() {
        long before = lastChangeset().id();

        HttpResponse<String> refused = LAN.send("POST", ZONES, """
                {'type':'Feature',
                 'geometry':{'type':'Polygon','coordinates':[[[105.9,9.7],[105.92,9.72],[105.92,9.7],[105.9,9.72],[105.9,9.7]]]},
                 'properties':{'zone_code':'VN-STOR-0002','status':'nope','declared_area_ha':'many','commune':4711,
                   'issued_on':'1/7/2025','colour':'red','valid_from':'2025-07-01','valid_to':'2025-01-01','households':[1]}}""");

        assertThat(refused.statusCode()).isEqualTo(422);
        List<String> found = new ArrayList<>();
        Officer.json(refused)
                .get("issues")
                .forEach(issue -> found.add(
                        issue.get("code").asString() + " " + issue.get("field").asString()));
        assertThat(found)
                .contains(
                        "NOT_A_NUMBER declared_area_ha",
                        "NOT_A_NUMBER households",
                        "NOT_A_DATE issued_on",
                        "PROPERTY_UNKNOWN colour",
                        "VALIDITY_EMPTY valid_to",
                        "SELF_INTERSECTION geom");
        JsonNode crossing = StreamSupport.stream(
                        Officer.json(refused).get("issues").spliterator(), false)
                .filter(issue -> issue.get("field").asString().equals("geom"))
                .findFirst()
                .orElseThrow();
        assertThat(crossing.get("place").get(0).asDouble()).isBetween(105.9, 105.92);
        assertThat(crossing.get("message_vi").asString()).contains("cắt");
        assertThat(lastChangeset().id()).isEqualTo(before);

        refused = LAN.send(
                "POST",
                ZONES,
                "{'type':'Feature','geometry':null,'properties':{'zone_code':'VN-STOR-0002','status':'nope','commune':4711}}");
        assertThat(refused.body()).contains("CODE_UNKNOWN", "active, suspended, revoked", "GEOMETRY_MISSING");
        refused = LAN.send(
                "POST",
                ZONES,
                "{'type':'Feature','geometry':{'type':'Polygon','coordinates':[[[105.9,9.7],[105.92,9.7],[105.92,9.72],[105.9,9.7]]]},"
                        + "'properties':{'zone_code':'VN-STOR-0002','commune':4711}}");
        assertThat(refused.body()).contains("REFERENCE_UNKNOWN", "DUPLICATE_KEY", "material_zones.2");
    }

    @Test
    void a_commune_may_be_named_by_its_code() {
        String path = create("Ấp Chuyển");

        LAN.send("PATCH", path, "{'properties':{'commune_code':'31537'}}");

        assertThat(Officer.json(LAN.get(path))
                        .get("properties")
                        .get("commune_name")
                        .asString())
                .isEqualTo("Phong Nẫm");
        assertThat(LAN.send("PATCH", path, "{'properties':{'commune_code':'99999'}}")
                        .body())
                .contains("REFERENCE_UNKNOWN");
        assertThat(LAN.send("PATCH", path, "{'properties':{'commune_name':'Nhơn Mỹ'}}")
                        .body())
                .contains("READ_ONLY");
        assertThat(LAN.send(
                                "POST",
                                HAMLETS,
                                hamlet("Mâu thuẫn").replace("'commune':5", "'commune':5,'commune_code':'31537'"))
                        .body())
                .contains("REFERENCE_CONTRADICTORY");
    }

    @Test
    void what_others_refer_to_cannot_be_deleted() {
        String commune = "/ogc/collections/communes/items/5";
        LAN.get(commune);

        HttpResponse<String> refused = LAN.send("DELETE", commune, "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("STILL_REFERRED", "referred to by hamlets.", "set valid_to");
    }

    @Test
    void the_recognition_of_a_commune_is_edited_like_a_feature() {
        String withRow = "/ogc/collections/ntm_status/items/4";
        String withoutRow = "/ogc/collections/ntm_status/items/6";

        HttpResponse<String> got = LAN.get(withRow);
        assertThat(LAN.send(
                                "PATCH",
                                withRow,
                                "{'properties':{'level':'advanced'}}",
                                "If-Match",
                                Officer.header(got, "ETag"))
                        .statusCode())
                .isEqualTo(204);
        LAN.get(withoutRow);
        HttpResponse<String> recognised =
                LAN.send("PATCH", withoutRow, "{'properties':{'level':'ntm'}}", "Prefer", "return=representation");

        assertThat(Officer.json(LAN.get(withRow)).get("properties").get("level").asString())
                .isEqualTo("advanced");
        assertThat(recognised.statusCode()).as(recognised.body()).isEqualTo(200);
        assertThat(Officer.json(recognised).get("properties").get("level").asString())
                .isEqualTo("ntm");
        assertThat(Officer.header(recognised, "ETag"))
                .isEqualTo(Officer.header(LAN.get(withoutRow), "ETag").replaceFirst("-.*", "\""));
        assertThat(LAN.send("DELETE", withoutRow, "").statusCode()).isEqualTo(204);
        assertThat(Officer.json(LAN.get(withoutRow))
                        .get("properties")
                        .get("level")
                        .asString())
                .isEqualTo("none");
        // one of a commune that has one
        assertThat(LAN.send(
                                "POST",
                                "/ogc/collections/ntm_status/items",
                                "{'type':'Feature','geometry':null,'properties':{'commune':3,'level':'ntm'}}")
                        .body())
                .contains("DUPLICATE_KEY");
    }

    @Test
    void a_unit_that_ended_is_only_edited_by_whoever_asks_for_its_date() {
        String path = "/ogc/collections/communes/items/1";

        HttpResponse<String> today = LAN.send("PATCH", path, "{'properties':{'population':1}}", "If-Match", "\"1\"");
        HttpResponse<String> then =
                LAN.send("PATCH", path + "?as-of=2024-01-01", "{'properties':{'population':1}}", "If-Match", "\"1\"");

        assertThat(today.statusCode()).isEqualTo(404);
        assertThat(Officer.json(today).get("detail").asString()).contains("?as-of=2008-01-01");
        assertThat(then.statusCode()).isEqualTo(204);
    }

    @Test
    void a_repeated_request_gets_the_first_answer_and_does_nothing_twice() {
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = LAN.send("POST", HAMLETS, hamlet("Một lần"), "Idempotency-Key", key);
        long changeset = lastChangeset().id();
        HttpResponse<String> again = LAN.send("POST", HAMLETS, hamlet("Một lần"), "Idempotency-Key", key);
        HttpResponse<String> other = LAN.send("POST", HAMLETS, hamlet("Hai lần"), "Idempotency-Key", key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(Officer.header(again, "Location")).isEqualTo(Officer.header(first, "Location"));
        assertThat(Officer.header(again, "Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(lastChangeset().id()).isEqualTo(changeset);

        String path = Officer.header(first, "Location").substring(SERVER.url().length());
        String patch = "{'properties':{'households':9}}";
        for (int i = 0; i < 2; i++) {
            assertThat(LAN.send("PATCH", path, patch, "If-Match", "\"1\"", "Idempotency-Key", key + "-2")
                            .statusCode())
                    .isEqualTo(204);
        }
        assertThat(Officer.json(LAN.get(path)).get("properties").get("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void several_features_go_in_together_or_not_at_all() {
        String two = "{'type':'FeatureCollection','features':[" + hamlet("Cùng 1") + "," + hamlet("Cùng 2") + "]}";
        long before = lastChangeset().id();

        HttpResponse<String> created = LAN.send("POST", HAMLETS, two);
        HttpResponse<String> refused =
                LAN.send("POST", HAMLETS, two.replace("'ấp','commune':5}}]", "'ấp','commune':-1}}]"));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(Officer.json(created).get("created")).hasSize(2);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Officer.json(refused).get("issues").get(0).get("feature").asInt())
                .isEqualTo(2);
        assertThat(lastChangeset().id()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    application/geo+json | {'type':'Feature'                                             | 400
                    application/geo+json | [1]                                                          | 400
                    application/geo+json | {'type':'Feature','type':'Feature'}                          | 400
                    application/geo+json | {'type':'Feature','geometry':{'type':'Point','coordinates':['a']}} | 400
                    application/geo+json | {'type':'Feature','properties':{}} x                         | 400
                    application/geo+json | {'type':'FeatureCollection','features':[]}                   | 400
                    application/geo+json | {'type':'Feature','properties':{'name':'a\\u0000b'}}          | 422
                    text/plain           | {'type':'Feature'}                                           | 415
                    """)
    void what_cannot_be_read_is_refused_without_repeating_it(String type, String body, int status) {
        HttpResponse<String> refused = LAN.send("POST", HAMLETS, body, "Content-Type", type);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.body()).doesNotContain("Exception", "jackson");
    }
}
