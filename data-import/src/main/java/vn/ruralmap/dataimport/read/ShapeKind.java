package vn.ruralmap.dataimport.read;

import org.jspecify.annotations.Nullable;

/** What a shape type is once Z and M are left aside (ESRI Shapefile Technical Description, p. 4). */
enum ShapeKind {
    NULL,
    POINT,
    LINE,
    POLYGON,
    MULTIPOINT,
    MULTIPATCH;

    static @Nullable ShapeKind find(int type) {
        return switch (type) {
            case 0 -> NULL;
            case 1, 11, 21 -> POINT;
            case 3, 13, 23 -> LINE;
            case 5, 15, 25 -> POLYGON;
            case 8, 18, 28 -> MULTIPOINT;
            case 31 -> MULTIPATCH;
            default -> null;
        };
    }

    static boolean hasZOrM(int type) {
        return type > 10;
    }
}
