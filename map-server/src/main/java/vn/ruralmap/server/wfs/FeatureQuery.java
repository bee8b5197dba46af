package vn.ruralmap.server.wfs;

import java.util.List;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.query.FeatureOrder;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.support.OrderedFeatures;

/**
 * One query on one feature type, looked up and checked.
 *
 * @param view the type at the request's date
 * @param filter which of its features
 * @param properties the ones to give, in the order of the schema; public ones only
 * @param withGeometry false: the client named properties and left the geometry out
 * @param sort most important first; empty: by fid
 * @param reference what coordinates are to be in
 */
record FeatureQuery(
        LayerView view,
        FeatureFilter filter,
        List<Property> properties,
        boolean withGeometry,
        List<FeatureOrder.Key> sort,
        SpatialReference reference) {

    FeatureQuery {
        properties = List.copyOf(properties);
        sort = List.copyOf(sort);
    }

    /** The same with another filter. */
    FeatureQuery with(FeatureFilter other) {
        return new FeatureQuery(view, other, properties, withGeometry, sort, reference);
    }

    List<Feature> run() {
        return order().sort(filter.select(view));
    }

    OrderedFeatures order() {
        return new OrderedFeatures(new FeatureOrder(view, sort));
    }
}
