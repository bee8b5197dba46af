package vn.ruralmap.server.accounts.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.accounts.IdentityProvider;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.support.RequestException;

/** A provider that nobody reaches, and visitors who come back from where they never went. */
class ProviderAwayTest {

    // port 9 is that of discarding, where nobody answers
    private static final ServerFixture SERVER = ServerFixture.start(Map.of(
            "ruralmap.accounts.oidc.issuer", "http://localhost:9/realms/province",
            "ruralmap.accounts.oidc.client-id", "ruralmap",
            "ruralmap.accounts.oidc.title-vi", "Đăng nhập Cổng tỉnh"));

    private static final Officer LAN = Officer.of(SERVER, "Lan");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void the_server_starts_and_offers_it_and_passwords_go_on_to_work() {
        assertThat(SERVER.get("/api/session").body())
                .contains("\"vi\":\"Đăng nhập Cổng tỉnh\"", "\"path\":\"/signin/oidc\"");
        assertThat(LAN.get("/api/session").body()).contains("\"signedIn\":true", "\"provider\":null");
    }

    @Test
    void who_signs_in_is_told_and_keeps_the_page_they_wanted() {
        HttpResponse<String> answer = SERVER.get("/signin/oidc?to=/accounts.html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo("/signin.html?refused=away&to=%2Faccounts.html");
        assertThat(location(SERVER.get("/signin/oidc?to=//evil.example/")))
                .isEqualTo("/signin.html?refused=away&to=%2F");
        assertThat(Officer.header(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void who_comes_back_without_having_gone_is_refused() {
        HttpResponse<String> answer = SERVER.get("/signin/oidc/code?code=abc&state=def");
        assertThat(location(answer)).startsWith("/signin.html?refused=outdated");
        String cookie = Base64.getUrlEncoder()
                .encodeToString(
                        "{\"state\":\"other\",\"nonce\":\"n\",\"verifier\":\"v\",\"back\":\"b\",\"to\":\"//evil.example\"}"
                                .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> forged =
                SERVER.get("/signin/oidc/code?code=abc&state=def", "Cookie", "ruralmap_signin=" + cookie);
        assertThat(location(forged)).isEqualTo("/signin.html?refused=outdated&to=%2F");
        HttpResponse<String> garbage =
                SERVER.get("/signin/oidc/code?code=abc&state=def", "Cookie", "ruralmap_signin=rubbish");
        assertThat(location(garbage)).startsWith("/signin.html?refused=outdated");
    }

    @Test
    void a_store_that_is_away_is_told_on_the_page_too() throws IOException, ServletException {
        MockHttpServletResponse answer = fails("/signin/oidc/code");
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getHeader("Location")).isEqualTo("/signin.html?refused=store&to=%2F");
        assertThatThrownBy(() -> fails("/api/session")).isInstanceOf(RequestException.class);
    }

    /** What comes of a failure behind the guard, which stands between the two filters. */
    private static MockHttpServletResponse fails(String path) throws IOException, ServletException {
        Filter guard = SERVER.bean(IdentityProvider.class)
                .filters(new RequestAttributeSecurityContextRepository())
                .get(1);
        MockHttpServletResponse answer = new MockHttpServletResponse();
        guard.doFilter(new MockHttpServletRequest("GET", path), answer, (request, response) -> {
            throw RequestException.of(409, "Stale", null, "đã đổi", "changed");
        });
        return answer;
    }

    @Test
    void without_a_provider_there_is_nothing_of_it() {
        assertThat(ServerFixture.get().get("/api/session").body()).contains("\"provider\":null");
        assertThat(ServerFixture.get().get("/signin/oidc").statusCode()).isEqualTo(404);
    }

    @Test
    void an_issuer_whose_answers_can_be_read_and_changed_on_their_way_is_not_taken() {
        assertThatThrownBy(() -> ServerFixture.start(Map.of(
                        "ruralmap.accounts.oidc.issuer", "http://sso.example.vn",
                        "ruralmap.accounts.oidc.client-id", "ruralmap")))
                .rootCause()
                .hasMessageContaining("https://");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
