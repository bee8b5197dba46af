package vn.ruralmap.dataimport.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** The grid of 1e-8 degree that coordinates are stored on; the sample lies on it so that storing changes nothing. */
final class Grid {

    static final PrecisionModel PRECISION = new PrecisionModel(1e8);
    static final GeometryFactory FACTORY = new GeometryFactory();

    private Grid() {}

    static Coordinate snap(Coordinate coordinate) {
        return snap(coordinate.x, coordinate.y);
    }

    static Coordinate snap(double x, double y) {
        return new Coordinate(PRECISION.makePrecise(x), PRECISION.makePrecise(y));
    }
}
