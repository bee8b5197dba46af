package vn.ruralmap.layers.filter;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import vn.ruralmap.layers.crs.Spheroid;

/**
 * Whether geometries lie within some metres of one geometry. The nearest points are found on a plane with the scale of the middle of
 * that geometry, the distance between them on the ellipsoid.
 */
final class Nearness {

    private final PreparedGeometry prepared;
    private final Envelope reach;
    private final double metres;
    private final double scale;
    private final IndexedFacetDistance facets;

    private Nearness(Geometry lonLat, double metres) {
        this.prepared = PreparedGeometryFactory.prepare(lonLat);
        this.metres = metres;
        this.reach = ConstantGeometry.reach(lonLat, metres);
        this.scale = Math.cos(Math.toRadians(lonLat.getEnvelopeInternal().centre().y));
        this.facets = new IndexedFacetDistance(onPlane(lonLat));
    }

    /** @param lonLat not empty */
    static Nearness of(Geometry lonLat, double metres) {
        return new Nearness(lonLat, metres);
    }

    boolean test(Geometry other) {
        if (!reach.intersects(other.getEnvelopeInternal())) {
            return false;
        }
        if (prepared.intersects(other)) {
            return true;
        }
        Coordinate[] nearest = facets.nearestPoints(onPlane(other));
        for (Coordinate point : nearest) {
            point.x /= scale;
        }
        return Spheroid.metres(nearest[0], nearest[1]) <= metres;
    }

    private Geometry onPlane(Geometry lonLat) {
        return AffineTransformation.scaleInstance(scale, 1).transform(lonLat);
    }
}
