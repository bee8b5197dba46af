package vn.ruralmap.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;

/** A browser: keeps the cookie, and sends the token of the page with what it changes. */
final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ServerFixture server;
    private String cookie = "";
    private String csrf = "";

    Visitor(ServerFixture server) {
        this.server = server;
    }

    static Visitor signedIn(ServerFixture server, String name) {
        Visitor visitor = new Visitor(server);
        assertThat(visitor.signIn(name, Officer.PASSWORD).statusCode()).isEqualTo(200);
        return visitor;
    }

    HttpResponse<String> signIn(String name, String password, String... headers) {
        String body = "{'name':'" + name + "','password':'" + password + "'}";
        HttpResponse<String> answer = send("POST", "/api/session", body, headers);
        take(answer);
        return answer;
    }

    /** What a page does that got an answer of {@code /api/session}. */
    void take(HttpResponse<String> answer) {
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";")[0]);
        if (answer.statusCode() == 200) {
            csrf = json(answer).path("csrf").asString("");
        }
    }

    String cookie() {
        return cookie;
    }

    void forgetCsrf() {
        csrf = "";
    }

    JsonNode whoAmI() {
        return json(send("GET", "/api/session", ""));
    }

    /** @param body with apostrophes for quotation marks. @param headers names and values by turns */
    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .setHeader("Content-Type", "application/json");
        if (!cookie.isEmpty()) {
            request.setHeader("Cookie", cookie);
        }
        if (!csrf.isEmpty()) {
            request.setHeader("X-CSRF-Token", csrf);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the server", e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
