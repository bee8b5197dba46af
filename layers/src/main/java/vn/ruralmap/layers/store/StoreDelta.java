package vn.ruralmap.layers.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ruralmap.layers.model.Feature;

/**
 * What changed in a store between two revisions.
 *
 * @param since the revision it starts from; 0: it is everything there is
 * @param revision the revision it leads to: a later one, or back to an earlier one
 * @param illustrative true if data of the shipped sample are in force
 * @param layers by layer name; layers without change are absent
 */
public record StoreDelta(long since, long revision, boolean illustrative, Map<String, LayerDelta> layers) {

    public StoreDelta {
        layers = Map.copyOf(layers);
    }

    /**
     * What changed on one layer.
     *
     * @param revision the last changeset that touched the layer
     * @param present features that are new or changed, as they are where it leads to, of every validity
     * @param removed fids that are not there
     */
    public record LayerDelta(long revision, List<Feature> present, Set<Long> removed) {}
}
