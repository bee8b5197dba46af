package vn.ruralmap.server.wms;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.Condition;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.render.ViewLayer;

/**
 * A layer as a request wants it drawn.
 *
 * @param name by which it was asked for: its own, or that of a group
 * @param filter only these features; null: all
 */
record StyledLayer(
        String name,
        LayerView view,
        MapStyle style,
        @Nullable Condition filter) {

    ViewLayer drawn() {
        return new ViewLayer(view, style, filter);
    }
}
