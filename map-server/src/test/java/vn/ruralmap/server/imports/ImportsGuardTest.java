package vn.ruralmap.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;

/** Without an account only a person at the machine itself may import; one test for each way in that is shut. */
class ImportsGuardTest {

    /** Nobody has an account. */
    private static final EditRights NOBODY = new Nobody();

    private final ImportsGuard guard = new ImportsGuard(new PublicUrl(null), NOBODY, null);

    /** A page of this server asks. */
    private static MockHttpServletRequest own(String method) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/imports");
        request.setRemoteAddr("127.0.0.1");
        request.addHeader("Host", "localhost:8080");
        request.addHeader("Origin", "http://localhost:8080");
        request.addHeader("Sec-Fetch-Site", "same-origin");
        request.addHeader("X-Ruralmap", "import");
        return request;
    }

    private static void set(MockHttpServletRequest request, String name, String value) {
        request.removeHeader(name);
        request.addHeader(name, value);
    }

    private boolean isLetIn(MockHttpServletRequest request) {
        try {
            return guard.preHandle(request, new MockHttpServletResponse(), handler());
        } catch (RequestException e) {
            assertThat(e.httpStatus()).isEqualTo(403);
            assertThat(e.code()).isEqualTo("ImportsOnlyOnThisMachine");
            assertThat(e.text().vi()).contains("/imports", "./ruralmap import");
            return false;
        }
    }

    private static HandlerMethod handler() {
        try {
            return new HandlerMethod(
                    new ChangesetsController(null, null, null, null),
                    ChangesetsController.class.getDeclaredMethod("revert", String.class, HttpServletRequest.class));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "DELETE"})
    void the_own_page_is_let_in(String method) {
        assertThat(isLetIn(own(method))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"})
    void loopback_addresses_are_let_in(String address) {
        MockHttpServletRequest request = own("POST");
        request.setRemoteAddr(address);

        assertThat(isLetIn(request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.5", "10.0.0.1", "8.8.8.8", "fe80::1", "0.0.0.0", "::", "::ffff:10.0.0.1"})
    void other_addresses_are_not(String address) {
        MockHttpServletRequest request = own("GET");
        request.setRemoteAddr(address);

        assertThat(isLetIn(request)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "x-forwarded-proto",
                "X-Forwarded",
                "X-Real-IP",
                "Via"
            })
    void what_a_proxy_passes_on_is_not(String header) {
        MockHttpServletRequest request = own("GET");
        request.addHeader(header, "127.0.0.1");

        assertThat(isLetIn(request)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1:8080", "[::1]:8080", "[::1]"})
    void names_of_this_machine_are_let_in(String host) {
        MockHttpServletRequest request = own("GET");
        set(request, "Host", host);
        request.removeHeader("Origin");

        assertThat(isLetIn(request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "localhost@evil.example",
                "192.168.1.5:8080",
                "localhost:8080x",
                ""
            })
    void a_name_that_only_leads_here_is_not(String host) {
        MockHttpServletRequest request = own("GET");
        set(request, "Host", host);
        request.removeHeader("Origin");

        assertThat(isLetIn(request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, http://evil.example",
        "POST, http://evil.example",
        "POST, null",
        "POST, https://localhost:8080",
        "POST, http://localhost:8081",
        "POST, http://127.0.0.1:8080"
    })
    void a_page_of_another_origin_is_not(String method, String origin) {
        MockHttpServletRequest request = own(method);
        set(request, "Origin", origin);

        assertThat(isLetIn(request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"same-origin, true", "none, true", "same-site, false", "cross-site, false", "x, false"})
    void the_browser_says_whose_page_it_is(String site, boolean letIn) {
        MockHttpServletRequest request = own("GET");
        set(request, "Sec-Fetch-Site", site);

        assertThat(isLetIn(request)).isEqualTo(letIn);
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "HEAD, true", "POST, false", "PUT, false", "DELETE, false", "PATCH, false"})
    void what_changes_something_needs_the_header_that_a_foreign_page_cannot_send(String method, boolean letIn) {
        MockHttpServletRequest request = own(method);
        request.removeHeader("X-Ruralmap");

        assertThat(isLetIn(request)).isEqualTo(letIn);
    }

    @ParameterizedTest
    @CsvSource({
        "https://bando.example.vn, false",
        "not a url, false",
        "http://localhost:8080, true",
        "http://127.0.0.1/ntm, true",
        "http://[::1]:8080, true"
    })
    void behind_a_public_address_nobody_is(String url, boolean letIn) {
        ImportsGuard behind = new ImportsGuard(new PublicUrl(url), NOBODY, null);
        MockHttpServletResponse response = new MockHttpServletResponse();

        if (letIn) {
            assertThat(behind.preHandle(own("GET"), response, handler())).isTrue();
        } else {
            assertThatThrownBy(() -> behind.preHandle(own("GET"), response, handler()))
                    .isInstanceOf(RequestException.class);
        }
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void every_address_of_the_service_is_guarded_however_it_is_spelled() {
        ServerFixture server = ServerFixture.get();
        for (String line : new String[] {
            "GET /api/imports",
            "GET /api/%69mports",
            "GET /api/imports;x=1",
            "GET /api;x/imports",
            "POST /api/imports",
            "GET /api/imports/abcdefgh",
            "GET /api/imports/abcdefgh/map",
            "GET /api/imports/abcdefgh/preview",
            "GET /api/imports/abcdefgh/report.json",
            "PUT /api/imports/abcdefgh/files/a",
            "DELETE /api/imports/abcdefgh/files/a",
            "DELETE /api/imports/abcdefgh",
            "POST /api/imports/abcdefgh/plan",
            "POST /api/imports/abcdefgh/publish",
            "POST /api/imports/abcdefgh/cancel",
            "GET /api/changesets",
            "POST /api/changesets/1/revert"
        }) {
            String answer = server.raw(line + " HTTP/1.1\r\nHost: evil.example\r\nX-Ruralmap: import\r\n"
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .as(line)
                    .startsWith("HTTP/1.1 403")
                    .contains("application/problem+json", "ImportsOnlyOnThisMachine", "detail_vi")
                    .contains("Cache-Control: no-store")
                    .doesNotContain("Access-Control-Allow");
        }
    }

    @Test
    void the_rest_of_the_map_stays_open() {
        assertThat(ServerFixture.get()
                        .raw("GET /api/catalogue HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-For: 8.8.8.8\r\n"
                                + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }
}
