package vn.ruralmap.dataimport.inspect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import vn.ruralmap.layers.crs.Spheroid;
import vn.ruralmap.layers.model.Issue;

/**
 * Gaps between units: holes of their union that are nowhere wider than {@value #WIDTH_METRES} m, and {@link OpenGaps} as
 * narrow, which lie between two units. What is wider is taken for land of somebody else.
 */
final class Gaps {

    static final double WIDTH_METRES = 20;

    private static final double WIDTH_DEGREES = WIDTH_METRES / Spheroid.METRES_PER_DEGREE;

    /** Of the rim, when open gaps are sought: four million exhausted a heap of 1 GB by their index. */
    private static final int MOST_EDGES = 1_000_000;

    private final InspectIssues issues;
    private final LocalDate day;

    Gaps(InspectIssues issues, LocalDate day) {
        this.issues = issues;
        this.day = day;
    }

    /** @param near the units around a place */
    List<Issue> find(Geometry union, Function<Geometry, List<Placed>> near) {
        List<Issue> found = new ArrayList<>();
        for (int i = 0; i < union.getNumGeometries(); i++) {
            if (union.getGeometryN(i) instanceof Polygon polygon) {
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    Polygon hole = polygon.getFactory().createPolygon(polygon.getInteriorRingN(h));
                    if (isNarrow(hole)) {
                        report(hole, near.apply(hole), found);
                    }
                }
            }
        }
        if (near.apply(union).size() < 2) {
            return found;
        }
        int rim = Facing.edges(union);
        if (rim > MOST_EDGES) {
            found.add(issues.openGapsNotSought(rim, MOST_EDGES));
            return found;
        }
        for (OpenGaps.OpenGap gap : new OpenGaps(WIDTH_DEGREES).find(union, near)) {
            if (concerns(gap.units())) {
                found.add(issues.openGap(gap));
            }
        }
        return found;
    }

    private static boolean isNarrow(Polygon hole) {
        // the radius of the largest circle inside is at least area by perimeter: saves the search in wide holes
        if (2 * hole.getArea() / hole.getLength() > WIDTH_DEGREES) {
            return false;
        }
        return 2
                        * MaximumInscribedCircle.getRadiusLine(hole, WIDTH_DEGREES / 20)
                                .getLength()
                <= WIDTH_DEGREES;
    }

    private void report(Polygon hole, List<Placed> around, List<Issue> found) {
        double area = Spheroid.squareMetres(hole);
        List<Placed> touching = around.stream()
                .filter(unit -> unit.land().intersects(hole))
                .sorted(Comparator.comparingLong(Placed::row).reversed())
                .toList();
        if (concerns(touching) && area >= CoverageCheck.LEAST_SQUARE_METRES) {
            found.add(issues.gap(touching, hole, area));
        }
    }

    private boolean concerns(List<Placed> units) {
        return units.stream().anyMatch(Placed::isImported)
                && units.stream().anyMatch(unit -> unit.from().equals(day));
    }
}
