package vn.ruralmap.server.proposals;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.spelling.Folding;
import vn.ruralmap.layers.store.DeletedFeature;
import vn.ruralmap.layers.store.FeatureChange;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.FeatureVersion;
import vn.ruralmap.layers.store.LayerChange;

/** What became of features, of land and by people, out of the store's history. */
@Component
final class FeatureHistory {

    /** Changesets that are looked through, the latest ones. */
    private static final int MOST_CHANGESETS = 300;
    /** Features of one changeset; an import has millions. */
    private static final int MOST_FEATURES = 2_000;

    private static final int MOST_ENTRIES = 200;
    /** Features that are gone, the latest ones, among which is searched. */
    private static final int MOST_DELETED = 20_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final FeatureStore store;
    private final Snapshots snapshots;

    FeatureHistory(FeatureStore store, Snapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    List<FeatureVersion> versions(Layer layer, long fid) {
        return store.history(layer.name(), fid);
    }

    static Change.@Nullable Content content(@Nullable FeatureVersion version) {
        Feature feature = version == null ? null : version.feature();
        return feature == null ? null : Change.Content.of(feature);
    }

    /** The latest first. */
    ObjectNode timeline(Layer layer, long fid, List<FeatureVersion> versions, Visibility visibility) {
        ObjectNode json = NODES.objectNode();
        String id = layer.name() + "." + fid;
        json.put("feature", id);
        json.put("layer", layer.name());
        json.put("name", FeatureText.name(layer, lastContent(versions), id));
        json.put("isDeleted", versions.get(versions.size() - 1).feature() == null);
        ArrayNode array = json.putArray("versions");
        Map<Long, Optional<Changeset>> changesets = new HashMap<>();
        for (int i = versions.size() - 1; i >= Math.max(0, versions.size() - MOST_ENTRIES); i--) {
            FeatureVersion version = versions.get(i);
            FeatureVersion before = i == 0 ? null : versions.get(i - 1);
            Optional<Changeset> changeset = changesets.computeIfAbsent(version.changeset(), store::findChangeset);
            array.add(entry(layer, before, version, changeset, visibility));
        }
        return json;
    }

    private ObjectNode entry(
            Layer layer,
            @Nullable FeatureVersion before,
            FeatureVersion version,
            Optional<Changeset> changeset,
            Visibility visibility) {
        Change.Content was = content(before);
        Change.Content now = content(version);
        ObjectNode json = NODES.objectNode();
        json.put("version", version.version());
        json.put("op", now == null ? "delete" : before == null ? "insert" : was == null ? "restore" : "update");
        json.put("decision", now == null ? null : now.decision());
        json.put("validFrom", now == null ? null : now.validity().from().toString());
        json.put(
                "validTo",
                now == null || now.validity().to() == null
                        ? null
                        : now.validity().to().toString());
        describe(json, version.changeset(), changeset);
        json.set("fields", fields(layer, was, now, visibility));
        BorderShift shift =
                BorderShift.between(was == null ? null : was.geometry(), now == null ? null : now.geometry());
        json.set("shift", shift == null ? NODES.nullNode() : shift.json());
        json.set("geometry", GeoJson.of(now == null ? null : now.geometry()));
        return json;
    }

    /** Properties that differ and that somebody may see. */
    ArrayNode fields(Layer layer, Change.@Nullable Content was, Change.@Nullable Content now, Visibility visibility) {
        ArrayNode fields = Review.fields(snapshots.current(), layer, was, now);
        for (int i = fields.size() - 1; i >= 0; i--) {
            if (!visibility.allows(layer.name(), fields.get(i).get("name").asString())) {
                fields.remove(i);
            }
        }
        return fields;
    }

    private static void describe(ObjectNode json, long number, Optional<Changeset> changeset) {
        json.put("changeset", number);
        changeset.ifPresent(found -> {
            json.put("who", found.author());
            json.put("when", found.time().toString());
            json.put("why", found.message());
            json.put("source", found.source().name().toLowerCase(Locale.ROOT));
            json.put("state", found.state().name().toLowerCase(Locale.ROOT));
            json.put("proposal", found.provenance().get("proposal"));
            json.put("approvedBy", found.provenance().get("approved_by"));
            if (found.reverts() != null) {
                json.put("reverts", found.reverts());
            }
        });
    }

    /** What happened to a layer, the latest first. @param box in degrees; null: anywhere */
    ObjectNode ofLayer(Layer layer, @Nullable Envelope box) {
        ObjectNode json = NODES.objectNode();
        ArrayNode array = json.putArray("changesets");
        for (LayerChange change : store.listChanges(layer.name(), MOST_CHANGESETS)) {
            boolean isSmall = change.inserted() + change.updated() + change.deleted() <= MOST_FEATURES;
            ObjectNode entry = NODES.objectNode();
            describe(entry, change.changeset(), store.findChangeset(change.changeset()));
            ArrayNode features = entry.putArray("features");
            entry.put("isWhole", isSmall);
            if (isSmall) {
                addFeatures(change.changeset(), layer.name()::equals, box, features);
            }
            if (array.size() < MOST_ENTRIES && (!features.isEmpty() || !isSmall && box == null)) {
                array.add(entry);
            }
        }
        return json;
    }

    /** What somebody published, the latest first. */
    ObjectNode ofAuthor(String author) {
        ObjectNode json = NODES.objectNode();
        ArrayNode array = json.putArray("changesets");
        store.listChangesets(10 * MOST_CHANGESETS).stream()
                .filter(changeset -> changeset.author().equals(author))
                .limit(MOST_ENTRIES)
                .forEach(changeset -> {
                    ObjectNode entry = array.addObject();
                    describe(entry, changeset.id(), Optional.of(changeset));
                    Changeset.Size size = changeset.size();
                    boolean isSmall = size.inserted() + size.updated() + size.deleted() <= MOST_FEATURES;
                    entry.put("isWhole", isSmall);
                    ArrayNode features = entry.putArray("features");
                    if (isSmall) {
                        addFeatures(changeset.id(), layer -> true, null, features);
                    }
                });
        return json;
    }

    private void addFeatures(long changeset, Predicate<String> layers, @Nullable Envelope box, ArrayNode features) {
        Snapshot snapshot = snapshots.current();
        for (FeatureChange change : store.listFeatureChanges(changeset)) {
            Optional<Layer> layer = snapshot.catalogue().findLayer(change.layer());
            if (layer.isEmpty() || !layers.test(change.layer())) {
                continue;
            }
            String id = change.layer() + "." + change.fid();
            Optional<Feature> current = snapshot.find(change.layer(), change.fid());
            boolean needsHistory = box != null || current.isEmpty();
            Change.Content last = current.map(Change.Content::of).orElse(null);
            if (needsHistory) {
                List<FeatureVersion> versions = store.history(change.layer(), change.fid());
                if (box != null && versions.stream().noneMatch(version -> isWithin(version, change.version(), box))) {
                    continue;
                }
                last = last != null ? last : lastContent(versions);
            }
            features.addObject()
                    .put("feature", id)
                    .put("name", FeatureText.name(layer.get(), last, id))
                    .put("version", change.version())
                    .put("op", change.isDeletion() ? "delete" : change.version() == 1 ? "insert" : "update")
                    .put("isDeleted", current.isEmpty());
        }
    }

    /** Whether a feature lay in a box before or after it became some version. */
    private static boolean isWithin(FeatureVersion version, int changed, Envelope box) {
        Geometry geometry = version.feature() == null ? null : version.feature().geometry();
        return (version.version() == changed || version.version() == changed - 1)
                && geometry != null
                && box.intersects(geometry.getEnvelopeInternal());
    }

    /**
     * Features that are gone, those that were deleted last first.
     *
     * @param text that their searchable values are to hold, whatever case and accents; empty: all
     * @param box in degrees that they lay in; null: anywhere
     */
    ObjectNode deleted(Layer layer, String text, @Nullable Envelope box) {
        ObjectNode json = NODES.objectNode();
        List<DeletedFeature> all = store.listDeleted(layer.name(), MOST_DELETED);
        json.put("isWhole", all.size() < MOST_DELETED);
        ArrayNode array = json.putArray("features");
        String wanted = folded(text);
        Map<Long, Optional<Changeset>> changesets = new HashMap<>();
        for (DeletedFeature gone : all) {
            Feature last = gone.last();
            boolean isThere = Boxes.meets(box, last.geometry());
            if (array.size() < MOST_ENTRIES
                    && isThere
                    && searchable(layer, last).contains(wanted)) {
                ObjectNode entry = array.addObject();
                entry.put("feature", last.id(layer));
                entry.put("name", FeatureText.name(layer, Change.Content.of(last), last.id(layer)));
                entry.put("version", gone.version());
                entry.put("lastVersion", last.version());
                describe(entry, gone.changeset(), changesets.computeIfAbsent(gone.changeset(), store::findChangeset));
                entry.set("geometry", GeoJson.of(last.geometry()));
            }
        }
        return json;
    }

    private static String searchable(Layer layer, Feature feature) {
        StringBuilder text = new StringBuilder(folded(feature.id(layer)));
        Map<String, @Nullable Object> values = FeatureText.values(layer, Change.Content.of(feature));
        for (Attribute attribute : layer.attributes()) {
            boolean isNamed = attribute.isSearchable() || layer.labelAttribute().equals(attribute);
            Object value = values.get(attribute.name());
            if (isNamed && !attribute.isPrivate() && value != null) {
                text.append('\n').append(folded(value.toString()));
            }
        }
        return text.toString();
    }

    private static String folded(String text) {
        return Folding.withoutCase(Folding.withoutAccents(text)).strip();
    }

    private static Change.@Nullable Content lastContent(List<FeatureVersion> versions) {
        return versions.stream()
                .map(FeatureHistory::content)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
