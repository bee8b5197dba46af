package vn.ruralmap.server.proposals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.FeatureVersion;
import vn.ruralmap.server.editing.EditConflict;
import vn.ruralmap.server.support.RequestException;

/** Lays proposed edits over what others did meanwhile. */
@Component
final class Merges {

    private final FeatureStore store;
    private final Snapshots snapshots;

    Merges(FeatureStore store, Snapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    List<Merge> of(List<ProposedEdit> edits, List<EditConflict> conflicts) {
        List<Merge> merges = new ArrayList<>();
        for (EditConflict conflict : conflicts) {
            edits.stream()
                    .filter(edit ->
                            edit.op() != ProposedEdit.Op.INSERT && edit.id().equals(conflict.id()))
                    .forEach(edit -> merges.add(merge(edit, conflict)));
        }
        return merges;
    }

    private Merge merge(ProposedEdit edit, EditConflict conflict) {
        Layer layer = snapshots.current().layer(edit.layer());
        if (layer.isDerived()) {
            // what services show of it has no history of its own: take it over, or leave it
            int version = conflict.version() == null ? edit.version() : conflict.version();
            return Merge.of(edit, conflict, Map.of(), Map.of(), null, shown(layer, edit), version);
        }
        List<FeatureVersion> versions = store.history(layer.name(), edit.fid());
        FeatureVersion last = versions.isEmpty() ? null : versions.get(versions.size() - 1);
        Change.Content base = versions.stream()
                .filter(version -> version.version() == edit.version())
                .findFirst()
                .map(Merges::content)
                .orElse(null);
        Change.Content theirs = last == null ? null : content(last);
        return Merge.of(
                edit,
                conflict,
                FeatureText.values(layer, base),
                FeatureText.values(layer, theirs),
                base,
                theirs,
                last == null ? edit.version() : last.version());
    }

    private static Change.@Nullable Content content(FeatureVersion version) {
        return version.feature() == null ? null : Change.Content.of(version.feature());
    }

    private Change.@Nullable Content shown(Layer layer, ProposedEdit edit) {
        LocalDate today = snapshots.today();
        return snapshots
                .current()
                .view(layer.name(), today)
                .find(edit.fid())
                .map((Feature feature) ->
                        new Change.Content(feature.validity(), feature.decision(), feature.values(), null))
                .orElse(null);
    }

    /** The edits with conflicts resolved. @param choices by feature, then by field */
    List<ProposedEdit> resolve(List<ProposedEdit> edits, List<Merge> merges, Map<String, Map<String, String>> choices) {
        Map<String, Merge> byId = new LinkedHashMap<>();
        merges.forEach(merge -> byId.put(merge.edit().id(), merge));
        List<ProposedEdit> resolved = new ArrayList<>();
        for (ProposedEdit edit : edits) {
            Merge merge = edit.op() == ProposedEdit.Op.INSERT ? null : byId.get(edit.id());
            if (merge == null) {
                resolved.add(edit);
                continue;
            }
            Merge.Result result = merge.resolve(choices.getOrDefault(edit.id(), Map.of()));
            if (result.edit() != null) {
                resolved.add(result.edit());
            }
        }
        return resolved;
    }

    /** {@code {"material_zones.3": {"geom": "mine", "product": "theirs"}}}. @throws RequestException status 400 */
    static Map<String, Map<String, String>> choices(JsonNode node) {
        Map<String, Map<String, String>> choices = new LinkedHashMap<>();
        node.propertyStream().forEach(feature -> {
            Map<String, String> fields = new LinkedHashMap<>();
            feature.getValue().propertyStream().forEach(field -> {
                String choice = field.getValue().asString("");
                if (!choice.equals("mine") && !choice.equals("theirs")) {
                    throw RequestException.of(
                            400,
                            "InvalidBody",
                            "choices",
                            "Mỗi lựa chọn là 'mine' hoặc 'theirs'",
                            "A choice is 'mine' or 'theirs'");
                }
                fields.put(field.getKey(), choice);
            });
            choices.put(feature.getKey(), fields);
        });
        return choices;
    }

    ArrayNode json(List<Merge> merges, Visibility visibility) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        merges.forEach(merge -> array.add(json(merge, visibility)));
        return array;
    }

    private ObjectNode json(Merge merge, Visibility visibility) {
        EditConflict conflict = merge.conflict();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("feature", conflict.id());
        json.put("layer", merge.edit().layer());
        json.put("fid", merge.edit().fid());
        json.put("seenVersion", merge.edit().version());
        json.put("version", merge.lastVersion());
        json.put("isDeleted", merge.theirs() == null);
        json.put("changedBy", conflict.author());
        json.put("changedAt", conflict.time() == null ? null : conflict.time().toString());
        json.put("changeset", conflict.changeset());
        json.put("isAutomatic", merge.isAutomatic());
        ArrayNode open = json.putArray("open");
        merge.resolve(Map.of()).open().forEach(open::add);
        ArrayNode fields = json.putArray("fields");
        for (Merge.Field field : merge.fields()) {
            boolean isShape = field.name().equals(Merge.SHAPE);
            if (isShape || visibility.allows(merge.edit().layer(), field.name())) {
                ObjectNode member = isShape ? json.putObject("geometry") : fields.addObject();
                if (!isShape) {
                    member.put("name", field.name());
                }
                member.set("base", value(field.base()));
                member.set("mine", value(field.mine()));
                member.set("theirs", value(field.theirs()));
                member.put("contradicts", field.isContradiction());
            }
        }
        json.putPOJO("text", conflict.text());
        return json;
    }

    private static JsonNode value(@Nullable Object value) {
        return value instanceof Geometry geometry ? GeoJson.of(geometry) : JsonValue.of(value);
    }
}
