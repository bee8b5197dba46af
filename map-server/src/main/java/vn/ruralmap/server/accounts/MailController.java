package vn.ruralmap.server.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.mail.Outbox;
import vn.ruralmap.server.support.JsonBody;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/session/mail}: whether news come to me by mail too. */
@RestController
class MailController {

    private final AccountRights rights;
    private final MailChoices choices;
    private final Outbox outbox;
    private final AuditTrail audit;

    MailController(AccountRights rights, MailChoices choices, Outbox outbox, AuditTrail audit) {
        this.rights = rights;
        this.choices = choices;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * @param isOffered false: the operator has no mail server for it
     * @param address null: the account has none; administrators write it
     */
    record MailAnswer(boolean isOffered, @Nullable String address, boolean isWanted) {}

    @NeedsStore
    @GetMapping("/api/session/mail")
    ResponseEntity<MailAnswer> mail(HttpServletRequest request, HttpServletResponse response) {
        return answer(rights.demandCaller(request, response).account());
    }

    @NeedsStore
    @PutMapping(path = "/api/session/mail", consumes = "application/json")
    ResponseEntity<MailAnswer> choose(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = rights.demandCaller(request, response);
        JsonNode wanted = JsonBody.of(request).path("isWanted");
        if (!wanted.isBoolean()) {
            throw RequestException.missing("isWanted");
        }
        choices.choose(caller.account(), wanted.booleanValue());
        audit.done(caller.writer(), "mail-choice", caller.account().name(), Map.of("isWanted", wanted.booleanValue()));
        return answer(caller.account());
    }

    private ResponseEntity<MailAnswer> answer(Account account) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new MailAnswer(outbox.isOpen(), account.mail(), choices.isWanted(account)));
    }
}
