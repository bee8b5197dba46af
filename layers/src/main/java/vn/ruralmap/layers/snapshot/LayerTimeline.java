package vn.ruralmap.layers.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.store.StoreDelta.LayerDelta;

/**
 * All features of one layer, of every validity, at one revision.
 *
 * @param layer the definition
 * @param revision the last changeset that touched the layer; 0: none ever did
 * @param features by fid
 */
record LayerTimeline(Layer layer, long revision, NavigableMap<Long, Feature> features) {

    static LayerTimeline empty(Layer layer) {
        return new LayerTimeline(layer, 0, new TreeMap<>());
    }

    /** This with a delta applied; features that did not change stay the same objects. */
    LayerTimeline with(LayerDelta delta, boolean fromScratch) {
        NavigableMap<Long, Feature> next = fromScratch ? new TreeMap<>() : new TreeMap<>(features);
        next.keySet().removeAll(delta.removed());
        for (Feature feature : delta.present()) {
            next.put(feature.fid(), feature);
        }
        return new LayerTimeline(layer, delta.revision(), next);
    }

    Optional<Feature> find(long fid) {
        return Optional.ofNullable(features.get(fid));
    }

    List<Feature> listValidAt(LocalDate date) {
        List<Feature> valid = new ArrayList<>();
        for (Feature feature : features.values()) {
            if (feature.validity().contains(date)) {
                valid.add(feature);
            }
        }
        return valid;
    }

    /** Days on which something begins or ends. */
    TreeSet<LocalDate> changeDates() {
        TreeSet<LocalDate> dates = new TreeSet<>();
        for (Map.Entry<Long, Feature> entry : features.entrySet()) {
            Validity validity = entry.getValue().validity();
            dates.add(validity.from());
            if (validity.to() != null) {
                dates.add(validity.to());
            }
        }
        return dates;
    }
}
