package vn.ruralmap.server.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;

/** Who may write through OGC API, and how clients learn it. */
class WritingRightsTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Lan");
    private static final String HAMLETS = "/ogc/collections/hamlets/items";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String hamlet(String name) {
        return "{'type':'Feature','geometry':{'type':'Point','coordinates':[105.93,9.73]},'properties':{'name':'" + name
                + "','kind':'ấp','commune':5}}";
    }

    private static Changeset lastChangeset() {
        return SERVER.bean(FeatureStore.class).listChangesets(1).get(0);
    }

    @Test
    void only_who_has_an_account_may_write() {
        assertThat(SERVER.post(HAMLETS, "application/geo+json", "{}").statusCode())
                .isEqualTo(401);
        HttpResponse<String> wrong =
                new Officer(SERVER, "Kẻ lạ", "wrong-wrong-wrong-wrong").send("POST", HAMLETS, hamlet("x"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(Officer.header(wrong, "WWW-Authenticate")).startsWith("Basic realm=");
        assertThat(LAN.send("POST", HAMLETS, hamlet("Trang lạ"), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(LAN.send("POST", HAMLETS, hamlet("Trang lạ"), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        Officer program = LAN.withToken();
        assertThat(program.send("POST", HAMLETS, hamlet("Basic")).statusCode()).isEqualTo(201);
        assertThat(lastChangeset().author()).isEqualTo("Lan");
        assertThat(program.send("POST", HAMLETS, hamlet("Bearer"), "Authorization", "Bearer " + program.token())
                        .statusCode())
                .isEqualTo(201);
        assertThat(lastChangeset().author()).isEqualTo("Lan");
        assertThat(new Officer(SERVER, "Minh", program.token())
                        .send("POST", HAMLETS, hamlet("Tên người khác"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void who_guesses_is_not_listened_to_any_more_and_shuts_nobody_out() {
        Officer guesser = new Officer(SERVER, "Lan", "not-the-password");
        String elsewhere = "203.0.113.7";
        HttpResponse<String> last = null;
        for (int i = 0; i < 6; i++) {
            last = guesser.send("POST", HAMLETS, hamlet("x"), "X-Forwarded-For", elsewhere);
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Officer.header(last, "Retry-After")).isEqualTo("60");
        assertThat(LAN.send("POST", HAMLETS, hamlet("Từ nơi khác")).statusCode())
                .isEqualTo(201);
        assertThat(Officer.of(SERVER, "Minh")
                        .send("POST", HAMLETS, hamlet("Cùng cơ quan"), "X-Forwarded-For", elsewhere)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void options_say_what_may_be_done() {
        assertThat(Officer.header(LAN.send("OPTIONS", HAMLETS, ""), "Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(Officer.header(LAN.send("OPTIONS", HAMLETS + "/unknown_id", ""), "Allow"))
                .isEqualTo("GET, HEAD, OPTIONS, PUT, PATCH, DELETE");
        ServerFixture readOnly = ServerFixture.get();
        assertThat(Officer.header(readOnly.send("OPTIONS", HAMLETS), "Allow")).isEqualTo("GET, HEAD, OPTIONS");
        HttpResponse<String> off = new Officer(readOnly, "Lan", Officer.PASSWORD).send("POST", HAMLETS, hamlet("x"));
        assertThat(off.statusCode()).isEqualTo(403);
        assertThat(off.body()).contains("./ruralmap user add");
        assertThat(readOnly.get("/ogc/conformance").body()).doesNotContain("ogcapi-features-4");
        assertThat(SERVER.get("/ogc/conformance").body())
                .contains("ogcapi-features-4/1.0/conf/create-replace-delete", "ogcapi-features-4/1.0/conf/update");
        assertThat(readOnly.get("/ogc/api").body()).doesNotContain("\"post\"");
        assertThat(SERVER.get("/ogc/api").body())
                .contains("\"post\"", "\"put\"", "\"patch\"", "\"delete\"", "securitySchemes");
    }
}
