package vn.ruralmap.dataimport.placing;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * A unit that is stored, as ground to measure distances from. Not for use by several threads at once.
 *
 * <p>Distances are those of a plane that touches the ground at the unit: good to a thousandth within it and to a hundredth
 * over 100 km, enough to tell axes apart.
 */
public final class Unit {

    private static final double METRES_PER_DEGREE = 111_195;

    private final String label;
    private final Geometry lonLat;
    private final double metresPerDegreeEast;
    private @Nullable IndexedPointInAreaLocator area;
    private @Nullable IndexedFacetDistance outline;

    /** @param label for people @param lonLat polygonal, WGS84 */
    public Unit(String label, Geometry lonLat) {
        this.label = label;
        this.lonLat = lonLat;
        this.metresPerDegreeEast = METRES_PER_DEGREE
                * Math.cos(Math.toRadians(lonLat.getEnvelopeInternal().centre().y));
    }

    String label() {
        return label;
    }

    Envelope box() {
        return lonLat.getEnvelopeInternal();
    }

    /** Zero if the place is inside. */
    double metresTo(Coordinate place) {
        index();
        Coordinate point = plane(place);
        return area != null && area.locate(point) != Location.EXTERIOR ? 0 : metresToOutline(point);
    }

    double metresFromOutlineTo(Coordinate place) {
        index();
        return metresToOutline(plane(place));
    }

    private double metresToOutline(Coordinate point) {
        return outline == null
                ? Double.NaN
                : outline.distance(lonLat.getFactory().createPoint(point));
    }

    private void index() {
        if (outline == null) {
            // a factory of its own: packed coordinates of the store give copies to a filter
            Geometry flat = new GeometryFactory().createGeometry(lonLat);
            flat.apply((CoordinateFilter) coordinate -> coordinate.setCoordinate(plane(coordinate)));
            flat.geometryChanged();
            area = new IndexedPointInAreaLocator(flat);
            outline = new IndexedFacetDistance(flat.getBoundary());
        }
    }

    private Coordinate plane(Coordinate place) {
        return new Coordinate(place.x * metresPerDegreeEast, place.y * METRES_PER_DEGREE);
    }
}
