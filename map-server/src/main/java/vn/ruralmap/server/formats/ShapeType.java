package vn.ruralmap.server.formats;

import java.util.Iterator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.GeometryKind;

/** What the geometries of a table are, for formats that say so once for all. Lines and polygons are always multi. */
enum ShapeType {
    POINT,
    MULTIPOINT,
    MULTILINESTRING,
    MULTIPOLYGON,
    /** More than one of the others. */
    MIXED;

    static ShapeType of(Geometry geometry) {
        return switch (GeometryKind.of(geometry)) {
            case POINT -> geometry instanceof MultiPoint ? MULTIPOINT : POINT;
            case LINE -> MULTILINESTRING;
            case POLYGON -> MULTIPOLYGON;
        };
    }

    /** Of all features; a table without any is mixed. */
    static ShapeType of(FeatureTable table) {
        ShapeType found = null;
        for (Iterator<Feature> features = table.features().iterator(); features.hasNext() && found != MIXED; ) {
            Geometry geometry = features.next().geometry();
            if (geometry != null) {
                ShapeType type = of(geometry);
                found = found == null || found == type ? type : MIXED;
            }
        }
        return found == null ? MIXED : found;
    }
}
