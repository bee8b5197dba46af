package vn.ruralmap.dataimport.read;

/**
 * The coordinate system a file names. Whatever it says of axis order, coordinates in the file are x (east) first.
 *
 * @param kind how it is named
 * @param text the WKT, or a code such as {@code EPSG:9209} or {@code OGC:CRS84}
 */
public record DeclaredCrs(Kind kind, String text) {

    /** How a coordinate system is named. */
    public enum Kind {
        WKT,
        CODE
    }

    static DeclaredCrs ofCode(String code) {
        return new DeclaredCrs(Kind.CODE, code);
    }
}
