package vn.ruralmap.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.support.WorkingFolder;

/** Nonsense gets a 4xx that says what is wrong, never a 500, and leaves nothing on disk. */
class HostileRequestsTest {

    private static final ServerFixture SERVER = ServerFixture.get();
    private static final Imports IMPORTS = new Imports(SERVER);
    private static String id;

    @BeforeAll
    static void create() {
        id = IMPORTS.create("communes");
        IMPORTS.upload(id, "a.geojson", "{}".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing1", "..", "%2e%2e", "%2E%2E%2F", "lock", "a%00b", "%5C", "%F0%28", "%ff"})
    void there_is_no_such_import(String bad) throws Exception {
        for (String line : List.of(
                "GET /api/imports/" + bad,
                "GET /api/imports/" + bad + "/map",
                "DELETE /api/imports/" + bad,
                "POST /api/imports/" + bad + "/plan")) {
            assertRefused(line, "");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2F",
                "..%2F..%2Fa",
                "%2e%2e",
                ".",
                "..",
                "%5C",
                "..%5Ca",
                "a%00b",
                "%00",
                "a%0Ab",
                "%7F",
                "%C2%85",
                "%E2%80%AE",
                "%ff",
                "%ed%a0%80",
                "%",
                "%zz"
            })
    void a_name_that_is_none_is_refused(String bad) throws Exception {
        assertRefused("PUT /api/imports/" + id + "/files/" + bad, "x");
        assertRefused("DELETE /api/imports/" + id + "/files/" + bad, "");
        assertOnlyTheFileIsThere();
    }

    @Test
    void a_name_may_have_200_bytes() throws Exception {
        assertThat(IMPORTS.put("/api/imports/" + id + "/files/" + "a".repeat(201), new byte[1])
                        .statusCode())
                .isEqualTo(400);
        String other = IMPORTS.create("communes");
        assertThat(IMPORTS.put("/api/imports/" + other + "/files/" + "a".repeat(200), new byte[1])
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "1",
                "\"a\"",
                "{}{}",
                "{\"crs\":\"EPSG:1\",\"crs\":\"EPSG:2\"}",
                "\0\0\0\0",
                "{\"a\":",
                "{\"fields\":{\"a\":{\"b\":1}}}",
                "{\"validFrom\":99999999999999999999999999999999999999}",
                "{\"validFrom\":1e999999999}"
            })
    void a_body_that_is_no_object_or_has_wrong_types_is_refused(String body) {
        HttpResponse<String> answer = IMPORTS.send("POST", "/api/imports/" + id + "/plan", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("detail_vi").doesNotContain("tools.jackson", "vn.ruralmap");
        assertThat(IMPORTS.send("POST", "/api/imports", body).statusCode()).isEqualTo(400);
    }

    @Test
    void deep_and_large_bodies_are_refused() {
        for (String body : List.of(
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "[".repeat(30_000),
                "{\"message\":\"" + "x".repeat(60_000) + "\"}")) {
            assertThat(IMPORTS.send("POST", "/api/imports/" + id + "/plan", body)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(IMPORTS.send("POST", "/api/imports/" + id + "/plan", " ".repeat(100_000))
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown   | {\"unknown\":1}",
                "crs       | {\"crs\":\"nothing\"}",
                "crs       | {\"crs\":1}",
                "swapXy    | {\"swapXy\":\"yes\"}",
                "strict    | {\"strict\":0}",
                "charset   | {\"charset\":\"klingon\"}",
                "charsets  | {\"charsets\":{\"A\":\"klingon\"}}",
                "charsets  | {\"charsets\":[]}",
                "charsets  | {\"charsets\":{\"A\":\"\"}}",
                "fields    | {\"fields\":{\"A\":\"nothing\"}}",
                "fields    | {\"fields\":{\"A\":\"name\",\"B\":\"name\"}}",
                "fields    | {\"fields\":{\"A\":1}}",
                "validFrom | {\"validFrom\":\"01/07/2025\"}",
                "validFrom | {\"validFrom\":\"+999999999-01-01\"}",
                "validTo   | {\"validTo\":\"2025-02-30\"}",
                "validTo   | {\"validFrom\":\"2025-07-01\",\"validTo\":\"2025-07-01\"}",
                "decision  | {\"decision\":\"\\u0000\"}",
                "message   | {\"message\":\"\\ud800\"}",
                "member    | {\"member\":{}}",
                "file      | {\"file\":\"../job.json\"}",
                "file      | {\"file\":\"nothing\"}"
            })
    void a_bad_option_is_named(String locator, String body) {
        HttpResponse<String> answer = IMPORTS.send("POST", "/api/imports/" + id + "/plan", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Imports.json(answer).path("locator").asString()).isEqualTo(locator);
        assertThat(Imports.json(answer).path("detail_vi").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?wait=-1",
                "?wait=99999999999",
                "?wait=x",
                "?since=x",
                "?since=99999999999999999999",
                "/preview?rows=-1",
                "/preview?rows=100000",
                "/preview?rows=a",
                "/report.exe",
                "/nothing"
            })
    void bad_parameters_are_refused(String rest) {
        assertThat(IMPORTS.send("GET", "/api/imports/" + id + rest, "").statusCode())
                .isBetween(400, 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "0", "99999999999999999999", "1.5", "%00", "1%2F2"})
    void there_is_no_such_changeset(String bad) throws Exception {
        assertRefused("POST /api/changesets/" + bad + "/revert", "");
    }

    @Test
    void an_upload_that_ends_early_leaves_nothing() throws Exception {
        String path = "PUT /api/imports/" + id + "/files/half.zip HTTP/1.1\r\nHost: localhost\r\n"
                + "X-Ruralmap: import\r\nConnection: close\r\n";

        SERVER.cut(path + "Content-Length: 100000\r\n\r\n" + "x".repeat(500));
        SERVER.cut(path + "Transfer-Encoding: chunked\r\n\r\n1F4\r\n" + "x".repeat(500) + "\r\n");
        String lie = SERVER.raw(path + "Content-Length: -5\r\n\r\nx");
        String broken = SERVER.raw(path + "Transfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n0\r\n\r\n");
        String announced = SERVER.raw(path + "Expect: 100-continue\r\nContent-Length: 9999999999999\r\n\r\n");

        assertThat(lie).startsWith("HTTP/1.1 400");
        assertThat(broken).startsWith("HTTP/1.1 400");
        assertThat(announced).startsWith("HTTP/1.1 413");
        assertOnlyTheFileIsThere();
    }

    @Test
    void random_bytes_never_break_it() throws Exception {
        Random random = new Random(20250701);
        String[] pieces = {
            "{", "}", "[", "\"crs\"", ":", ",", "\"\\u0000\"", "1e9", "null", "true", "\"fields\"", "\"a\""
        };
        for (int i = 0; i < 300; i++) {
            StringBuilder body = new StringBuilder("{");
            for (int j = random.nextInt(12); j > 0; j--) {
                body.append(pieces[random.nextInt(pieces.length)]);
            }
            int status = IMPORTS.send("POST", "/api/imports/nothing1/plan", body.toString())
                    .statusCode();
            assertThat(status).as(body.toString()).isEqualTo(404);
            status = IMPORTS.send("POST", "/api/imports/" + id + "/plan", body + "}x")
                    .statusCode();
            assertThat(status).as(body.toString()).isEqualTo(400);
        }
    }

    private static void assertRefused(String line, String body) throws Exception {
        String answer = SERVER.raw(line + " HTTP/1.1\r\nHost: localhost\r\nX-Ruralmap: import\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body);

        assertThat(answer).as(line).matches("(?s)HTTP/1\\.1 4\\d\\d.*").doesNotContain("Exception", "\tat ");
    }

    private static void assertOnlyTheFileIsThere() throws Exception {
        assertThat(IMPORTS.get(id).path("files").size()).isEqualTo(1);
        Path folder = SERVER.bean(WorkingFolder.class).named("imports");
        for (int i = 0; i < 100 && count(folder.resolve(id).resolve("incoming")) > 0; i++) {
            Thread.sleep(100);
        }
        assertThat(count(folder.resolve(id).resolve("incoming"))).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(Files.readAllBytes(folder.resolve(id).resolve("job.json")))
                        .path("id")
                        .asString())
                .isEqualTo(id);
    }

    private static long count(Path folder) throws Exception {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }
}
