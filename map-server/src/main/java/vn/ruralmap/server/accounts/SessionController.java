package vn.ruralmap.server.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.editing.ClientAddress;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.support.JsonBody;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/session}: who I am, signing in and out, my password; {@code /api/sessions}: where else I am signed in. */
@RestController
class SessionController {

    private final AccountRights rights;
    private final Accounts accounts;
    private final AccountDirectory directory;
    private final AuthenticationManager manager;
    private final Sessions sessions;
    private final SessionContexts contexts;
    private final AuditTrail audit;
    private final ObjectProvider<IdentityProvider> provider;

    SessionController(
            AccountRights rights,
            Accounts accounts,
            AccountDirectory directory,
            AuthenticationManager manager,
            Sessions sessions,
            SessionContexts contexts,
            AuditTrail audit,
            ObjectProvider<IdentityProvider> provider) {
        this.rights = rights;
        this.accounts = accounts;
        this.directory = directory;
        this.manager = manager;
        this.sessions = sessions;
        this.contexts = contexts;
        this.audit = audit;
        this.provider = provider;
    }

    /**
     * Who asks.
     *
     * @param hasAccounts false: nobody can sign in yet
     * @param name null: not signed in
     * @param area codes of units; empty: everywhere
     * @param csrf to be sent as {@code X-CSRF-Token} with whatever changes something; null: not needed
     * @param provider who else signs people in; null: nobody, or it does not matter any more
     */
    record SessionAnswer(
            boolean signedIn,
            boolean hasAccounts,
            @Nullable String name,
            @Nullable String displayName,
            Set<Role> roles,
            List<String> area,
            @Nullable String csrf,
            IdentityProvider.@Nullable Offer provider) {

        private static SessionAnswer of(Caller caller) {
            Account account = caller.account();
            return new SessionAnswer(
                    true,
                    true,
                    account.name(),
                    account.displayName(),
                    new TreeSet<>(account.roles()),
                    account.area(),
                    caller.csrf().isEmpty() ? null : caller.csrf(),
                    null);
        }
    }

    /** @param current true: this is the one that asks */
    record ListedSession(Session session, boolean current) {}

    @GetMapping("/api/session")
    ResponseEntity<SessionAnswer> whoAmI(HttpServletRequest request) {
        SessionAnswer answer = AccountRights.current().map(SessionAnswer::of).orElseGet(this::nobody);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private SessionAnswer nobody() {
        IdentityProvider known = provider.getIfAvailable();
        return new SessionAnswer(
                false,
                !directory.isEmpty(),
                null,
                null,
                Set.of(),
                List.of(),
                null,
                known == null ? null : known.offer());
    }

    @NeedsStore
    @PostMapping(path = "/api/session", consumes = "application/json")
    ResponseEntity<SessionAnswer> enter(HttpServletRequest request, HttpServletResponse response) {
        rights.demandOwnSite(request);
        JsonNode body = JsonBody.of(request);
        Account account = check(text(body, "name"), text(body, "password"), Session.BY_FORM, request);
        return opened(account, request, response);
    }

    private Account check(String name, String password, String way, HttpServletRequest request) {
        UsernamePasswordAuthenticationToken given = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        given.setDetails(new Origin(ClientAddress.of(request), way));
        try {
            return ((Caller) Objects.requireNonNull(manager.authenticate(given).getPrincipal())).account();
        } catch (BadCredentialsException e) {
            throw RequestException.of(
                    401,
                    "WrongPassword",
                    "password",
                    "Tên hoặc mật khẩu không đúng",
                    "The name or the password is wrong");
        }
    }

    /** @param goTo where the browser ends its session with the identity provider too */
    record SignedOut(String goTo) {}

    @NeedsStore
    @DeleteMapping("/api/session")
    ResponseEntity<SignedOut> leave(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = rights.demandCaller(request, response);
        Optional<String> goTo = Optional.of(caller.sessionToken())
                .filter(token -> caller.isInSession())
                .flatMap(sessions::find)
                .filter(session -> Session.BY_PROVIDER.equals(session.way()))
                .flatMap(session -> Optional.ofNullable(provider.getIfAvailable()))
                .flatMap(known -> known.signOutAddress(request));
        SecurityContextLogoutHandler way = new SecurityContextLogoutHandler();
        way.setSecurityContextRepository(contexts);
        way.logout(request, response, caller.authenticated());
        if (caller.isInSession()) {
            audit.done(caller.writer(), "sign-out", null, Map.of());
        }
        return goTo.map(address ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new SignedOut(address)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** Ends all other sessions, and this one goes on under another token. */
    @NeedsStore
    @PutMapping(path = "/api/session/password", consumes = "application/json")
    ResponseEntity<SessionAnswer> changePassword(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = rights.demandCaller(request, response);
        JsonNode body = JsonBody.of(request);
        String name = caller.account().name();
        check(name, text(body, "password"), "password-change", request);
        Account changed = accounts.changePassword(name, text(body, "newPassword"));
        directory.refresh();
        sessions.endAll(name, "");
        audit.done(caller.writer(), "password-change", name, Map.of());
        return opened(changed, request, response);
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

    private ResponseEntity<SessionAnswer> opened(
            Account account, HttpServletRequest request, HttpServletResponse response) {
        Caller caller = contexts.open(account, Session.BY_FORM, request, response);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(SessionAnswer.of(caller));
    }

    static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isString() || value.asString().isEmpty()) {
            throw RequestException.missing(name);
        }
        return value.asString();
    }
}
