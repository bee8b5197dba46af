package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as XML say the same as key-value pairs. */
class WfsXmlTest {

    private static final String FRAME = " xmlns:wfs='http://www.opengis.net/wfs/2.0'"
            + " xmlns:fes='http://www.opengis.net/fes/2.0' xmlns:x='urn:ruralmap:ntm' service='WFS' version='2.0.0'";

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml", "text/xml; charset=UTF-8", "text/plain"})
    void a_query_as_xml_is_answered_like_the_same_in_a_url(String contentType) {
        String posted = Wfs.stable(Wfs.SERVER
                .post(
                        "/wfs",
                        contentType,
                        "<wfs:GetFeature" + FRAME + " count='2' startIndex='2'>"
                                + "<wfs:Query typeNames='x:communes'><wfs:PropertyName>x:name</wfs:PropertyName>"
                                + "<fes:SortBy><fes:SortProperty><fes:ValueReference>x:name</fes:ValueReference>"
                                + "<fes:SortOrder>DESC</fes:SortOrder></fes:SortProperty></fes:SortBy>"
                                + "</wfs:Query></wfs:GetFeature>")
                .body());

        assertThat(posted)
                .isEqualTo(Wfs.gml("TYPENAMES=communes&PROPERTYNAME=name&SORTBY=name%20DESC&STARTINDEX=2&COUNT=2"))
                .contains("next=\"http://server/wfs?service=WFS&amp;version=2.0.0&amp;request=GetFeature");
    }

    @Test
    void several_queries_and_systems_can_be_asked_for_at_once() {
        String answer = post("<wfs:GetFeature" + FRAME + ">"
                + "<wfs:Query typeNames='x:communes' srsName='EPSG:4326'/>"
                + "<wfs:StoredQuery id='urn:ogc:def:query:OGC-WFS::GetFeatureById'>"
                + "<wfs:Parameter name='id'>hamlets.1</wfs:Parameter></wfs:StoredQuery></wfs:GetFeature>");

        assertThat(answer).contains("gml:id=\"communes.3\"", "gml:id=\"hamlets.1\"", "numberMatched=\"7\"");
    }

    @Test
    void the_date_stands_in_the_url() {
        HttpResponse<String> answer = Wfs.SERVER.post(
                "/wfs?as-of=2020-01-01",
                "text/xml",
                "<wfs:GetFeature" + FRAME + "><wfs:Query typeNames='x:communes'/></wfs:GetFeature>");

        assertThat(answer.body()).contains("communes.1", "communes.2").doesNotContain("communes.3");
    }

    @Test
    void other_operations_are_answered_too() {
        assertThat(post("<wfs:GetCapabilities xmlns:wfs='http://www.opengis.net/wfs/2.0' service='WFS'"
                        + " xmlns:ows='http://www.opengis.net/ows/1.1'><ows:AcceptVersions><ows:Version>2.0.0</ows:Version>"
                        + "</ows:AcceptVersions><ows:Sections><ows:Section>FeatureTypeList</ows:Section></ows:Sections>"
                        + "</wfs:GetCapabilities>"))
                .contains("<wfs:FeatureTypeList>")
                .doesNotContain("ows:OperationsMetadata");
        assertThat(post("<wfs:DescribeFeatureType" + FRAME + "><wfs:TypeName>x:communes</wfs:TypeName>"
                        + "</wfs:DescribeFeatureType>"))
                .contains("communesType")
                .doesNotContain("hamletsType");
        assertThat(post("<wfs:ListStoredQueries" + FRAME + "/>")).contains("GetFeatureById");
        assertThat(post("<wfs:DescribeStoredQueries" + FRAME + "><wfs:StoredQueryId>"
                        + "urn:ogc:def:query:OGC-WFS::GetFeatureById</wfs:StoredQueryId></wfs:DescribeStoredQueries>"))
                .contains("isPrivate");
    }

    @Test
    void each_version_gets_errors_in_its_own_form() {
        String query = "><Query typeName='x:nothing' xmlns:x='urn:ruralmap:ntm'/></GetFeature>";
        String old = "<GetFeature service='WFS' xmlns='http://www.opengis.net/wfs' version='";

        HttpResponse<String> v10 = Wfs.SERVER.post("/wfs", "text/xml", old + "1.0.0'" + query);
        HttpResponse<String> v11 = Wfs.SERVER.post("/wfs", "text/xml", old + "1.1.0'" + query);
        HttpResponse<String> v20 = Wfs.SERVER.post(
                "/wfs", "text/xml", "<wfs:GetFeature" + FRAME + "><wfs:Query typeNames='x:nothing'/></wfs:GetFeature>");

        assertThat(v10.statusCode()).isEqualTo(200);
        assertThat(v10.body())
                .contains("<ServiceExceptionReport version=\"1.2.0\" xmlns=\"http://www.opengis.net/ogc\"")
                .contains("<ServiceException code=\"InvalidParameterValue\" locator=\"typeName\">");
        assertThat(v11.statusCode()).isEqualTo(200);
        assertThat(v11.body())
                .contains("xmlns:ows=\"http://www.opengis.net/ows\"", "version=\"1.1.0\"")
                .contains("exceptionCode=\"InvalidParameterValue\" locator=\"typeName\"");
        assertThat(v20.statusCode()).isEqualTo(400);
        assertThat(v20.body())
                .contains("xmlns:ows=\"http://www.opengis.net/ows/1.1\"", "version=\"2.0.0\"")
                .contains("exceptionCode=\"InvalidParameterValue\" locator=\"typeNames\"");
    }

    @Test
    void what_is_no_request_is_refused_with_the_place() {
        assertThat(post("<wfs:GetFeature" + FRAME + ">\n<wfs:Query typeNames='x:communes'>"))
                .contains("exceptionCode=\"OperationParsingFailed\"", "line 2", "not well-formed");
        assertThat(post("<wfs:GetFeature" + FRAME + ">\n<wfs:Kwery/></wfs:GetFeature>"))
                .contains("exceptionCode=\"OperationParsingFailed\"", "line 2", "Kwery");
        assertThat(post("<wfs:GetFeature" + FRAME + "/>")).contains("MissingParameterValue");
        assertThat(post("<wfs:GetFeature xmlns:wfs='http://www.opengis.net/wfs/2.0' service='WFS'/>"))
                .contains("MissingParameterValue", "locator=\"version\"");
        assertThat(post("<wfs:GetFeature xmlns:wfs='http://www.opengis.net/wfs/2.0' version='1.1.0'/>"))
                .contains("InvalidParameterValue", "locator=\"version\"");
        assertThat(post("<GetFeature xmlns='urn:other' version='2.0.0'/>")).contains("OperationParsingFailed");
        assertThat(post("<wfs:Dance" + FRAME + "/>")).contains("OperationNotSupported");
    }

    @Test
    void nothing_dangerous_is_read() {
        assertThat(post("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><wfs:ListStoredQueries" + FRAME + "/>"))
                .contains("OperationParsingFailed", "DOCTYPE");
        assertThat(post("<wfs:GetFeature" + FRAME + ">" + "<a>".repeat(200) + "</a>".repeat(200) + "</wfs:GetFeature>"))
                .contains("OperationParsingFailed");
        assertThat(post("<wfs:GetFeature" + FRAME + "><wfs:Query typeNames='x:communes'><fes:Filter>"
                        + "<a>".repeat(200) + "</a>".repeat(200)
                        + "</fes:Filter></wfs:Query></wfs:GetFeature>"))
                .contains("OperationParsingFailed", "100");
        assertThat(post("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>"))
                .contains("OperationNotSupported", "SOAP");
        assertThat(Wfs.SERVER.post("/wfs", "application/soap+xml", "<a/>").body())
                .contains("OperationNotSupported", "SOAP");
    }

    @Test
    void a_body_of_many_megabytes_is_read_and_one_without_end_is_not() {
        String spaces = " ".repeat(1_000_000);
        String request = "<wfs:ListStoredQueries" + FRAME + ">";

        assertThat(post(request + spaces.repeat(10) + "</wfs:ListStoredQueries>"))
                .contains("GetFeatureById");
        HttpResponse<String> refused =
                Wfs.SERVER.post("/wfs", "text/xml", request + spaces.repeat(70) + "</wfs:ListStoredQueries>");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("at most 64 MB");
    }

    private static String post(String xml) {
        return Wfs.SERVER.post("/wfs", "text/xml", xml).body();
    }
}
