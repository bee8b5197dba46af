package vn.ruralmap.layers.filter;

/** How a first geometry lies to a second one (OGC 06-103r4 §6.1.15). */
public enum SpatialOperator {
    EQUALS,
    DISJOINT,
    TOUCHES,
    WITHIN,
    OVERLAPS,
    CROSSES,
    INTERSECTS,
    CONTAINS;

    /** The one that holds with the sides exchanged. */
    SpatialOperator mirrored() {
        return switch (this) {
            case WITHIN -> CONTAINS;
            case CONTAINS -> WITHIN;
            default -> this;
        };
    }
}
