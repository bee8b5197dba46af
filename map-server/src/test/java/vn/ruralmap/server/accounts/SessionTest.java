package vn.ruralmap.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.layers.store.Documents;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/** Signing in and out with a browser. */
class SessionTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Lan", Set.of(Role.OFFICER), "31552");
    private static final String HAMLETS = "/ogc/collections/hamlets/items";
    private static final String HAMLET = "{'type':'Feature','geometry':{'type':'Point','coordinates':[105.93,9.73]},"
            + "'properties':{'name':'%s','kind':'ấp','commune':5}}";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpResponse<String> add(Visitor visitor, String name) {
        return visitor.send("POST", HAMLETS, HAMLET.formatted(name), "Content-Type", "application/geo+json");
    }

    @Test
    void who_signs_in_is_known_until_they_sign_out() {
        Visitor visitor = new Visitor(SERVER);
        assertThat(visitor.whoAmI().get("signedIn").asBoolean()).isFalse();
        assertThat(visitor.whoAmI().get("hasAccounts").asBoolean()).isTrue();

        HttpResponse<String> answer = visitor.signIn("LAN", Officer.PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Officer.header(answer, "Set-Cookie"))
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        assertThat(Officer.header(answer, "Cache-Control")).contains("no-store");
        JsonNode me = visitor.whoAmI();
        assertThat(me.get("name").asString()).isEqualTo("Lan");
        assertThat(me.get("roles").toString()).isEqualTo("[\"OFFICER\"]");
        assertThat(me.get("area").toString()).isEqualTo("[\"31552\"]");
        assertThat(add(visitor, "Của phiên").statusCode()).isEqualTo(201);
        assertThat(SERVER.bean(FeatureStore.class).listChangesets(1).get(0).author())
                .isEqualTo("Lan");

        assertThat(SERVER.bean(FeatureStore.class).auditLog().list("Lan", Long.MAX_VALUE, 5).stream()
                        .anyMatch(entry -> entry.action().equals("sign-in")
                                && entry.details().contains("form")))
                .isTrue();
        String cookie = visitor.cookie();
        assertThat(visitor.send("DELETE", "/api/session", "").statusCode()).isEqualTo(204);
        assertThat(visitor.send("GET", "/api/session", "", "Cookie", cookie).body())
                .contains("\"signedIn\":false");
        assertThat(add(visitor, "Sau khi ra").statusCode()).isEqualTo(401);
    }

    @Test
    void the_cookie_is_secure_where_the_world_comes_by_https() {
        try (ServerFixture server = ServerFixture.start(Map.of("ruralmap.public-url", "https://bando.example.vn"))) {
            Officer.of(server, "Lan");
            HttpResponse<String> answer = new Visitor(server).signIn("Lan", Officer.PASSWORD);
            assertThat(Officer.header(answer, "Set-Cookie")).contains("; Secure");
            assertThat(new Visitor(server)
                            .signIn("Lan", Officer.PASSWORD, "Origin", "https://bando.example.vn")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_foreign_page_can_neither_write_nor_sign_somebody_in() {
        Visitor visitor = Visitor.signedIn(SERVER, "Lan");
        assertThat(visitor.send("POST", "/api/tokens", "{'name':'x'}", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.send("POST", "/api/tokens", "{'name':'x'}", "X-CSRF-Token", "0".repeat(64))
                        .statusCode())
                .isEqualTo(403);
        visitor.forgetCsrf();
        HttpResponse<String> without = add(visitor, "Không có mã");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("X-CSRF-Token");
        assertThat(visitor.send("DELETE", "/api/session", "").statusCode()).isEqualTo(403);
        // reading by POST changes nothing
        assertThat(visitor.send("GET", HAMLETS, "").statusCode()).isEqualTo(200);

        assertThat(new Visitor(SERVER)
                        .signIn("Lan", Officer.PASSWORD, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Visitor(SERVER)
                        .signIn("Lan", Officer.PASSWORD, "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void neither_answer_nor_time_tells_whether_there_is_such_an_account() {
        HttpResponse<String> unknown = new Visitor(SERVER).signIn("Không ai cả", "không-đúng-đâu");
        HttpResponse<String> wrong = new Visitor(SERVER).signIn("Lan", "không-đúng-đâu");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(Officer.header(unknown, "WWW-Authenticate")).isEmpty();

        long ofUnknown = Long.MAX_VALUE;
        long ofWrong = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            String address = "198.51.100." + i;
            ofUnknown = Math.min(ofUnknown, nanos("Không ai cả " + i, address));
            ofWrong = Math.min(ofWrong, nanos("Lan", address));
        }
        // bcrypt takes tens of milliseconds; without it the answer would come within one. How much longer is the
        // machine's affair
        assertThat((double) ofUnknown / ofWrong).isGreaterThan(0.2);
    }

    private static long nanos(String name, String address) {
        long begin = System.nanoTime();
        new Visitor(SERVER).signIn(name, "không-đúng-đâu", "X-Forwarded-For", address);
        return System.nanoTime() - begin;
    }

    @Test
    void who_guesses_is_shut_out_and_nobody_else() {
        String guesser = "203.0.113.9";
        for (int i = 0; i < FailedSignIns.MOST_PER_ACCOUNT; i++) {
            assertThat(new Visitor(SERVER)
                            .signIn("Lan", "đoán-mò-" + i + "-nữa", "X-Forwarded-For", guesser)
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(new Visitor(SERVER)
                        .signIn("Lan", "đoán-mò-lần-cuối", "X-Forwarded-For", guesser)
                        .statusCode())
                .isEqualTo(429);
        assertThat(new Visitor(SERVER).signIn("Lan", Officer.PASSWORD).statusCode())
                .isEqualTo(200);
    }

    @Test
    void another_password_ends_all_other_sessions() {
        Officer.of(SERVER, "Minh", Set.of(Role.OFFICER));
        Visitor here = Visitor.signedIn(SERVER, "Minh");
        Visitor elsewhere = Visitor.signedIn(SERVER, "Minh");
        String before = here.cookie();
        String change = "{'password':'%s','newPassword':'%s'}";

        assertThat(here.send("PUT", "/api/session/password", change.formatted("sai-mật-khẩu", "mật khẩu mới 1"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(here.send("PUT", "/api/session/password", change.formatted(Officer.PASSWORD, "ngắn"))
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> changed =
                here.send("PUT", "/api/session/password", change.formatted(Officer.PASSWORD, "mật khẩu mới 1"));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        here.take(changed);

        assertThat(here.cookie()).isNotEqualTo(before);
        assertThat(here.whoAmI().get("signedIn").asBoolean()).isTrue();
        assertThat(elsewhere.whoAmI().get("signedIn").asBoolean()).isFalse();
        assertThat(new Visitor(SERVER).signIn("Minh", Officer.PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(new Visitor(SERVER).signIn("Minh", "mật khẩu mới 1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void sessions_are_listed_and_ended_one_by_one() {
        Officer.of(SERVER, "Hoa", Set.of(Role.READER));
        Visitor here = Visitor.signedIn(SERVER, "Hoa");
        Visitor lost = Visitor.signedIn(SERVER, "Hoa");

        JsonNode listed = Visitor.json(here.send("GET", "/api/sessions", "")).get("sessions");
        assertThat(listed.size()).isEqualTo(2);
        String other = "";
        for (JsonNode each : listed) {
            if (!each.get("current").asBoolean()) {
                other = each.get("session").get("id").asString();
            }
        }
        assertThat(here.send("DELETE", "/api/sessions/" + other, "").statusCode())
                .isEqualTo(204);
        assertThat(lost.whoAmI().get("signedIn").asBoolean()).isFalse();
        assertThat(here.whoAmI().get("signedIn").asBoolean()).isTrue();
        assertThat(Visitor.signedIn(SERVER, "Lan")
                        .send("DELETE", "/api/sessions/" + other, "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_store_holds_neither_passwords_nor_tokens() {
        Visitor visitor = Visitor.signedIn(SERVER, "Lan");
        String token = visitor.cookie().substring(visitor.cookie().indexOf('=') + 1);
        Documents documents = SERVER.bean(FeatureStore.class).documents();
        String program = LAN.withToken().token();
        for (String kind : new String[] {"account", "session", "token"}) {
            assertThat(documents.list(kind, "")).isNotEmpty().allSatisfy(document -> {
                assertThat(document.body()).doesNotContain(Officer.PASSWORD, token, program);
                assertThat(document.key()).doesNotContain(token, program);
            });
        }
        assertThat(SERVER.bean(FeatureStore.class).auditLog().list(null, Long.MAX_VALUE, 1000))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain(Officer.PASSWORD, token, program));
    }

    @Test
    void a_node_knows_the_sessions_that_were_opened_on_another() {
        Visitor visitor = Visitor.signedIn(SERVER, "Lan");
        Sessions elsewhere = new Sessions(
                SERVER.bean(FeatureStore.class),
                new AccountsSettings(java.time.Duration.ofHours(8), java.time.Duration.ofDays(7)),
                java.time.Clock.systemUTC());
        String token = visitor.cookie().substring(visitor.cookie().indexOf('=') + 1);
        assertThat(elsewhere.find(token)).isPresent();
        Sessions tomorrow = new Sessions(
                SERVER.bean(FeatureStore.class),
                new AccountsSettings(java.time.Duration.ofHours(8), java.time.Duration.ofDays(7)),
                java.time.Clock.offset(java.time.Clock.systemUTC(), java.time.Duration.ofHours(9)));
        assertThat(tomorrow.find(token)).isEmpty();
        elsewhere.destroy();
        tomorrow.destroy();
    }
}
