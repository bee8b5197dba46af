package vn.ruralmap.layers.crs;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Sizes on the WGS84 ellipsoid, by geodesics (Karney, "Algorithms for geodesics", 2013). */
public final class Spheroid {

    /** One degree of latitude in Vietnam, for tolerances. */
    public static final double METRES_PER_DEGREE = 110_600;

    /** Within it the scale of the projection changes by less than a ten thousandth in Vietnam. */
    private static final double LOW_DEGREES = 0.02;

    private static final double EQUATOR = Geodesic.WGS84.EquatorialRadius();
    private static final double ECCENTRICITY =
            Math.sqrt(Geodesic.WGS84.Flattening() * (2 - Geodesic.WGS84.Flattening()));

    private Spheroid() {}

    /** Area of the polygons of a geometry; 0 for points and lines. */
    public static double squareMetres(Geometry lonLat) {
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

    /**
     * The same by straight lines in the cylindrical equal-area projection (authalic latitude, Snyder 1987 eq. 3-12), without
     * solving a geodesic for each edge; of a ring that is low, with the scale of its middle. In Vietnam, with edges up to 150 km,
     * within 0.2 % of the geodesic area.
     */
    public static double quickSquareMetres(Geometry lonLat) {
        double area = 0;
        for (int i = 0; i < lonLat.getNumGeometries(); i++) {
            Geometry part = lonLat.getGeometryN(i);
            if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                area += quickRing(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    area -= quickRing(polygon.getInteriorRingN(hole));
                }
            } else if (part.getNumGeometries() > 1) {
                area += quickSquareMetres(part);
            }
        }
        return area;
    }

    private static double quickRing(LinearRing ring) {
        CoordinateSequence points = ring.getCoordinateSequence();
        Envelope box = ring.getEnvelopeInternal();
        if (box.getHeight() <= LOW_DEGREES) {
            double middle = (box.getMinY() + box.getMaxY()) / 2;
            return Math.abs(Area.ofRingSigned(points))
                    * Math.toRadians(1)
                    * EQUATOR
                    * EQUATOR
                    / 2
                    * authalicSlope(middle);
        }
        double twice = 0;
        double lastX = points.getX(0);
        double lastQ = authalic(points.getY(0));
        for (int i = 1; i < points.size(); i++) {
            double x = points.getX(i);
            double q = authalic(points.getY(i));
            twice += (x - lastX) * (q + lastQ);
            lastX = x;
            lastQ = q;
        }
        return Math.abs(twice / 2) * Math.toRadians(1) * EQUATOR * EQUATOR / 2;
    }

    /** Snyder's q: area of the ellipsoid between the equator and a latitude, in units of a²/2 by radian of longitude. */
    private static double authalic(double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        double es = ECCENTRICITY * sine;
        // atanh by its series: e is 0.08, so the fourth term is below 1e-10 of the sum
        double atanh = es * (1 + es * es / 3 + es * es * es * es / 5 + es * es * es * es * es * es / 7);
        return (1 - ECCENTRICITY * ECCENTRICITY) * (sine / (1 - es * es) + atanh / ECCENTRICITY);
    }

    /** The same by degree of latitude. */
    private static double authalicSlope(double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        double es = ECCENTRICITY * sine;
        return Math.toRadians(1)
                * 2
                * (1 - ECCENTRICITY * ECCENTRICITY)
                * Math.cos(Math.toRadians(latitude))
                / ((1 - es * es) * (1 - es * es));
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
    public static double perimeter(Polygon lonLat) {
        return length(lonLat.getExteriorRing());
    }

    /** Length of all lines and of all borders of polygons, in metres; 0 for points. */
    public static double lengthMetres(Geometry lonLat) {
        double length = 0;
        for (int i = 0; i < lonLat.getNumGeometries(); i++) {
            Geometry part = lonLat.getGeometryN(i);
            if (part instanceof LineString line) {
                length += length(line);
            } else if (part instanceof Polygon || part.getNumGeometries() > 1) {
                length += lengthMetres(part instanceof Polygon ? part.getBoundary() : part);
            }
        }
        return length;
    }

    private static double length(LineString line) {
        CoordinateSequence points = line.getCoordinateSequence();
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += metres(points.getCoordinate(i - 1), points.getCoordinate(i));
        }
        return length;
    }

    /** Between two points in degrees, in metres. */
    public static double metres(Coordinate one, Coordinate other) {
        return Geodesic.WGS84.Inverse(one.y, one.x, other.y, other.x, GeodesicMask.DISTANCE).s12;
    }
}
