package vn.ruralmap.layers.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.layers.crs.SystemReference;

/** What is refused, where, and why; what filters let through is in the table. */
class CqlTextTest {

    private static final Set<String> OPEN = Set.of("name", "population", "recognised_on", "smart");
    private static final FilterNames NAMES = new FilterNames("communes", OPEN::contains, "/queryables");

    private static Condition parse(String text) {
        return CqlText.parseCql2(text, NAMES, SystemReference.CRS84);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = 'Kế Sách'",
                "name LIKE 'Kế%' and population > 1000",
                "\"name\" = 'it''s' OR name = 'it\\'s'",
                "NOT (population BETWEEN 1 AND 5)",
                "((name)) IN ('Kế Sách')",
                "population / 2 + 1 > 10",
                "recognised_on >= DATE('2025-07-01')",
                "S_INTERSECTS(geom, POLYGON Z((105 9 1, 106 9 1, 106 10 1, 105 9 1)))",
                "S_INTERSECTS(geom, MULTIPOINT(105 9, 106 9)) OR S_INTERSECTS(geom, MULTIPOINT((105 9), (106 9)))",
                "S_INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(105 9), LINESTRING(105 9, 106 9)))",
                "S_DISJOINT(geometry, BBOX(170, -10, -170, 10))",
                "TRUE",
                "smart AND NOT FALSE",
                "T_INTERSECTS(INTERVAL(recognised_on, '..'), INTERVAL('2025-01-01', '..'))",
                "CASEI(name) LIKE CASEI('KẾ%') AND ACCENTI(name) = ACCENTI('Ke Sach')"
            })
    void whatTheStandardSaysIsRead(String text) {
        assertThat(OPEN).containsAll(parse(text).properties());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INCLUDE",
                "name ILIKE '%sách'",
                "name = 'a\\' OR name = 'b'",
                "IN ('communes.3', 'communes.4')",
                "INTERSECTS(the_geom, ENVELOPE(105, 106, 9, 10))",
                "BBOX(geom, 11799866, 1006021, 11800979, 1007149, 'EPSG:3857')",
                "DWITHIN(geom, POINT(105 9), 10, statute miles)",
                "recognised_on AFTER 2025-07-01T00:00:00Z",
                "recognised_on DURING 2025-01-01T00:00:00Z/P6M",
                "recognised_on BEFORE OR DURING 2025-01-01/2025-06-30",
                "[population > 5] AND population != 7"
            })
    void whatGeoServersClientsSendIsRead(String text) {
        assertThatCode(() -> CqlText.parseEcql(text, NAMES)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name =|character 7: a value is needed here",
                "name = 'a' population > 3|character 12: the filter has ended here",
                "name = 'a|character 8: the closing quote is missing",
                "1 = 1; DROP TABLE communes|character 6: the filter has ended here",
                "name LIKE 5 + 1|character 11: the pattern must be a text",
                "name NOT 'a'|character 10: after NOT comes LIKE",
                "population BETWEEN 1 OR 2|character 22: AND is needed here",
                "exec(name) = 1|character 1: there is no such function; the functions are: lower",
                "lower(name, name) = 'a'|character 1: lower takes 1 arguments",
                "S_INTERSECTS(geom, name)|character 20: geometry is needed",
                "S_INTERSECTS(geom, POLYGON((0 0, 1 1, 1 0)))|character 28: a ring needs at least four positions",
                "S_INTERSECTS(geom, POINT(200 0))|character 20: a position lies outside",
                "S_INTERSECTS(geom, BBOX(1, 2, 0, 1))|character 20: the first corner of a box must be the smaller one",
                "T_AFTER(recognised_on, DATE('2025-13-01'))|character 29: a date or a time is needed",
                "DWITHIN(geom, POINT(1 2), 10, ells)|character 27: a unit is needed",
                "name = 'a' AND 'b'|character 16: a condition is needed",
                "(name = 'a') = 'b'|character 1: a value is needed, not a condition",
                "name ~ 'a'|character 6: this character means nothing here",
                "``|character 1: a value is needed here"
            })
    void aMistakeIsNamedWithItsPlaceAndWhatIsRight(String text, String reason) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(
                        FilterException.class, e -> assertThat(e.reason().en()).startsWith(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone = '1'", "email = '1'", "name = 'x' AND \"a/b[1]\" = 'x'", "name = phone"})
    void aPrivatePropertyIsAsUnknownAsOneThatIsNotThere(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(FilterException.class, e -> {
            assertThat(e.fault()).isEqualTo(FilterException.Fault.UNKNOWN_PROPERTY);
            assertThat(e.reason().en())
                    .contains("names a property that the layer does not have; they are listed at /queryables")
                    .doesNotContain("phone");
        });
    }

    @Test
    void aFilterThatWouldOverflowTheParserIsRefused() {
        for (String text : new String[] {
            "(".repeat(3000) + "name = 'a'" + ")".repeat(3000),
            "NOT ".repeat(1500) + "name = 'a'",
            "population = " + "-".repeat(3000) + "1",
            "population = " + "2^".repeat(3000) + "1",
            "lower(".repeat(3000) + "name",
            "name = 'a' OR ".repeat(3000) + "name = 'a'",
            "S_INTERSECTS(geom, " + "GEOMETRYCOLLECTION(".repeat(3000),
            "A_EQUALS(" + "(".repeat(3000)
        }) {
            assertThatThrownBy(() -> parse(text)).isInstanceOf(FilterException.class);
        }
        assertThat(parse("name = '" + "(".repeat(1000) + "'").properties()).containsExactly("name");
    }

    @Test
    void aListOfThousandsOfCodesIsRead() {
        assertThat(parse("name IN ('a'" + ", 'b'".repeat(9_000) + ")").properties())
                .containsExactly("name");
        assertThatThrownBy(() -> parse("name IN ('a'" + ", 'b'".repeat(11_000) + ")"))
                .isInstanceOf(FilterException.class);
    }

    @Test
    void coordinatesAreInTheSystemThatWasSaidAndInItsOrder() {
        SystemReference latLon = SystemReference.find("http://www.opengis.net/def/crs/EPSG/0/4326")
                .orElseThrow();
        assertThat(CqlText.parseCql2("S_INTERSECTS(geom, POINT(9 105))", NAMES, latLon))
                .hasToString(parse("S_INTERSECTS(geom, POINT(105 9))").toString());
    }

    @Test
    void aPatternOfManyWildcardsIsMatchedAtOnce() {
        LikePattern pattern = LikePattern.of("%a".repeat(60) + "b", LikePattern.Signs.SQL, true);

        // a regular expression would try more divisions than there are atoms
        assertThat(pattern.matches("a".repeat(3000))).isFalse();
    }
}
