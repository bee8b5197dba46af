package vn.ruralmap.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;

/** Who sends a request is recognised whatever its address looks like, and no address is refused for its looks. */
class AddressesTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Lan");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String status(String method, String target, String header) {
        return SERVER.raw(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header
                        + "\r\n")
                .split("\r\n")[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//wms?SERVICE=WMS&REQUEST=GetCapabilities",
                "/wfs;v=1?SERVICE=WFS&REQUEST=GetCapabilities",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ntm:communes&CQL_FILTER=name%3D'a%2F%2Fb%3B%25'",
                "/ogc//collections/communes",
                "/ogc/collections/communes/items?filter=name%20LIKE%20'%25..%2F%5C%25'&filter-lang=cql2-text",
                "/%6Fgc/collections",
                "/tiles/communes/10/../10/813/484.png",
                "/download/communes.geojson?x=%0A"
            })
    void a_program_with_a_name_gets_what_anybody_gets(String target) {
        String anybodys = status("GET", target, "");
        assertThat(anybodys).containsAnyOf(" 200", " 404");
        assertThat(status("GET", target, "Authorization: " + LAN.authorization() + "\r\n"))
                .isEqualTo(anybodys);
        assertThat(status("GET", target, "Authorization: Basic eDp5\r\n"))
                .as("a request to read is anybody's")
                .isEqualTo(anybodys);
        Visitor visitor = Visitor.signedIn(SERVER, "Lan");
        assertThat(status("GET", target, "Cookie: " + visitor.cookie() + "\r\n"))
                .isEqualTo(anybodys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tokens", "//api/tokens", "/api/./tokens", "/%61pi/tokens", "/api/tokens;x=1"})
    void no_spelling_of_an_address_comes_around_the_page_token(String target) {
        Visitor visitor = Visitor.signedIn(SERVER, "Lan");
        String body = "{\"name\":\"x\"}";
        String header = "Cookie: " + visitor.cookie() + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n";
        String answer = SERVER.raw(
                "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n" + body);
        assertThat(answer.split("\r\n")[0]).containsAnyOf(" 403", " 404");
        assertThat(visitor.send("GET", "/api/tokens", "").body()).isEqualTo("{\"tokens\":[]}");
    }

    @Test
    void a_session_cookie_beside_a_wrong_password_counts_for_nothing() {
        Visitor visitor = Visitor.signedIn(SERVER, "Lan");
        assertThat(visitor.send("GET", "/api/session", "").body()).contains("\"signedIn\":true");
        assertThat(visitor.send("GET", "/api/session", "", "Authorization", "Basic TGFuOng=")
                        .body())
                .contains("\"signedIn\":false");
        assertThat(visitor.send("GET", "/api/tokens", "", "Authorization", "Digest x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void reading_by_post_with_a_session_needs_no_page_token() {
        Visitor visitor = Visitor.signedIn(SERVER, "Lan");
        visitor.forgetCsrf();
        String query = "<GetFeature service='WFS' version='2.0.0' count='1' xmlns='http://www.opengis.net/wfs/2.0'>"
                + "<Query typeNames='ntm:communes' xmlns:ntm='urn:ruralmap:ntm'/></GetFeature>";
        assertThat(visitor.send("POST", "/wfs", query, "Content-Type", "application/xml")
                        .statusCode())
                .isEqualTo(200);
        String form = "SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ntm:communes&COUNT=1";
        assertThat(visitor.send("POST", "/wfs", form, "Content-Type", "application/x-www-form-urlencoded")
                        .body())
                .contains("numberReturned=\"1\"");
        String writing = "<Transaction service='WFS' version='2.0.0' xmlns='http://www.opengis.net/wfs/2.0'>"
                + "<Delete typeName='ntm:hamlets' xmlns:ntm='urn:ruralmap:ntm'/></Transaction>";
        assertThat(visitor.send("POST", "/wfs", writing, "Content-Type", "application/xml")
                        .body())
                .contains("ExceptionReport", "X-CSRF-Token");
    }
}
