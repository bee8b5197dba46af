package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** The line through the middle of an area along its length, for a name that lies in it. */
final class CentreLine {

    private static final int SECTIONS = 9;
    /** Longer than wide by so much, an area asks for a name along it. */
    private static final double LONG = 1.4;

    private CentreLine() {}

    /** @return in the polygon's coordinates, two points at least */
    static LineString of(Polygon polygon) {
        Polygon rough = rough(polygon);
        double angle = direction(rough);
        Coordinate pivot = rough.getEnvelopeInternal().centre();
        Geometry level =
                AffineTransformation.rotationInstance(-angle, pivot.x, pivot.y).transform(rough);
        List<Coordinate> middles = new ArrayList<>();
        Envelope extent = level.getEnvelopeInternal();
        for (int i = 0; i < SECTIONS; i++) {
            double x = extent.getMinX() + extent.getWidth() * (i + 0.5) / SECTIONS;
            Coordinate middle = middle(level, x, extent);
            if (middle != null) {
                middles.add(middle);
            }
        }
        if (middles.size() < 2) {
            Coordinate centre = extent.centre();
            middles = List.of(new Coordinate(extent.getMinX(), centre.y), new Coordinate(extent.getMaxX(), centre.y));
        }
        LineString line = polygon.getFactory().createLineString(smooth(middles));
        return (LineString)
                AffineTransformation.rotationInstance(angle, pivot.x, pivot.y).transform(line);
    }

    private static Polygon rough(Polygon polygon) {
        double tolerance = polygon.getEnvelopeInternal().getDiameter() / 60;
        Geometry simple = polygon.getNumPoints() > 40 ? DouglasPeuckerSimplifier.simplify(polygon, tolerance) : polygon;
        return simple instanceof Polygon one && !one.isEmpty() ? one : polygon;
    }

    /** Radians of the longer side of the smallest rectangle around; level if it is hardly longer than the other. */
    private static double direction(Polygon polygon) {
        Coordinate[] corners = MinimumAreaRectangle.getMinimumRectangle(polygon).getCoordinates();
        if (corners.length < 4) {
            return 0;
        }
        double one = corners[0].distance(corners[1]);
        double other = corners[1].distance(corners[2]);
        if (Math.max(one, other) < LONG * Math.min(one, other)) {
            return 0;
        }
        boolean first = one >= other;
        Coordinate from = corners[first ? 0 : 1];
        Coordinate to = corners[first ? 1 : 2];
        return Math.atan2(to.y - from.y, to.x - from.x);
    }

    /** The middle of the longest piece that a vertical line cuts out. */
    private static @org.jspecify.annotations.Nullable Coordinate middle(Geometry area, double x, Envelope extent) {
        LineString cut = area.getFactory().createLineString(new Coordinate[] {
            new Coordinate(x, extent.getMinY() - 1), new Coordinate(x, extent.getMaxY() + 1)
        });
        Geometry pieces =
                OverlayNGRobust.overlay(area, cut, org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION);
        Coordinate middle = null;
        double longest = 0;
        for (int i = 0; i < pieces.getNumGeometries(); i++) {
            Envelope piece = pieces.getGeometryN(i).getEnvelopeInternal();
            if (piece.getHeight() > longest) {
                longest = piece.getHeight();
                middle = piece.centre();
            }
        }
        return middle;
    }

    /** Each point between the mean of its neighbours and itself: letters must not jump with every bay of the border. */
    private static Coordinate[] smooth(List<Coordinate> points) {
        Coordinate[] smooth = new Coordinate[points.size()];
        for (int i = 0; i < smooth.length; i++) {
            Coordinate before = points.get(Math.max(0, i - 1));
            Coordinate after = points.get(Math.min(smooth.length - 1, i + 1));
            Coordinate at = points.get(i);
            smooth[i] = new Coordinate(at.x, (before.y + 2 * at.y + after.y) / 4);
        }
        return smooth;
    }
}
