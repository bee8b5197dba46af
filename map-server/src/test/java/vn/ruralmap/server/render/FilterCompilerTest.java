package vn.ruralmap.server.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class FilterCompilerTest {

    private static final Map<String, Object> PROPERTIES = new HashMap<>(Map.of(
            "name",
            "Xã Kế Sách",
            "population",
            12_500L,
            "area",
            33.5,
            "smart",
            true,
            "issued",
            LocalDate.of(2025, 7, 1)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name = 'Xã Kế Sách'|true",
                "name = 'xã kế sách'|false",
                "name <> 'Xã Ba Trinh'|true",
                "population > 12499|true",
                "population > 9000 AND population < 12000|false",
                "population = '12500'|true",
                "area BETWEEN 33 AND 34|true",
                "area * 2 = 67|true",
                "name LIKE 'Xã%'|true",
                "name ILIKE 'xã k_ %'|true",
                "name LIKE '(a+)+$'|false",
                "name LIKE '%Kế%ch'|true",
                "name LIKE '%Sách%Kế%'|false",
                "name LIKE 'Xã Kế Sác_'|true",
                "name LIKE 'Xã Kế Sách_'|false",
                "name LIKE '%'|true",
                "name LIKE ''|false",
                "missing IS NULL|true",
                "BBOX(geom, -1, -1, 1, 1)|true",
                "BBOX(geom, 1, 1, 2, 2)|false",
                "WITHIN(geom, POLYGON((-1 -1, 1 -1, 1 1, -1 -1)))|true",
                "DISJOINT(geom, POINT(3 3))|true",
                "CONTAINS(geom, POINT(0.5 0.1))|false",
                "name IS NOT NULL|true",
                "missing = 'x'|false",
                "smart = 'true'|true",
                "issued >= '2025-07-01'|true",
                "issued < '2025-07-01'|false",
                "NOT (name = 'x') AND (area > 100 OR population > 100)|true",
                "area > 100 OR population > 100000|false"
            })
    void aFilterDecidesAsItReads(String ecql, boolean expected) throws CQLException {
        FeatureTest test = FilterCompiler.compile(ECQL.toFilter(ecql));
        DrawnFeature feature =
                new TestLayer.TestFeature(1, new GeometryFactory().createPoint(new Coordinate(0.5, 0)), PROPERTIES);
        assertThat(test.test(feature)).isEqualTo(expected);
    }

    @Test
    void aPatternOfManyWildcardsIsMatchedAtOnce() throws CQLException {
        FeatureTest test = FilterCompiler.compile(ECQL.toFilter("name LIKE '" + "%a".repeat(60) + "b'"));

        // a regular expression would try more divisions than there are atoms
        assertThat(test.test(new TestLayer.TestFeature(
                        1, new GeometryFactory().createPoint(), Map.of("name", "a".repeat(3000)))))
                .isFalse();
    }
}
