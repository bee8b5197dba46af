package vn.ruralmap.server.render;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * The features of one layer in pixels: every vertex is projected once, whatever number of symbolizers draws it. Parts
 * outside the image and rings too small to see are left out.
 *
 * <p>A path is a ring, a line or a point: the points {@code [start(p), start(p + 1))} of {@link #xy}.
 */
final class ScreenShapes {

    /** A path that is smaller than this in both directions cannot be seen as a shape. */
    private static final double TINY_PX = 0.5;

    double[] xy = new double[4096];
    private int points;
    private int[] starts = new int[256];
    private boolean[] tiny = new boolean[256];
    /** Twice the signed area of a ring, of a hole with the other sign. */
    private double[] inside = new double[256];
    /** How many segments of the feature's rings come before the path's. */
    private int[] segmentsBefore = new int[256];

    private int segments;
    private int paths;
    private int[] firstPath = new int[64];
    private int features;
    private double[] lonLat = new double[2048];

    /** @param marginPx how far outside the image a shape still reaches into it with its line width or mark */
    void project(List<? extends DrawnFeature> drawn, MapView view, double marginPx) {
        points = 0;
        paths = 0;
        features = 0;
        Envelope visible = view.lonLatWithin(marginPx);
        if (firstPath.length <= drawn.size()) {
            firstPath = new int[drawn.size() + 1];
        }
        for (DrawnFeature feature : drawn) {
            firstPath[features++] = paths;
            Geometry geometry = feature.geometry();
            segments = 0;
            if (visible.intersects(geometry.getEnvelopeInternal())) {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    project(geometry.getGeometryN(i), view, visible, marginPx);
                }
            }
        }
        firstPath[features] = paths;
        starts[paths] = points;
    }

    private void project(Geometry part, MapView view, Envelope visible, double marginPx) {
        if (!visible.intersects(part.getEnvelopeInternal())) {
            segments += part.getNumPoints() - rings(part);
            return;
        }
        if (part instanceof Polygon polygon) {
            project(polygon.getExteriorRing().getCoordinateSequence(), view, marginPx, 1);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                project(polygon.getInteriorRingN(i).getCoordinateSequence(), view, marginPx, -1);
            }
        } else if (part instanceof LineString line) {
            project(line.getCoordinateSequence(), view, marginPx, 1);
        } else if (part instanceof Point point) {
            project(point.getCoordinateSequence(), view, marginPx, 1);
        }
    }

    private static int rings(Geometry part) {
        return part instanceof Polygon polygon && !polygon.isEmpty() ? 1 + polygon.getNumInteriorRing() : 0;
    }

    /** @param side 1, of a hole -1 */
    private void project(CoordinateSequence sequence, MapView view, double marginPx, int side) {
        int count = sequence.size();
        int before = segments;
        segments += count - 1;
        if (xy.length < 2 * (points + count)) {
            xy = Arrays.copyOf(xy, Math.max(2 * (points + count), xy.length * 2));
        }
        view.projection().forward(interleaved(sequence), 0, xy, 2 * points, count);
        view.toPixels(xy, 2 * points, count);
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        double area = 0;
        double x0 = xy[2 * (points + count) - 2];
        double y0 = xy[2 * (points + count) - 1];
        for (int i = 2 * points; i < 2 * (points + count); i += 2) {
            double x1 = xy[i];
            double y1 = xy[i + 1];
            // not Math.min, which is slower
            minX = x1 < minX ? x1 : minX;
            maxX = x1 > maxX ? x1 : maxX;
            minY = y1 < minY ? y1 : minY;
            maxY = y1 > maxY ? y1 : maxY;
            area += (x0 + x1) * (y1 - y0);
            x0 = x1;
            y0 = y1;
        }
        boolean small = count > 1 && maxX - minX < TINY_PX && maxY - minY < TINY_PX;
        // the area is NaN where a coordinate is outside the projection's domain
        boolean seen = !Double.isNaN(area)
                && maxX >= -marginPx
                && minX <= view.widthPx() + marginPx
                && maxY >= -marginPx
                && minY <= view.heightPx() + marginPx;
        if (seen && (side > 0 || !small)) {
            if (paths + 1 >= starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                tiny = Arrays.copyOf(tiny, starts.length);
                inside = Arrays.copyOf(inside, starts.length);
                segmentsBefore = Arrays.copyOf(segmentsBefore, starts.length);
            }
            starts[paths] = points;
            tiny[paths] = small;
            inside[paths] = area * side;
            segmentsBefore[paths++] = before;
            points += count;
        }
    }

    private double[] interleaved(CoordinateSequence sequence) {
        if (sequence instanceof PackedCoordinateSequence.Double packed && packed.getDimension() == 2) {
            return packed.getRawCoordinates();
        }
        if (lonLat.length < 2 * sequence.size()) {
            lonLat = new double[2 * sequence.size()];
        }
        for (int i = 0; i < sequence.size(); i++) {
            lonLat[2 * i] = sequence.getX(i);
            lonLat[2 * i + 1] = sequence.getY(i);
        }
        return lonLat;
    }

    int firstPath(int feature) {
        return firstPath[feature];
    }

    int start(int path) {
        return starts[path];
    }

    /** Which side of a ring the area lies on: positive or negative by its direction; 0 or next to it: cannot be told. */
    double inside(int path) {
        return inside[path];
    }

    /** How many segments of the feature's rings come before the first one of a path. */
    int segmentsBefore(int path) {
        return segmentsBefore[path];
    }

    boolean isTiny(int path) {
        return tiny[path];
    }

    double x(int point) {
        return xy[2 * point];
    }

    double y(int point) {
        return xy[2 * point + 1];
    }
}
