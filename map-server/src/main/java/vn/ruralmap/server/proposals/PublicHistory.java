package vn.ruralmap.server.proposals;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What anybody may know of a feature's history: when its border and its dates changed, and by which decision.
 *
 * <p>Not who did it and why. Not the values that attributes had before either, only which ones changed: a telephone number that was
 * written into a description by mistake is corrected for good.
 */
final class PublicHistory {

    private static final List<String> TIMELINE = List.of("feature", "layer", "name", "isDeleted", "versions");
    private static final List<String> VERSION = List.of(
            "version", "op", "when", "changeset", "decision", "validFrom", "validTo", "fields", "shift", "geometry");
    private static final List<String> DIFFERENCE =
            List.of("feature", "from", "to", "fields", "shift", "added", "removed", "geometry");
    private static final List<String> FIELD = List.of("name", "title");

    private PublicHistory() {}

    static ObjectNode timeline(ObjectNode timeline) {
        timeline.retain(TIMELINE);
        for (JsonNode version : timeline.get("versions")) {
            ((ObjectNode) version).retain(VERSION);
            fields(version);
        }
        return timeline;
    }

    static ObjectNode difference(ObjectNode difference) {
        difference.retain(DIFFERENCE);
        fields(difference);
        return difference;
    }

    private static void fields(JsonNode json) {
        json.get("fields").forEach(field -> ((ObjectNode) field).retain(FIELD));
    }
}
