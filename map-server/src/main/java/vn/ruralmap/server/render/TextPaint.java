package vn.ruralmap.server.render;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.Value;

/**
 * How features are labelled.
 *
 * @param text what to write; null: nothing
 * @param priority a number, the higher the earlier placed
 * @param place where the label lies relative to the place it names
 * @param along null: level or turned by an angle; else along the line, or along the middle of the area
 * @param mustFit true: no label that is wider than its area
 * @param yields false: drawn whatever it covers
 */
record TextPaint(
        Value<DrawnFeature> text,
        Value<DrawnFeature> priority,
        LabelLook look,
        Place place,
        @Nullable Along along,
        boolean mustFit,
        boolean yields) {

    /**
     * @param anchorX which point of the label is put there: 0 its left edge, 1 its right edge
     * @param anchorY 0 its lower edge, 1 its upper edge
     * @param dxPx then moved to the right
     * @param dyPx then moved up
     * @param spacePx free space kept around
     * @param angle radians clockwise about the place
     */
    record Place(double anchorX, double anchorY, double dxPx, double dyPx, double spacePx, double angle) {}

    /**
     * @param offsetPx to the left of the line
     * @param repeatPx distance between labels of one line; 0: only one
     * @param bend radians that letters may turn from one to the next
     */
    record Along(double offsetPx, double repeatPx, double bend) {}

    /** No label of this paint reaches further from the place it names. */
    double reachPx() {
        return lineReachPx()
                + (along == null ? 0 : Math.abs(along.offsetPx()))
                + 2 * look.haloPx()
                + Math.abs(place.dxPx())
                + Math.abs(place.dyPx())
                + 2 * place.spacePx();
    }

    /** Width that a label may have. One along a line is not broken, and one turned is as high as others are wide. */
    double lineReachPx() {
        return along == null && place.angle() == 0 ? look.wrapPx() : Math.max(look.wrapPx(), 24 * look.sizePx());
    }
}
