package vn.ruralmap.dataimport.load;

import java.util.List;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreDelta;

/** All that is published at one moment, of every validity. */
public final class StoredFeatures {

    private final StoreDelta delta;

    private StoredFeatures(StoreDelta delta) {
        this.delta = delta;
    }

    public static StoredFeatures read(FeatureStore store) {
        return new StoredFeatures(store.readSince(0));
    }

    /** The last changeset that touched a layer; 0: none did. */
    public long revision(String layer) {
        StoreDelta.LayerDelta found = delta.layers().get(layer);
        return found == null ? 0 : found.revision();
    }

    public List<Feature> list(String layer) {
        StoreDelta.LayerDelta found = delta.layers().get(layer);
        return found == null ? List.of() : found.present();
    }
}
