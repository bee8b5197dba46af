package vn.ruralmap.server.proposals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureVersion;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/history}: who changed what, when and why. It names people, so only those who may write see it. */
@RestController
class HistoryController {

    private final EditRights rights;
    private final FeatureHistory history;
    private final ProposalFlow flow;
    private final Snapshots snapshots;
    private final Trail trail;

    HistoryController(EditRights rights, FeatureHistory history, ProposalFlow flow, Snapshots snapshots, Trail trail) {
        this.rights = rights;
        this.history = history;
        this.flow = flow;
        this.snapshots = snapshots;
        this.trail = trail;
    }

    @NeedsStore
    @GetMapping("/api/history/{layer}/{fid:\\d{1,18}}")
    ResponseEntity<JsonNode> ofFeature(
            @PathVariable String layer,
            @PathVariable long fid,
            HttpServletRequest request,
            HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        Layer found = layer(layer);
        return answer(history.timeline(found, fid, versions(found, fid), visibility(writer)));
    }

    @NeedsStore
    @GetMapping("/api/history")
    ResponseEntity<JsonNode> list(HttpServletRequest request, HttpServletResponse response) {
        rights.demandWriter(request, response);
        Parameters parameters = Parameters.of(request);
        Optional<String> author = parameters.find("author");
        return answer(
                author.isPresent()
                        ? history.ofAuthor(author.get())
                        : history.ofLayer(layer(parameters.get("layer")), box(parameters)));
    }

    @NeedsStore
    @GetMapping("/api/history/{layer}/at/{moment}.geojson")
    ResponseEntity<JsonNode> at(
            @PathVariable String layer,
            @PathVariable String moment,
            HttpServletRequest request,
            HttpServletResponse response) {
        Writer writer = rights.demandWriter(request, response);
        Layer found = layer(layer);
        Collection<Feature> features = history.at(found, instant(moment))
                .orElseThrow(() -> RequestException.of(
                        422,
                        "TooLongAgo",
                        "moment",
                        "Từ lúc đó đã có quá nhiều thay đổi; hãy dùng một bản sao lưu",
                        "Too much changed since then; use a backup"));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/geo+json"))
                .header("Cache-Control", "no-store")
                .body(collection(found, features, visibility(writer)));
    }

    private static ObjectNode collection(Layer layer, Collection<Feature> features, Visibility visibility) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "FeatureCollection");
        ArrayNode array = json.putArray("features");
        for (Feature feature : features) {
            ObjectNode node = array.addObject();
            node.put("type", "Feature");
            node.put("id", feature.fid());
            ObjectNode properties = node.putObject("properties");
            properties.put("fid", feature.fid());
            properties.put("version", feature.version());
            FeatureText.values(layer, Change.Content.of(feature)).forEach((name, value) -> {
                if (visibility.allows(layer.name(), name)) {
                    properties.set(name, JsonValue.of(value));
                }
            });
            node.set("geometry", GeoJson.of(feature.geometry()));
        }
        return json;
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
        List<FeatureVersion> versions = versions(found, fid);
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
                new Proposal.Heading("Khôi phục " + name + ", phiên bản " + wanted, "", null, null),
                List.of(edit),
                null,
                "");
        trail.done(request, writer, "create", stored);
        return ResponseEntity.created(
                        URI.create("/api/proposals/" + stored.proposal().id()))
                .eTag(Conditions.tag(stored.version()))
                .body(ProposalJson.head(stored, writer));
    }

    private List<FeatureVersion> versions(Layer layer, long fid) {
        List<FeatureVersion> versions = history.versions(layer, fid);
        if (versions.isEmpty()) {
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

    private Visibility visibility(Writer writer) {
        return Visibility.of(snapshots.current().catalogue(), writer);
    }

    private static @Nullable Envelope box(Parameters parameters) {
        List<String> items = parameters.list("bbox");
        if (items.isEmpty()) {
            return null;
        }
        double[] box = Parameters.numbers(items, HistoryController::malformed);
        if (box.length != 4) {
            throw malformed();
        }
        return new Envelope(box[0], box[2], box[1], box[3]);
    }

    private static RequestException malformed() {
        return RequestException.invalid(
                "bbox", "cần tây,nam,đông,bắc theo độ", "west,south,east,north in degrees are needed");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw RequestException.invalid(
                    "moment", "cần thời điểm dạng 2025-07-01T00:00:00Z", "a moment such as 2025-07-01T00:00:00Z");
        }
    }

    private static ResponseEntity<JsonNode> answer(JsonNode body) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(body);
    }
}
