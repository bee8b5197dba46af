package vn.ruralmap.server.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.accounts.AccountRights.Caller;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.editing.ClientAddress;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.support.JsonBody;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/session}: who I am, signing in and out, my password; {@code /api/sessions}: where else I am signed in. */
@RestController
class SessionController {

    private final AccountRights rights;
    private final Accounts accounts;
    private final AccountDirectory directory;
    private final SignIn signIn;
    private final Sessions sessions;
    private final AccountsSettings settings;
    private final AuditTrail audit;
    private final PublicUrl publicUrl;

    SessionController(
            AccountRights rights,
            Accounts accounts,
            AccountDirectory directory,
            SignIn signIn,
            Sessions sessions,
            AccountsSettings settings,
            AuditTrail audit,
            PublicUrl publicUrl) {
        this.rights = rights;
        this.accounts = accounts;
        this.directory = directory;
        this.signIn = signIn;
        this.sessions = sessions;
        this.settings = settings;
        this.audit = audit;
        this.publicUrl = publicUrl;
    }

    /**
     * Who asks.
     *
     * @param hasAccounts false: nobody can sign in yet
     * @param name null: not signed in
     * @param area codes of units; empty: everywhere
     * @param csrf to be sent as {@code X-CSRF-Token} with whatever changes something; null: not needed
     */
    record SessionAnswer(
            boolean signedIn,
            boolean hasAccounts,
            @Nullable String name,
            @Nullable String displayName,
            Set<Role> roles,
            List<String> area,
            @Nullable String csrf) {

        private static SessionAnswer of(Caller caller) {
            Account account = caller.account();
            return new SessionAnswer(
                    true,
                    true,
                    account.name(),
                    account.displayName(),
                    new TreeSet<>(account.roles()),
                    account.area(),
                    caller.csrf().isEmpty() ? null : caller.csrf());
        }
    }

    /** @param current true: this is the one that asks */
    record ListedSession(Session session, boolean current) {}

    @GetMapping("/api/session")
    ResponseEntity<SessionAnswer> whoAmI(HttpServletRequest request) {
        SessionAnswer answer = rights.findCaller(request)
                .map(SessionAnswer::of)
                .orElseGet(() -> new SessionAnswer(false, !directory.isEmpty(), null, null, Set.of(), List.of(), null));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    @NeedsStore
    @PostMapping(path = "/api/session", consumes = "application/json")
    ResponseEntity<SessionAnswer> enter(HttpServletRequest request) {
        rights.demandOwnSite(request);
        JsonNode body = JsonBody.of(request);
        String address = ClientAddress.of(request);
        Account account = signIn.check(text(body, "name"), text(body, "password"), address, "form")
                .orElseThrow(SessionController::wrong);
        return opened(account, request);
    }

    @NeedsStore
    @DeleteMapping("/api/session")
    ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = rights.demandCaller(request, response);
        if (!caller.sessionToken().isEmpty()) {
            sessions.end(caller.sessionToken());
            audit.done(caller.writer(), "sign-out", null, Map.of());
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request))
                .build();
    }

    /** Ends all other sessions, and this one goes on under another token. */
    @NeedsStore
    @PutMapping(path = "/api/session/password", consumes = "application/json")
    ResponseEntity<SessionAnswer> changePassword(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = rights.demandCaller(request, response);
        JsonNode body = JsonBody.of(request);
        String name = caller.account().name();
        if (signIn.check(name, text(body, "password"), ClientAddress.of(request), "password-change")
                .isEmpty()) {
            throw wrong();
        }
        Account changed = accounts.changePassword(name, text(body, "newPassword"));
        directory.refresh();
        sessions.endAll(name, "");
        audit.done(caller.writer(), "password-change", name, Map.of());
        return opened(changed, request);
    }

    @NeedsStore
    @GetMapping("/api/sessions")
    ResponseEntity<Map<String, List<ListedSession>>> list(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = rights.demandCaller(request, response);
        List<ListedSession> listed = sessions.list(caller.account().name()).stream()
                .map(session -> new ListedSession(session, session.id().equals(caller.sessionId())))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("sessions", listed));
    }

    @NeedsStore
    @DeleteMapping("/api/sessions/{id}")
    ResponseEntity<Void> end(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Caller caller = rights.demandCaller(request, response);
        if (!sessions.end(caller.account().name(), id)) {
            throw RequestException.of(
                    404, "NoSuchSession", "id", "Không có phiên đăng nhập này", "There is no such session");
        }
        audit.done(caller.writer(), "session-end", id, Map.of());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<SessionAnswer> opened(Account account, HttpServletRequest request) {
        String browser = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        String token = sessions.open(account, ClientAddress.of(request), browser);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.SET_COOKIE, cookie(token, settings.sessionLongest(), request))
                .body(SessionAnswer.of(AccountRights.caller(account, ClientAddress.of(request), token, "")));
    }

    private String cookie(String token, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(Credentials.COOKIE, token)
                .path("/")
                .httpOnly(true)
                .secure(publicUrl.of(request).startsWith("https:"))
                .sameSite("Lax")
                .maxAge(age)
                .build()
                .toString();
    }

    static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isString() || value.asString().isEmpty()) {
            throw RequestException.missing(name);
        }
        return value.asString();
    }

    private static RequestException wrong() {
        return RequestException.of(
                401, "WrongPassword", "password", "Tên hoặc mật khẩu không đúng", "The name or the password is wrong");
    }
}
