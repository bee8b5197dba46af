package vn.ruralmap.layers.model;

import org.locationtech.jts.geom.Geometry;

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
}
