package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.layers.store.AuditLog;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/** Who has the role {@code reader} is shown private attributes, and nobody else gets what was made for readers. */
class ReaderTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer READER = Officer.of(SERVER, "Hoa", Set.of(Role.READER));
    private static final String[] AS_READER = {"Authorization", READER.authorization()};

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static List<String> whatShowsAZone() {
        return ZonePaths.showing(SERVER);
    }

    static List<String> whatDescribesZones() {
        return ZonePaths.describing();
    }

    static List<String> whatIsTheSameForAll() {
        return ZonePaths.sameForAll();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static void assertKeptByNobody(HttpResponse<?> answer) {
        assertThat(header(answer, "Cache-Control"))
                .contains("private", "no-store")
                .doesNotContain("public");
        assertThat(header(answer, "Vary")).containsIgnoringCase("Authorization").containsIgnoringCase("Cookie");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @MethodSource("whatShowsAZone")
    void a_reader_sees_what_is_private_and_no_cache_keeps_it(String path) {
        HttpResponse<byte[]> answer = SERVER.getBytes(path, AS_READER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Contents.text(answer.body())).contains(FixtureData.SECRET);
        assertKeptByNobody(answer);
    }

    @ParameterizedTest
    @MethodSource("whatDescribesZones")
    void a_reader_is_told_of_private_attributes(String path) {
        HttpResponse<String> answer = SERVER.get(path, AS_READER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("representative", "id_number");
        assertKeptByNobody(answer);
    }

    @ParameterizedTest
    @MethodSource("whatIsTheSameForAll")
    void what_is_drawn_and_shared_is_the_same_for_a_reader(String path) {
        HttpResponse<byte[]> open = SERVER.getBytes(path);
        HttpResponse<byte[]> readers = SERVER.getBytes(path, AS_READER);

        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(stable(readers.body())).isEqualTo(stable(open.body()));
        for (String name : List.of("Cache-Control", "ETag", "Vary")) {
            assertThat(header(readers, name)).isEqualTo(header(open, name));
        }
    }

    private static String stable(byte[] answer) {
        return new String(answer, StandardCharsets.ISO_8859_1)
                .replaceAll("timeStamp(\"?[=:]\\s*\")[^\"]*", "timeStamp")
                .replaceAll("(?s)<dct:modified.*?</dct:modified>", "");
    }

    @Test
    void a_file_with_private_columns_says_so_in_its_name() {
        String name = "Content-Disposition";
        assertThat(header(SERVER.get("/download/material_zones.csv?language=en", AS_READER), name))
                .contains("material_zones-private-20", "%20%28private%29%20");
        assertThat(header(SERVER.get("/download/material_zones.csv?properties=zone_code", AS_READER), name))
                .isEqualTo(header(SERVER.get("/download/material_zones.csv"), name))
                .doesNotContain("private");
    }

    /** In both orders, so that whatever the server or the proxy has kept of one is there when the other asks. */
    @ParameterizedTest
    @MethodSource("whatShowsAZone")
    void a_cache_on_the_way_never_gives_one_the_answer_of_the_other(String path) {
        SharedCache cache = new SharedCache(SERVER);
        String open = Contents.text(cache.get(path).body());

        assertThat(Contents.text(cache.get(path, AS_READER).body())).contains(FixtureData.SECRET);
        assertThat(stable(cache.get(path).body().clone())).doesNotContain(FixtureData.SECRET);
        assertThat(Contents.text(cache.get(path).body()).length()).isEqualTo(open.length());

        SharedCache other = new SharedCache(SERVER);
        assertThat(Contents.text(other.get(path, AS_READER).body())).contains(FixtureData.SECRET);
        assertThat(other.keeps(path)).isFalse();
        assertThat(Contents.text(other.get(path).body())).doesNotContain(FixtureData.SECRET);
        assertThat(other.keeps(path)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("whatShowsAZone")
    void a_reader_who_has_the_publics_answer_gets_the_whole_one(String path) {
        String tag = header(SERVER.getBytes(path), "ETag");
        HttpResponse<byte[]> answer = SERVER.getBytes(
                path, "Authorization", READER.authorization(), "If-None-Match", tag.isEmpty() ? "\"x\"" : tag);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "ETag")).isNotEqualTo(tag.isEmpty() ? "\"x\"" : tag);
        assertThat(Contents.text(answer.body())).contains(FixtureData.SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&SORTBY=phone",
                "&PROPERTYNAME=phone",
                "&CQL_FILTER=phone%20LIKE%20%27BI%25%27",
                "&FILTER=%3Cfes:Filter%20xmlns:fes=%22http://www.opengis.net/fes/2.0%22%3E%3Cfes:PropertyIsEqualTo%3E"
                        + "%3Cfes:ValueReference%3Ephone%3C/fes:ValueReference%3E%3Cfes:Literal%3EBI-MAT-0123456789"
                        + "%3C/fes:Literal%3E%3C/fes:PropertyIsEqualTo%3E%3C/fes:Filter%3E"
            })
    void a_reader_filters_and_sorts_features_by_what_is_private(String parameter) {
        assertThat(SERVER.get(ZonePaths.ZONES + parameter, AS_READER).body())
                .contains("numberMatched=\"5\"", FixtureData.SECRET);
    }

    @Test
    void a_reader_asks_for_private_values_and_finds_none_where_there_is_none() {
        String values =
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetPropertyValue&TYPENAMES=material_zones&VALUEREFERENCE=";
        assertThat(SERVER.get(values + "id_number", AS_READER).body()).contains("<wfs:member>" + FixtureData.SECRET);
        assertThat(SERVER.get(ZonePaths.ZONES + "&RESULTTYPE=hits&CQL_FILTER=phone%3D%27x%27", AS_READER)
                        .body())
                .contains("numberMatched=\"0\"");
        for (String query : List.of(
                "phone=" + FixtureData.SECRET,
                "filter=phone%20LIKE%20%27BI%25%27",
                "sortby=-phone",
                "properties=phone")) {
            assertThat(SERVER.get(ZonePaths.ITEMS + "?f=json&" + query, AS_READER)
                            .body())
                    .as(query)
                    .contains("\"numberMatched\":5", FixtureData.SECRET);
        }
        assertThat(SERVER.get(
                                "/download/material_zones.csv?properties=zone_code,phone&filter=phone%20IS%20NULL",
                                AS_READER)
                        .body())
                .contains("phone")
                .doesNotContain("VN-STOR");
    }

    @Test
    void a_map_is_drawn_and_clicked_by_public_attributes_for_readers_too() {
        for (String request : List.of(ZonePaths.MAP, ZonePaths.CLICK + "application/json")) {
            String filter = request + "&CQL_FILTER=%s%%20IS%%20NOT%%20NULL";
            assertThat(SERVER.get(filter.formatted("phone"), AS_READER).body())
                    .contains("ServiceException")
                    .isEqualTo(SERVER.get(filter.formatted("phone")).body());
        }
    }

    @Test
    void search_finds_private_texts_for_readers_only_whoever_asked_before() {
        String query = "/api/search?q=BI-MAT";
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> readers = SERVER.get(query, AS_READER);
            assertThat(readers.body()).contains("material_zones.1");
            assertKeptByNobody(readers);
            HttpResponse<String> open = SERVER.get(query);
            assertThat(open.body()).doesNotContain("material_zones");
            assertThat(header(open, "Cache-Control")).isEqualTo("no-cache");
        }
        assertThat(SERVER.get("/api/search?q=VN-STOR-0001", AS_READER).body())
                .isEqualTo(SERVER.get("/api/search?q=VN-STOR-0001").body());
    }

    @Test
    void a_session_and_a_token_count_like_a_password_and_a_wrong_one_is_anybodys() {
        HttpResponse<String> signedIn = SERVER.post(
                "/api/session", "application/json", "{\"name\":\"Hoa\",\"password\":\"" + Officer.PASSWORD + "\"}");
        String cookie = header(signedIn, "Set-Cookie").split(";")[0];
        String bearer = "Bearer " + READER.withToken().token();
        String items = ZonePaths.ITEMS + "?f=json";

        assertThat(SERVER.get(items, "Cookie", cookie).body()).contains(FixtureData.SECRET);
        assertThat(SERVER.get(items, "Authorization", bearer).body()).contains(FixtureData.SECRET);
        assertThat(SERVER.get(items, "Authorization", READER.withToken().authorization())
                        .body())
                .contains(FixtureData.SECRET);
        HttpResponse<String> wrong = SERVER.get(items, "Authorization", bearer + "x");
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(wrong.body()).doesNotContain(FixtureData.SECRET);
        assertThat(header(wrong, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void a_stored_query_shows_each_caller_what_that_one_may_see() {
        Officer author = Officer.of(SERVER, "Lan", EnumSet.complementOf(EnumSet.of(Role.READER)));
        String create =
                "<wfs:CreateStoredQuery xmlns:wfs='http://www.opengis.net/wfs/2.0' service='WFS' version='2.0.0'>"
                        + "<wfs:StoredQueryDefinition id='urn:x:by-phone' xmlns:fes='http://www.opengis.net/fes/2.0'"
                        + " xmlns:xsd='http://www.w3.org/2001/XMLSchema'><wfs:Parameter name='phone' type='xsd:string'/>"
                        + "<wfs:QueryExpressionText returnFeatureTypes='material_zones'"
                        + " language='urn:ogc:def:queryLanguage:OGC-WFS::WFSQueryExpression'>"
                        + "<wfs:Query typeNames='material_zones'><fes:Filter><fes:PropertyIsEqualTo>"
                        + "<fes:ValueReference>phone</fes:ValueReference><fes:Literal>${phone}</fes:Literal>"
                        + "</fes:PropertyIsEqualTo></fes:Filter></wfs:Query></wfs:QueryExpressionText>"
                        + "</wfs:StoredQueryDefinition></wfs:CreateStoredQuery>";
        assertThat(author.send("POST", "/wfs", create, "Content-Type", "text/xml")
                        .statusCode())
                .isEqualTo(200);
        String call = "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&STOREDQUERY_ID=urn:x:by-phone&PHONE=";

        assertThat(SERVER.get(call + FixtureData.SECRET, AS_READER).body()).contains("numberMatched=\"5\"");
        assertThat(SERVER.get(call + "x", AS_READER).body()).contains("numberMatched=\"0\"");
        for (String value : List.of("x", FixtureData.SECRET)) {
            HttpResponse<String> refused = author.get(call + value);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).isEqualTo(SERVER.get(call + "x").body());
        }
    }

    @Test
    void each_file_is_in_the_audit_log_and_what_a_program_reads_on_and_on_is_in_it_once() {
        Officer minh = Officer.of(SERVER, "Minh", Set.of(Role.READER));
        for (int i = 0; i < 3; i++) {
            minh.get("/download/material_zones.csv");
            minh.get("/download/communes.csv");
            minh.get(ZonePaths.ZONES + "&STARTINDEX=" + i);
            minh.get(ZonePaths.CLICK + "application/json");
        }

        assertThat(SERVER.bean(FeatureStore.class).auditLog().list("Minh", Long.MAX_VALUE, 100))
                .filteredOn(entry -> entry.action().equals("read-private"))
                .allMatch(entry -> "layer material_zones".equals(entry.subject()) && !entry.isRefused())
                .extracting(AuditLog.Entry::details)
                .satisfies(details -> {
                    assertThat(details)
                            .filteredOn(each -> each.contains("download"))
                            .hasSize(3);
                    assertThat(details).filteredOn(each -> each.contains("wfs")).hasSize(1);
                    assertThat(details)
                            .filteredOn(each -> each.contains("click"))
                            .hasSize(1);
                    assertThat(details).hasSize(5).noneMatch(each -> each.contains(FixtureData.SECRET));
                });
    }
}
