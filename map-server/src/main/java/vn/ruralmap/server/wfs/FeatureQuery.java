package vn.ruralmap.server.wfs;

import java.util.List;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;

/**
 * One query on one feature type.
 *
 * @param view the type at the request's date
 * @param filter which of its features
 * @param properties the ones to give, in the order of the schema; public ones only
 * @param withGeometry false: the client named properties and left the geometry out
 * @param sort most important first; empty: by fid
 */
record FeatureQuery(
        LayerView view, FeatureFilter filter, List<Property> properties, boolean withGeometry, List<SortKey> sort) {

    FeatureQuery {
        properties = List.copyOf(properties);
        sort = List.copyOf(sort);
    }

    /** Everything of a type. */
    static FeatureQuery of(LayerView view, FeatureFilter filter) {
        return new FeatureQuery(view, filter, view.publicProperties(), true, List.of());
    }

    List<Feature> run() {
        List<Feature> found = filter.select(view);
        return sort.isEmpty() ? found : SortKey.sort(found, view, sort);
    }
}
