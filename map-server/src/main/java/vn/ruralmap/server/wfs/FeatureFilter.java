package vn.ruralmap.server.wfs;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.snapshot.LayerView;

/** Says which features of a view a query is about. */
interface FeatureFilter {

    /** Every feature. */
    FeatureFilter ALL = LayerView::features;

    /** In the order of their fids. */
    List<Feature> select(LayerView view);

    /** Features that fulfil all of the filters; without filters every feature. */
    static FeatureFilter all(List<FeatureFilter> filters) {
        if (filters.size() < 2) {
            return filters.isEmpty() ? ALL : filters.get(0);
        }
        return view -> {
            List<Feature> found = filters.get(0).select(view);
            for (FeatureFilter filter : filters.subList(1, filters.size())) {
                Set<Feature> also = Collections.newSetFromMap(new IdentityHashMap<>());
                also.addAll(filter.select(view));
                found = found.stream().filter(also::contains).toList();
            }
            return found;
        };
    }

    /** Features by number; one that is not there is not an error (OGC 09-026r2 §7.11). */
    static FeatureFilter ofFids(Set<Long> fids) {
        return view ->
                fids.stream().sorted().flatMap(fid -> view.find(fid).stream()).toList();
    }
}
