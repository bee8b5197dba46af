package vn.ruralmap.layers.crs;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.CoordinateOperationFactory;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.DefaultCoordinateOperationFactory;
import org.geotools.util.factory.Hints;

/** A system whose operation GeoTools computes. Its WKT has x eastward first. */
final class GeoToolsSystem implements CoordinateSystem {

    /**
     * Takes the shift from the datum's own parameters. {@code CRS.findMathTransform} would open the EPSG database to look
     * for another operation, at each start, and might find one. Lenient: a datum without known shift (a bare .prj) is
     * taken as WGS84, and the importer says so.
     */
    private static final CoordinateOperationFactory OPERATIONS =
            new DefaultCoordinateOperationFactory(new Hints(Hints.LENIENT_DATUM_SHIFT, Boolean.TRUE));

    private final String code;
    private final String name;
    private final AxisOrder axisOrder;
    private final boolean geographic;
    private final MathTransform fromWgs84;
    private final MathTransform toWgs84;

    /** @param crs with axes in the order east, north */
    GeoToolsSystem(String code, String name, AxisOrder axisOrder, CoordinateReferenceSystem crs)
            throws FactoryException {
        this(
                code,
                name,
                axisOrder,
                crs,
                OPERATIONS.createOperation(DefaultGeographicCRS.WGS84, crs).getMathTransform(),
                OPERATIONS.createOperation(crs, DefaultGeographicCRS.WGS84).getMathTransform());
    }

    /** @param crs with axes in the order east, north @param toWgs84 the operation to use, whatever the datum says */
    GeoToolsSystem(String code, String name, AxisOrder axisOrder, CoordinateReferenceSystem crs, MathTransform toWgs84)
            throws NoninvertibleTransformException {
        this(code, name, axisOrder, crs, toWgs84.inverse(), toWgs84);
    }

    private GeoToolsSystem(
            String code,
            String name,
            AxisOrder axisOrder,
            CoordinateReferenceSystem crs,
            MathTransform fromWgs84,
            MathTransform toWgs84) {
        this.code = code;
        this.name = name;
        this.axisOrder = axisOrder;
        this.geographic = crs instanceof GeographicCRS;
        this.fromWgs84 = fromWgs84;
        this.toWgs84 = toWgs84;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public AxisOrder axisOrder() {
        return axisOrder;
    }

    @Override
    public boolean isGeographic() {
        return geographic;
    }

    @Override
    public void fromLonLat(double[] lonLat, int from, double[] xy, int to, int points) {
        transform(fromWgs84, lonLat, from, xy, to, points);
    }

    @Override
    public void toLonLat(double[] xy, int from, double[] lonLat, int to, int points) {
        transform(toWgs84, xy, from, lonLat, to, points);
    }

    /**
     * Points outside the projection's domain become NaN, one by one, so that the rest survives. Far outside, GeoTools fails
     * with IllegalArgumentException while it words its own warning.
     */
    private static void transform(MathTransform transform, double[] source, int from, double[] target, int to, int n) {
        try {
            transform.transform(source, from, target, to, n);
        } catch (TransformException | IllegalArgumentException whole) {
            for (int i = 0; i < n; i++) {
                try {
                    transform.transform(source, from + 2 * i, target, to + 2 * i, 1);
                } catch (TransformException | IllegalArgumentException single) {
                    target[to + 2 * i] = Double.NaN;
                    target[to + 2 * i + 1] = Double.NaN;
                }
            }
        }
    }

    @Override
    public String toString() {
        return code + " " + name;
    }
}
