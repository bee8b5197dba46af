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
    CSV,
    /** KML 2.0 to 2.3 (OGC 07-147r2, 12-007r2), also as KMZ. */
    KML,
    /** GML 2.1, 3.1 and 3.2 (OGC 02-069, 03-105r1, 07-036): simple features. */
    GML,
    /** MapInfo Interchange Format, .mif with .mid. */
    MIF,
    /** MapInfo table: .tab, .dat, .map, .id; through GDAL. */
    MAPINFO_TAB,
    /** AutoCAD Drawing Exchange Format, as text; through GDAL. */
    DXF,
    /** MicroStation design file up to version 7; through GDAL. */
    DGN,
    /** FlatGeobuf 3; through GDAL. */
    FLATGEOBUF
}
