package vn.ruralmap.server.render;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;

/**
 * What a label looks like.
 *
 * @param color multiplied ARGB
 * @param halo multiplied ARGB; 0: none
 * @param wrapPx lines longer than this are broken between words
 */
record LabelLook(OutlineFont font, boolean italic, double sizePx, int color, int halo, double haloPx, double wrapPx) {

    /** Paints letters, and their halo under them. */
    void paint(Sprite sprite, Path2D outline) {
        if (halo != 0 && haloPx > 0) {
            BasicStroke around = new BasicStroke((float) (2 * haloPx), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            Path2D.Float wide = new Path2D.Float(around.createStrokedShape(outline));
            wide.setWindingRule(Path2D.WIND_NON_ZERO);
            wide.append(outline, false);
            sprite.paint(wide, halo);
        }
        sprite.paint(outline, color);
    }
}
