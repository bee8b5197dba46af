package vn.ruralmap.server.wfs;

import vn.ruralmap.server.formats.GmlDialect;

/** The XML namespaces of the standard and of our own feature types. */
final class Namespaces {

    static final String WFS = "http://www.opengis.net/wfs/2.0";
    static final String OWS = "http://www.opengis.net/ows/1.1";
    static final String OWS_1_0 = "http://www.opengis.net/ows";
    static final String FES = "http://www.opengis.net/fes/2.0";
    /** Filters before FES 2.0. */
    static final String OGC = "http://www.opengis.net/ogc";

    static final String GML = "http://www.opengis.net/gml/3.2";
    static final String XLINK = "http://www.w3.org/1999/xlink";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String XSD = "http://www.w3.org/2001/XMLSchema";

    /** Of the feature types. */
    static final String NTM = GmlDialect.FEATURES;

    static final String NTM_PREFIX = GmlDialect.PREFIX;

    static final String WFS_SCHEMA = WFS + " http://schemas.opengis.net/wfs/2.0/wfs.xsd";

    private Namespaces() {}
}
