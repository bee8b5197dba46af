package vn.ruralmap.server.render;

import org.jspecify.annotations.Nullable;

/**
 * How an area is filled.
 *
 * @param color multiplied ARGB
 * @param pattern a tile repeated over the map, which then replaces the colour
 */
record FillPaint(int color, @Nullable Sprite pattern) {}
