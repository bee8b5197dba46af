package vn.ruralmap.layers.crs;

/**
 * What defines a transverse Mercator system with origin on the equator, in metres.
 *
 * @param datum {@code vn2000} or {@code wgs84}
 * @param centralMeridian degrees east of Greenwich
 * @param scaleFactor on the central meridian
 * @param falseEastingMetres of the central meridian
 * @param falseNorthingMetres of the equator
 */
record TransverseMercator(
        String datum,
        double centralMeridian,
        double scaleFactor,
        double falseEastingMetres,
        double falseNorthingMetres) {

    /** A millionth of a degree is 11 cm; no two systems in use are so near. */
    private static final double TOLERANCE = 1e-6;

    boolean sameAs(TransverseMercator other) {
        return datum.equals(other.datum)
                && Math.abs(centralMeridian - other.centralMeridian) < TOLERANCE
                && Math.abs(scaleFactor - other.scaleFactor) < TOLERANCE / 1000
                && Math.abs(falseEastingMetres - other.falseEastingMetres) < TOLERANCE
                && Math.abs(falseNorthingMetres - other.falseNorthingMetres) < TOLERANCE;
    }
}
