package vn.ruralmap.server.proposals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.editing.EditCheck;
import vn.ruralmap.server.editing.EditRequest;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.proposals.Drafts.Stored;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/proposals}: drafts are made, kept and looked at. */
@RestController
class ProposalsController {

    private static final int LONGEST_TITLE = 200;
    static final int LONGEST_MESSAGE = 2_000;
    private static final int PAGE = 50;

    private final EditRights rights;
    private final ProposalFlow flow;
    private final Settlement settlement;
    private final Drafts drafts;
    private final Merges merges;
    private final Snapshots snapshots;
    private final Trail trail;

    ProposalsController(
            EditRights rights,
            ProposalFlow flow,
            Settlement settlement,
            Drafts drafts,
            Merges merges,
            Snapshots snapshots,
            Trail trail) {
        this.rights = rights;
        this.flow = flow;
        this.settlement = settlement;
        this.drafts = drafts;
        this.merges = merges;
        this.snapshots = snapshots;
        this.trail = trail;
    }

    private Proposal.Heading heading(JsonNode json) {
        String decision = Body.text(json, "decision", LONGEST_TITLE);
        return new Proposal.Heading(
                Body.demandText(json, "title", LONGEST_TITLE),
                Body.text(json, "message", LONGEST_MESSAGE),
                decision.isEmpty() ? null : decision,
                Body.date(json, "validFrom", snapshots.today()));
    }

    private List<ProposedEdit> edits(JsonNode json) {
        return EditsJson.read(json.path("edits"), snapshots.current().catalogue());
    }

    @NeedsStore
    @PostMapping("/api/proposals")
    ResponseEntity<JsonNode> create(HttpServletRequest request, HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        Body.Read body = Body.of(request, writer.name());
        Proposal.Heading heading = heading(body.json());
        List<ProposedEdit> edits = edits(body.json());
        String key = EditRequest.Key.read(request).orElse(null);
        Stored stored = flow.create(writer, heading, edits, key, body.digest());
        boolean isRepeated = stored.proposal().steps().size() > 1 || stored.version() > 1;
        trail.done(request, writer, "create", stored);
        return ResponseEntity.created(
                        URI.create("/api/proposals/" + stored.proposal().id()))
                .eTag(Conditions.tag(stored.version()))
                .headers(headers -> {
                    if (isRepeated) {
                        headers.set("Idempotent-Replayed", "true");
                    }
                })
                .body(saved(stored, writer, heading, isRepeated ? drafts.edits(stored.proposal()) : edits));
    }

    @NeedsStore
    @PutMapping("/api/proposals/{id}")
    ResponseEntity<JsonNode> replace(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        int seen = Conditions.demand(request);
        JsonNode json = Body.of(request).json();
        Proposal.Heading heading = heading(json);
        List<ProposedEdit> edits = edits(json);
        Stored stored = flow.replace(writer, id, seen, heading, edits);
        trail.done(request, writer, "save", stored);
        return answer(stored, saved(stored, writer, heading, edits));
    }

    /** A draft is kept whatever others did meanwhile; who saves it is told. */
    private ObjectNode saved(Stored stored, Writer writer, Proposal.Heading heading, List<ProposedEdit> edits) {
        ObjectNode json = ProposalJson.head(stored, writer);
        json.set("conflicts", conflicts(writer, heading, edits));
        return json;
    }

    private JsonNode conflicts(Writer writer, Proposal.Heading heading, List<ProposedEdit> edits) {
        try {
            return merges.json(flow.conflicts(writer, heading, edits), visibility(writer));
        } catch (RequestException e) {
            // it edits what never was, which submitting tells; a draft may be anything
            return JsonNodeFactory.instance.arrayNode();
        }
    }

    private Visibility visibility(Writer writer) {
        return Visibility.of(snapshots.current().catalogue(), writer);
    }

    @NeedsStore
    @PostMapping("/api/proposals/check")
    JsonNode check(HttpServletRequest request, HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        JsonNode json = Body.of(request).json();
        Proposal.Heading heading =
                new Proposal.Heading("check", "", null, Body.date(json, "validFrom", snapshots.today()));
        List<ProposedEdit> edits = edits(json);
        EditCheck check = flow.check(writer, heading, edits);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("findings", Review.findings(check.findings()));
        answer.set("conflicts", merges.json(merges.of(edits, check.conflicts()), visibility(writer)));
        return answer;
    }

    @NeedsStore
    @GetMapping("/api/proposals")
    JsonNode list(HttpServletRequest request, HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        response.setHeader("Cache-Control", "no-store");
        Parameters parameters = Parameters.of(request);
        String state = parameters.find("state").orElse("").toLowerCase(Locale.ROOT);
        String layer = parameters.find("layer").orElse("");
        boolean isMine =
                parameters.find("mine").filter(text -> !text.equals("false")).isPresent();
        int page = parameters.findInteger("page", 1, 100_000).orElse(1);
        List<Stored> found = drafts.list().stream()
                .filter(stored -> state.isEmpty()
                        ? stored.proposal().state() != ProposalState.DISCARDED
                        : List.of(state.split(","))
                                .contains(stored.proposal().state().text()))
                .filter(stored -> layer.isEmpty() || stored.proposal().layers().contains(layer))
                .filter(stored -> !isMine || stored.proposal().isWorkOf(writer.name()))
                .toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("total", found.size());
        answer.put("page", page);
        answer.put("pages", (found.size() + PAGE - 1) / PAGE);
        ArrayNode array = answer.putArray("proposals");
        found.stream()
                .skip((long) (page - 1) * PAGE)
                .limit(PAGE)
                .forEach(stored -> array.add(ProposalJson.head(stored, writer)));
        return answer;
    }

    @NeedsStore
    @GetMapping("/api/proposals/{id}")
    ResponseEntity<JsonNode> get(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        return whole(id, writer, ProposalsController::whole);
    }

    @NeedsStore
    @GetMapping("/api/proposals/{id}/before-after.geojson")
    ResponseEntity<JsonNode> beforeAfter(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        return whole(
                id,
                writer,
                (controller, asked) ->
                        Review.beforeAfter(controller.reviewed(asked).get("changes")));
    }

    private record Asked(Stored stored, Writer writer, List<ProposedEdit> edits) {}

    private ResponseEntity<JsonNode> whole(
            String id, Writer writer, BiFunction<ProposalsController, Asked, JsonNode> form) {
        Stored stored = settlement.settle(drafts.get(id));
        List<ProposedEdit> edits;
        try {
            edits = drafts.edits(stored.proposal());
        } catch (StaleProposalException e) {
            // saved anew at this very moment
            stored = e.now();
            edits = drafts.edits(stored.proposal());
        }
        return answer(stored, form.apply(this, new Asked(stored, writer, edits)));
    }

    private static ResponseEntity<JsonNode> answer(Stored stored, JsonNode body) {
        return ResponseEntity.ok()
                .eTag(Conditions.tag(stored.version()))
                .header("Cache-Control", "no-store")
                .body(body);
    }

    private JsonNode whole(Asked asked) {
        Visibility visibility = visibility(asked.writer());
        ObjectNode json = ProposalJson.head(asked.stored(), asked.writer());
        json.set("edits", EditsJson.write(asked.edits(), visibility::allows));
        JsonNode reviewed = reviewed(asked);
        json.set("findings", reviewed.get("findings"));
        json.set("changes", Review.visible(reviewed.get("changes"), visibility::allows));
        json.set("conflicts", reviewed.get("conflicts"));
        json.set(
                "comments",
                ProposalJson.comments(drafts.comments(asked.stored().proposal().id())));
        json.set("transitions", ProposalJson.steps(asked.stored().proposal()));
        return json;
    }

    /** As it stands now; once it is published, as it stood then. */
    private ObjectNode reviewed(Asked asked) {
        Proposal proposal = asked.stored().proposal();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (proposal.changeset() != null) {
            JsonNode kept = drafts.review(proposal).orElse(JsonNodeFactory.instance.objectNode());
            json.set("findings", kept.path("findings").isArray() ? kept.get("findings") : json.arrayNode());
            json.set("changes", kept.path("changes").isArray() ? kept.get("changes") : json.arrayNode());
            json.set("conflicts", json.arrayNode());
            return json;
        }
        EditCheck check = flow.check(asked.writer(), proposal.heading(), asked.edits());
        json.set("findings", Review.findings(check.findings()));
        json.set("changes", flow.changes(proposal, check));
        json.set("conflicts", merges.json(merges.of(asked.edits(), check.conflicts()), visibility(asked.writer())));
        return json;
    }

    @NeedsStore
    @DeleteMapping("/api/proposals/{id}")
    ResponseEntity<JsonNode> discard(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        writer.demand(Role.OFFICER);
        Stored stored = flow.discard(writer, id, Conditions.find(request).orElse(null), "");
        trail.done(request, writer, "discard", stored);
        return answer(stored, ProposalJson.head(stored, writer));
    }
}
