package vn.ruralmap.server.render;

/**
 * What a label looks like.
 *
 * @param color multiplied ARGB
 * @param halo multiplied ARGB; 0: none
 * @param wrapPx lines longer than this are broken between words
 */
record LabelLook(OutlineFont font, boolean italic, double sizePx, int color, int halo, double haloPx, double wrapPx) {}
