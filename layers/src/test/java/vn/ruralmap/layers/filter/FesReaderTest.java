package vn.ruralmap.layers.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.layers.crs.SystemReference;

/** The forms that older versions and clients have, and what is refused; what filters let through is in the table. */
class FesReaderTest {

    private static final FilterNames NAMES =
            new FilterNames("communes", Set.of("name", "population")::contains, "DescribeFeatureType");

    private static Condition read(String filter) {
        return FesReader.read(FesReader.parse(filter, SystemReference.WGS84), NAMES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Filter><PropertyIsLike wildCard='%' singleChar='_' escape='!'><PropertyName>name</PropertyName>"
                        + "<Literal>K%</Literal></PropertyIsLike></Filter>",
                "<ogc:Filter xmlns:ogc='http://www.opengis.net/ogc'><ogc:FeatureId fid='communes.3'/></ogc:Filter>",
                "<ogc:Filter><ogc:GmlObjectId gml:id='communes.3'/></ogc:Filter>",
                "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:Add><ogc:PropertyName>population</ogc:PropertyName><ogc:Literal>1"
                        + "</ogc:Literal></ogc:Add><ogc:Literal>5</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>",
                "<Filter xmlns='http://www.opengis.net/ogc' xmlns:gml='http://www.opengis.net/gml'><BBOX>"
                        + "<PropertyName>geom</PropertyName><gml:Box srsName='EPSG:4326'><gml:coordinates>105,9 106,10"
                        + "</gml:coordinates></gml:Box></BBOX></Filter>",
                "<ogc:Filter><ogc:DWithin><ogc:PropertyName>the_geom</ogc:PropertyName><gml:Point srsName='EPSG:4326'>"
                        + "<gml:coordinates>105,9</gml:coordinates></gml:Point><ogc:Distance units='m'>5</ogc:Distance>"
                        + "</ogc:DWithin></ogc:Filter>",
                "<Filter xmlns:a='urn:ruralmap:ntm'><PropertyIsNull><PropertyName>a:communes/a:name</PropertyName>"
                        + "</PropertyIsNull></Filter>",
                "<Filter><ogc:Or><ogc:PropertyIsNull><ogc:PropertyName>name</ogc:PropertyName></ogc:PropertyIsNull>"
                        + "<ogc:FeatureId fid='communes.1'/><ogc:FeatureId fid='communes.2'/></ogc:Or></Filter>"
            })
    void whatOlderVersionsAndClientsSendIsRead(String filter) {
        assertThat(NAMES.layer()).isNotNull();
        assertThat(Set.of("name", "population")).containsAll(read(filter).properties());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<Filter/>|line 1, column 10: <Filter>: a condition is missing",
                "<Filter><A/><B/></Filter>|<Filter>: must contain exactly one operator",
                "<Filter><PropertyIsOdd/></Filter>|<PropertyIsOdd>: this element is not supported",
                "<Filter><PropertyIsNull><ValueReference>phone</ValueReference></PropertyIsNull></Filter>"
                        + "|<ValueReference>: the filter names a property that the layer does not have; they are listed at"
                        + " DescribeFeatureType",
                "<Filter><PropertyIsNull><ValueReference>name[2]</ValueReference></PropertyIsNull></Filter>"
                        + "|<ValueReference>: only simple names of properties are read",
                "<Filter><PropertyIsNull><ValueReference>gml:location</ValueReference></PropertyIsNull></Filter>"
                        + "|<ValueReference>: the prefix does not belong to the namespace urn:ruralmap:ntm",
                "<Filter><PropertyIsNull><ValueReference>zones/name</ValueReference></PropertyIsNull></Filter>"
                        + "|<ValueReference>: only simple names of properties are read",
                "<Filter><PropertyIsEqualTo matchAction='Some'><Literal>1</Literal><Literal>1</Literal></PropertyIsEqualTo>"
                        + "</Filter>|<PropertyIsEqualTo>: matchAction is Any, All or One",
                "<Filter><PropertyIsLike><ValueReference>name</ValueReference><Literal>a</Literal></PropertyIsLike></Filter>"
                        + "|<PropertyIsLike>: needs the attributes wildCard, singleChar and escapeChar",
                "<Filter><Within><ValueReference>name</ValueReference><Literal>a</Literal></Within></Filter>"
                        + "|<Within>: needs geometry",
                "<Filter><ResourceId rid='communes.1' version='NEXT'/></Filter>|<ResourceId>: version is a number",
                "<Filter><PropertyIsEqualTo><Function name='exec'/><Literal>1</Literal></PropertyIsEqualTo></Filter>"
                        + "|<Function>: there is no such function",
                "<!DOCTYPE x><Filter/>|the filter is not well-formed XML, or has a DOCTYPE",
                "<Filter>&x;</Filter>|the filter is not well-formed XML",
                "name = 'a'|the filter is not well-formed XML"
            })
    void aMistakeIsNamedWithItsPlaceAndWhatIsRight(String filter, String reason) {
        assertThatThrownBy(() -> read(filter))
                .isInstanceOfSatisfying(
                        FilterException.class,
                        e -> assertThat(e.reason().en()).contains(reason).doesNotContain("phone"));
    }

    @Test
    void aFilterThatWouldOverflowTheReaderIsRefused() {
        String not = "<Not>".repeat(70) + "<PropertyIsNull><Literal>a</Literal></PropertyIsNull>" + "</Not>".repeat(70);
        assertThatThrownBy(() -> read("<Filter>" + not + "</Filter>"))
                .isInstanceOfSatisfying(
                        FilterException.class, e -> assertThat(e.fault()).isEqualTo(FilterException.Fault.TOO_LARGE));
        String many = "<PropertyIsNull><Literal>a</Literal></PropertyIsNull>".repeat(9000);
        assertThatThrownBy(() -> read("<Filter><Or>" + many + "</Or></Filter>")).isInstanceOf(FilterException.class);
    }
}
