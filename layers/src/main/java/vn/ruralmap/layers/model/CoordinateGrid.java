package vn.ruralmap.layers.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.geom.util.GeometryEditor;

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
        Geometry copy = new GeometryEditor(FACTORY).edit(lonLat, new GeometryEditor.CoordinateSequenceOperation() {
            @Override
            public CoordinateSequence edit(CoordinateSequence sequence, Geometry part) {
                return snap(sequence);
            }
        });
        copy.setSRID(4326);
        return copy;
    }

    private static CoordinateSequence snap(CoordinateSequence sequence) {
        CoordinateSequence snapped = FACTORY.getCoordinateSequenceFactory().create(sequence.size(), 2);
        for (int i = 0; i < sequence.size(); i++) {
            snapped.setOrdinate(i, 0, PRECISION.makePrecise(sequence.getX(i)));
            snapped.setOrdinate(i, 1, PRECISION.makePrecise(sequence.getY(i)));
        }
        return snapped;
    }

    /** The first coordinate that is not longitude and latitude in degrees on the grid. */
    public static Optional<Coordinate> findOff(Geometry geometry) {
        OffGrid search = new OffGrid();
        geometry.apply(search);
        return Optional.ofNullable(search.found);
    }

    private static final class OffGrid implements CoordinateSequenceFilter {
        private @Nullable Coordinate found;

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            double x = sequence.getX(i);
            double y = sequence.getY(i);
            // written so that NaN is off too
            boolean on = Math.abs(x) <= 180
                    && Math.abs(y) <= 90
                    && PRECISION.makePrecise(x) == x
                    && PRECISION.makePrecise(y) == y;
            if (!on) {
                found = new Coordinate(x, y);
            }
        }

        @Override
        public boolean isDone() {
            return found != null;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
