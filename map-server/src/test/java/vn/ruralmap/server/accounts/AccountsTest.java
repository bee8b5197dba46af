package vn.ruralmap.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/** Administrators manage accounts; everybody their own tokens; the audit log tells it. */
class AccountsTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer ROOT = Officer.of(SERVER, "Quản trị", Set.of(Role.ADMINISTRATOR));
    private static final Officer LAN = Officer.of(SERVER, "Lan", Set.of(Role.OFFICER));
    private static final String HAMLETS = "/ogc/collections/hamlets/items";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpResponse<String> json(Officer officer, String method, String path, String body) {
        return officer.send(method, path, body, "Content-Type", "application/json");
    }

    private static HttpResponse<String> hamlet(Officer officer) {
        return officer.send(
                "POST",
                HAMLETS,
                "{'type':'Feature','geometry':{'type':'Point','coordinates':[105.93,9.73]},'properties':{'name':'Ấp "
                        + System.nanoTime() + "','kind':'ấp','commune':5}}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/accounts",
        "POST, /api/accounts",
        "PATCH, /api/accounts/Lan",
        "DELETE, /api/accounts/Lan",
        "POST, /api/accounts/Lan/password",
        "GET, /api/audit",
        "GET, /api/audit.csv"
    })
    void only_administrators_manage_accounts_and_read_the_audit_log(String method, String path) {
        assertThat(json(LAN, method, path, "{}".repeat(method.equals("GET") ? 0 : 1))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> anonymous = SERVER.get(path);
        assertThat(anonymous.statusCode()).isIn(401, 405);
        assertThat(anonymous.body()).doesNotContain("\"roles\"", "actor");
    }

    @Test
    void an_account_is_made_changed_disabled_and_removed() {
        HttpResponse<String> made =
                json(ROOT, "POST", "/api/accounts", "{'name':'Bình','roles':['OFFICER'],'area':['31552']}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        Officer binh =
                new Officer(SERVER, "Bình", Visitor.json(made).get("password").asString());
        assertThat(hamlet(binh).statusCode()).isEqualTo(201);
        assertThat(json(ROOT, "POST", "/api/accounts", "{'name':'BÌNH','roles':['READER']}")
                        .statusCode())
                .isEqualTo(409);

        assertThat(json(ROOT, "PATCH", "/api/accounts/B%C3%ACnh", "{'roles':['READER'],'mail':'b@example.vn'}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(hamlet(binh).statusCode()).isEqualTo(403);
        Visitor visitor = new Visitor(SERVER);
        assertThat(visitor.signIn("Bình", binh.token()).statusCode()).isEqualTo(200);
        Officer program = binh.withToken();
        assertThat(program.get("/api/tokens").statusCode()).isEqualTo(200);

        assertThat(json(ROOT, "PATCH", "/api/accounts/B%C3%ACnh", "{'disabled':true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.whoAmI().get("signedIn").asBoolean()).isFalse();
        assertThat(program.get("/api/tokens").statusCode()).isEqualTo(401);
        assertThat(binh.get("/api/tokens").statusCode()).isEqualTo(401);

        assertThat(json(ROOT, "PATCH", "/api/accounts/B%C3%ACnh", "{'disabled':false}")
                        .statusCode())
                .isEqualTo(200);
        // what was open before stays shut
        assertThat(visitor.whoAmI().get("signedIn").asBoolean()).isFalse();
        HttpResponse<String> renewed = json(ROOT, "POST", "/api/accounts/B%C3%ACnh/password", "");
        assertThat(binh.get("/api/tokens").statusCode()).isEqualTo(401);
        assertThat(new Officer(
                                SERVER,
                                "Bình",
                                Visitor.json(renewed).get("password").asString())
                        .get("/api/tokens")
                        .statusCode())
                .isEqualTo(200);

        assertThat(ROOT.send("DELETE", "/api/accounts/B%C3%ACnh", "").statusCode())
                .isEqualTo(204);
        // the next one of the same name inherits nothing
        json(ROOT, "POST", "/api/accounts", "{'name':'Bình','roles':['OFFICER']}");
        assertThat(program.get("/api/tokens").statusCode()).isEqualTo(401);
        assertThat(json(ROOT, "GET", "/api/accounts", "").body())
                .contains("Bình")
                .doesNotContain("$2b$", "passwordHash");
    }

    @Test
    void somebody_must_be_able_to_manage_accounts() {
        assertThat(ROOT.send("DELETE", "/api/accounts/Qu%E1%BA%A3n%20tr%E1%BB%8B", "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(json(ROOT, "PATCH", "/api/accounts/Qu%E1%BA%A3n%20tr%E1%BB%8B", "{'roles':['READER']}")
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'name':'x','roles':['KING']}
                    {'name':'x','roles':[]}
                    {'name':'x'}
                    {'roles':['READER']}
                    {'name':'a:b','roles':['READER']}
                    {'name':'<script>','roles':['READER']}
                    {'name':'x','roles':['READER'],'area':['1']}
                    {'name':'x','roles':['READER'],'mail':'x'}
                    """)
    void what_is_no_account_is_refused(String body) {
        assertThat(json(ROOT, "POST", "/api/accounts", body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/, *",
        "/ogc, *",
        "/signin.html, NONE",
        "/accounts.html, NONE",
        "/%61ccounts.html, NONE",
        "/imports, NONE",
        "/api/session, NONE"
    })
    void other_sites_show_the_map_in_their_pages_and_no_forms(String path, String who) {
        assertThat(Officer.header(SERVER.get(path), "Content-Security-Policy"))
                .endsWith("frame-ancestors " + who.replace("NONE", "'none'"));
    }

    @Test
    void an_administrator_edits_no_map() {
        assertThat(hamlet(ROOT).statusCode()).isEqualTo(403);
    }

    @Test
    void a_personal_token_is_shown_once_and_holds_until_it_is_revoked() {
        Visitor visitor = Visitor.signedIn(SERVER, "Lan");
        HttpResponse<String> made = visitor.send("POST", "/api/tokens", "{'name':'QGIS ở cơ quan'}");
        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode token = Visitor.json(made);
        Officer program = new Officer(SERVER, "Lan", token.get("token").asString());
        assertThat(hamlet(program).statusCode()).isEqualTo(201);
        String list = visitor.send("GET", "/api/tokens", "").body();
        assertThat(list).contains("QGIS ở cơ quan").doesNotContain(program.token());

        String id = token.get("id").asString();
        assertThat(json(ROOT, "DELETE", "/api/tokens/" + id, "").statusCode()).isEqualTo(404);
        assertThat(visitor.send("DELETE", "/api/tokens/" + id, "").statusCode()).isEqualTo(204);
        assertThat(hamlet(program).statusCode()).isEqualTo(401);
    }

    @Test
    void the_audit_log_tells_who_did_what_and_who_was_refused_from_where() {
        assertThat(new Visitor(SERVER)
                        .signIn("=cmd|x", "sai-mật-khẩu", "X-Forwarded-For", "203.0.113.77")
                        .statusCode())
                .isEqualTo(401);
        hamlet(LAN);
        JsonNode page = Visitor.json(json(ROOT, "GET", "/api/audit?limit=2", ""));
        JsonNode first = page.get("entries").get(0);
        assertThat(first.get("actor").asString()).isEqualTo("Lan");
        assertThat(first.get("action").asString()).isEqualTo("edit");
        assertThat(first.get("subject").asString()).startsWith("changeset ");
        JsonNode second = page.get("entries").get(1);
        assertThat(second.get("isRefused").asBoolean()).isTrue();
        assertThat(second.get("address").asString()).isEqualTo("203.0.113.77");
        JsonNode older = Visitor.json(json(ROOT, "GET", "/api/audit?limit=2&before=" + page.get("next"), ""));
        assertThat(older.get("entries").get(0).get("number").asLong())
                .isLessThan(second.get("number").asLong());

        HttpResponse<String> csv = json(ROOT, "GET", "/api/audit.csv", "");
        assertThat(Officer.header(csv, "Content-Type")).startsWith("text/csv");
        assertThat(csv.body())
                .startsWith("\ufeffnumber,time,actor")
                .contains("\"'=cmd|x\"", "203.0.113.77", "\"sign-in\"");
    }
}
