package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.server.FixtureData;

class WfsRefusalsTest {

    @ParameterizedTest(name = "{0}: {1} {2} at {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "service=WFS&version=2.0.0&request=Dance | 501 | OperationNotSupported | request",
                "service=WFS&version=2.0.0 | 400 | MissingParameterValue | request",
                "version=2.0.0&request=GetCapabilities | 400 | MissingParameterValue | service",
                "service=WMS&request=GetCapabilities | 400 | InvalidParameterValue | service",
                "service=WFS&request=GetCapabilities&acceptVersions=3.0.0 | 400 | VersionNegotiationFailed |"
                        + " acceptVersions",
                "service=WFS&request=GetCapabilities&sections=Nothing | 400 | InvalidParameterValue | sections",
                "service=WFS&request=GetFeature&typeNames=communes | 400 | MissingParameterValue | version",
                "service=WFS&version=1.2.0&request=GetFeature&typeNames=communes | 400 | InvalidParameterValue |"
                        + " version",
                "service=WFS&version=2.0.0&request=GetFeature | 400 | MissingParameterValue | typeNames",
                "service=WFS&version=2.0.0&request=DescribeFeatureType&typeNames=x | 400 | InvalidParameterValue |"
                        + " typeNames"
            })
    void a_request_out_of_order_gets_the_code_of_the_standard(String query, int status, String code, String locator) {
        assertRefused(Wfs.SERVER.get("/wfs?" + query), status, code, locator);
    }

    @ParameterizedTest(name = "{0}: {1} {2} at {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "propertyName=nothing | 400 | InvalidParameterValue | propertyName",
                "sortBy=nothing | 400 | InvalidParameterValue | sortBy",
                "sortBy=name%20UPWARDS | 400 | InvalidParameterValue | sortBy",
                "bbox=1,2,3 | 400 | InvalidParameterValue | bbox",
                "bbox=1,2,3,NaN | 400 | InvalidParameterValue | bbox",
                "bbox=3,2,1,4 | 400 | InvalidParameterValue | bbox",
                "bbox=1,2,3,4,EPSG:1 | 400 | InvalidParameterValue | bbox",
                "bbox=1,2,3,4&resourceId=communes.3 | 400 | InvalidParameterValue | bbox",
                "resourceId=hamlets.1 | 400 | InvalidParameterValue | resourceId",
                "srsName=EPSG:1 | 400 | InvalidParameterValue | srsName",
                "count=-1 | 400 | InvalidParameterValue | count",
                "startIndex=x | 400 | InvalidParameterValue | startindex",
                "outputFormat=dxf | 400 | InvalidParameterValue | outputFormat",
                "resultType=all | 400 | InvalidParameterValue | resultType",
                "resolve=all | 400 | InvalidParameterValue | resolve",
                "as-of=yesterday | 400 | InvalidParameterValue | as-of",
                "filter=%3CFilter/%3E | 400 | InvalidParameterValue | filter",
                "cql_filter=name%20IS | 400 | InvalidParameterValue | cql_filter",
                "storedQuery_id=nothing | 400 | InvalidParameterValue | storedQuery_id"
            })
    void a_bad_parameter_is_named(String parameters, int status, String code, String locator) {
        assertRefused(Wfs.ask("GetFeature&typeNames=communes&" + parameters), status, code, locator);
    }

    @Test
    void a_feature_that_is_not_in_force_on_the_day_is_not_found_by_its_id() {
        String query = "GetFeature&storedQuery_id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id=communes.1";

        assertRefused(Wfs.ask(query), 404, "NotFound", "id");
        assertThat(Wfs.ask(query + "&as-of=2020-01-01").statusCode()).isEqualTo(200);
    }

    @Test
    void what_a_client_sent_comes_back_escaped_and_in_both_languages() {
        String body = Wfs.ask("GetFeature&typeNames=%3Cscript%3Ealert(1)%3C/script%3E%26%00")
                .body();

        assertThat(body)
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;")
                .contains("không có loại đối tượng")
                .contains("there is no feature type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"representative", "phone", "id_number"})
    void a_private_property_is_refused_like_one_that_does_not_exist(String name) {
        for (String parameter : List.of("propertyName=", "sortBy=", "propertyName=ntm:")) {
            HttpResponse<String> hidden = Wfs.ask("GetFeature&typeNames=material_zones&" + parameter + name);
            HttpResponse<String> absent = Wfs.ask("GetFeature&typeNames=material_zones&" + parameter + "nothing");

            assertThat(hidden.statusCode()).isEqualTo(400);
            assertThat(hidden.body()).isEqualTo(absent.body().replace("nothing", name));
        }
    }

    @Test
    void private_values_and_names_are_in_no_answer() {
        for (String query : List.of(
                "GetFeature&typeNames=material_zones",
                "GetFeature&typeNames=material_zones&outputFormat=json",
                "GetFeature&typeNames=material_zones&propertyName=*",
                "DescribeFeatureType&typeNames=material_zones",
                "GetFeature&storedQuery_id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id=material_zones.1")) {
            HttpResponse<String> answer = Wfs.ask(query);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("zone_code")
                    .doesNotContain(FixtureData.SECRET, "representative", "id_number", "phone");
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code, String locator) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .contains("<ows:ExceptionReport")
                .contains("exceptionCode=\"" + code + "\" locator=\"" + locator + '"')
                .doesNotContain("Exception in", "java.");
        assertThat(answer.headers().map())
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("Cache-Control", List.of("no-store"));
    }
}
