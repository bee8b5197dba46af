package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GmlSourceTest {
    private static final String GML = " xmlns:gml='http://www.opengis.net/gml/3.2' xmlns:n='urn:n'";

    @TempDir
    Path folder;

    private Path write(String gml) throws Exception {
        return Files.writeString(folder.resolve("xa.gml"), gml);
    }

    private Reading read(String gml) throws Exception {
        return Reading.of(write(gml));
    }

    private Reading readGeometry(String geometry) throws Exception {
        return read("<c" + GML + "><gml:featureMember><n:xa><n:g>" + geometry
                + "</n:g><n:sau>1</n:sau></n:xa></gml:featureMember></c>");
    }

    private UnreadableSourceException refusal(String gml) throws Exception {
        Path file = write(gml);
        return catchThrowableOfType(UnreadableSourceException.class, () -> Reading.of(file));
    }

    @Test
    void an_answer_of_our_wfs_is_read_back_as_it_was() throws Exception {
        Reading reading = read("""
                <?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0"
                 xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:ntm="urn:ruralmap:ntm"
                 xmlns:xlink="http://www.w3.org/1999/xlink" numberMatched="2" numberReturned="2">
                <wfs:member><ntm:communes gml:id="communes.7"><ntm:fid>7</ntm:fid><ntm:code>31567</ntm:code>
                <ntm:name>Kế Sách</ntm:name><ntm:valid_from>2025-07-01</ntm:valid_from><ntm:geometry>
                <gml:MultiSurface gml:id="communes.7.geometry" srsName="urn:ogc:def:crs:EPSG::4326" srsDimension="2">
                <gml:surfaceMember><gml:Polygon gml:id="p"><gml:exterior><gml:LinearRing>
                <gml:posList>9.5 105.9 9.5 106 9.6 106 9.5 105.9</gml:posList></gml:LinearRing></gml:exterior>
                </gml:Polygon></gml:surfaceMember></gml:MultiSurface></ntm:geometry></ntm:communes></wfs:member>
                <wfs:member xlink:href="#communes.7"/></wfs:FeatureCollection>
                """);

        assertThat(reading.info().fields())
                .extracting(SourceField::name)
                .containsExactly("gml_id", "fid", "code", "name", "valid_from");
        assertThat(reading.records()).hasSize(1);
        assertThat(reading.records().get(0).values())
                .containsExactly("communes.7", "7", "31567", "Kế Sách", "2025-07-01");
        assertThat(reading.wkt()).containsExactly("POLYGON ((105.9 9.5, 106 9.5, 106 9.6, 105.9 9.5))");
        assertThat(reading.info().declaredCrs()).isEqualTo(DeclaredCrs.ofCode("EPSG:4326"));
        assertThat(reading.findings()).containsExactly("0 LINK_NOT_FOLLOWED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urn:ogc:def:crs:EPSG::4326|9.5 105.9|EPSG:4326|",
                "http://www.opengis.net/def/crs/EPSG/0/4326|9.5 105.9|EPSG:4326|",
                "EPSG:4326|105.9 9.5|EPSG:4326|",
                "http://www.opengis.net/gml/srs/epsg.xml#4326|105.9 9.5|EPSG:4326|",
                "urn:ogc:def:crs:OGC:1.3:CRS84|105.9 9.5|CRS:84|",
                "urn:ogc:def:crs:EPSG::4756|9.5 105.9|EPSG:4756|",
                "urn:ogc:def:crs:EPSG::4326|105.9 9.5|EPSG:4326|AXES_SWAPPED",
                "EPSG:4326|9.5 105.9|EPSG:4326|AXES_SWAPPED",
                "VN-2000|9.5 105.9||CRS_NOT_UNDERSTOOD"
            })
    void the_notation_of_the_system_gives_the_order_of_axes_unless_it_cannot_be(
            String srsName, String position, String code, String finding) throws Exception {
        Reading reading =
                readGeometry("<gml:Point srsName='" + srsName + "'><gml:pos>" + position + "</gml:pos></gml:Point>");

        assertThat(reading.wkt()).containsExactly("POINT (105.9 9.5)");
        assertThat(reading.info().declaredCrs()).isEqualTo(code == null ? null : DeclaredCrs.ofCode(code));
        assertThat(reading.findings()).isEqualTo(finding == null ? List.of() : List.of("0 " + finding));
    }

    @Test
    void metres_have_the_easting_first_either_way() throws Exception {
        assertThat(readGeometry("<gml:Point srsName='urn:ogc:def:crs:EPSG::9209'><gml:pos>551819.668 1061930.471"
                                + "</gml:pos></gml:Point>")
                        .wkt())
                .containsExactly("POINT (551819.668 1061930.471)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<gml:Point><gml:coordinates>1,2</gml:coordinates></gml:Point>|POINT (1 2)",
                "<gml:Point><gml:coord><gml:X>1</gml:X><gml:Y>2</gml:Y></gml:coord></gml:Point>|POINT (1 2)",
                "<gml:LineString><gml:pos>1 2</gml:pos><gml:pos>3 4</gml:pos></gml:LineString>|LINESTRING (1 2, 3 4)",
                "<gml:LineString srsDimension='3'><gml:posList>1 2 9 3 4 9</gml:posList></gml:LineString>"
                        + "|LINESTRING (1 2, 3 4)",
                "<gml:LineString><gml:posList>1 2 9 3 4 9 5 6 9</gml:posList></gml:LineString>"
                        + "|LINESTRING (1 2, 3 4, 5 6)",
                "<gml:Curve><gml:segments><gml:LineStringSegment><gml:posList>1 2 3 4</gml:posList>"
                        + "</gml:LineStringSegment><gml:LineStringSegment><gml:posList>3 4 5 6</gml:posList>"
                        + "</gml:LineStringSegment></gml:segments></gml:Curve>|LINESTRING (1 2, 3 4, 5 6)",
                "<gml:MultiCurve><gml:curveMembers><gml:LineString><gml:posList>1 2 3 4</gml:posList></gml:LineString>"
                        + "<gml:LineString><gml:posList>5 6 7 8</gml:posList></gml:LineString></gml:curveMembers>"
                        + "</gml:MultiCurve>|MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
                "<gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior><gml:LinearRing><gml:posList>0 0 9 0 9 9 0 0"
                        + "</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>"
                        + "5 2 6 2 6 3 5 2</gml:posList></gml:LinearRing></gml:interior></gml:PolygonPatch>"
                        + "</gml:patches></gml:Surface>|POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))",
                "<gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>0,0 9,0 9,9 0,0</gml:coordinates>"
                        + "</gml:LinearRing></gml:outerBoundaryIs></gml:Polygon>|POLYGON ((0 0, 9 0, 9 9, 0 0))",
                "<gml:Polygon><gml:exterior><gml:Ring><gml:curveMember><gml:LineString><gml:posList>0 0 9 0 9 9"
                        + "</gml:posList></gml:LineString></gml:curveMember><gml:curveMember><gml:LineString>"
                        + "<gml:posList>9 9 0 0</gml:posList></gml:LineString></gml:curveMember></gml:Ring>"
                        + "</gml:exterior></gml:Polygon>|POLYGON ((0 0, 9 0, 9 9, 0 0))",
                "<gml:MultiPoint><gml:pointMember><gml:Point><gml:pos>1 2</gml:pos></gml:Point></gml:pointMember>"
                        + "<gml:pointMembers><gml:Point><gml:pos>3 4</gml:pos></gml:Point></gml:pointMembers>"
                        + "</gml:MultiPoint>|MULTIPOINT ((1 2), (3 4))"
            })
    void every_simple_geometry_of_gml_2_and_3_is_read(String gml, String wkt) throws Exception {
        Reading reading = readGeometry(gml);

        assertThat(reading.wkt()).containsExactly(wkt);
        assertThat(reading.records().get(0).values()).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<gml:Curve><gml:segments><gml:Arc><gml:posList>1 2 3 4 5 6</gml:posList></gml:Arc></gml:segments>"
                        + "</gml:Curve>|GEOMETRY_DAMAGED",
                "<gml:Point><gml:pos>1 hai</gml:pos></gml:Point>|GEOMETRY_DAMAGED",
                "<gml:Point srsDimension='1'><gml:pos>1</gml:pos></gml:Point>|GEOMETRY_DAMAGED",
                "<gml:LineString><gml:posList>1 2 3 4 5</gml:posList></gml:LineString>|GEOMETRY_DAMAGED",
                "<gml:LineString><gml:coordinates cs=';' decimal=','>1,5;2 3;4</gml:coordinates></gml:LineString>"
                        + "|GEOMETRY_DAMAGED",
                "<gml:MultiSurface><gml:surfaceMember href='#a'/></gml:MultiSurface>|GEOMETRY_DAMAGED",
                "<gml:MultiPoint/>|GEOMETRY_EMPTY"
            })
    void a_geometry_that_is_not_read_costs_the_row_its_geometry_only(String gml, String code) throws Exception {
        Reading reading = readGeometry(gml);

        assertThat(reading.wkt()).containsExactly((String) null);
        assertThat(reading.findings()).containsExactly("1 " + code);
        assertThat(reading.records().get(0).values()).containsExactly("1");
    }

    @Test
    void nested_and_repeated_values_keep_their_names() throws Exception {
        Reading reading =
                read("<c" + GML + "><gml:featureMembers><n:xa fid='x.1'><gml:name>a</gml:name><n:ten>b</n:ten>"
                        + "<n:o><n:p>1</n:p><n:p>2</n:p></n:o><n:rong/></n:xa><n:xa/></gml:featureMembers></c>");

        assertThat(reading.info().fields())
                .extracting(SourceField::name)
                .containsExactly("gml_id", "gml_name", "ten", "o.p");
        assertThat(reading.records().get(0).values()).containsExactly("x.1", "a", "b", "1; 2");
        assertThat(reading.records()).hasSize(2);
    }

    @Test
    void of_several_types_one_has_to_be_chosen() throws Exception {
        String gml = "<wfs:FeatureCollection xmlns:wfs='http://www.opengis.net/wfs/2.0' xmlns:n='urn:n'><wfs:member>"
                + "<wfs:FeatureCollection><wfs:member><n:xa><n:ma>1</n:ma></n:xa></wfs:member></wfs:FeatureCollection>"
                + "</wfs:member><wfs:member><n:ap><n:ten>2</n:ten></n:ap></wfs:member></wfs:FeatureCollection>";

        assertThat(refusal(gml)).hasMessageContaining("SEVERAL_DATA_SETS").hasMessageContaining("xa, ap");
        Reading reading = Reading.of(write(gml), ReadOptions.defaults().withMember("n:AP"));
        assertThat(reading.info().name()).isEqualTo("ap");
        assertThat(reading.records().get(0).values()).containsExactly("2");
    }

    @Test
    void a_feature_alone_is_one_record_and_an_empty_collection_none() throws Exception {
        assertThat(read("<n:xa" + GML
                                + " gml:id='xa.1'><n:g><gml:Point><gml:pos>1 2</gml:pos></gml:Point></n:g></n:xa>")
                        .wkt())
                .containsExactly("POINT (1 2)");
        assertThat(read("<gml:FeatureCollection" + GML + "/>").records()).isEmpty();
    }

    @Test
    void the_exception_of_a_service_is_told_and_not_read_as_data() throws Exception {
        assertThat(refusal("<ows:ExceptionReport xmlns:ows='http://www.opengis.net/ows/1.1'><ows:Exception><ows:"
                        + "ExceptionText>Không có lớp</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"))
                .hasMessageContaining("GML_WITHOUT_FEATURES")
                .hasMessageContaining("Không có lớp");
    }

    @Test
    void geometry_of_a_second_system_is_not_mixed_with_that_of_the_first() throws Exception {
        Reading reading = read("<c" + GML + "><gml:featureMember><n:a><n:g><gml:Point srsName='EPSG:9209'><gml:pos>1 2"
                + "</gml:pos></gml:Point></n:g></n:a></gml:featureMember><gml:featureMember><n:a><n:g><gml:Point "
                + "srsName='EPSG:4326'><gml:pos>1 2</gml:pos></gml:Point></n:g></n:a></gml:featureMember></c>");

        assertThat(reading.wkt()).containsExactly("POINT (1 2)", null);
        assertThat(reading.findings()).containsExactly("0 CRS_SEVERAL", "2 GEOMETRY_DAMAGED");
    }
}
