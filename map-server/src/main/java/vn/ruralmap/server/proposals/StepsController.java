package vn.ruralmap.server.proposals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.mail.Outbox;
import vn.ruralmap.server.proposals.Drafts.Stored;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.RequestException;

/** {@code POST /api/proposals/ID/STEP}: what leads a proposal from one state to the next. */
@RestController
class StepsController {

    private final EditRights rights;
    private final ProposalFlow flow;
    private final Drafts drafts;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    StepsController(EditRights rights, ProposalFlow flow, Drafts drafts, Trail trail, Outbox outbox, Clock clock) {
        this.rights = rights;
        this.flow = flow;
        this.drafts = drafts;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    @NeedsStore
    @PostMapping("/api/proposals/{id}/{action:submit|approve|return|publish|withdraw|revert|discard|rebase}")
    ResponseEntity<JsonNode> step(
            @PathVariable String id,
            @PathVariable String action,
            HttpServletRequest request,
            HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        Integer seen = Conditions.find(request).orElse(null);
        JsonNode json = Body.of(request).json();
        String comment = Body.text(json, "comment", Comment.LONGEST);
        Stored stored = told(request, writer, action, id, () -> switch (action) {
            case "submit" -> flow.submit(writer, id, seen, comment);
            // who lets something through says what was looked at
            case "approve" -> flow.approve(writer, id, Conditions.demand(request), comment);
            case "publish" -> flow.publish(writer, id, Conditions.demand(request), comment);
            case "return" -> flow.giveBack(writer, id, seen, comment);
            case "withdraw" -> flow.withdraw(writer, id, seen, comment);
            case "discard" -> flow.discard(writer, id, seen, comment);
            case "rebase" -> flow.rebase(writer, id, seen, choices(json));
            default -> flow.revert(writer, id, seen, comment);
        });
        return ResponseEntity.ok()
                .eTag(Conditions.tag(stored.version()))
                .header("Cache-Control", "no-store")
                .body(ProposalJson.head(stored, writer));
    }

    private static Map<String, Map<String, String>> choices(JsonNode json) {
        return Merges.choices(json.path("choices"));
    }

    private Stored told(HttpServletRequest request, Writer writer, String action, String id, Supplier<Stored> step) {
        try {
            Stored stored = step.get();
            trail.done(request, writer, action, stored);
            if (Notice.isNews(action)) {
                outbox.post(ProposalLetters.reference(stored.proposal()));
            }
            return stored;
        } catch (RequestException e) {
            if (e.httpStatus() != 404) {
                trail.refused(request, writer, action, id, e.code());
            }
            throw e;
        } catch (FaultyProposalException e) {
            trail.refused(request, writer, action, id, e.code());
            throw e;
        } catch (StaleProposalException | ChangedMeanwhileException e) {
            trail.refused(request, writer, action, id, "ChangedMeanwhile");
            throw e;
        }
    }

    @NeedsStore
    @PostMapping("/api/proposals/{id}/comments")
    ResponseEntity<JsonNode> comment(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        JsonNode json = Body.of(request).json();
        String text = Body.demandText(json, "text", Comment.LONGEST);
        String feature = Body.text(json, "feature", 100);
        drafts.get(id);
        drafts.add(
                id,
                new Comment(
                        writer.name(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        text,
                        feature.isEmpty() ? null : feature));
        return ResponseEntity.status(201).body(ProposalJson.comments(drafts.comments(id)));
    }
}
