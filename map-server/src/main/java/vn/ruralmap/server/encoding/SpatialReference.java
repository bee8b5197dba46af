package vn.ruralmap.server.encoding;

import java.util.Locale;
import java.util.Optional;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.crs.SystemReference;

/**
 * A coordinate system as a client wrote it, because the notation decides the order of the two numbers.
 *
 * <p>{@link SystemReference} says which notation means which order.
 *
 * @param system the system
 * @param northingFirst true if the first number is the northward one
 * @param name for the attribute {@code srsName}, with the same meaning
 */
public record SpatialReference(CoordinateSystem system, boolean northingFirst, String name) {

    private static final String URN = "urn:ogc:def:crs:EPSG::";

    /** The default of every feature type. */
    public static final SpatialReference WGS84 = new SpatialReference(CoordinateSystems.EPSG4326, true, URN + "4326");
    /** The one of RFC 7946. */
    public static final SpatialReference CRS84 =
            new SpatialReference(CoordinateSystems.CRS84, false, "urn:ogc:def:crs:OGC:1.3:CRS84");

    public static Optional<SpatialReference> find(String notation) {
        return CoordinateSystems.find(notation).map(system -> of(system, notation.strip()));
    }

    /** The reference that capabilities offer for a system. */
    public static SpatialReference authority(CoordinateSystem system) {
        return of(system, "urn:");
    }

    private static SpatialReference of(CoordinateSystem system, String notation) {
        if (!system.code().startsWith("EPSG:")) {
            return CRS84;
        }
        String number = system.code().substring("EPSG:".length());
        String lower = notation.toLowerCase(Locale.ROOT);
        boolean northingFirst = SystemReference.of(system, notation).northingFirst();
        if (lower.startsWith("urn:")) {
            return new SpatialReference(system, northingFirst, URN + number);
        }
        if (lower.contains("/def/crs/")) {
            return new SpatialReference(system, northingFirst, "http://www.opengis.net/def/crs/EPSG/0/" + number);
        }
        return new SpatialReference(system, northingFirst, "http://www.opengis.net/gml/srs/epsg.xml#" + number);
    }

    /** The same system with x first, by a name that means so. */
    public SpatialReference eastwardFirst() {
        return northingFirst ? of(system, "EPSG:") : this;
    }

    /** The system and the order of its numbers, without the name. */
    public SystemReference toSystem() {
        return new SystemReference(system, northingFirst);
    }

    /** Digits after the point that carry information: a millimetre in degrees, a tenth of one in metres. */
    public int decimals() {
        return system.isGeographic() ? 8 : 4;
    }

    /** True if coordinates are the stored ones, but perhaps for their order. */
    public boolean isWgs84() {
        return system.equals(CoordinateSystems.EPSG4326) || system.equals(CoordinateSystems.CRS84);
    }
}
