package vn.ruralmap.dataimport.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import vn.ruralmap.layers.crs.Spheroid;

/**
 * Gaps between two units that run out to the rim of a coverage, and so are no holes of it.
 *
 * <p>Where {@link Facing} finds the rim facing itself, the land around is widened and narrowed again; what that fills is a
 * gap if it is nowhere too wide, at least {@value #SLENDER} times as long as wide, and lies along two units. A river is
 * wider somewhere, the corner between two borders shorter, and a creek lies in one unit.
 */
final class OpenGaps {

    /** Length by mean width; a corner between borders that part at more than about 10° is less slender. */
    static final double SLENDER = 10;

    /** Of the length of a gap, that two units must each lie along. */
    private static final double ALONG = 0.5;

    /** What buffers are off by, in degrees: a centimetre. */
    private static final double CLOSE = 1e-7;

    /** More than anybody mends; a broken file can have its rim face itself everywhere. */
    private static final int PLACES = 2_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Filled are wider inlets too: one that goes on widening is then told from one that ends at the rim. */
    private static final double WIDER = 1.5;

    private final double widest;
    private final double width;

    /** @param widest a gap may be, in degrees */
    OpenGaps(double widest) {
        this.widest = widest;
        this.width = WIDER * widest;
    }

    /** A gap. @param units the two along it, the one with the longer border first. @param width in degrees */
    record OpenGap(Polygon land, List<Placed> units, double width) {}

    /** @param union of units; its holes are none of these gaps. @param near the units around a place */
    List<OpenGap> find(Geometry union, Function<Geometry, List<Placed>> near) {
        List<OpenGap> found = new ArrayList<>();
        List<Envelope> places = Facing.places(union, width);
        for (Envelope place : places.subList(0, Math.min(places.size(), PLACES))) {
            Envelope wide = new Envelope(place);
            wide.expandBy(3 * width);
            Geometry window = FACTORY.toGeometry(wide);
            List<Placed> units = near.apply(window);
            for (Polygon filled : fill(units, window)) {
                if (isSlender(filled) && place.intersects(filled.getEnvelopeInternal()) && isOpen(filled, union)) {
                    add(filled, along(filled, units), found);
                }
            }
        }
        return found;
    }

    private void add(Polygon gap, List<Placed> along, List<OpenGap> found) {
        double across =
                2 * MaximumInscribedCircle.getRadiusLine(gap, width / 50).getLength();
        if (along.size() > 1 && across <= widest) {
            found.add(new OpenGap(gap, along.subList(0, 2), across));
        }
    }

    private List<Polygon> fill(List<Placed> units, Geometry window) {
        List<Geometry> pieces = new ArrayList<>();
        for (Placed unit : units) {
            pieces.add(OverlayNGRobust.overlay(unit.land(), window, OverlayNG.INTERSECTION));
        }
        Geometry land = UnaryUnionOp.union(pieces, FACTORY);
        List<Polygon> filled = new ArrayList<>();
        if (land != null) {
            Geometry smooth = land.buffer(width / 2).buffer(-width / 2);
            Geometry added = OverlayNGRobust.overlay(smooth, land, OverlayNG.DIFFERENCE);
            for (int i = 0; i < added.getNumGeometries(); i++) {
                if (added.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                    filled.add(polygon);
                }
            }
        }
        return filled;
    }

    private static boolean isSlender(Polygon gap) {
        double length = gap.getLength() / 2;
        return Spheroid.squareMetres(gap) >= CoverageCheck.LEAST_SQUARE_METRES
                && length * length >= SLENDER * gap.getArea();
    }

    private static boolean isOpen(Polygon gap, Geometry union) {
        Coordinate middle = gap.getInteriorPoint().getCoordinate();
        for (int i = 0; i < union.getNumGeometries(); i++) {
            if (union.getGeometryN(i) instanceof Polygon polygon
                    && polygon.getEnvelopeInternal().contains(middle)) {
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    if (polygon.getInteriorRingN(hole).getEnvelopeInternal().contains(middle)
                            && PointLocation.isInRing(
                                    middle, polygon.getInteriorRingN(hole).getCoordinates())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static List<Placed> along(Polygon gap, List<Placed> units) {
        record Side(Placed unit, double length) {}
        Geometry edge = gap.getBoundary();
        Geometry around = FACTORY.toGeometry(gap.getEnvelopeInternal()).buffer(10 * CLOSE);
        double least = ALONG * gap.getLength() / 2;
        return units.stream()
                .map(unit -> {
                    Geometry land = OverlayNGRobust.overlay(unit.land(), around, OverlayNG.INTERSECTION);
                    return new Side(unit, edge.intersection(land.buffer(CLOSE)).getLength());
                })
                .filter(side -> side.length() >= least)
                .sorted((one, other) -> Double.compare(other.length(), one.length()))
                .map(Side::unit)
                .toList();
    }
}
