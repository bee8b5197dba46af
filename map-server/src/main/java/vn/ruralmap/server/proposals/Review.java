package vn.ruralmap.server.proposals;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.editing.EditCheck;
import vn.ruralmap.server.editing.Finding;

/** What an approver looks at: for each edit what changes, by how much, and whose neighbour it is; and what the checks found. */
@Component
final class Review {

    /** A centimetre in degrees. */
    private static final double CLOSE = 1e-7;

    private static final int MOST_NEIGHBOURS = 30;
    private static final int MOST_FINDINGS = 500;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Snapshots snapshots;

    Review(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    static ArrayNode findings(List<Finding> findings) {
        ArrayNode array = NODES.arrayNode();
        findings.stream().limit(MOST_FINDINGS).forEach(finding -> {
            ObjectNode json = array.addObject();
            json.put("code", finding.code());
            json.put("severity", finding.isError() ? "error" : "warning");
            json.put("layer", finding.layer());
            json.put("edit", finding.row());
            ArrayNode features = json.putArray("features");
            finding.features().forEach(features::add);
            json.put("field", finding.field());
            json.set("place", GeoJson.of(finding.place()));
            json.set(
                    "point",
                    finding.place() == null || finding.place().isEmpty()
                            ? NODES.nullNode()
                            : GeoJson.of(finding.place().getInteriorPoint()));
            Finding.Size size = finding.size();
            if (size == null) {
                json.putNull("size");
            } else {
                json.putObject("size")
                        .put("value", Math.rint(size.value() * 1e3) / 1e3)
                        .put("unit", size.unit());
            }
            json.set("text", text(finding.text()));
        });
        return array;
    }

    private static ObjectNode text(LocalizedText text) {
        return NODES.objectNode().put("vi", text.vi()).put("en", text.en());
    }

    /** @param date on which neighbours are looked for */
    ArrayNode changes(EditCheck check, LocalDate date) {
        ArrayNode array = NODES.arrayNode();
        Snapshot snapshot = snapshots.current();
        Set<String> edited = new HashSet<>();
        check.changes().forEach(change -> edited.add(change.layer() + "." + change.fid()));
        for (EditCheck.Planned change : check.changes()) {
            array.add(change(snapshot, change, date, edited));
        }
        return array;
    }

    private static ObjectNode change(Snapshot snapshot, EditCheck.Planned change, LocalDate date, Set<String> edited) {
        Layer layer = snapshot.layer(change.layer());
        Change.Content before = change.before();
        Change.Content after = change.after();
        ObjectNode json = NODES.objectNode();
        String id = change.fid() == null ? null : layer.name() + "." + change.fid();
        json.put("edit", change.row());
        json.put("op", before == null ? (id == null ? "insert" : "restore") : after == null ? "delete" : "update");
        json.put("layer", layer.name());
        json.put("feature", id);
        json.put("name", FeatureText.name(layer, after == null ? before : after, id == null ? layer.name() : id));
        json.set("fields", fields(snapshot, layer, before, after));
        Geometry was = before == null ? null : before.geometry();
        Geometry now = after == null ? null : after.geometry();
        ObjectNode shape = json.putObject("geometry");
        shape.set("before", GeoJson.of(was));
        shape.set("after", GeoJson.of(now));
        BorderShift shift = BorderShift.between(was, now);
        json.set("shift", shift == null ? NODES.nullNode() : shift.json());
        ArrayNode touched = json.putArray("neighbours");
        if (shift != null) {
            neighbours(snapshot, layer, was, now, date, edited, touched);
        }
        return json;
    }

    /** Properties that differ; private ones are marked, and taken out for those who may not see them. */
    static ArrayNode fields(
            Snapshot snapshot, Layer layer, Change.@Nullable Content before, Change.@Nullable Content after) {
        ArrayNode array = NODES.arrayNode();
        Map<String, @Nullable Object> was = FeatureText.values(layer, before);
        Map<String, @Nullable Object> now = FeatureText.values(layer, after);
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(was.keySet());
        for (Property property : Property.list(layer, snapshot::layer)) {
            String name = property.name();
            if (names.contains(name) && !JsonValue.isSame(was.get(name), now.get(name))) {
                ObjectNode json = array.addObject();
                json.put("name", name);
                json.set("title", text(property.title()));
                json.put("isPrivate", property.isPrivate());
                json.set("before", JsonValue.of(was.get(name)));
                json.set("after", JsonValue.of(now.get(name)));
                name(snapshot, property, was.get(name)).ifPresent(text -> json.put("beforeName", text));
                name(snapshot, property, now.get(name)).ifPresent(text -> json.put("afterName", text));
            }
        }
        return array;
    }

    /** What a referenced feature is called: nobody knows communes by their fids. */
    private static Optional<String> name(Snapshot snapshot, Property property, @Nullable Object value) {
        Attribute attribute = property.attribute();
        String target = attribute == null ? null : attribute.references();
        return target == null || !(value instanceof Number fid)
                ? Optional.empty()
                : snapshot.find(target, fid.longValue())
                        .map(feature -> FeatureText.name(
                                snapshot.layer(target),
                                Change.Content.of(feature),
                                feature.id(snapshot.layer(target))));
    }

    private static void neighbours(
            Snapshot snapshot,
            Layer layer,
            @Nullable Geometry was,
            @Nullable Geometry now,
            LocalDate date,
            Set<String> edited,
            ArrayNode touched) {
        if (!layer.disjoint()) {
            return;
        }
        Geometry changed = was == null
                ? Objects.requireNonNull(now)
                : now == null ? was : OverlayNGRobust.overlay(was, now, OverlayNG.SYMDIFFERENCE);
        Envelope box = new Envelope(changed.getEnvelopeInternal());
        box.expandBy(CLOSE);
        for (Feature feature : snapshot.view(layer.name(), date).query(box)) {
            Geometry land = feature.geometry();
            if (land != null
                    && touched.size() < MOST_NEIGHBOURS
                    && !edited.contains(feature.id(layer))
                    && land.isWithinDistance(changed, CLOSE)) {
                touched.addObject()
                        .put("feature", feature.id(layer))
                        .put("name", FeatureText.name(layer, Change.Content.of(feature), feature.id(layer)));
            }
        }
    }

    /** A copy without the fields that somebody may not see. */
    static JsonNode visible(JsonNode changes, BiPredicate<String, String> isVisible) {
        JsonNode copy = changes.deepCopy();
        for (JsonNode change : copy) {
            ArrayNode fields = (ArrayNode) change.get("fields");
            String layer = change.get("layer").asString();
            for (int i = fields.size() - 1; i >= 0; i--) {
                if (!isVisible.test(layer, fields.get(i).get("name").asString())) {
                    fields.remove(i);
                }
            }
        }
        return copy;
    }

    /** The changed features as they were and as they are to be, for a map with two sides. */
    static ObjectNode beforeAfter(JsonNode changes) {
        ObjectNode collection = NODES.objectNode();
        collection.put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        for (JsonNode change : changes) {
            for (String side : new TreeSet<>(List.of("after", "before")).descendingSet()) {
                JsonNode geometry = change.get("geometry").get(side);
                if (geometry != null && geometry.isObject()) {
                    ObjectNode feature = features.addObject();
                    feature.put("type", "Feature");
                    feature.putObject("properties")
                            .put("side", side)
                            .put("edit", change.get("edit").asInt())
                            .put("layer", change.get("layer").asString())
                            .put("op", change.get("op").asString())
                            .put("name", change.get("name").asString());
                    feature.set("geometry", geometry);
                }
            }
        }
        return collection;
    }
}
