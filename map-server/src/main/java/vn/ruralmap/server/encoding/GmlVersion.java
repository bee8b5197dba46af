package vn.ruralmap.server.encoding;

/** The versions of GML that are written, and how the elements of simple features are called in each. */
public enum GmlVersion {
    /** OGC 02-069. */
    V2_1_2(
            "http://www.opengis.net/gml",
            "http://schemas.opengis.net/gml/2.1.2/feature.xsd",
            new Multi("gml:MultiPoint", "gml:pointMember"),
            new Multi("gml:MultiLineString", "gml:lineStringMember"),
            new Multi("gml:MultiPolygon", "gml:polygonMember")),
    /** OGC 03-105r1. */
    V3_1_1(
            "http://www.opengis.net/gml",
            "http://schemas.opengis.net/gml/3.1.1/base/gml.xsd",
            new Multi("gml:MultiPoint", "gml:pointMember"),
            new Multi("gml:MultiCurve", "gml:curveMember"),
            new Multi("gml:MultiSurface", "gml:surfaceMember")),
    /** OGC 07-036. */
    V3_2_1(
            "http://www.opengis.net/gml/3.2",
            "http://schemas.opengis.net/gml/3.2.1/gml.xsd",
            new Multi("gml:MultiPoint", "gml:pointMember"),
            new Multi("gml:MultiCurve", "gml:curveMember"),
            new Multi("gml:MultiSurface", "gml:surfaceMember"));

    /** A collection of geometries and the property that holds each of its members. */
    record Multi(String collection, String member) {}

    private final String namespace;
    private final String schema;
    private final Multi points;
    private final Multi lines;
    private final Multi polygons;

    GmlVersion(String namespace, String schema, Multi points, Multi lines, Multi polygons) {
        this.namespace = namespace;
        this.schema = schema;
        this.points = points;
        this.lines = lines;
        this.polygons = polygons;
    }

    public String namespace() {
        return namespace;
    }

    /** Where the schema is. */
    public String schema() {
        return schema;
    }

    /** @param dimension of the geometry, 0 to 2 */
    Multi multi(int dimension) {
        return dimension == 0 ? points : dimension == 1 ? lines : polygons;
    }
}
