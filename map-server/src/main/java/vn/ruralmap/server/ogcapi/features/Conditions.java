package vn.ruralmap.server.ogcapi.features;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.query.BoxQuery;
import vn.ruralmap.layers.query.FeatureSelector;
import vn.ruralmap.layers.snapshot.LayerView;

/**
 * What features have to satisfy.
 *
 * @param box where they lie; null: anywhere
 * @param filter null: none
 * @param others all of them must hold
 */
record Conditions(@Nullable BoxQuery box, @Nullable FeatureSelector filter, List<Predicate<Feature>> others) {

    Conditions {
        others = List.copyOf(others);
    }

    /** In the order of their fids. Without conditions it is the view's own list, and nothing is looked at. */
    List<Feature> select(LayerView view) {
        List<Feature> candidates = candidates(view);
        if (others.isEmpty()) {
            return candidates;
        }
        List<Feature> found = new ArrayList<>();
        for (Feature feature : candidates) {
            if (others.stream().allMatch(condition -> condition.test(feature))) {
                found.add(feature);
            }
        }
        return found;
    }

    private List<Feature> candidates(LayerView view) {
        if (box == null) {
            return filter == null ? view.features() : filter.select();
        }
        List<Feature> within = box.select(view);
        return filter == null ? within : within.stream().filter(filter).toList();
    }
}
