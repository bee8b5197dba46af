package vn.ruralmap.server.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.JsonBody;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/accounts}: administrators make, change and remove accounts. Passwords are generated, shown once and never chosen for others. */
@RestController
class AccountsController {

    private final EditRights rights;
    private final Accounts accounts;
    private final AccountDirectory directory;
    private final Sessions sessions;
    private final PersonalTokens tokens;
    private final AuditTrail audit;

    AccountsController(
            EditRights rights,
            Accounts accounts,
            AccountDirectory directory,
            Sessions sessions,
            PersonalTokens tokens,
            AuditTrail audit) {
        this.rights = rights;
        this.accounts = accounts;
        this.directory = directory;
        this.sessions = sessions;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** @param password just generated, shown this once; null: unchanged */
    record AccountAnswer(
            String name,
            String displayName,
            Set<Role> roles,
            List<String> area,
            @Nullable String mail,
            boolean disabled,
            Instant created,
            @Nullable String password) {

        private static AccountAnswer of(Account account, @Nullable String password) {
            return new AccountAnswer(
                    account.name(),
                    account.displayName(),
                    new TreeSet<>(account.roles()),
                    account.area(),
                    account.mail(),
                    account.isDisabled(),
                    account.created(),
                    password);
        }
    }

    @NeedsStore
    @GetMapping("/api/accounts")
    ResponseEntity<Map<String, List<AccountAnswer>>> list(HttpServletRequest request, HttpServletResponse response) {
        administrator(request, response, "account-list", null);
        List<AccountAnswer> answers = accounts.list().stream()
                .map(each -> AccountAnswer.of(each, null))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("accounts", answers));
    }

    @NeedsStore
    @PostMapping(path = "/api/accounts", consumes = "application/json")
    ResponseEntity<AccountAnswer> create(HttpServletRequest request, HttpServletResponse response) {
        Writer who = administrator(request, response, "account-create", null);
        JsonNode body = JsonBody.of(request);
        String password = Passwords.generate();
        AccountFacts facts = facts(body);
        if (facts.roles() == null || facts.roles().isEmpty()) {
            throw RequestException.missing("roles");
        }
        Account made = accounts.add(SessionController.text(body, "name"), facts, password);
        directory.refresh();
        audit.done(who, "account-create", made.name(), told(made));
        URI place = URI.create("/api/accounts/" + UriUtils.encodePathSegment(made.name(), "UTF-8"));
        return ResponseEntity.created(place)
                .cacheControl(CacheControl.noStore())
                .body(AccountAnswer.of(made, password));
    }

    @NeedsStore
    @PatchMapping(path = "/api/accounts/{name}", consumes = "application/json")
    ResponseEntity<AccountAnswer> change(
            @PathVariable String name, HttpServletRequest request, HttpServletResponse response) {
        Writer who = administrator(request, response, "account-change", name);
        Account changed = accounts.change(name, facts(JsonBody.of(request)));
        directory.refresh();
        if (changed.isDisabled()) {
            sessions.endAll(changed.name(), "");
        }
        audit.done(who, "account-change", changed.name(), told(changed));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(AccountAnswer.of(changed, null));
    }

    @NeedsStore
    @PostMapping("/api/accounts/{name}/password")
    ResponseEntity<AccountAnswer> renewPassword(
            @PathVariable String name, HttpServletRequest request, HttpServletResponse response) {
        Writer who = administrator(request, response, "password-reset", name);
        String password = Passwords.generate();
        Account changed = accounts.changePassword(name, password);
        directory.refresh();
        sessions.endAll(changed.name(), "");
        audit.done(who, "password-reset", changed.name(), Map.of());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(AccountAnswer.of(changed, password));
    }

    @NeedsStore
    @DeleteMapping("/api/accounts/{name}")
    ResponseEntity<Void> remove(@PathVariable String name, HttpServletRequest request, HttpServletResponse response) {
        Writer who = administrator(request, response, "account-remove", name);
        String exact = accounts.get(name).name();
        accounts.remove(name);
        directory.refresh();
        sessions.endAll(exact, "");
        tokens.revokeAll(exact);
        audit.done(who, "account-remove", exact, Map.of());
        return ResponseEntity.noContent().build();
    }

    private Writer administrator(
            HttpServletRequest request, HttpServletResponse response, String action, @Nullable String subject) {
        Writer who = rights.demandAccount(request, response);
        if (!who.isAnyOf(Role.ADMINISTRATOR)) {
            audit.refused(who, action, subject, "Forbidden");
        }
        who.demand(Role.ADMINISTRATOR);
        return who;
    }

    private static Map<String, ?> told(Account account) {
        return Map.of(
                "roles", new TreeSet<>(account.roles()), "area", account.area(), "disabled", account.isDisabled());
    }

    private static AccountFacts facts(JsonNode body) {
        List<String> roles = texts(body, "roles");
        JsonNode disabled = body.path("disabled");
        return new AccountFacts(
                optional(body, "displayName"),
                roles == null ? null : roles(roles),
                texts(body, "area"),
                optional(body, "mail"),
                disabled.isBoolean() ? disabled.asBoolean() : null);
    }

    private static @Nullable String optional(JsonNode body, String name) {
        return body.path(name).isString() ? body.path(name).asString() : null;
    }

    private static @Nullable List<String> texts(JsonNode body, String name) {
        if (body.path(name).isMissingNode()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : body.path(name)) {
            texts.add(each.asString());
        }
        return texts;
    }

    private static Set<Role> roles(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names) {
            try {
                roles.add(Role.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                List<Role> known = List.of(Role.values());
                throw RequestException.invalid("roles", "có: " + known, "there are: " + known);
            }
        }
        return roles;
    }
}
