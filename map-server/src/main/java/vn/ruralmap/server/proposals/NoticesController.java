package vn.ruralmap.server.proposals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.store.Documents;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StaleDocumentException;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/notifications}: what waits for somebody, and what became of its proposals; {@code /api/presence}: who edits the same. */
@RestController
class NoticesController {

    private static final String SEEN = "proposal-seen";
    private static final int MOST = 100;
    private static final int MOST_FIDS = 1_000;
    private static final int LONGEST_EDITOR = 60;

    private final EditRights rights;
    private final Drafts drafts;
    private final Documents documents;
    private final Presence presence;
    private final Clock clock;

    NoticesController(EditRights rights, Drafts drafts, FeatureStore store, Presence presence, Clock clock) {
        this.rights = rights;
        this.drafts = drafts;
        this.documents = store.documents();
        this.presence = presence;
        this.clock = clock;
    }

    @NeedsStore
    @GetMapping("/api/notifications")
    ResponseEntity<JsonNode> list(HttpServletRequest request, HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        Instant seen = seen(writer.name());
        List<Notice> notices = new ArrayList<>();
        for (Drafts.Stored stored : drafts.list()) {
            notices.addAll(Notice.of(stored.proposal(), writer.name(), writer.roles()));
        }
        notices.sort(
                Comparator.comparing((Notice notice) -> notice.step().when()).reversed());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(
                "unseen",
                notices.stream()
                        .filter(notice -> notice.step().when().isAfter(seen))
                        .count());
        ArrayNode array = json.putArray("notifications");
        notices.stream().limit(MOST).forEach(notice -> array.addObject()
                .put("proposal", notice.proposal().id())
                .put("title", notice.proposal().title())
                .put("state", notice.proposal().state().text())
                .put("action", notice.step().action())
                .put("who", notice.step().who())
                .put("when", notice.step().when().toString())
                .put("comment", notice.step().comment())
                .put("isWaiting", notice.isWaiting())
                .put("isNew", notice.step().when().isAfter(seen)));
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(json);
    }

    private Instant seen(String name) {
        return documents
                .find(SEEN, name)
                .map(document -> Instant.parse(document.body().replace("\"", "")))
                .orElse(Instant.EPOCH);
    }

    @NeedsStore
    @PostMapping("/api/notifications/seen")
    ResponseEntity<Void> seen(HttpServletRequest request, HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        int version = documents
                .find(SEEN, writer.name())
                .map(Documents.Document::version)
                .orElse(0);
        try {
            documents.put(SEEN, writer.name(), version, '"' + clock.instant().toString() + '"');
        } catch (StaleDocumentException e) {
            // seen twice at once, which is seen
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/api/presence")
    ResponseEntity<JsonNode> present(HttpServletRequest request, HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        JsonNode json = Body.of(request).json();
        Presence.Work work =
                new Presence.Work(Body.demandText(json, "layer", 60), fids(json, "fids"), fids(json, "near"));
        // one person may have several windows open
        String who = writer.client() + ' ' + Body.text(json, "editor", LONGEST_EDITOR);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode others = answer.putArray("others");
        presence.tell(who, writer.name(), work).forEach(other -> {
            ObjectNode node = others.addObject()
                    .put("name", other.name())
                    .put("since", other.since().toString());
            ArrayNode common = node.putArray("fids");
            other.fids().forEach(common::add);
        });
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(answer);
    }

    private static Set<Long> fids(JsonNode json, String field) {
        JsonNode given = json.path(field);
        if (given.size() > MOST_FIDS) {
            throw RequestException.of(
                    400,
                    "InvalidBody",
                    field,
                    "Tối đa " + MOST_FIDS + " đối tượng",
                    "At most " + MOST_FIDS + " features");
        }
        Set<Long> fids = new TreeSet<>();
        given.forEach(fid -> {
            if (fid.isIntegralNumber() && fid.canConvertToLong()) {
                fids.add(fid.longValue());
            }
        });
        return fids;
    }
}
