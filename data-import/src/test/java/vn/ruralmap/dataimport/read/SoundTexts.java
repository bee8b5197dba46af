package vn.ruralmap.dataimport.read;

/** Small sound files of the text formats, with something of everything that a reader looks at. */
final class SoundTexts {
    static final String CSV = """
            ma;tên;"x";y
            00123;"Kế; Sách";1061930,471;551819,668
            7;"hai ""ba""
            dòng";1.061.930;105°30'15"
            ;;;
            8;Trần Đề;;
            """;

    static final String WKT = """
            wkt,ten
            "SRID=9209;POLYGON Z ((0 0 5, 9 0 5, 9 9 5, 0 0 5), (5 2 1, 6 2 1, 6 3 1, 5 2 1))",a
            "GEOMETRYCOLLECTION (POINT (1 2), MULTIPOINT ((3 4), EMPTY))",Kế Sách
            "MULTILINESTRING ((0 0, 1e3 -2.5), (3 4, 5 6))",
            """;

    static final String KML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Chùa</name>
            <Placemark id="a"><name>Kế</name><description><![CDATA[<b>x</b>]]></description><ExtendedData>
            <Data name="a&amp;b"><value>5</value></Data><SchemaData><SimpleData name="so">7</SimpleData></SchemaData>
            </ExtendedData><MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0,1 9,0 9,9 0,0
            </coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>5,2 6,2 6,3 5,2
            </coordinates></LinearRing></innerBoundaryIs></Polygon></MultiGeometry></Placemark></Folder>
            <NetworkLink/><Placemark><Point><coordinates>105.9,9.5</coordinates></Point></Placemark></Document></kml>
            """;

    static final String GML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"
             xmlns:n="urn:n" xmlns:xlink="http://www.w3.org/1999/xlink"><wfs:member><n:xa gml:id="xa.1">
            <n:ma>0123</n:ma><n:o><n:p>1</n:p><n:p>2</n:p></n:o><n:g><gml:MultiSurface
             srsName="urn:ogc:def:crs:EPSG::4326" srsDimension="2"><gml:surfaceMember><gml:Polygon><gml:exterior>
            <gml:LinearRing><gml:posList>9.5 105.9 9.5 106 9.6 106 9.5 105.9</gml:posList></gml:LinearRing>
            </gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></n:g></n:xa></wfs:member>
            <wfs:member><n:xa gml:id="xa.2"><n:g><gml:LineString><gml:coordinates>1,2 3,4</gml:coordinates>
            </gml:LineString></n:g></n:xa></wfs:member><wfs:member xlink:href="#xa.1"/></wfs:FeatureCollection>
            """;

    static final String MIF = """
            Version 450
            Charset "UTF-8"
            Delimiter ","
            CoordSys Earth Projection 8, 9999, 28, -191.9, -39.3, -111.4, 0, 0, 0, 0, 0, "m", 105.5, 0, 0.9999, 500000, 0
            Transform 1, 1, 0, 0
            Columns 4
              ten Char(20)
              so Decimal(9,2)
              ngay Date
              co Logical
            Data
            Region 2
              4
            0 0
            9 0
            9 9
            0 0
              4
            5 2 6 2 6 3 5 2
                Pen (1,2,0) Brush (2,1) Center 5 1
            PLine Multiple 2 2 1 2 3 4 2 5 6 7 8
            Collection 2 Multipoint 1 1 2 Point 3 4
            Text "a b" 1 2 3 4 Font ("Arial",0,0,0) Label Line Arrow 1 2
            NONE
            """;

    static final String MID = """
            "Kế Sách",1.5,20250701,T
            "b ""c""\",2,,F
            ,,,
            "d",-3e2,20250702,T
            "e",1,20250703,T
            """;

    private SoundTexts() {}
}
