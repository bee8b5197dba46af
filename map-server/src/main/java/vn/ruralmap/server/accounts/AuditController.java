package vn.ruralmap.server.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.layers.store.AuditLog;
import vn.ruralmap.layers.store.AuditLog.Entry;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/audit}: who did or tried what, page by page; {@code /api/audit.csv}: all of it. For administrators. */
@RestController
class AuditController {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final EditRights rights;
    private final AuditLog log;
    private final AuditTrail audit;

    AuditController(EditRights rights, FeatureStore store, AuditTrail audit) {
        this.rights = rights;
        this.log = store.auditLog();
        this.audit = audit;
    }

    /** @param next for the parameter {@code before} of the next page; null: this is the last one */
    record Page(List<Entry> entries, @Nullable Long next) {}

    @NeedsStore
    @GetMapping("/api/audit")
    ResponseEntity<Page> list(HttpServletRequest request, HttpServletResponse response) {
        demandAdministrator(request, response);
        Parameters parameters = Parameters.of(request);
        int limit = parameters.findInteger("limit", 1, MOST).orElse(USUAL);
        long before = parameters.find("before").map(AuditController::number).orElse(Long.MAX_VALUE);
        List<Entry> entries = log.list(parameters.find("actor").orElse(null), before, limit);
        Long next =
                entries.size() < limit ? null : entries.get(entries.size() - 1).number();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Page(entries, next));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw RequestException.invalid("before", "cần số nguyên", "a whole number");
        }
    }

    /** The latest first, without end: page by page from the store, so that it never is in memory. */
    @NeedsStore
    @GetMapping("/api/audit.csv")
    void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
        demandAdministrator(request, response);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            // spreadsheets take it for UTF-8 only with this
            out.write("\ufeffnumber,time,actor,action,subject,refused,address,details\r\n");
            String actor = Parameters.of(request).find("actor").orElse(null);
            List<Entry> page = log.list(actor, Long.MAX_VALUE, MOST);
            while (!page.isEmpty()) {
                for (Entry entry : page) {
                    out.write(line(entry));
                }
                page = log.list(actor, page.get(page.size() - 1).number(), MOST);
            }
        }
    }

    private static String line(Entry entry) {
        return entry.number() + "," + entry.time() + ","
                + String.join(
                        ",",
                        cell(entry.actor()),
                        cell(entry.action()),
                        cell(entry.subject()),
                        entry.isRefused() ? "yes" : "no",
                        cell(entry.address()),
                        cell(entry.details()))
                + "\r\n";
    }

    /** In quotation marks, and with an apostrophe before what a spreadsheet would take for a formula. */
    private static String cell(@Nullable String text) {
        String plain = text == null ? "" : text;
        String harmless = plain.matches("(?s)[=+@\\t\\r-].*") ? "'" + plain : plain;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private void demandAdministrator(HttpServletRequest request, HttpServletResponse response) {
        vn.ruralmap.server.editing.Writer who = rights.demandAccount(request, response);
        if (!who.isAnyOf(Role.ADMINISTRATOR)) {
            audit.refused(who, "audit-read", null, "Forbidden");
        }
        who.demand(Role.ADMINISTRATOR);
    }
}
