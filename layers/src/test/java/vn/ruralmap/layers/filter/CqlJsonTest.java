package vn.ruralmap.layers.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ruralmap.layers.crs.SystemReference;

/** What is refused, where, and why; what filters let through is in the table. */
class CqlJsonTest {

    private static final FilterNames NAMES = new FilterNames("communes", Set.of("name")::contains, "/queryables");

    private static Condition parse(String text) {
        return CqlJson.parse(text, NAMES, SystemReference.CRS84);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{|this is no JSON",
                "[]|$: a condition is needed",
                "{'op':'='}|$: = takes 2 arguments",
                "{'op':'and','args':[true]}|$: and takes at least two arguments",
                "{'op':'=','args':[{'property':'phone'},'1']}|$.args[0].property: the filter names a property that the layer"
                        + " does not have; they are listed at /queryables",
                "{'op':'not','args':[{'op':'=','args':[{'property':'name'},null]}]}|$.args[0].args[1]: a value is needed here",
                "{'op':'like','args':[{'property':'name'},{'property':'name'}]}|$.args[1]: the pattern must be a text",
                "{'op':'exec','args':[]}|$.op: there is no such function",
                "{'op':'s_intersects','args':[{'property':'geom'},{'type':'Point','coordinates':[1,'2']}]}"
                        + "|$.args[1].coordinates[1]: a number is needed",
                "{'op':'s_intersects','args':[{'property':'geom'},{'type':'Circle'}]}|$.args[1].type: a type of geometry",
                "{'op':'s_intersects','args':[{'property':'geom'},{'bbox':[3,4,1,2]}]}|$.args[1].bbox: the first corner",
                "{'op':'t_after','args':[{'property':'name'},{'date':'yesterday'}]}|$.args[1].date: a date or a time"
            })
    void aMistakeIsNamedWithItsPlaceAndWhatIsRight(String text, String reason) {
        assertThatThrownBy(() -> parse(text.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        FilterException.class, e -> assertThat(e.reason().en()).startsWith(reason));
    }

    @Test
    void aFilterThatWouldOverflowTheReaderIsRefused() {
        String not = "{\"op\":\"not\",\"args\":[";
        assertThatThrownBy(() -> parse(not.repeat(61) + "true" + "]}".repeat(61)))
                .isInstanceOf(FilterException.class);
        assertThatThrownBy(() -> parse(not.repeat(9000))).isInstanceOf(FilterException.class);
        assertThatThrownBy(() -> parse("{\"op\":\"or\",\"args\":[true" + ",true".repeat(3000) + "]}"))
                .isInstanceOf(FilterException.class);
        assertThat(parse("{\"op\":\"in\",\"args\":[{\"property\":\"name\"},[\"a\"" + ",\"b\"".repeat(9000) + "]]}")
                        .properties())
                .containsExactly("name");
    }
}
