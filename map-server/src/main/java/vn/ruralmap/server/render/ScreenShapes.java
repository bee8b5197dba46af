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
            return;
        }
        if (part instanceof Polygon polygon) {
            project(polygon.getExteriorRing().getCoordinateSequence(), view, marginPx, true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                project(polygon.getInteriorRingN(i).getCoordinateSequence(), view, marginPx, false);
            }
        } else if (part instanceof LineString line) {
            project(line.getCoordinateSequence(), view, marginPx, true);
        } else if (part instanceof Point point) {
            project(point.getCoordinateSequence(), view, marginPx, true);
        }
    }

    private void project(CoordinateSequence sequence, MapView view, double marginPx, boolean keepTiny) {
        int count = sequence.size();
        if (xy.length < 2 * (points + count)) {
            xy = Arrays.copyOf(xy, Math.max(2 * (points + count), xy.length * 2));
        }
        view.projection().forward(interleaved(sequence), 0, xy, 2 * points, count);
        view.toPixels(xy, 2 * points, count);
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 2 * points; i < 2 * (points + count); i += 2) {
            minX = Math.min(minX, xy[i]);
            maxX = Math.max(maxX, xy[i]);
            minY = Math.min(minY, xy[i + 1]);
            maxY = Math.max(maxY, xy[i + 1]);
        }
        boolean small = count > 1 && maxX - minX < TINY_PX && maxY - minY < TINY_PX;
        // Written so that coordinates outside the projection's domain (NaN) are left out too.
        boolean seen = maxX >= -marginPx
                && minX <= view.widthPx() + marginPx
                && maxY >= -marginPx
                && minY <= view.heightPx() + marginPx;
        if (seen && (keepTiny || !small)) {
            if (paths + 1 >= starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                tiny = Arrays.copyOf(tiny, starts.length);
            }
            starts[paths] = points;
            tiny[paths++] = small;
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
