package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Envelope;
import org.sqlite.Function;

/** The SQL functions that the R-tree triggers call (OGC 12-128r17 annex F.3). GDAL and QGIS bring their own. */
final class SpatialFunctions {

    private SpatialFunctions() {}

    static void register(Connection connection) throws SQLException {
        register(connection, "ST_MinX", Envelope::getMinX);
        register(connection, "ST_MaxX", Envelope::getMaxX);
        register(connection, "ST_MinY", Envelope::getMinY);
        register(connection, "ST_MaxY", Envelope::getMaxY);
        Function.create(connection, "ST_IsEmpty", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                byte[] blob = value_blob(0);
                result(blob == null || GeometryBlob.envelope(blob) == null ? 1 : 0);
            }
        });
    }

    private static void register(Connection connection, String name, ToDoubleFunction<Envelope> ordinate)
            throws SQLException {
        Function.create(connection, name, new Function() {
            @Override
            protected void xFunc() throws SQLException {
                byte[] blob = value_blob(0);
                Envelope box = blob == null ? null : GeometryBlob.envelope(blob);
                if (box == null) {
                    result();
                } else {
                    result(ordinate.applyAsDouble(box));
                }
            }
        });
    }
}
