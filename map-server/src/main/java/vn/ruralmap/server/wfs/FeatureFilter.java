package vn.ruralmap.server.wfs;

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

    /** Features by number; one that is not there is not an error (OGC 09-026r2 §7.11). */
    static FeatureFilter ofFids(Set<Long> fids) {
        return view ->
                fids.stream().sorted().flatMap(fid -> view.find(fid).stream()).toList();
    }
}
