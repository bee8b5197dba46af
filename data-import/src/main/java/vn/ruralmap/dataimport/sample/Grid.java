package vn.ruralmap.dataimport.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import vn.ruralmap.layers.model.CoordinateGrid;

/** Puts the sample on the {@link CoordinateGrid}, so that storing it changes nothing. */
final class Grid {

    static final PrecisionModel PRECISION = new PrecisionModel(CoordinateGrid.SCALE);
    /** Full precision: cells are computed first and rounded last. */
    static final GeometryFactory FACTORY = new GeometryFactory();

    private Grid() {}

    static Coordinate snap(Coordinate coordinate) {
        return snap(coordinate.x, coordinate.y);
    }

    static Coordinate snap(double x, double y) {
        return new Coordinate(PRECISION.makePrecise(x), PRECISION.makePrecise(y));
    }
}
