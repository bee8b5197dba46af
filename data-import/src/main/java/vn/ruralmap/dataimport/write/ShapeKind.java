package vn.ruralmap.dataimport.write;

/** What the records of one shapefile hold; a shapefile holds one kind only (ESRI Shapefile Technical Description, 1998). */
public enum ShapeKind {
    /** Rows without a place. */
    NONE(0),
    POINT(1),
    LINE(3),
    POLYGON(5),
    MULTIPOINT(8);

    private final int code;

    ShapeKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
