package vn.ruralmap.server.editing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.accounts.Account;
import vn.ruralmap.server.accounts.AccountFacts;
import vn.ruralmap.server.accounts.Accounts;
import vn.ruralmap.server.accounts.PersonalTokens;

/** Somebody who edits through a service, under a name of their own. @param token the password, or a personal token */
public record Officer(ServerFixture server, String name, String token) {

    /** The password of everybody in tests. */
    public static final String PASSWORD = "0123456789-abcdefghij";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** One who may do everything everywhere. */
    public static Officer of(ServerFixture server, String name) {
        return of(server, name, EnumSet.allOf(Role.class));
    }

    /** One with an account of its own, which is made if there is none. @param area codes of units; none: everywhere */
    public static Officer of(ServerFixture server, String name, Set<Role> roles, String... area) {
        Accounts accounts = server.bean(Accounts.class);
        if (accounts.list().stream().noneMatch(account -> account.name().equals(name))) {
            accounts.add(name, AccountFacts.of(roles, List.of(area)), PASSWORD);
        }
        Officer officer = new Officer(server, name, PASSWORD);
        // from now on the server knows the account
        officer.get("/api/session");
        return officer;
    }

    /** The same person with a personal token in place of the password. */
    public Officer withToken() {
        Account account = server.bean(Accounts.class).get(name);
        return new Officer(server, name, server.bean(PersonalTokens.class).create(account, "test"));
    }

    /** HTTP Basic, as QGIS and GDAL send it. */
    public String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((name + ':' + token).getBytes(StandardCharsets.UTF_8));
    }

    /** @param headers names and values by turns; of an empty value none is sent */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        request.setHeader("Content-Type", "application/geo+json");
        request.setHeader("Authorization", authorization());
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

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    public static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
