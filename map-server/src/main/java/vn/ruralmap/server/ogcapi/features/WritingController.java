package vn.ruralmap.server.ogcapi.features;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.editing.Edit;
import vn.ruralmap.server.editing.EditLimits;
import vn.ruralmap.server.editing.EditOutcome;
import vn.ruralmap.server.editing.EditRequest;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Editing;
import vn.ruralmap.server.editing.Finding;
import vn.ruralmap.server.editing.WarningHeader;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.ogcapi.common.ApiDescription;
import vn.ruralmap.server.ogcapi.common.CrsUri;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Exchanges;
import vn.ruralmap.server.ogcapi.common.Representation;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.RequestBody;
import vn.ruralmap.server.support.RequestException;

/** Creates, replaces, updates and deletes items (OGC 20-002r1). */
@Controller
class WritingController {

    /** Why the change is made, for people; it becomes the message of the changeset. */
    static final List<String> PARAMETERS = List.of("message");

    static final String MERGE_PATCH = "application/merge-patch+json";
    static final Set<String> BODY_TYPES =
            Set.of(CollectionDocument.GEO_JSON, "application/json", "application/vnd.geo+json");

    private static final List<Representation> FORMS = List.of(ItemForms.GEO_JSON, Representation.HTML);
    static final int LONGEST_MESSAGE = 500;

    private final Exchanges exchanges;
    private final Snapshots snapshots;
    private final EditRights rights;
    private final Editing editing;

    WritingController(Exchanges exchanges, Snapshots snapshots, EditRights rights, Editing editing) {
        this.exchanges = exchanges;
        this.snapshots = snapshots;
        this.rights = rights;
        this.editing = editing;
    }

    /** Everything that the methods have in common. */
    private record Call(Exchange exchange, Writer writer, Layer layer, RequestBody body, SystemReference reference) {
        HttpServletResponse response() {
            return exchange.response();
        }
    }

    @NeedsStore
    @PostMapping("/ogc/collections/{collectionId}/items")
    void create(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Call call = begin(collectionId, request, response);
        demandType(call, BODY_TYPES, "Accept-Post");
        List<Edit> edits = new ArrayList<>();
        for (FeatureBody.Item item : FeatureBody.some(call.body(), call.reference())) {
            edits.add(new Edit.Insert(call.layer().name(), item.draft()));
        }
        EditOutcome outcome = apply(call, edits);
        response.setStatus(HttpServletResponse.SC_CREATED);
        if (edits.size() > 1) {
            ObjectNode created = ApiDescription.node();
            ArrayNode locations = created.putArray("created");
            outcome.features().forEach(feature -> locations.add(location(call, feature)));
            tell(outcome.warnings(), created);
            call.exchange().send(created);
            return;
        }
        EditOutcome.Edited feature = outcome.features().get(0);
        response.setHeader("Location", location(call, feature));
        answer(call, feature, HttpServletResponse.SC_CREATED);
    }

    /** In both languages, which the header cannot. */
    private static void tell(List<Finding> warnings, ObjectNode created) {
        if (!warnings.isEmpty()) {
            ArrayNode array = created.putArray("warnings");
            warnings.forEach(warning -> array.addObject()
                    .put("code", warning.code())
                    .put("feature", warning.row())
                    .put("message", warning.text().en())
                    .put("message_vi", warning.text().vi()));
        }
    }

    private static String location(Call call, EditOutcome.Edited feature) {
        return call.exchange().plainUrl("/collections/" + feature.layer() + "/items/" + feature.fid());
    }

    @NeedsStore
    @PutMapping("/ogc/collections/{collectionId}/items/{featureId}")
    void replace(
            @PathVariable String collectionId,
            @PathVariable String featureId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Call call = begin(collectionId, request, response);
        long fid = fid(call, featureId);
        demandType(call, BODY_TYPES, "Accept-Put");
        FeatureBody.Item item = FeatureBody.one(call.body(), call.reference(), false);
        demandOwnId(item, fid);
        change(call, new Edit.Replace(call.layer().name(), fid, seen(call, fid), item.draft()));
    }

    @NeedsStore
    @PatchMapping("/ogc/collections/{collectionId}/items/{featureId}")
    void update(
            @PathVariable String collectionId,
            @PathVariable String featureId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Call call = begin(collectionId, request, response);
        long fid = fid(call, featureId);
        Set<String> types = new java.util.TreeSet<>(BODY_TYPES);
        types.add(MERGE_PATCH);
        demandType(call, types, "Accept-Patch");
        FeatureBody.Item item = FeatureBody.one(call.body(), call.reference(), true);
        demandOwnId(item, fid);
        change(call, new Edit.Update(call.layer().name(), fid, seen(call, fid), item.draft()));
    }

    private void change(Call call, Edit edit) throws IOException {
        answer(call, apply(call, List.of(edit)).features().get(0), HttpServletResponse.SC_OK);
    }

    @NeedsStore
    @DeleteMapping("/ogc/collections/{collectionId}/items/{featureId}")
    void delete(
            @PathVariable String collectionId,
            @PathVariable String featureId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Call call = begin(collectionId, request, response);
        long fid = fid(call, featureId);
        apply(call, List.of(new Edit.Delete(call.layer().name(), fid, seen(call, fid))));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @RequestMapping(path = "/ogc/collections/{collectionId}/items", method = RequestMethod.OPTIONS)
    void options(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response) {
        Collections.get(exchanges.begin(request, response, FORMS, List.of()), collectionId);
        response.setHeader("Allow", "GET, HEAD, OPTIONS" + (rights.isOpen() ? ", POST" : ""));
        if (rights.isOpen()) {
            response.setHeader("Accept-Post", CollectionDocument.GEO_JSON);
        }
    }

    /** Whether there is such an item does not matter: QGIS asks about one that there cannot be. */
    @RequestMapping(path = "/ogc/collections/{collectionId}/items/{featureId}", method = RequestMethod.OPTIONS)
    void itemOptions(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response) {
        Collections.get(exchanges.begin(request, response, FORMS, List.of()), collectionId);
        response.setHeader("Allow", "GET, HEAD, OPTIONS" + (rights.isOpen() ? ", PUT, PATCH, DELETE" : ""));
        if (rights.isOpen()) {
            response.setHeader("Accept-Patch", MERGE_PATCH);
        }
    }

    private Call begin(String collectionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Writer writer = rights.demandWriter(request, response);
        Exchange exchange = exchanges.begin(request, response, FORMS, PARAMETERS);
        response.setHeader("Cache-Control", "no-store");
        return new Call(
                exchange,
                writer,
                Collections.get(exchange, collectionId),
                RequestBody.of(request, EditLimits.MOST_BYTES, "BodyTooLarge"),
                reference(request));
    }

    /** OGC 18-058r1 §6.4 for what is sent. */
    private static SystemReference reference(HttpServletRequest request) {
        String header = request.getHeader("Content-Crs");
        return header == null || header.isBlank()
                ? SystemReference.CRS84
                : CrsUri.find("Content-Crs", header.strip().replaceAll("^<|>$", ""))
                        .toSystem();
    }

    private static void demandType(Call call, Set<String> types, String header) {
        String given = call.exchange().request().getContentType();
        String type = given == null ? "" : given.split(";")[0].strip().toLowerCase(Locale.ROOT);
        if (!types.contains(type)) {
            String list = String.join(", ", types.stream().sorted().toList());
            call.response().setHeader(header, list);
            throw RequestException.of(
                    415,
                    "UnsupportedMediaType",
                    "Content-Type",
                    "Content-Type cần là: " + list,
                    "Content-Type must be: " + list);
        }
    }

    /** @throws RequestException status 404 unless the item is in force on the date, or may have been deleted */
    private static long fid(Call call, String featureId) {
        boolean isKnown = featureId.matches("\\d{1,18}")
                && call.exchange()
                        .snapshot()
                        .find(call.layer().name(), Long.parseLong(featureId))
                        .isEmpty()
                && !call.layer().isDerived();
        return isKnown
                ? Long.parseLong(featureId)
                : ItemController.find(
                                call.exchange(),
                                call.exchange().view(call.layer().name()),
                                featureId)
                        .fid();
    }

    private static void demandOwnId(FeatureBody.Item item, long fid) {
        if (item.id() != null && !item.id().equals(Long.toString(fid))) {
            throw RequestException.of(
                    400,
                    "InvalidBody",
                    "id",
                    "id trong nội dung khác id trong địa chỉ",
                    "The id in the body is not the one in the address");
        }
    }

    /** The version that the client says it has seen; of several the one that is there. Null: it does not say. */
    private @Nullable Integer seen(Call call, long fid) {
        List<Integer> versions = VersionTags.versions(call.exchange().request().getHeader("If-Match"));
        if (versions.isEmpty()) {
            return null;
        }
        Optional<Integer> present = snapshots
                .current()
                .view(call.layer().name(), call.exchange().date())
                .find(fid)
                .map(Feature::version)
                .filter(versions::contains);
        return present.orElse(versions.get(0));
    }

    private EditOutcome apply(Call call, List<Edit> edits) throws IOException {
        Exchange exchange = call.exchange();
        String message = exchange.parameters().find("message").orElse("");
        if (message.length() > LONGEST_MESSAGE) {
            throw RequestException.invalid(
                    "message",
                    "dài tối đa " + LONGEST_MESSAGE + " ký tự",
                    "at most " + LONGEST_MESSAGE + " characters");
        }
        EditOutcome outcome = editing.apply(new EditRequest(
                call.writer(), Changeset.Source.OGC_API, message, exchange.date(), edits, true, null, key(call)));
        if (outcome.isRepeated()) {
            call.response().setHeader("Idempotent-Replayed", "true");
        }
        WarningHeader.write(outcome.warnings(), call.response());
        return outcome;
    }

    private static EditRequest.@Nullable Key key(Call call) throws IOException {
        HttpServletRequest request = call.exchange().request();
        Optional<String> key = EditRequest.Key.read(request);
        return key.isEmpty()
                ? null
                : new EditRequest.Key(
                        key.get(),
                        call.body()
                                .digest(
                                        request.getMethod(),
                                        request.getRequestURI(),
                                        call.writer().name()));
    }

    /** {@code Prefer: return=representation} (RFC 7240 §4.2) asks for the feature as it is now. */
    private void answer(Call call, EditOutcome.Edited edited, int status) throws IOException {
        HttpServletResponse response = call.response();
        response.setHeader("ETag", VersionTags.of(edited.version()));
        String prefer = call.exchange().request().getHeader("Prefer");
        Exchange now = call.exchange().at(snapshots.current());
        Optional<Feature> feature = now.view(edited.layer()).find(edited.fid());
        if (prefer == null || !prefer.contains("return=representation") || feature.isEmpty()) {
            response.setStatus(status == HttpServletResponse.SC_CREATED ? status : HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setStatus(status);
        response.setHeader("Preference-Applied", "return=representation");
        ItemController.write(now, now.view(edited.layer()), feature.get());
    }
}
