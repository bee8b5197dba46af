package vn.ruralmap.layers.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;

/**
 * Makes the features of a derived layer: the source's features with the attributes of the rows that refer to them.
 *
 * <p>Where no row refers to a feature it has the derivation's {@code absent} values, if there are rows at all: a layer
 * without any knows nothing, and must not tell of every commune that it failed.
 */
record DerivedFeatures(Layer layer, Layer.Derivation derivation, Layer source) {

    /**
     * @param sources features of the source layer in force
     * @param rows rows of the derived layer in force
     */
    List<Feature> derive(List<Feature> sources, List<Feature> rows) {
        int through = layer.indexOf(derivation.through());
        Map<Object, Feature> bySource = new HashMap<>();
        for (Feature row : rows) {
            bySource.put(Objects.requireNonNull(row.value(through)), row);
        }
        List<Feature> derived = new ArrayList<>();
        for (Feature feature : sources) {
            if (takesPart(feature)) {
                Feature row = bySource.get(feature.fid());
                derived.add(row == null ? withoutRow(feature, !rows.isEmpty()) : join(feature, row));
            }
        }
        return derived;
    }

    private boolean takesPart(Feature feature) {
        return derivation.onlyWhere().entrySet().stream().allMatch(condition -> {
            String value = feature.text(source, condition.getKey());
            return value != null && condition.getValue().contains(value);
        });
    }

    private Feature withoutRow(Feature feature, boolean known) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            Object absent = known ? derivation.absent().get(attribute.name()) : null;
            values.add(attribute.name().equals(derivation.through()) ? (Object) feature.fid() : absent);
        }
        return new Feature(feature.fid(), feature.version(), feature.validity(), null, values, feature.geometry());
    }

    /**
     * The version counts the changes of both, so that it rises with every change of either; it falls back to that of the
     * source when the row ends.
     */
    private Feature join(Feature feature, Feature row) {
        return new Feature(
                feature.fid(),
                feature.version() + row.version(),
                row.validity(),
                row.decision(),
                row.values(),
                feature.geometry());
    }
}
