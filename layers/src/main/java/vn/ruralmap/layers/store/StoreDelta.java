package vn.ruralmap.layers.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ruralmap.layers.model.Feature;

/**
 * What changed in a store after a revision.
 *
 * @param since the revision it starts from; 0: it is everything there is
 * @param revision the revision it leads to
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
     * @param present features that are new or changed, as they are now, of every validity
     * @param removed fids that are no more
     */
    public record LayerDelta(long revision, List<Feature> present, Set<Long> removed) {}
}
