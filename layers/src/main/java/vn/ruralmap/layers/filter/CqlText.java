package vn.ruralmap.layers.filter;

import vn.ruralmap.layers.crs.SystemReference;

/**
 * Reads filters in CQL2 text (OGC 21-065r2) and in ECQL, the older dialect that GeoServer's clients send.
 *
 * <pre>{@code
 * Condition condition = CqlText.parseCql2("stars >= 3 AND S_INTERSECTS(geom, BBOX(105, 9, 106, 10))", names, SystemReference.CRS84);
 * }</pre>
 */
public final class CqlText {

    private CqlText() {}

    /**
     * Reads CQL2 text.
     *
     * @param reference of the numbers in geometry: {@code filter-crs}
     * @throws FilterException naming the character and the remedy
     */
    public static Condition parseCql2(String text, FilterNames names, SystemReference reference) {
        return parse(text, names, reference, false);
    }

    /**
     * Reads ECQL, and all of CQL2 that does not mean something else there: dates may stand without quotes, and a backslash is no
     * escape for quotes. Coordinates are longitude, latitude.
     *
     * @throws FilterException naming the character and the remedy
     */
    public static Condition parseEcql(String text, FilterNames names) {
        return parse(text, names, SystemReference.CRS84, true);
    }

    private static Condition parse(String text, FilterNames names, SystemReference reference, boolean isEcql) {
        if (text.length() > FilterLimits.MAX_CHARACTERS) {
            throw FilterLimits.tooLarge();
        }
        return new CqlParser(new CqlLexer(text, isEcql), names, reference, isEcql).parse();
    }
}
