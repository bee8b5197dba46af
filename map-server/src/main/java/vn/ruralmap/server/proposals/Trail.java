package vn.ruralmap.server.proposals;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.store.AuditLog;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.editing.ClientAddress;
import vn.ruralmap.server.editing.Writer;

/** Writes into the audit log what was done to proposals, and what was refused. */
@Component
final class Trail {

    private final AuditLog log;
    private final Clock clock;

    Trail(FeatureStore store, Clock clock) {
        this.log = store.auditLog();
        this.clock = clock;
    }

    void done(HttpServletRequest request, Writer writer, String action, Drafts.Stored stored) {
        Proposal proposal = stored.proposal();
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("title", proposal.title());
        details.put("state", proposal.state().text());
        details.put("revision", proposal.revision());
        if (proposal.changeset() != null) {
            details.put("changeset", proposal.changeset());
        }
        append(request, writer, action, proposal.id(), false, details);
    }

    /** @param why the code of the refusal */
    void refused(HttpServletRequest request, Writer writer, String action, String id, String why) {
        append(
                request,
                writer,
                action,
                id,
                true,
                JsonNodeFactory.instance.objectNode().put("why", why));
    }

    private void append(
            HttpServletRequest request,
            Writer writer,
            String action,
            String id,
            boolean isRefused,
            ObjectNode details) {
        log.append(new AuditLog.Entry(
                0,
                clock.instant(),
                writer.name(),
                "proposal-" + action,
                id,
                isRefused,
                ClientAddress.of(request),
                details.toString()));
    }
}
