package vn.ruralmap.server.render;

/**
 * How features are labelled.
 *
 * @param text what to write; null: nothing
 * @param priority a number, the higher the earlier placed
 * @param place where the label lies relative to the place it names
 * @param mustFit true: no label that is wider than its area
 * @param yields false: drawn whatever it covers
 */
record TextPaint(
        FeatureValue text, FeatureValue priority, LabelLook look, Place place, boolean mustFit, boolean yields) {

    /**
     * @param anchorX which point of the label is put there: 0 its left edge, 1 its right edge
     * @param anchorY 0 its lower edge, 1 its upper edge
     * @param dxPx then moved to the right
     * @param dyPx then moved up
     * @param spacePx free space kept around
     */
    record Place(double anchorX, double anchorY, double dxPx, double dyPx, double spacePx) {}

    /** No label of this paint reaches further from the place it names. */
    double reachPx() {
        return look.wrapPx()
                + 2 * look.haloPx()
                + Math.abs(place.dxPx())
                + Math.abs(place.dyPx())
                + 2 * place.spacePx();
    }
}
