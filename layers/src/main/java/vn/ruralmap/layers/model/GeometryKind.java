package vn.ruralmap.layers.model;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Polygon;

/** The kinds of geometry a layer may hold. Lines and polygons are always stored as their multi type. */
public enum GeometryKind {
    POINT,
    LINE,
    POLYGON;

    /** The kind of a geometry, single or multi. @throws IllegalArgumentException for a mixed collection */
    public static GeometryKind of(Geometry geometry) {
        return switch (geometry.getGeometryType()) {
            case Geometry.TYPENAME_POINT, Geometry.TYPENAME_MULTIPOINT -> POINT;
            case Geometry.TYPENAME_LINESTRING, Geometry.TYPENAME_LINEARRING, Geometry.TYPENAME_MULTILINESTRING -> LINE;
            case Geometry.TYPENAME_POLYGON, Geometry.TYPENAME_MULTIPOLYGON -> POLYGON;
            default -> throw new IllegalArgumentException("no single kind: " + geometry.getGeometryType());
        };
    }

    /** Lines and polygons as their multi type, a multipoint of one point as that point, all else as it is. */
    static Geometry toStoredType(Geometry geometry) {
        Geometry stored = geometry;
        if (geometry instanceof Polygon polygon) {
            stored = geometry.getFactory().createMultiPolygon(new Polygon[] {polygon});
        } else if (geometry instanceof LineString line) {
            stored = geometry.getFactory().createMultiLineString(new LineString[] {line});
        } else if (geometry instanceof MultiPoint points && points.getNumGeometries() == 1) {
            stored = points.getGeometryN(0);
        }
        stored.setSRID(geometry.getSRID());
        return stored;
    }
}
