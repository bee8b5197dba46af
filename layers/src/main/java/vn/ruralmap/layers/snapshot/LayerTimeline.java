package vn.ruralmap.layers.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.store.StoreDelta.LayerDelta;

/** All features of one layer, of every validity, at one revision. */
final class LayerTimeline {

    private final Layer layer;
    private final long revision;
    private final NavigableMap<Long, Feature> features;
    private final NavigableSet<LocalDate> changeDates = new TreeSet<>();

    /** @param revision the last changeset that touched the layer; 0: none ever did */
    private LayerTimeline(Layer layer, long revision, NavigableMap<Long, Feature> features) {
        this.layer = layer;
        this.revision = revision;
        this.features = features;
        Set<LocalDate> dates = new HashSet<>();
        for (Feature feature : features.values()) {
            Validity validity = feature.validity();
            dates.add(validity.from());
            if (validity.to() != null) {
                dates.add(validity.to());
            }
        }
        changeDates.addAll(dates);
    }

    static LayerTimeline empty(Layer layer) {
        return new LayerTimeline(layer, 0, new TreeMap<>());
    }

    /** This with a delta applied; features and geometries that did not change stay the same objects. */
    LayerTimeline with(LayerDelta delta, boolean fromScratch) {
        NavigableMap<Long, Feature> next = fromScratch ? new TreeMap<>() : new TreeMap<>(features);
        delta.removed().forEach(next::remove);
        for (Feature feature : delta.present()) {
            next.merge(feature.fid(), feature, LayerTimeline::keepingGeometry);
        }
        return new LayerTimeline(layer, delta.revision(), next);
    }

    private static Feature keepingGeometry(Feature before, Feature after) {
        Geometry geometry = before.geometry();
        if (geometry == null || after.geometry() == null || !geometry.equalsExact(after.geometry())) {
            return after;
        }
        return new Feature(after.fid(), after.version(), after.validity(), after.decision(), after.values(), geometry);
    }

    long revision() {
        return revision;
    }

    Optional<Feature> find(long fid) {
        return Optional.ofNullable(features.get(fid));
    }

    /** By rising fid. */
    Collection<Feature> features() {
        return Collections.unmodifiableCollection(features.values());
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
    NavigableSet<LocalDate> changeDates() {
        return changeDates;
    }
}
