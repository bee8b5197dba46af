package vn.ruralmap.layers.model;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * The grid all stored geometry lies on: 1e-8 degree, about a millimetre.
 *
 * <p>A border that two features share stays shared because both sides are rounded to the same points. Validity is
 * checked after rounding, never before: data valid at full precision may overlap afterwards.
 */
public final class CoordinateGrid {

    /** Grid points per degree. */
    public static final double SCALE = 1e8;

    private static final PrecisionModel PRECISION = new PrecisionModel(SCALE);
    /** Makes geometry on the grid, SRID 4326, coordinates packed in one array of doubles per ring. */
    public static final GeometryFactory FACTORY =
            new GeometryFactory(PRECISION, 4326, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private CoordinateGrid() {}

    /** A copy with every coordinate moved to the nearest grid point, Z and M dropped. It may be invalid. */
    public static Geometry snap(Geometry lonLat) {
        Geometry copy = FACTORY.createGeometry(lonLat);
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                sequence.setOrdinate(i, 0, PRECISION.makePrecise(sequence.getX(i)));
                sequence.setOrdinate(i, 1, PRECISION.makePrecise(sequence.getY(i)));
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
        copy.setSRID(4326);
        return copy;
    }
}
