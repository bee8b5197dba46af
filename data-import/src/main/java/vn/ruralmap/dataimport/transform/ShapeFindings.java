package vn.ruralmap.dataimport.transform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.ruralmap.dataimport.transform.GeometryIssues.Many;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Issue;

/**
 * What is valid but looks like a slip of drawing; nothing is changed.
 *
 * <p>A <b>spike</b> is a corner sharper than 1 degree whose shorter leg is 5 m or longer. A <b>sliver</b> is a part or a
 * hole smaller than 10 m² or on average narrower than half a metre (twice the area by the perimeter).
 */
final class ShapeFindings {

    static final double SPIKE_DEGREES = 1;
    static final double SPIKE_METRES = 5;
    static final double SLIVER_SQUARE_METRES = 10;
    static final double SLIVER_WIDTH_METRES = 0.5;

    private static final double SPIKE_TANGENT = Math.tan(Math.toRadians(SPIKE_DEGREES));
    private static final double METRES_PER_DEGREE = Math.toRadians(1) * Ground.RADIUS_METRES;

    private final long row;
    private final List<Issue> issues = new ArrayList<>();
    private final Places places;

    /** Tells a place in the coordinates of the source. */
    interface Places {
        Coordinate of(Coordinate lonLat);
    }

    private ShapeFindings(long row, Places places) {
        this.row = row;
        this.places = places;
    }

    /**
     * @param drawn as it came, on the grid
     * @param stored valid
     */
    static List<Issue> of(long row, Geometry drawn, Geometry stored, Places places) {
        ShapeFindings findings = new ShapeFindings(row, places);
        if (!(stored instanceof Point)) {
            findings.repeats(drawn);
        }
        if (stored.getNumGeometries() > 1) {
            findings.parts(stored);
        }
        findings.slips(stored);
        return findings.issues;
    }

    /** @param stored valid after a repair, whose note tells of its parts and vertices already */
    static List<Issue> ofRepaired(long row, Geometry stored, Places places) {
        ShapeFindings findings = new ShapeFindings(row, places);
        findings.slips(stored);
        return findings.issues;
    }

    private void slips(Geometry stored) {
        if (GeometryKind.of(stored) == GeometryKind.POLYGON) {
            spikes(stored);
            slivers(stored);
        }
    }

    private void repeats(Geometry drawn) {
        Count count = new Count();
        drawn.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString line) {
                CoordinateSequence points = line.getCoordinateSequence();
                for (int i = 1; i < points.size(); i++) {
                    if (points.getX(i) == points.getX(i - 1) && points.getY(i) == points.getY(i - 1)) {
                        count.add(points.getCoordinate(i));
                    }
                }
            }
        });
        report(GeometryIssues.Many.DUPLICATE_VERTICES, count);
    }

    private void parts(Geometry stored) {
        double least = Double.POSITIVE_INFINITY;
        Geometry smallest = stored.getGeometryN(0);
        for (int i = 0; i < stored.getNumGeometries(); i++) {
            Geometry part = stored.getGeometryN(i);
            double size = part.getDimension() == 2 ? part.getArea() : part.getLength();
            if (size < least) {
                least = size;
                smallest = part;
            }
        }
        Coordinate at = smallest.getCoordinate();
        issues.add(GeometryIssues.multiPart(
                row, stored.getNumGeometries(), Ground.squareMetres(smallest), at, places.of(at)));
    }

    private void spikes(Geometry stored) {
        Count count = new Count();
        stored.apply((GeometryComponentFilter) part -> {
            if (part instanceof LinearRing ring) {
                CoordinateSequence points = ring.getCoordinateSequence();
                int corners = points.size() - 1;
                for (int i = 0; i < corners; i++) {
                    if (isSpike(points, (i + corners - 1) % corners, i, i + 1)) {
                        count.add(points.getCoordinate(i));
                    }
                }
            }
        });
        report(GeometryIssues.Many.SPIKE, count);
    }

    private static boolean isSpike(CoordinateSequence points, int before, int tip, int after) {
        double shrink = Math.cos(Math.toRadians(points.getY(tip)));
        double ax = (points.getX(before) - points.getX(tip)) * shrink;
        double ay = points.getY(before) - points.getY(tip);
        double bx = (points.getX(after) - points.getX(tip)) * shrink;
        double by = points.getY(after) - points.getY(tip);
        double cosine = ax * bx + ay * by;
        boolean isSharp = cosine > 0 && Math.abs(ax * by - ay * bx) < SPIKE_TANGENT * cosine;
        return isSharp && Math.min(Math.hypot(ax, ay), Math.hypot(bx, by)) * METRES_PER_DEGREE >= SPIKE_METRES;
    }

    private void slivers(Geometry stored) {
        Count thinParts = new Count();
        Count thinHoles = new Count();
        for (int i = 0; i < stored.getNumGeometries(); i++) {
            Polygon part = (Polygon) stored.getGeometryN(i);
            if (isSliver(part)) {
                thinParts.add(part.getCoordinate());
            }
            for (int h = 0; h < part.getNumInteriorRing(); h++) {
                LinearRing hole = part.getInteriorRingN(h);
                if (isSliver(part.getFactory().createPolygon(hole))) {
                    thinHoles.add(hole.getCoordinate());
                }
            }
        }
        report(GeometryIssues.Many.SLIVER_PART, thinParts);
        report(GeometryIssues.Many.SLIVER_HOLE, thinHoles);
    }

    private static boolean isSliver(Polygon polygon) {
        double area = Ground.squareMetres(polygon);
        return area < SLIVER_SQUARE_METRES
                // most are so far from it that the way along the axes, which is longer, tells
                || 2 * area / (lengthAlongAxes(polygon) * METRES_PER_DEGREE) < SLIVER_WIDTH_METRES
                        && 2 * area / (polygon.getLength() * METRES_PER_DEGREE) < SLIVER_WIDTH_METRES;
    }

    private static double lengthAlongAxes(Polygon polygon) {
        double length = lengthAlongAxes(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            length += lengthAlongAxes(polygon.getInteriorRingN(i));
        }
        return length;
    }

    private static double lengthAlongAxes(LinearRing ring) {
        CoordinateSequence points = ring.getCoordinateSequence();
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += Math.abs(points.getX(i) - points.getX(i - 1)) + Math.abs(points.getY(i) - points.getY(i - 1));
        }
        return length;
    }

    private void report(Many what, Count count) {
        if (count.first != null) {
            issues.add(GeometryIssues.many(what, row, count.number, count.first, places.of(count.first)));
        }
    }

    /** How many there are, and the first one. */
    private static final class Count {
        private int number;
        private @Nullable Coordinate first;

        void add(Coordinate at) {
            number++;
            first = first == null ? at : first;
        }
    }
}
