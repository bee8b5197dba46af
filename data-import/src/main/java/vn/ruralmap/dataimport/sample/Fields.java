package vn.ruralmap.dataimport.sample;

import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** Shapes like fields: straight sides, some clipped corners, a path's width away from the next. */
final class Fields {

    private static final double PATH_DEGREES = 0.0004;
    private static final BufferParameters STRAIGHT =
            new BufferParameters(1, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 2);

    private Fields() {}

    /** The land without a path around it, as one polygon. */
    static Polygon inside(Geometry land) {
        Geometry shrunk = BufferOp.bufferOp(land, -PATH_DEGREES, STRAIGHT);
        return onGrid(largest(shrunk.isEmpty() ? land : shrunk));
    }

    /** A piece of a cell, at most so wide, turned at random. */
    static Polygon around(Polygon cell, double widthDegrees, Random random) {
        Point middle = cell.getCentroid();
        double half = widthDegrees / 2 * (0.7 + 0.3 * random.nextDouble());
        double flat = half * (0.5 + 0.4 * random.nextDouble());
        Polygon box = Grid.FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(middle.getX() - half, middle.getY() - flat),
            new Coordinate(middle.getX() + half, middle.getY() - flat * 0.8),
            new Coordinate(middle.getX() + half * 0.9, middle.getY() + flat),
            new Coordinate(middle.getX() - half * 0.7, middle.getY() + flat * 0.9),
            new Coordinate(middle.getX() - half, middle.getY() - flat)
        });
        double turn = random.nextDouble() * Math.PI;
        Geometry turned = AffineTransformation.rotationInstance(
                        StrictMath.sin(turn), StrictMath.cos(turn), middle.getX(), middle.getY())
                .transform(box);
        return onGrid(largest(turned.intersection(cell)));
    }

    private static Polygon largest(Geometry geometry) {
        Polygon largest = (Polygon) geometry.getGeometryN(0);
        for (int i = 1; i < geometry.getNumGeometries(); i++) {
            Polygon next = (Polygon) geometry.getGeometryN(i);
            largest = next.getArea() > largest.getArea() ? next : largest;
        }
        return largest;
    }

    private static Polygon onGrid(Polygon polygon) {
        return (Polygon)
                GeometryPrecisionReducer.reduce(polygon, Grid.PRECISION).norm();
    }
}
