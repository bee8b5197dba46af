package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.server.FixtureData;
import vn.ruralmap.server.OgcSchemas;

/** GetPropertyValue: values without the features around them. */
class WfsValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"name", "ntm:name", "ntm:communes/ntm:name", "name/text()", "ntm:name[1]"})
    void values_of_a_property_are_texts(String reference) {
        assertThat(values("TYPENAMES=communes&COUNT=2&VALUEREFERENCE="
                        + reference.replace("[", "%5B").replace("]", "%5D")))
                .contains("numberMatched=\"6\" numberReturned=\"2\"")
                .contains("<wfs:member>Kế Sách</wfs:member>\n<wfs:member>An Lạc Thôn</wfs:member>")
                .contains("next=\"http://server/wfs?service=WFS&amp;version=2.0.0&amp;request=GetPropertyValue");
    }

    @Test
    void ids_and_geometry_are_values_too() {
        assertThat(values("RESOURCEID=communes.4&VALUEREFERENCE=@gml:id"))
                .contains("<wfs:member>communes.4</wfs:member>");
        assertThat(values("RESOURCEID=tourism_sites.1&VALUEREFERENCE=geom&SRSNAME=CRS:84"))
                .contains("<wfs:member><gml:Point gml:id=\"tourism_sites.1.geom\"")
                .contains("<gml:pos>105.92 9.72</gml:pos>");
    }

    @Test
    void features_without_a_value_are_left_out() {
        assertThat(values("TYPENAMES=communes&VALUEREFERENCE=valid_to"))
                .contains("numberMatched=\"0\" numberReturned=\"0\"");
        assertThat(values("TYPENAMES=communes&VALUEREFERENCE=gml:name"))
                .contains("numberMatched=\"0\" numberReturned=\"0\"");
        assertThat(values("TYPENAMES=communes&VALUEREFERENCE=name&RESULTTYPE=hits"))
                .contains("numberMatched=\"6\" numberReturned=\"0\"")
                .doesNotContain("wfs:member");
    }

    @Test
    void the_answer_is_valid() {
        for (String reference : List.of("name", "geom", "@gml:id")) {
            String answer = Wfs.ask("GetPropertyValue&TYPENAMES=communes&VALUEREFERENCE=" + reference)
                    .body();

            assertThat(OgcSchemas.errorsBySchema(answer)).isEmpty();
        }
    }

    @Test
    void xml_asks_the_same() {
        String posted = Wfs.SERVER
                .post(
                        "/wfs",
                        "text/xml",
                        "<wfs:GetPropertyValue xmlns:wfs='http://www.opengis.net/wfs/2.0' xmlns:a='urn:ruralmap:ntm'"
                                + " service='WFS' version='2.0.0' valueReference='a:code' count='1'>"
                                + "<wfs:Query typeNames='a:communes'/></wfs:GetPropertyValue>")
                .body();

        assertThat(Wfs.stable(posted)).isEqualTo(values("TYPENAMES=communes&VALUEREFERENCE=code&COUNT=1"));
    }

    @ParameterizedTest
    @CsvSource({"''", "nothing", "phone", "gml:boundedBy", "outputFormat=csv"})
    void what_is_no_value_is_refused(String reference) {
        String asked = reference.contains("=") ? "name&" + reference : reference;

        assertThat(values("TYPENAMES=material_zones&VALUEREFERENCE=" + asked))
                .contains("InvalidParameterValue")
                .doesNotContain(FixtureData.SECRET);
    }

    private static String values(String query) {
        return Wfs.stable(Wfs.ask("GetPropertyValue&" + query).body());
    }
}
