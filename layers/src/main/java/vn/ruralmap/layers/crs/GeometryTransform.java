package vn.ruralmap.layers.crs;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Applies a bulk coordinate operation to geometries and boxes. */
final class GeometryTransform {

    /** Points per edge of a box; a TM-3 edge of 300 km bends by less than a metre between two of them. */
    private static final int STEPS = 32;

    private GeometryTransform() {}

    /** One direction of a {@link CoordinateSystem}. */
    interface Operation {
        void apply(double[] source, int from, double[] target, int to, int points);
    }

    static Geometry apply(Geometry geometry, Operation operation) {
        Geometry copy = geometry.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                if (i == 0) {
                    transform(sequence, operation);
                }
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        copy.geometryChanged();
        return copy;
    }

    private static void transform(CoordinateSequence sequence, Operation operation) {
        int size = sequence.size();
        double[] xy = new double[2 * size];
        for (int i = 0; i < size; i++) {
            xy[2 * i] = sequence.getX(i);
            xy[2 * i + 1] = sequence.getY(i);
        }
        operation.apply(xy, 0, xy, 0, size);
        for (int i = 0; i < size; i++) {
            sequence.setOrdinate(i, CoordinateSequence.X, xy[2 * i]);
            sequence.setOrdinate(i, CoordinateSequence.Y, xy[2 * i + 1]);
        }
    }

    static Envelope apply(Envelope box, Operation operation) {
        if (box.isNull()) {
            return new Envelope();
        }
        double[] edge = new double[8 * (STEPS + 1)];
        int n = 0;
        for (int i = 0; i <= STEPS; i++) {
            double x = box.getMinX() + box.getWidth() * i / STEPS;
            double y = box.getMinY() + box.getHeight() * i / STEPS;
            double[][] points = {{x, box.getMinY()}, {x, box.getMaxY()}, {box.getMinX(), y}, {box.getMaxX(), y}};
            for (double[] point : points) {
                edge[n++] = point[0];
                edge[n++] = point[1];
            }
        }
        operation.apply(edge, 0, edge, 0, n / 2);
        Envelope result = new Envelope();
        for (int i = 0; i < n; i += 2) {
            if (Double.isFinite(edge[i]) && Double.isFinite(edge[i + 1])) {
                result.expandToInclude(edge[i], edge[i + 1]);
            }
        }
        return result;
    }
}
