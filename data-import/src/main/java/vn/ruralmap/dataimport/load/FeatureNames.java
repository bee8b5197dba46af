package vn.ruralmap.dataimport.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;

/** What people call the features of a layer: never by a fid, which no file of theirs has. */
public final class FeatureNames {

    private final Catalogue catalogue;
    private final Layer layer;
    private final StoredFeatures stored;
    private final Map<String, Map<Long, Feature>> targets = new HashMap<>();

    public FeatureNames(Catalogue catalogue, Layer layer, StoredFeatures stored) {
        this.catalogue = catalogue;
        this.layer = layer;
        this.stored = stored;
    }

    /** The values of the key, references by the key of what they point to. */
    public String key(List<@Nullable Object> values) {
        return layer.key().stream().map(name -> value(values, name)).collect(Collectors.joining(", "));
    }

    public String label(List<@Nullable Object> values) {
        return text(values, layer.presentation().label(), target -> target.presentation()
                .label());
    }

    /** One value as text, references by the key of what they point to; empty: none. */
    public String value(List<@Nullable Object> values, String attribute) {
        return text(
                values,
                attribute,
                target -> target.key().isEmpty()
                        ? target.presentation().label()
                        : target.key().get(0));
    }

    /** Picks the attribute by which a layer's features are named. */
    private interface Naming {
        String attribute(Layer layer);
    }

    private String text(List<@Nullable Object> values, String name, Naming naming) {
        int index = layer.indexOf(name);
        Attribute attribute = layer.attributes().get(index);
        Object value = values.get(index);
        if (attribute.references() == null || !(value instanceof Long fid)) {
            return Objects.toString(value, "");
        }
        Layer target = catalogue.getLayer(attribute.references());
        Feature feature = targets.computeIfAbsent(target.name(), this::byFid).get(fid);
        return feature == null
                ? target.name() + "." + fid
                : Objects.toString(feature.text(target, naming.attribute(target)), "");
    }

    private Map<Long, Feature> byFid(String name) {
        return stored.list(name).stream().collect(Collectors.toMap(Feature::fid, feature -> feature));
    }
}
