package vn.ruralmap.server.proposals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.editing.Writer;

/** Heads of proposals and comments as clients see them. */
final class ProposalJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ProposalJson() {}

    static ObjectNode head(Drafts.Stored stored, Writer writer) {
        Proposal proposal = stored.proposal();
        ObjectNode json = NODES.objectNode();
        json.put("id", proposal.id());
        json.put("version", stored.version());
        json.put("state", proposal.state().text());
        LocalizedText state = StateText.of(proposal.state());
        json.putObject("stateText").put("vi", state.vi()).put("en", state.en());
        json.put("title", proposal.title());
        json.put("message", proposal.message());
        json.put("decision", proposal.decision());
        json.put(
                "validFrom",
                proposal.validFrom() == null ? null : proposal.validFrom().toString());
        json.put("author", proposal.author());
        json.put("created", proposal.created().toString());
        json.put("lastEditor", proposal.lastEditor());
        json.put("edited", proposal.edited().toString());
        json.put("isMine", proposal.isWorkOf(writer.name()));
        ArrayNode layers = json.putArray("layers");
        proposal.layers().forEach(layers::add);
        json.put("editCount", proposal.edits());
        put(json, "changeset", proposal.changeset());
        put(json, "counterChangeset", proposal.counter());
        ArrayNode allowed = json.putArray("allowed");
        allowed(proposal, writer).forEach(allowed::add);
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable Long value) {
        if (value == null) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }

    /** What the asking person could do next, so that pages offer no more. */
    private static List<String> allowed(Proposal proposal, Writer writer) {
        boolean isOwn = proposal.isWorkOf(writer.name());
        boolean isOfficer = writer.roles().contains(Role.OFFICER);
        boolean isApprover = writer.roles().contains(Role.APPROVER);
        List<String> allowed = new java.util.ArrayList<>();
        switch (proposal.state()) {
            case DRAFT, RETURNED, WITHDRAWN -> {
                addIf(allowed, isOfficer, "save", "submit");
                addIf(allowed, isOwn, "discard");
            }
            case SUBMITTED -> {
                addIf(allowed, isApprover && !isOwn, "approve");
                addIf(allowed, isApprover, "return");
                addIf(allowed, isOwn, "withdraw");
            }
            case APPROVED -> {
                addIf(allowed, isApprover && !isOwn, "publish");
                addIf(allowed, isApprover, "return");
                addIf(allowed, isOwn, "withdraw");
            }
            case PUBLISHED -> addIf(allowed, isApprover && proposal.changeset() != null, "revert");
            case REVERTED, DISCARDED -> {
                // it is over
            }
        }
        return allowed;
    }

    private static void addIf(List<String> allowed, boolean is, String... actions) {
        if (is) {
            allowed.addAll(List.of(actions));
        }
    }

    static ArrayNode steps(Proposal proposal) {
        ArrayNode array = NODES.arrayNode();
        proposal.steps().forEach(step -> array.addObject()
                .put("action", step.action())
                .put("state", step.to().text())
                .put("who", step.who())
                .put("when", step.when().toString())
                .put("comment", step.comment()));
        return array;
    }

    static JsonNode comments(List<Comment> comments) {
        ArrayNode array = NODES.arrayNode();
        comments.forEach(comment -> array.addObject()
                .put("who", comment.who())
                .put("when", comment.when().toString())
                .put("text", comment.text())
                .put("feature", comment.feature()));
        return array;
    }
}
