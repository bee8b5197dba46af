package vn.ruralmap.server.ogcapi.features;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.support.OrderedFeatures;

/**
 * Which features of a collection are asked for, and in which shape.
 *
 * @param view the layer at a date or in a period
 * @param spansPeriod true if features of the view need not be in force on the same day
 * @param conditions all of them must hold
 * @param order of the features
 * @param properties to give
 * @param withGeometry false: leave it out
 * @param reference what coordinates are to be in
 * @param limit features on a page
 * @param cursor where the page begins or ends; null: at the beginning
 */
record ItemsRequest(
        LayerView view,
        boolean spansPeriod,
        Conditions conditions,
        OrderedFeatures order,
        List<Property> properties,
        boolean withGeometry,
        SpatialReference reference,
        int limit,
        @Nullable Cursor cursor) {

    /** A place in the order. @param backward the page ends before it, instead of beginning after it */
    record Cursor(String place, boolean backward) {}

    /**
     * One page.
     *
     * @param matched number of features on all pages
     * @param next cursor of the next page; null: there is none
     * @param previous cursor of the page before; null: there is none
     */
    record Page(
            List<Feature> features,
            int matched,
            @Nullable String next,
            @Nullable String previous) {}

    Page page() {
        List<Feature> sorted = order.sort(conditions.select(view));
        int from;
        int to;
        if (cursor == null) {
            from = 0;
            to = Math.min(limit, sorted.size());
        } else if (cursor.backward()) {
            to = order.find(sorted, cursor.place(), true);
            from = Math.max(0, to - limit);
        } else {
            from = order.find(sorted, cursor.place(), false);
            to = from + Math.min(limit, sorted.size() - from);
        }
        return new Page(
                sorted.subList(from, to),
                sorted.size(),
                to < sorted.size() && to > 0 ? order.cursor(sorted.get(to - 1)) : null,
                from > 0 && from < sorted.size() ? order.cursor(sorted.get(from)) : null);
    }
}
