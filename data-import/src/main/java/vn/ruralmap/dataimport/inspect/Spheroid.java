package vn.ruralmap.dataimport.inspect;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Sizes on the WGS84 ellipsoid, by geodesics (Karney 2013). */
final class Spheroid {

    /** One degree of latitude in Vietnam, for tolerances. */
    static final double METRES_PER_DEGREE = 110_600;

    private Spheroid() {}

    /** Area of the polygons of a geometry; 0 for points and lines. */
    static double squareMetres(Geometry lonLat) {
        double area = 0;
        for (int i = 0; i < lonLat.getNumGeometries(); i++) {
            Geometry part = lonLat.getGeometryN(i);
            if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                area += ring(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    area -= ring(polygon.getInteriorRingN(hole));
                }
            } else if (part.getNumGeometries() > 1) {
                area += squareMetres(part);
            }
        }
        return area;
    }

    private static double ring(LinearRing ring) {
        PolygonArea sum = new PolygonArea(Geodesic.WGS84, false);
        CoordinateSequence points = ring.getCoordinateSequence();
        for (int i = 0; i < points.size() - 1; i++) {
            sum.AddPoint(points.getY(i), points.getX(i));
        }
        return Math.abs(sum.Compute(false, true).area);
    }

    /** Length of the shell, in metres. */
    static double perimeter(Polygon lonLat) {
        Coordinate[] points = lonLat.getExteriorRing().getCoordinates();
        double length = 0;
        for (int i = 1; i < points.length; i++) {
            length += metres(points[i - 1], points[i]);
        }
        return length;
    }

    static double metres(Coordinate one, Coordinate other) {
        return Geodesic.WGS84.Inverse(one.y, one.x, other.y, other.x, GeodesicMask.DISTANCE).s12;
    }
}
