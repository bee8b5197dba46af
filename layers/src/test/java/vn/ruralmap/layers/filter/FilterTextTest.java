package vn.ruralmap.layers.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTextTest {

    private static final Set<String> OPEN = Set.of("name", "population", "recognised_on", "smart");

    private static CheckedFilter parse(String text) {
        return FilterText.parse(text, OPEN::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = 'Kế Sách'",
                "name LIKE 'Kế%' AND population > 1000",
                "name ILIKE '%sách' OR NOT (population BETWEEN 1 AND 5)",
                "name IN ('Kế Sách', 'Nhơn Mỹ')",
                "recognised_on >= '2025-07-01'",
                "name IS NOT NULL AND smart = true",
                "population / 2 + 1 > 10",
                "BBOX(geom, 105, 9, 106, 10)",
                "INTERSECTS(geom, POLYGON((105 9, 106 9, 106 10, 105 9)))",
                "DISJOINT(the_geom, POINT(105 9)) AND WITHIN(geometry, POLYGON((105 9, 106 9, 106 10, 105 9)))"
            })
    void whatClientsWriteIsRead(String text) {
        assertThat(OPEN).containsAll(parse(text).properties());
    }

    @Test
    void thePropertiesAreThoseLookedAt() {
        assertThat(parse("name = 'a' AND population > 3 AND BBOX(geom, 1, 2, 3, 4)")
                        .properties())
                .containsExactlyInAnyOrder("name", "population");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strToUpperCase(name) = 'A'",
                "jsonArrayContains(name, '/a', 'b') = true",
                "population = area(geom)",
                "exec(name) = 1",
                "IN ('communes.3')",
                "DWITHIN(geom, POINT(1 2), 10, kilometers)",
                "recognised_on AFTER 2025-07-01T00:00:00Z",
                "recognised_on = 2025-07-01T00:00:00Z",
                "RELATE(geom, POINT(1 2), 'T*****FF*')",
                "INTERSECTS(geom, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))",
                "INTERSECTS(geom, name)",
                "BBOX(name, 1, 2, 3, 4)",
                "name = ",
                "1 = 1; DROP TABLE communes",
                ""
            })
    void whatIsNotKnownToBeHarmlessIsRefused(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(FilterException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone = '1'", "missing = '1'", "\"a/b[1]\" = 'x'", "name = phone", "geom IS NULL"})
    void aPrivatePropertyIsAsUnknownAsOneThatIsNotThere(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(FilterException.class, e -> assertThat(
                        e.reason().en())
                .contains("property that the layer does not have")
                .doesNotContain("phone"));
    }

    @Test
    void aFilterThatWouldOverflowTheParserIsRefused() {
        assertThatThrownBy(() -> parse("(".repeat(3000) + "name = 'a'" + ")".repeat(3000)))
                .isInstanceOf(FilterException.class);
        assertThatThrownBy(() -> parse("NOT ".repeat(1500) + "name = 'a'")).isInstanceOf(FilterException.class);
        assertThatThrownBy(() -> parse("name = 'a' OR ".repeat(1000) + "name = 'a'"))
                .isInstanceOf(FilterException.class);
        assertThat(parse("name = '((((((((((((((((((((((((((((((((((((((((((((((((('")
                        .properties())
                .containsExactly("name");
    }
}
