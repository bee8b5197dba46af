package vn.ruralmap.server.proposals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureVersion;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/history}: who changed what, when and why. It names people, so all of it is for accounts; see {@link PublicHistory}. */
@RestController
class HistoryController {

    private final EditRights rights;
    private final FeatureHistory history;
    private final VersionDifference difference;
    private final ProposalFlow flow;
    private final Snapshots snapshots;
    private final Trail trail;

    HistoryController(
            EditRights rights,
            FeatureHistory history,
            VersionDifference difference,
            ProposalFlow flow,
            Snapshots snapshots,
            Trail trail) {
        this.rights = rights;
        this.history = history;
        this.difference = difference;
        this.flow = flow;
        this.snapshots = snapshots;
        this.trail = trail;
    }

    @NeedsStore
    @GetMapping("/api/history/{layer}/{fid:\\d{1,18}}")
    ResponseEntity<JsonNode> ofFeature(@PathVariable String layer, @PathVariable long fid, HttpServletRequest request) {
        Optional<Writer> reader = rights.findAccount(request);
        Layer found = layer(layer);
        List<FeatureVersion> versions = versions(found, fid, reader.isPresent());
        ObjectNode json = history.timeline(found, fid, versions, visibility(reader));
        return answer(reader.isPresent() ? json : PublicHistory.timeline(json));
    }

    @NeedsStore
    @GetMapping("/api/history")
    ResponseEntity<JsonNode> list(HttpServletRequest request, HttpServletResponse response) {
        rights.demandAccount(request, response);
        Parameters parameters = Parameters.of(request);
        Optional<String> author = parameters.find("author");
        return answer(
                author.isPresent()
                        ? history.ofAuthor(author.get())
                        : history.ofLayer(layer(parameters.get("layer")), Boxes.find(parameters)));
    }

    /** In what two versions differ; without {@code from} to the version before. */
    @NeedsStore
    @GetMapping("/api/history/{layer}/{fid:\\d{1,18}}/difference")
    ResponseEntity<JsonNode> difference(
            @PathVariable String layer, @PathVariable long fid, HttpServletRequest request) {
        Optional<Writer> reader = rights.findAccount(request);
        Layer found = layer(layer);
        List<FeatureVersion> versions = versions(found, fid, reader.isPresent());
        Parameters parameters = Parameters.of(request);
        int to = parameters.findInteger("to", 1, Integer.MAX_VALUE).orElseThrow(() -> RequestException.missing("to"));
        int from = parameters.findInteger("from", 0, Integer.MAX_VALUE).orElse(to - 1);
        ObjectNode json = difference
                .between(found, versions, from, to, visibility(reader))
                .put("feature", found.name() + "." + fid);
        return answer(reader.isPresent() ? json : PublicHistory.difference(json));
    }

    /** What is gone, to be found and restored. */
    @NeedsStore
    @GetMapping("/api/history/{layer}/deleted")
    ResponseEntity<JsonNode> deleted(
            @PathVariable String layer, HttpServletRequest request, HttpServletResponse response) {
        rights.demandAccount(request, response);
        Parameters parameters = Parameters.of(request);
        return answer(history.deleted(layer(layer), parameters.find("q").orElse(""), Boxes.find(parameters)));
    }

    /** A draft that makes a feature what it was, or brings it back. */
    @NeedsStore
    @PostMapping("/api/history/{layer}/{fid:\\d{1,18}}/restore")
    ResponseEntity<JsonNode> restore(
            @PathVariable String layer,
            @PathVariable long fid,
            HttpServletRequest request,
            HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        JsonNode json = Body.of(request).json();
        Layer found = layer(layer);
        List<FeatureVersion> versions = versions(found, fid, true);
        FeatureVersion last = versions.get(versions.size() - 1);
        int wanted =
                json.path("version").isIntegralNumber() ? json.path("version").intValue() : 0;
        Change.Content old = versions.stream()
                .filter(version -> version.version() == wanted && version.feature() != null)
                .findFirst()
                .map(FeatureHistory::content)
                .orElseThrow(() -> RequestException.of(
                        404,
                        "NoSuchVersion",
                        "version",
                        "Đối tượng không có phiên bản này",
                        "The feature has no such version"));
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        FeatureText.values(found, old).forEach((name, value) -> {
            boolean isText = value instanceof java.time.LocalDate;
            properties.put(name, isText ? value.toString() : value);
        });
        ProposedEdit edit = new ProposedEdit(
                last.feature() == null ? ProposedEdit.Op.RESTORE : ProposedEdit.Op.UPDATE,
                found.name(),
                fid,
                last.version(),
                properties,
                old.geometry() != null,
                old.geometry());
        String name = FeatureText.name(found, old, edit.id());
        Drafts.Stored stored = flow.create(
                writer,
                new Proposal.Heading(
                        "Khôi phục " + name + ", phiên bản " + wanted,
                        Body.text(json, "message", ProposalsController.LONGEST_MESSAGE),
                        null,
                        null),
                List.of(edit),
                null,
                "");
        trail.done(request, writer, "create", stored);
        return ResponseEntity.created(
                        URI.create("/api/proposals/" + stored.proposal().id()))
                .eTag(Conditions.tag(stored.version()))
                .body(ProposalJson.head(stored, writer));
    }

    /** @param seesDeleted false: what is gone never was, for the public */
    private List<FeatureVersion> versions(Layer layer, long fid, boolean seesDeleted) {
        List<FeatureVersion> versions = history.versions(layer, fid);
        boolean isGone =
                !versions.isEmpty() && versions.get(versions.size() - 1).feature() == null;
        if (versions.isEmpty() || isGone && !seesDeleted) {
            throw RequestException.of(
                    404,
                    "NotFound",
                    layer.name() + "." + fid,
                    "Chưa từng có đối tượng này",
                    "There never was such a feature");
        }
        return versions;
    }

    private Layer layer(String name) {
        return snapshots
                .current()
                .catalogue()
                .findLayer(name)
                .orElseThrow(() ->
                        RequestException.of(404, "NotFound", "layer", "Không có lớp này", "There is no such layer"));
    }

    private Visibility visibility(Optional<Writer> reader) {
        Catalogue catalogue = snapshots.current().catalogue();
        return new Visibility(catalogue, reader.map(Writer::audience).orElse(Audience.PUBLIC));
    }

    private static ResponseEntity<JsonNode> answer(JsonNode body) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(body);
    }
}
