package vn.ruralmap.layers.store;

/** A layer was changed by somebody else since the author saw it. Nothing was written. */
public final class LayerChangedException extends StoreException {

    private final String layer;

    /**
     * @param layer its name
     * @param seen the last changeset of it that the author saw; 0: none
     * @param actual the last changeset that changed it
     */
    public LayerChangedException(String layer, long seen, long actual) {
        super(
                "lớp " + layer + " nay ở lần cập nhật " + actual + ", không còn là " + seen
                        + "; hãy xem lại rồi công bố lại",
                "the layer " + layer + " is at changeset " + actual + " now and no longer at " + seen
                        + "; look at it again, then publish again");
        this.layer = layer;
    }

    public String layer() {
        return layer;
    }
}
