package vn.ruralmap.layers.gml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.crs.SystemReference;

/** GML in, WKT in longitude and latitude out. */
class GmlReaderTest {

    private static final int MAX_VERTICES = 1_000;

    private static XMLStreamReader open(String gml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        String namespaces = " xmlns:gml='http://www.opengis.net/gml/3.2' xmlns:old='http://www.opengis.net/gml'"
                + " xmlns:xlink='http://www.w3.org/1999/xlink'";
        XMLStreamReader xml =
                factory.createXMLStreamReader(new StringReader("<geom" + namespaces + ">" + gml + "<after/></geom>"));
        xml.nextTag();
        xml.nextTag();
        return xml;
    }

    private static Geometry read(String gml) throws XMLStreamException {
        XMLStreamReader xml = open(gml);
        assertThat(GmlReader.isGeometry(xml)).isTrue();
        Geometry geometry = new GmlReader(xml, SystemReference.CRS84, MAX_VERTICES).read();
        xml.nextTag();
        assertThat(xml.getLocalName()).as("stands behind the geometry").isEqualTo("after");
        return geometry;
    }

    private static void assertRead(String gml, String wkt) throws Exception {
        Geometry geometry = read(gml);
        // half of the grid that everything is stored on: GeoTools' way back from VN-2000 is some 0.3 mm off
        assertThat(geometry.equalsExact(new WKTReader().read(wkt), 5e-9))
                .as("%s is read as %s", gml, geometry)
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            <gml:Point><gml:pos>106 9.5</gml:pos></gml:Point>                                    | POINT (106 9.5)
            <gml:Point><gml:pos>106 9.5 12</gml:pos></gml:Point>                                 | POINT (106 9.5)
            <old:Point><old:coordinates>106,9.5</old:coordinates></old:Point>                    | POINT (106 9.5)
            <old:Point><old:coordinates cs=' ' ts=';' decimal=','>106 9,5</old:coordinates></old:Point> | POINT (106 9.5)
            <old:Point><old:coord><old:X>106</old:X><old:Y>9.5</old:Y></old:coord></old:Point>   | POINT (106 9.5)
            <gml:LineString><gml:posList>1 2 3 4</gml:posList></gml:LineString>                  | LINESTRING (1 2, 3 4)
            <gml:LineString><gml:posList srsDimension='3'>1 2 0 3 4 0</gml:posList></gml:LineString> | LINESTRING (1 2, 3 4)
            <gml:LineString srsDimension='3'><gml:posList>1 2 0 3 4 0</gml:posList></gml:LineString> | LINESTRING (1 2, 3 4)
            <gml:LineString><gml:pos>1 2</gml:pos><gml:pos>3 4</gml:pos></gml:LineString>        | LINESTRING (1 2, 3 4)
            <old:LineString><old:coordinates>1,2,9 3,4,9</old:coordinates></old:LineString>      | LINESTRING (1 2, 3 4)
            <gml:Curve><gml:segments><gml:LineStringSegment><gml:posList>1 2 3 4</gml:posList></gml:LineStringSegment><gml:LineStringSegment><gml:posList>3 4 5 6</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve> | LINESTRING (1 2, 3 4, 5 6)
            <gml:OrientableCurve orientation='-'><gml:baseCurve><gml:LineString><gml:posList>1 2 3 4</gml:posList></gml:LineString></gml:baseCurve></gml:OrientableCurve> | LINESTRING (3 4, 1 2)
            <gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>0 0 4 0 4 4 0 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon> | POLYGON ((0 0, 4 0, 4 4, 0 0))
            <gml:Polygon><gml:exterior><gml:Ring><gml:curveMember><gml:LineString><gml:posList>0 0 4 0 4 4</gml:posList></gml:LineString></gml:curveMember><gml:curveMember><gml:LineString><gml:posList>4 4 0 0</gml:posList></gml:LineString></gml:curveMember></gml:Ring></gml:exterior></gml:Polygon> | POLYGON ((0 0, 4 0, 4 4, 0 0))
            <old:Polygon><old:outerBoundaryIs><old:LinearRing><old:coordinates>0,0 4,0 4,4 0,0</old:coordinates></old:LinearRing></old:outerBoundaryIs><old:innerBoundaryIs><old:LinearRing><old:coordinates>2,1 3,1 3,2 2,1</old:coordinates></old:LinearRing></old:innerBoundaryIs></old:Polygon> | POLYGON ((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1))
            <gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior><gml:LinearRing><gml:posList>0 0 4 0 4 4 0 0</gml:posList></gml:LinearRing></gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface> | POLYGON ((0 0, 4 0, 4 4, 0 0))
            <gml:MultiPoint><gml:pointMember><gml:Point><gml:pos>1 2</gml:pos></gml:Point></gml:pointMember><gml:pointMember><gml:Point><gml:pos>3 4</gml:pos></gml:Point></gml:pointMember></gml:MultiPoint> | MULTIPOINT (1 2, 3 4)
            <gml:MultiCurve><gml:curveMember><gml:LineString><gml:posList>1 2 3 4</gml:posList></gml:LineString></gml:curveMember></gml:MultiCurve> | MULTILINESTRING ((1 2, 3 4))
            <old:MultiLineString><old:lineStringMember><old:LineString><old:coordinates>1,2 3,4</old:coordinates></old:LineString></old:lineStringMember></old:MultiLineString> | MULTILINESTRING ((1 2, 3 4))
            <gml:MultiSurface><gml:surfaceMembers><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>0 0 4 0 4 4 0 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMembers></gml:MultiSurface> | MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))
            <old:MultiPolygon><old:polygonMember><old:Polygon><old:outerBoundaryIs><old:LinearRing><old:coordinates>0,0 4,0 4,4 0,0</old:coordinates></old:LinearRing></old:outerBoundaryIs></old:Polygon></old:polygonMember></old:MultiPolygon> | MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))
            <gml:MultiGeometry><gml:geometryMember><gml:Point><gml:pos>1 2</gml:pos></gml:Point></gml:geometryMember><gml:geometryMember><gml:LineString><gml:posList>1 2 3 4</gml:posList></gml:LineString></gml:geometryMember></gml:MultiGeometry> | GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))
            <gml:Envelope><gml:lowerCorner>1 2</gml:lowerCorner><gml:upperCorner>3 4</gml:upperCorner></gml:Envelope> | POLYGON ((1 2, 1 4, 3 4, 3 2, 1 2))
            <old:Box><old:coordinates>1,2 3,4</old:coordinates></old:Box>                        | POLYGON ((1 2, 1 4, 3 4, 3 2, 1 2))
            """)
    void everyGeometryOfTheThreeVersionsIsRead(String gml, String wkt) throws Exception {
        assertRead(gml, wkt);
    }

    @Test
    void surfacesOfSeveralPatchesLoseTheirInnerEdges() throws Exception {
        String patch = "<gml:PolygonPatch><gml:exterior><gml:LinearRing><gml:posList>%s</gml:posList>"
                + "</gml:LinearRing></gml:exterior></gml:PolygonPatch>";
        Geometry surface = read("<gml:Surface><gml:patches>" + patch.formatted("0 0 2 0 2 2 0 2 0 0")
                + patch.formatted("2 0 4 0 4 2 2 2 2 0") + "</gml:patches></gml:Surface>");
        Geometry whole = new WKTReader().read("POLYGON ((0 0, 2 0, 4 0, 4 2, 2 2, 0 2, 0 0))");
        assertThat(surface.norm().equalsExact(whole.norm()))
                .as(surface.toText())
                .isTrue();
    }

    /** Kế Sách: 9.77 north, 105.98 east. */
    @ParameterizedTest
    @CsvSource({
        "EPSG:4326, 105.98 9.77",
        "http://www.opengis.net/gml/srs/epsg.xml#4326, 105.98 9.77",
        "urn:ogc:def:crs:OGC:1.3:CRS84, 105.98 9.77",
        "urn:ogc:def:crs:EPSG::4326, 9.77 105.98",
        "urn:x-ogc:def:crs:EPSG:4326, 9.77 105.98",
        "http://www.opengis.net/def/crs/EPSG/0/4326, 9.77 105.98"
    })
    void theNotationOfTheSystemDecidesTheOrder(String srsName, String position) throws Exception {
        assertRead(
                "<gml:Point srsName='" + srsName + "'><gml:pos>" + position + "</gml:pos></gml:Point>",
                "POINT (105.98 9.77)");
    }

    @Test
    void anySystemOfTheRegisterIsReadAndTheInnermostNameHolds() throws Exception {
        double[] xy = {105.98, 9.77};
        CoordinateSystems.get("EPSG:9209").fromLonLat(xy, 0, xy, 0, 1);
        assertRead(
                "<gml:MultiPoint srsName='urn:ogc:def:crs:EPSG::4326'><gml:pointMember><gml:Point"
                        + " srsName='urn:ogc:def:crs:EPSG::9209'><gml:pos>" + xy[0] + " " + xy[1]
                        + "</gml:pos></gml:Point></gml:pointMember><gml:pointMember><gml:Point><gml:pos>9.5 106</gml:pos>"
                        + "</gml:Point></gml:pointMember></gml:MultiPoint>",
                "MULTIPOINT (105.98 9.77, 106 9.5)");
    }

    @Test
    void theDefaultSystemHoldsWhereNoneIsNamed() throws Exception {
        XMLStreamReader xml = open("<gml:Point><gml:pos>9.77 105.98</gml:pos></gml:Point>");
        assertThat(new GmlReader(xml, SystemReference.WGS84, 1).read().toText()).isEqualTo("POINT (105.98 9.77)");
    }

    @Test
    void aBoxKeepsItsSystem() throws Exception {
        XMLStreamReader xml = open("<gml:Envelope srsName='EPSG:3857'><gml:lowerCorner>-9e9 1</gml:lowerCorner>"
                + "<gml:upperCorner>9e9 2</gml:upperCorner></gml:Envelope>");
        ReferencedBox box = new GmlReader(xml, SystemReference.CRS84, MAX_VERTICES).readBox();
        assertThat(box).isEqualTo(new ReferencedBox(new Envelope(-9e9, 9e9, 1, 2), CoordinateSystems.EPSG3857));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<gml:Point/>",
                "<gml:Point><gml:pos>1</gml:pos></gml:Point>",
                "<gml:Point><gml:pos>1 x</gml:pos></gml:Point>",
                "<gml:Point><gml:pos>1 NaN</gml:pos></gml:Point>",
                "<gml:Point><gml:pos>1 0x1p3</gml:pos></gml:Point>",
                "<gml:Point><gml:pos>1 1e999</gml:pos></gml:Point>",
                "<gml:Point><gml:pos>1 2</gml:pos><gml:pos>1 2</gml:pos></gml:Point>",
                "<gml:Point><gml:pos>1<gml:pos>2</gml:pos></gml:pos></gml:Point>",
                "<gml:Point>1 2</gml:Point>",
                "<gml:Point srsName='EPSG:1'><gml:pos>1 2</gml:pos></gml:Point>",
                "<gml:Point srsName='EPSG:4326'><gml:pos>9.77 105.98</gml:pos></gml:Point>",
                "<gml:Point srsName='EPSG:9209'><gml:pos>1e12 1e12</gml:pos></gml:Point>",
                "<gml:Point xlink:href='http://localhost/x'/>",
                "<gml:MultiPoint><gml:pointMember xlink:href='#a'/></gml:MultiPoint>",
                "<gml:LineString><gml:posList>1 2 3</gml:posList></gml:LineString>",
                "<gml:LineString><gml:posList>1 2</gml:posList></gml:LineString>",
                "<gml:LineString srsDimension='9'><gml:posList>1 2 3 4</gml:posList></gml:LineString>",
                "<old:LineString><old:coordinates>1,2 3</old:coordinates></old:LineString>",
                "<old:LineString><old:coordinates cs='1'>1,2 3,4</old:coordinates></old:LineString>",
                "<gml:Curve><gml:segments><gml:Arc><gml:posList>0 0 1 1 2 0</gml:posList></gml:Arc></gml:segments></gml:Curve>",
                "<gml:Polygon/>",
                "<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>0 0 4 0 4 4 0 1</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>",
                "<gml:Polygon><gml:exterior><gml:Point><gml:pos>1 2</gml:pos></gml:Point></gml:exterior></gml:Polygon>",
                "<gml:MultiPoint><gml:pointMember><gml:Polygon/></gml:pointMember></gml:MultiPoint>",
                "<gml:MultiSurface><gml:surfaceMember><gml:Point><gml:pos>1 2</gml:pos></gml:Point></gml:surfaceMember></gml:MultiSurface>",
                "<gml:Surface/>",
                "<gml:Envelope><gml:lowerCorner>3 4</gml:lowerCorner><gml:upperCorner>1 2</gml:upperCorner></gml:Envelope>",
                "<gml:Envelope><gml:lowerCorner>3 4</gml:lowerCorner></gml:Envelope>"
            })
    void whatIsNoGeometryIsRefusedWithItsPlace(String gml) {
        assertThatThrownBy(() -> read(gml)).isInstanceOfSatisfying(GmlException.class, e -> {
            assertThat(e.reason().en()).matches("(?s)line 1, column \\d+: .+");
            assertThat(e.reason().vi()).matches("(?s)dòng 1, cột \\d+: .+");
        });
    }

    @Test
    void largeAndDeepGeometryIsRefused() throws Exception {
        String many =
                "<gml:LineString><gml:posList>" + "1 2 ".repeat(MAX_VERTICES + 1) + "</gml:posList></gml:LineString>";
        assertThatThrownBy(() -> read(many)).isInstanceOf(GmlException.class).hasMessageContaining("vertices");
        read(many.replaceFirst("1 2 ", ""));

        String empty = "<gml:MultiGeometry>"
                + "<gml:geometryMember><gml:MultiPoint/></gml:geometryMember>".repeat(5 * MAX_VERTICES)
                + "</gml:MultiGeometry>";
        assertThatThrownBy(() -> read(empty)).isInstanceOf(GmlException.class).hasMessageContaining("vertices");

        String deep = "<gml:MultiGeometry><gml:geometryMember>".repeat(5_000)
                + "</gml:geometryMember></gml:MultiGeometry>".repeat(5_000);
        assertThatThrownBy(() -> read(deep)).isInstanceOf(GmlException.class).hasMessageContaining("deeper");
    }

    @Test
    void aNumberThatTheParserCutsInTwoIsOneNumber() throws Exception {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < MAX_VERTICES; i++) {
            list.append(100 + i * 1e-5).append(' ').append(9.123456789).append('\n');
        }
        Geometry line = read("<gml:LineString><gml:posList>" + list + "</gml:posList></gml:LineString>");
        assertThat(line.getNumPoints()).isEqualTo(MAX_VERTICES);
        for (int i = 0; i < MAX_VERTICES; i++) {
            assertThat(line.getCoordinates()[i].y).isEqualTo(9.123456789);
        }
    }
}
