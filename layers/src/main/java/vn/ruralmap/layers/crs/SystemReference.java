package vn.ruralmap.layers.crs;

import java.util.Locale;
import java.util.Optional;

/**
 * A coordinate system as somebody wrote it, because the notation decides the order of the two numbers.
 *
 * <p>{@code urn:ogc:def:crs:EPSG::4326} and {@code http://www.opengis.net/def/crs/EPSG/0/4326} mean the authority's
 * order: latitude first. The short {@code EPSG:4326} and {@code http://www.opengis.net/gml/srs/epsg.xml#4326} mean
 * longitude first, as GeoServer, QGIS and OpenLayers read them (OGC 09-048r5 defines only the former two). Systems in
 * metres have the easting first either way.
 *
 * @param system the system
 * @param northingFirst true if the first number is the northward one
 */
public record SystemReference(CoordinateSystem system, boolean northingFirst) {

    /** Longitude, latitude. */
    public static final SystemReference CRS84 = new SystemReference(CoordinateSystems.CRS84, false);
    /** Latitude, longitude: {@code urn:ogc:def:crs:EPSG::4326}. */
    public static final SystemReference WGS84 = new SystemReference(CoordinateSystems.EPSG4326, true);

    /** Empty if the register has no such system. */
    public static Optional<SystemReference> find(String notation) {
        return CoordinateSystems.find(notation).map(system -> of(system, notation));
    }

    /** @param notation the one by which the system was found */
    public static SystemReference of(CoordinateSystem system, String notation) {
        return new SystemReference(
                system, isAuthority(notation) && system.axisOrder().isSwapped());
    }

    /** The same system with x first, for protocols that know no order of axes. */
    public SystemReference eastwardFirst() {
        return northingFirst ? new SystemReference(system, false) : this;
    }

    private static boolean isAuthority(String notation) {
        String lower = notation.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("urn:") || lower.contains("/def/crs/");
    }
}
