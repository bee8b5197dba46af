package vn.ruralmap.dataimport.read;

/** The formats that can be imported. */
public enum SourceFormat {
    /** ESRI Shapefile Technical Description, July 1998, with a dBASE table. */
    SHAPEFILE,
    /** RFC 7946, and its predecessor of 2008 with a {@code crs} member. */
    GEOJSON,
    /** OGC 12-128. */
    GEOPACKAGE,
    /** RFC 4180 and its relatives: any delimiter, geometry as WKT (OGC 06-103r4) or as two numbers. */
    CSV
}
