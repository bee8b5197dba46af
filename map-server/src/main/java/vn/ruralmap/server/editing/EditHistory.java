package vn.ruralmap.server.editing;

import java.util.List;
import java.util.Optional;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.FeatureVersion;

/** Finds what deleted features were. */
record EditHistory(FeatureStore store) {

    /**
     * A feature that is deleted.
     *
     * @param version of its deletion
     * @param last what it was before
     */
    record Deleted(long fid, int version, Change.Content last) {}

    /** Empty: it is there, or never was, or had other attributes then. */
    Optional<Deleted> findDeleted(Layer layer, long fid) {
        List<FeatureVersion> versions = store.history(layer.name(), fid);
        if (versions.size() < 2 || versions.get(versions.size() - 1).feature() != null) {
            return Optional.empty();
        }
        Feature last = versions.get(versions.size() - 2).feature();
        return last == null || last.values().size() != layer.attributes().size()
                ? Optional.empty()
                : Optional.of(new Deleted(fid, versions.get(versions.size() - 1).version(), Change.Content.of(last)));
    }
}
