package vn.ruralmap.server.render;

/** The path that a label follows, in pixels, from left to right so that nobody has to read upside down. */
final class LabelPath {

    private final double[] xy;
    /** Distance of each vertex from the start. */
    private final double[] distances;

    /** A place on the path. @param angle radians clockwise from eastward */
    record Place(double x, double y, double angle) {}

    /** @param points x and y by turns; reversed if they run to the left */
    LabelPath(double[] points) {
        xy = points.clone();
        int count = xy.length / 2;
        if (xy[2 * count - 2] < xy[0]) {
            for (int i = 0; i < count; i++) {
                xy[2 * i] = points[2 * (count - 1 - i)];
                xy[2 * i + 1] = points[2 * (count - 1 - i) + 1];
            }
        }
        distances = new double[count];
        for (int i = 1; i < count; i++) {
            distances[i] = distances[i - 1] + Math.hypot(xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);
        }
    }

    double lengthPx() {
        return distances[distances.length - 1];
    }

    /** Where a letter lies that takes a part of the path. */
    Place at(double fromPx, double toPx) {
        double[] from = point(fromPx);
        double[] to = point(toPx);
        return new Place((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, Math.atan2(to[1] - from[1], to[0] - from[0]));
    }

    double[] point(double distancePx) {
        int last = distances.length - 2;
        int i = java.util.Arrays.binarySearch(distances, distancePx);
        i = Math.max(0, Math.min(last, i < 0 ? -i - 2 : i));
        double length = distances[i + 1] - distances[i];
        double part = length == 0 ? 0 : (distancePx - distances[i]) / length;
        return new double[] {
            xy[2 * i] + (xy[2 * i + 2] - xy[2 * i]) * part, xy[2 * i + 1] + (xy[2 * i + 3] - xy[2 * i + 1]) * part
        };
    }
}
