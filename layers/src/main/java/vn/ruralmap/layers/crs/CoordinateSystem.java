package vn.ruralmap.layers.crs;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate system and its way to and from WGS84.
 *
 * <p>Every method takes and gives x eastward, y northward (degrees or metres), whatever {@link #axisOrder()} says; the
 * axis order is applied where numbers are read from or written for a client. Instances are safe for use by many threads.
 */
public interface CoordinateSystem {

    /** For example {@code EPSG:9209} or {@code CRS:84}. */
    String code();

    /** The name of the EPSG dataset, for example {@code VN-2000 / TM-3 105-30}. */
    String name();

    AxisOrder axisOrder();

    /** True if the unit is the degree, false if it is the metre. */
    boolean isGeographic();

    /**
     * WGS84 to this system.
     *
     * @param lonLat longitude, latitude in degrees, from index {@code from}
     * @param xy receives x, y from index {@code to}; may be the same array at the same index
     * @param points number of coordinate pairs
     */
    void fromLonLat(double[] lonLat, int from, double[] xy, int to, int points);

    /** This system to WGS84, the inverse of {@link #fromLonLat(double[], int, double[], int, int)}. */
    void toLonLat(double[] xy, int from, double[] lonLat, int to, int points);

    /** A copy of a WGS84 geometry in this system. */
    default Geometry fromLonLat(Geometry lonLat) {
        return GeometryTransform.apply(lonLat, this::fromLonLat);
    }

    /** A copy of a geometry of this system in WGS84. */
    default Geometry toLonLat(Geometry geometry) {
        return GeometryTransform.apply(geometry, this::toLonLat);
    }

    /** The smallest box in this system around a WGS84 box; edges are followed, not only corners. */
    default Envelope fromLonLat(Envelope lonLat) {
        return GeometryTransform.apply(lonLat, this::fromLonLat);
    }

    /** The smallest WGS84 box around a box of this system; edges are followed, not only corners. */
    default Envelope toLonLat(Envelope box) {
        return GeometryTransform.apply(box, this::toLonLat);
    }

    /** Metres per unit at the equator: 1 for projected systems, a degree of the equator for geographic ones (OGC 06-042 §7.2.4.6.9). */
    default double metresPerUnit() {
        return isGeographic() ? 6378137.0 * Math.PI / 180.0 : 1.0;
    }
}
