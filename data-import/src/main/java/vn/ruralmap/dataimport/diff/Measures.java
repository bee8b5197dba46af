package vn.ruralmap.dataimport.diff;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.ruralmap.dataimport.diff.FeatureDiff.BorderChange;

/** Distances and areas on the ellipsoid WGS84 between two states of one feature, given in degrees. */
final class Measures {

    private static final double EQUATOR_METRES = 6378137.0;
    /** First eccentricity squared of WGS84. */
    private static final double E2 = 0.00669437999014;

    private static final double SQUARE_METRES_PER_HECTARE = 10_000;

    private Measures() {}

    /** @return null if both are the same or there are none */
    static @Nullable BorderChange between(@Nullable Geometry before, @Nullable Geometry after) {
        if (before == after || before != null && after != null && before.equalsExact(after)) {
            return null;
        }
        boolean both = before != null && after != null;
        return new BorderChange(
                both ? movedMetres(before, after) : null,
                hectares(before),
                hectares(after),
                both && before instanceof Polygonal && after instanceof Polygonal
                        ? hectares(OverlayNGRobust.overlay(before, after, OverlayNG.SYMDIFFERENCE))
                        : null);
    }

    /**
     * The farthest that a vertex of one outline lies from the other outline, both ways.
     *
     * <p>Measured on a plane that is true to scale at the middle of both: within 1 % for features up to three degrees of
     * latitude. Vertices that both share are not looked at, so that correcting one corner of a long border is quick.
     */
    static double movedMetres(Geometry one, Geometry other) {
        Envelope box = new Envelope(one.getEnvelopeInternal());
        box.expandToInclude(other.getEnvelopeInternal());
        AffineTransformation plane = plane(box.centre());
        Geometry first = plane.transform(one);
        Geometry second = plane.transform(other);
        return Math.max(farthest(first, second), farthest(second, first));
    }

    private static double farthest(Geometry from, Geometry to) {
        Set<Coordinate> shared = new HashSet<>(Arrays.asList(to.getCoordinates()));
        IndexedFacetDistance outline = new IndexedFacetDistance(to);
        double farthest = 0;
        for (Coordinate vertex : from.getCoordinates()) {
            if (!shared.contains(vertex)) {
                farthest = Math.max(farthest, outline.distance(from.getFactory().createPoint(vertex)));
            }
        }
        return farthest;
    }

    /** Degrees to metres by the two radii of curvature at a place. */
    private static AffineTransformation plane(Coordinate centre) {
        double latitude = Math.toRadians(centre.y);
        double w2 = 1 - E2 * Math.pow(Math.sin(latitude), 2);
        double meridian = EQUATOR_METRES * (1 - E2) / Math.pow(w2, 1.5);
        double normal = EQUATOR_METRES / Math.sqrt(w2);
        return AffineTransformation.translationInstance(-centre.x, -centre.y)
                .scale(Math.toRadians(1) * normal * Math.cos(latitude), Math.toRadians(1) * meridian);
    }

    /** Geodesic area; null: no polygon. */
    static @Nullable Double hectares(@Nullable Geometry lonLat) {
        if (lonLat == null || lonLat.getDimension() < 2 && !lonLat.isEmpty()) {
            return null;
        }
        double area = 0;
        for (int i = 0; i < lonLat.getNumGeometries(); i++) {
            if (lonLat.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                area += squareMetres(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    area -= squareMetres(polygon.getInteriorRingN(hole));
                }
            }
        }
        return area / SQUARE_METRES_PER_HECTARE;
    }

    private static double squareMetres(LineString ring) {
        PolygonArea sum = new PolygonArea(Geodesic.WGS84, false);
        for (int i = 0; i < ring.getNumPoints() - 1; i++) {
            Coordinate vertex = ring.getCoordinateN(i);
            sum.AddPoint(vertex.y, vertex.x);
        }
        return Math.abs(sum.Compute().area);
    }
}
