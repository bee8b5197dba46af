package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.server.OgcSchemas;

/** What differs between 2.0.0, 1.1.0 and 1.0.0. */
class WfsVersionsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "capabilities_110.xml, VERSION=1.1.0&REQUEST=GetCapabilities",
        "capabilities_100.xml, VERSION=1.0.0&REQUEST=GetCapabilities",
        "schema_communes_110.xsd, VERSION=1.1.0&REQUEST=DescribeFeatureType&TYPENAME=ntm:communes",
        "schema_communes_100.xsd, VERSION=1.0.0&REQUEST=DescribeFeatureType&TYPENAME=ntm:communes",
        "schema_hamlets_100.xsd, VERSION=1.0.0&REQUEST=DescribeFeatureType&TYPENAME=ntm:hamlets",
        "communes_110.gml, VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=ntm:communes&MAXFEATURES=2",
        "communes_100.gml, VERSION=1.0.0&REQUEST=GetFeature&TYPENAME=ntm:communes&MAXFEATURES=2",
        "two_types_110.gml, 'VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=ntm:provinces,ntm:hamlets&MAXFEATURES=4'",
        "nothing_100.gml, VERSION=1.0.0&REQUEST=GetFeature&TYPENAME=ntm:communes&FEATUREID=communes.999",
        "communes_hits_110.gml, VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=ntm:communes&RESULTTYPE=hits",
        "unknown_type_110.xml, VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=ntm:nothing",
        "unknown_type_100.xml, VERSION=1.0.0&REQUEST=GetFeature&TYPENAME=ntm:nothing"
    })
    void a_document_is_as_expected(String file, String query) {
        Golden.assertSame(file, Wfs.stable(get(query)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VERSION=2.0.0&REQUEST=GetCapabilities",
                "VERSION=1.1.0&REQUEST=GetCapabilities",
                "VERSION=1.0.0&REQUEST=GetCapabilities",
                "VERSION=2.0.0&REQUEST=ListStoredQueries",
                "VERSION=2.0.0&REQUEST=DescribeStoredQueries",
                "VERSION=2.0.0&REQUEST=GetFeature&TYPENAME=nothing",
                "VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=nothing",
                "VERSION=1.0.0&REQUEST=GetFeature&TYPENAME=nothing"
            })
    void documents_are_valid_by_the_schemas_of_their_version(String query) {
        assertThat(OgcSchemas.errorsBySchema(get(query))).isEmpty();
    }

    @ParameterizedTest(name = "{0} is answered in {1}")
    @CsvSource({
        "'', 2.0.0",
        "VERSION=1.0.0, 1.0.0",
        "VERSION=1.1.0, 1.1.0",
        "VERSION=2.0.2, 2.0.0",
        "VERSION=1.0.5, 1.0.0",
        "VERSION=1.2.0, 1.1.0",
        "VERSION=0.0.14, 1.0.0",
        "VERSION=3.0.0, 2.0.0",
        "'ACCEPTVERSIONS=1.1.0,2.0.0', 1.1.0",
        "'ACCEPTVERSIONS=9.9.9,1.0.0', 1.0.0",
        "'ACCEPTVERSIONS=1.1.0&VERSION=2.0.0', 1.1.0"
    })
    void client_and_server_agree_on_a_version(String parameters, String version) {
        assertThat(get("REQUEST=GetCapabilities&" + parameters)).contains(" version=\"" + version + '"');
    }

    /** Of the commune in the west, 105.9 to 105.95 east and 9.75 to 9.8 north. */
    @ParameterizedTest(name = "{0} SRSNAME={1}")
    @CsvSource({
        "1.0.0, , '105.9,9.75 '",
        "1.0.0, EPSG:4326, '105.9,9.75 '",
        "1.0.0, urn:ogc:def:crs:EPSG::4326, '105.9,9.75 '",
        "1.0.0, urn:x-ogc:def:crs:EPSG:4326, '105.9,9.75 '",
        "1.1.0, , '9.75 105.9 '",
        "1.1.0, EPSG:4326, '105.9 9.75 '",
        "1.1.0, urn:ogc:def:crs:EPSG::4326, '9.75 105.9 '",
        "1.1.0, urn:x-ogc:def:crs:EPSG:4326, '9.75 105.9 '",
        "1.1.0, urn:ogc:def:crs:EPSG::4756, '9.75'",
        "1.1.0, http://www.opengis.net/gml/srs/epsg.xml%234326, '105.9 9.75 '",
        "1.1.0, urn:ogc:def:crs:EPSG::9209, '54'",
        "2.0.0, EPSG:9209, '54'"
    })
    void axis_order_follows_version_and_notation(String version, String srsName, String start) {
        String answer = get("VERSION=" + version + "&REQUEST=GetFeature&FEATUREID=communes.4"
                + (srsName == null ? "" : "&SRSNAME=" + srsName));

        assertThat(answer.replaceAll("(?s).*<gml:(posList|coordinates)>(?=[^<]*</gml:\\1></gml:LinearRing)", ""))
                .startsWith(start);
    }

    @ParameterizedTest(name = "{0} BBOX={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0.0 | 105.91,9.76,105.93,9.78",
                "1.0.0 | 105.91,9.76,105.93,9.78,urn:ogc:def:crs:EPSG::4326",
                "1.1.0 | 9.76,105.91,9.78,105.93",
                "1.1.0 | 105.91,9.76,105.93,9.78",
                "1.1.0 | 9.76,105.91,9.78,105.93,urn:ogc:def:crs:EPSG::4326",
                "1.1.0 | 105.91,9.76,105.93,9.78,EPSG:4326"
            })
    void so_does_that_of_boxes(String version, String box) {
        assertThat(get("VERSION=" + version + "&REQUEST=GetFeature&TYPENAME=communes&BBOX=" + box))
                .contains("communes.4")
                .doesNotContain("communes.5");
    }

    @ParameterizedTest(name = "{0} outputFormat={1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0.0 | | text/xml; subtype=gml/2.1.2",
                "1.0.0 | GML2 | text/xml; subtype=gml/2.1.2",
                "1.0.0 | GML3 | text/xml; subtype=gml/3.1.1",
                "1.1.0 | | text/xml; subtype=gml/3.1.1",
                "1.1.0 | text/xml; subtype=gml/3.1.1 | text/xml; subtype=gml/3.1.1",
                "1.1.0 | text/xml; subtype=gml/3.1.1/profiles/gmlsf/1.0.0/0 | text/xml; subtype=gml/3.1.1",
                "1.1.0 | text/xml;subtype=\"gml/3.1.1\" | text/xml; subtype=gml/3.1.1",
                "1.1.0 | GML2 | text/xml; subtype=gml/2.1.2",
                "1.1.0 | application/json | application/geo+json",
                "2.0.0 | gml32 | application/gml+xml; version=3.2",
                "2.0.0 | application/gml+xml;version=3.2 | application/gml+xml; version=3.2",
                "2.0.0 | text/xml; subtype=gml/3.2.1 | application/gml+xml; version=3.2",
                "2.0.0 | gml3 | text/xml; subtype=gml/3.1.1"
            })
    void formats_have_the_names_that_clients_send(String version, String format, String contentType) {
        HttpResponse<String> answer = Wfs.SERVER.get("/wfs?SERVICE=WFS&VERSION=" + version
                + "&REQUEST=GetFeature&TYPENAME=communes"
                + (format == null
                        ? ""
                        : "&OUTPUTFORMAT=" + format.replace(" ", "%20").replace("\"", "%22")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(contentType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.1.0"})
    void an_operation_of_another_version_is_not_there(String version) {
        assertThat(get("VERSION=" + version + "&REQUEST=ListStoredQueries")).contains("OperationNotSupported");
    }

    @Test
    void a_schema_can_be_had_for_every_gml() {
        assertThat(get("VERSION=2.0.0&REQUEST=DescribeFeatureType&TYPENAMES=communes&OUTPUTFORMAT=GML2"))
                .contains("gml/2.1.2/feature.xsd");
        assertThat(get("VERSION=1.0.0&REQUEST=DescribeFeatureType&TYPENAME=communes&OUTPUTFORMAT=XMLSCHEMA"))
                .contains("gml/2.1.2/feature.xsd");
    }

    private static String get(String query) {
        return Wfs.SERVER.get("/wfs?SERVICE=WFS&" + query).body();
    }
}
