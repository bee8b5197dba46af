package vn.ruralmap.server.tiling;

import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.style.MapStyle;

/**
 * A layer of a tile.
 *
 * @param view at the date of the request
 * @param style in which it is drawn
 */
public record StyledView(LayerView view, MapStyle style) {}
