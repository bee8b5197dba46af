package vn.ruralmap.server.render;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Where a feature is labelled: a property of the whole feature, never of the part an image shows, so that
 * neighbouring images agree.
 *
 * @param lonLat x longitude, y latitude
 * @param extent of the part that is labelled, to see whether a label fits
 * @param isArea false for points and lines, whose labels need not fit
 */
public record LabelPoint(Coordinate lonLat, Envelope extent, boolean isArea) {

    /** Finding the middle of an area takes about a millisecond, so it is kept as long as the geometry lives. */
    public static final class Cache {
        private final Map<Geometry, LabelPoint> points = Collections.synchronizedMap(new WeakHashMap<>());

        private final Map<Geometry, CoordinateSequence> lines = Collections.synchronizedMap(new WeakHashMap<>());

        /** The line that a label along a feature follows. */
        CoordinateSequence line(Geometry geometry) {
            if (largest(geometry) instanceof LineString line) {
                return line.getCoordinateSequence();
            }
            CoordinateSequence known = lines.get(geometry);
            if (known == null) {
                known = CentreLine.of((Polygon) largest(geometry)).getCoordinateSequence();
                lines.put(geometry, known);
            }
            return known;
        }

        public LabelPoint get(Geometry geometry) {
            if (geometry.getDimension() == 0) {
                return of(geometry);
            }
            LabelPoint known = points.get(geometry);
            if (known == null) {
                known = of(geometry);
                points.put(geometry, known);
            }
            return known;
        }
    }

    static LabelPoint of(Geometry geometry) {
        Geometry part = largest(geometry);
        if (part instanceof Polygon polygon && !polygon.isEmpty()) {
            return new LabelPoint(middle(polygon), part.getEnvelopeInternal(), true);
        } else if (part instanceof LineString line && !line.isEmpty()) {
            return new LabelPoint(line.getCoordinateN(line.getNumPoints() / 2), part.getEnvelopeInternal(), false);
        }
        return new LabelPoint(new Coordinate(part.getCoordinate()), part.getEnvelopeInternal(), false);
    }

    private static Geometry largest(Geometry geometry) {
        Geometry largest = geometry.getGeometryN(0);
        double size = -1;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            double partSize = part.getDimension() == 2 ? part.getArea() : part.getLength();
            if (partSize > size) {
                size = partSize;
                largest = part;
            }
        }
        return largest;
    }

    /** The centre of the largest circle inside, found roughly: a label does not need better. */
    private static Coordinate middle(Polygon polygon) {
        Envelope extent = polygon.getEnvelopeInternal();
        double diameter = extent.getDiameter();
        if (diameter == 0) {
            return polygon.getCoordinate().copy();
        }
        Polygon rough = polygon;
        if (polygon.getNumPoints() > 40) {
            rough = simplified(polygon, diameter / 60);
        }
        if (rough.getArea() == 0) {
            return extent.centre();
        }
        return new MaximumInscribedCircle(rough, diameter / 40).getCenter().getCoordinate();
    }

    private static Polygon simplified(Polygon polygon, double tolerance) {
        Geometry simple = DouglasPeuckerSimplifier.simplify(polygon, tolerance);
        @Nullable Geometry part = simple.isEmpty() ? null : largest(simple);
        return part instanceof Polygon simplePolygon ? simplePolygon : polygon;
    }
}
