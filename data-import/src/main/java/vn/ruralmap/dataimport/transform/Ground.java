package vn.ruralmap.dataimport.transform;

import org.locationtech.jts.geom.Geometry;

/** Sizes on the ground, good to a thousandth over a commune: enough to compare before and after. */
final class Ground {

    static final double RADIUS_METRES = 6378137.0;
    /** First eccentricity squared of the WGS84 ellipsoid. */
    private static final double E2 = 0.00669437999014;

    private Ground() {}

    /** Area of a geometry in degrees, by the two radii of curvature at the middle of its box. */
    static double squareMetres(Geometry lonLat) {
        if (lonLat.isEmpty()) {
            return 0;
        }
        double latitude = Math.toRadians(lonLat.getEnvelopeInternal().centre().getY());
        double w2 = 1 - E2 * Math.pow(Math.sin(latitude), 2);
        double meridian = RADIUS_METRES * (1 - E2) / Math.pow(w2, 1.5);
        double normal = RADIUS_METRES / Math.sqrt(w2);
        double degree = Math.toRadians(1);
        return lonLat.getArea() * degree * degree * meridian * normal * Math.cos(latitude);
    }
}
