package vn.ruralmap.server.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.support.JsonBody;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/tokens}: what my programs sign in with. */
@RestController
class TokensController {

    private final AccountRights rights;
    private final PersonalTokens tokens;
    private final AuditTrail audit;

    TokensController(AccountRights rights, PersonalTokens tokens, AuditTrail audit) {
        this.rights = rights;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** @param token the secret, which is never shown again */
    record NewToken(String id, String name, Instant created, String token) {}

    @NeedsStore
    @GetMapping("/api/tokens")
    ResponseEntity<Map<String, List<PersonalToken>>> list(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = rights.demandCaller(request, response);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("tokens", tokens.list(caller.account().name())));
    }

    @NeedsStore
    @PostMapping(path = "/api/tokens", consumes = "application/json")
    ResponseEntity<NewToken> create(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = rights.demandCaller(request, response);
        PersonalTokens.Made made = tokens.make(caller.account(), SessionController.text(JsonBody.of(request), "name"));
        PersonalToken token = made.token();
        audit.done(caller.writer(), "token-create", token.id(), Map.of("name", token.name()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new NewToken(token.id(), token.name(), token.created(), made.secret()));
    }

    @NeedsStore
    @DeleteMapping("/api/tokens/{id}")
    ResponseEntity<Void> revoke(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Caller caller = rights.demandCaller(request, response);
        if (!id.matches("[0-9a-f]{12}") || !tokens.revoke(caller.account().name(), id)) {
            throw RequestException.of(404, "NoSuchToken", "id", "Không có mã này", "There is no such token");
        }
        audit.done(caller.writer(), "token-revoke", id, Map.of());
        return ResponseEntity.noContent().build();
    }
}
