package vn.ruralmap.layers.crs;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/** A system whose operation GeoTools computes. Its WKT has x eastward first. */
final class GeoToolsSystem implements CoordinateSystem {

    private final String code;
    private final String name;
    private final AxisOrder axisOrder;
    private final boolean geographic;
    private final MathTransform fromWgs84;
    private final MathTransform toWgs84;

    /** @param crs with axes in the order east, north */
    GeoToolsSystem(String code, String name, AxisOrder axisOrder, CoordinateReferenceSystem crs)
            throws FactoryException {
        this.code = code;
        this.name = name;
        this.axisOrder = axisOrder;
        this.geographic = crs instanceof GeographicCRS;
        // lenient: a datum without known shift (a bare .prj) is taken as WGS84, and the importer says so
        this.fromWgs84 = CRS.findMathTransform(DefaultGeographicCRS.WGS84, crs, true);
        this.toWgs84 = CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, true);
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
