package vn.ruralmap.layers.crs;

import java.util.Map;
import java.util.Optional;

/**
 * The datum of Vietnam before VN-2000 (QĐ 83/2000/QĐ-TTg), on the ellipsoid of Krassowsky, with Gauss-Kruger zones.
 *
 * <p>A .prj never brings its shift; EPSG has one, "Hanoi 1972 to WGS 84 (1)", good to some 10 m.
 */
final class Hanoi1972 {

    /** For zones that EPSG does not list: the shift of the EPSG dataset. */
    static final String TOWGS84 = "TOWGS84[-17.51,-108.32,-62.39,0,0,0,0]";

    /** The zone's number stands before the easting, but for the axis of the north-east. */
    private static final Map<String, TransverseMercator> ZONES = Map.of(
            "EPSG:2044", new TransverseMercator("", 105, 1, 18_500_000, 0),
            "EPSG:2045", new TransverseMercator("", 111, 1, 19_500_000, 0),
            "EPSG:2093", new TransverseMercator("", 106, 1, 500_000, 0));

    private static final double METRE = 1;

    private Hanoi1972() {}

    /** True for a definition that means this datum and has no shift of its own. */
    static boolean isMeantBy(Definition definition) {
        String letters = PlainWkt.letters(definition.datumName());
        boolean named = letters.contains("hanoi1972")
                || letters.contains("hanoi72")
                || letters.contains("hn72")
                || letters.contains("hn1972");
        return named
                && definition.hasNoShift()
                && Math.abs(definition.geodeticDatum().getEllipsoid().getSemiMajorAxis() - 6_378_245) < METRE;
    }

    /** The EPSG code of its degrees or of one of its zones. */
    static Optional<String> findCode(Definition definition) {
        if (definition.isDegrees()) {
            return Optional.of("EPSG:4147");
        }
        return definition.transverseMercator("").flatMap(given -> ZONES.entrySet().stream()
                .filter(zone -> zone.getValue().sameAs(given))
                .map(Map.Entry::getKey)
                .findFirst());
    }
}
