package vn.ruralmap.dataimport.read;

/** Small sound files of the text formats, with something of everything that a reader looks at. */
final class SoundTexts {
    static final String CSV = """
            ten;loai;"kinh_do";vi_do;ma_xa;han_ocop
            Bến Ninh;;105,95;9,55;;1/7/2026
            Chợ Nổi;Sinh thái;105,96;9,56;;30/6/2027
            Vườn Cò;khác;105,97;9,57;;
            Cồn Mỹ Phước;;105°58'15";9°30'20";;
            "Chùa; Dơi";Tâm linh;105,98;9,58;;
            "hai ""ba""
            dòng";;106,01;9,59;31502;2026-02-30
            ;;;;;
            Trần Đề;;;;;
            """;

    static final String WKT = """
            wkt,ma_xa,ten_xa,dien_tich
            "SRID=4326;POLYGON Z ((105.9 9.5 5, 105.92 9.5 5, 105.92 9.52 5, 105.9 9.52 5, 105.9 9.5 5), (105.905 9.505 1, 105.906 9.505 1, 105.906 9.506 1, 105.905 9.505 1))",31501,Xã Kế Sách,484.5
            "MULTIPOLYGON (((105.92 9.5, 105.94 9.5, 105.94 9.52, 105.92 9.52, 105.92 9.5)))",31502,Xã Mỹ Tú,"1.234,5"
            "POLYGON ((105.94 9.5, 105.96 9.5, 105.96 9.52, 105.94 9.52, 105.94 9.5))",31503,Xã Trần Đề,
            "GEOMETRYCOLLECTION (POINT (105.9 9.5), MULTIPOINT ((106 9.5), EMPTY))",31504,Kế Sách,
            "MULTILINESTRING ((105.9 9.5, 1.06e2 9.52), (106 9.6, 106 9.7))",,,
            """;

    static final String GEOJSON = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9209"}},
            "features":[{"type":"Feature","id":1,"properties":{"ma_xa":"31501","ten_xa":"Kế Sách","dan_so":15,"x":1.5,"c":[1,{"d":null}]},
            "geometry":{"type":"Polygon","coordinates":[[[544000,1050000],[546000,1050000],[546000,1052000],[544000,1050000]]]}},
            {"type":"Feature","properties":{"ma_xa":31502,"ten_xa":"Xã Mỹ Tú","dien_tich":400},
            "geometry":{"type":"MultiPolygon","coordinates":[[[[544000,1050000],[546000,1052000],[544000,1052000],[544000,1050000]]],
            [[[550000,1050000],[551000,1050000],[551000,1051000],[550000,1050000]]]]}},
            {"type":"Feature","properties":{"ten_xa":true},"geometry":{"type":"GeometryCollection",
            "geometries":[{"type":"Point","coordinates":[1,2,3]}]}}]}
            """;

    static final String KML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Chùa</name>
            <Placemark id="a"><name>Chùa Dơi</name><description><![CDATA[<b>x</b>]]></description><ExtendedData>
            <Data name="a&amp;b"><value>5</value></Data><SchemaData><SimpleData name="sao_ocop">4</SimpleData></SchemaData>
            </ExtendedData><MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>105.9,9.5,1 105.92,9.5
            105.92,9.52 105.9,9.5</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>
            105.91,9.505 105.911,9.505 105.911,9.506 105.91,9.505</coordinates></LinearRing></innerBoundaryIs></Polygon>
            </MultiGeometry></Placemark></Folder><NetworkLink/><Placemark><name>Bến</name><Point><coordinates>105.9,9.5
            </coordinates></Point></Placemark><Placemark><LineString><coordinates>105.9,9.5 106,9.6</coordinates>
            </LineString></Placemark></Document></kml>
            """;

    static final String GML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"
             xmlns:n="urn:n" xmlns:xlink="http://www.w3.org/1999/xlink"><wfs:member><n:xa gml:id="xa.1">
            <n:ma_xa>31501</n:ma_xa><n:ten_xa>Xã Kế Sách</n:ten_xa><n:o><n:p>1</n:p><n:p>2</n:p></n:o><n:g>
            <gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::4326" srsDimension="2"><gml:surfaceMember><gml:Polygon>
            <gml:exterior><gml:LinearRing><gml:posList>9.5 105.9 9.5 106 9.6 106 9.5 105.9</gml:posList></gml:LinearRing>
            </gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></n:g></n:xa></wfs:member>
            <wfs:member><n:xa gml:id="xa.2"><n:ma_xa>31502</n:ma_xa><n:ten_xa>Mỹ Tú</n:ten_xa><n:g><gml:Polygon
             srsName="urn:ogc:def:crs:EPSG::4326"><gml:exterior><gml:LinearRing><gml:coordinates>9.5,105.9 9.6,106 9.6,105.9 9.5,105.9
            </gml:coordinates></gml:LinearRing></gml:exterior></gml:Polygon></n:g></n:xa></wfs:member><wfs:member><n:xa
             gml:id="xa.3"><n:g><gml:LineString><gml:coordinates>9.5,105.9 9.6,106</gml:coordinates></gml:LineString></n:g></n:xa>
            </wfs:member><wfs:member xlink:href="#xa.1"/></wfs:FeatureCollection>
            """;

    static final String MIF = """
            Version 450
            Charset "UTF-8"
            Delimiter ","
            CoordSys Earth Projection 8, 9999, 28, -191.9, -39.3, -111.4, 0, 0, 0, 0, 0, "m", 105.5, 0, 0.9999, 500000, 0
            Transform 1, 1, 0, 0
            Columns 4
              ten_xa Char(20)
              dien_tich Decimal(9,2)
              ngay Date
              ma_xa Char(5)
            Data
            Region 2
              4
            544000 1050000
            546000 1050000
            546000 1052000
            544000 1050000
              4
            545500 1050500 545600 1050500 545600 1050600 545500 1050500
                Pen (1,2,0) Brush (2,1) Center 5 1
            Region 1
              4
            544000 1050000 546000 1052000 544000 1052000 544000 1050000
            Region 1
              4
            550000 1050000 551000 1050000 551000 1051000 550000 1050000
            Region 1
              4
            552000 1050000 553000 1050000 553000 1051000 552000 1050000
            PLine Multiple 2 2 544000 1050000 544000 1060000 2 545000 1050000 545000 1060000
            Collection 2 Multipoint 1 544000 1050000 Point 545000 1050000
            Text "a b" 544000 1050000 545000 1050100 Font ("Arial",0,0,0) Label Line Arrow 1 2
            NONE
            """;

    static final String MID = """
            "Kế Sách",1.5,20250701,"31501"
            "Xã Mỹ Tú",400,20250701,"31502"
            "Xã Trần Đề",50,20250701,"31503"
            "Xã An Lạc",50,20250701,"31507"
            "b ""c""\",2,31505"
            ,,,
            "d",-3e2,20250702,"T"
            "e",1,20250703,"31504"
            """;

    private SoundTexts() {}
}
