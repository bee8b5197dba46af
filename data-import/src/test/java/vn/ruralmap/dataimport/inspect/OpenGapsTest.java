package vn.ruralmap.dataimport.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Validity;

class OpenGapsTest {

    private static final Catalogue CATALOGUE = CatalogueReader.readDefault();
    private static final String HERE = "POLYGON ((106 9.5, 106.01 9.5, 106.01 9.51, 106 9.51, 106 9.5))";

    private static Geometry wkt(String text) {
        try {
            return new WKTReader(CoordinateGrid.FACTORY).read(text);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Issue> inspect(String... lands) {
        return inspect(Arrays.stream(lands).map(OpenGapsTest::wkt).toArray(Geometry[]::new));
    }

    private static List<Issue> inspect(Geometry... lands) {
        List<Placed> communes = new ArrayList<>();
        for (Geometry land : lands) {
            Object[] values = Arrays.copyOf(
                    new Object[] {"3150" + communes.size(), "Xã " + communes.size()},
                    CATALOGUE.getLayer("communes").attributes().size());
            Validity validity = Validity.since(LocalDate.of(2025, 7, 1));
            communes.add(
                    new Placed(communes.size() + 1, new Change.Content(validity, null, Arrays.asList(values), land)));
        }
        List<Issue> found = new ArrayList<>();
        new Inspection(CATALOGUE, CATALOGUE.getLayer("communes"), CoordinateSystems.CRS84, false, name -> List.of())
                .inspect(communes, found::add);
        return found;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "opens to the north | POLYGON ((106.01 9.5, 106.02 9.5, 106.02 9.51, 106.01005 9.51, 106.01005 9.503,"
                        + " 106.01 9.503, 106.01 9.5))",
                "opens at both ends | POLYGON ((106.01005 9.5, 106.02 9.5, 106.02 9.51, 106.01005 9.51, 106.01005 9.5))",
                "a wedge            | POLYGON ((106.01 9.5, 106.02 9.5, 106.02 9.51, 106.01005 9.51, 106.01 9.5))",
                "with many vertices | POLYGON ((106.01 9.5, 106.02 9.5, 106.02 9.51, 106.01005 9.51, 106.01004 9.508,"
                        + " 106.01006 9.506, 106.01004 9.504, 106.01 9.503, 106.01 9.5))"
            })
    void aGapThatRunsOutToTheRimNamesBothNeighboursItsPlaceAndItsSize(String how, String east) {
        assertThat(inspect(HERE, east)).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("GAP_OPEN");
            assertThat(issue.row()).isEqualTo(2);
            assertThat(issue.message().vi()).contains("31501 Xã 1 (dòng 2)", "31500 Xã 0 (dòng 1)");
            assertThat(issue.message().en())
                    .containsPattern("(7\\d\\d|8\\d\\d|1[01]\\d\\d) m long and at most [4-7]\\.\\d m wide");
            assertThat(issue.place().x).isBetween(106.01, 106.01006);
            assertThat(issue.place().y).isBetween(9.5, 9.51);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a river of 33 m    | POLYGON ((106.0103 9.5, 106.02 9.5, 106.02 9.51, 106.0103 9.51, 106.0103 9.5))",
                "a mouth of 33 m    | POLYGON ((106.01 9.5, 106.02 9.5, 106.02 9.51, 106.0103 9.51, 106.0103 9.503,"
                        + " 106.01 9.503, 106.01 9.5))",
                "a tip 5 m away     | POLYGON ((106.01005 9.505, 106.02 9.5, 106.02 9.51, 106.01005 9.505))",
                "a corner of 45°    | POLYGON ((106.01 9.5, 106.02 9.5, 106.02 9.51, 106.016 9.509, 106.01 9.503,"
                        + " 106.01 9.5))",
                "a funnel           | POLYGON ((106.01 9.5, 106.02 9.5, 106.02 9.51, 106.0112 9.51, 106.01 9.502, 106.01 9.5))",
                "a creek in a unit  | POLYGON ((106.01 9.5, 106.02 9.5, 106.02 9.51, 106.01505 9.51, 106.01505 9.503,"
                        + " 106.015 9.503, 106.015 9.51, 106.01 9.51, 106.01 9.5))"
            })
    void whatIsWideOrShortOrWithinOneUnitIsNone(String how, String east) {
        assertThat(inspect(HERE, east)).isEmpty();
    }

    @Test
    void aNarrowHoleIsToldOnce() {
        assertThat(inspect(
                        HERE,
                        "POLYGON ((106.01 9.5, 106.02 9.5, 106.02 9.51, 106.01 9.51, 106.01 9.508, 106.01005 9.507,"
                                + " 106.01005 9.503, 106.01 9.502, 106.01 9.5))"))
                .extracting(Issue::code)
                .containsExactly("GAP");
    }

    /** A ring of so many edges around the unit {@link #HERE}, which it leaves a narrow gap to. */
    private static Geometry around(int edges) {
        int each = edges / 4;
        double[] corners = {105.99, 9.49, 106.02, 9.49, 106.02, 9.52, 105.99, 9.52, 105.99, 9.49};
        double[] shell = new double[2 * (4 * each + 1)];
        for (int i = 0; i <= 4 * each; i++) {
            int side = Math.min(3, i / each);
            double way = (double) (i - side * each) / each;
            for (int axis = 0; axis < 2; axis++) {
                double from = corners[2 * side + axis];
                double exact = from + way * (corners[2 * side + 2 + axis] - from);
                shell[2 * i + axis] = CoordinateGrid.FACTORY.getPrecisionModel().makePrecise(exact);
            }
        }
        Polygon hole = (Polygon) wkt("POLYGON ((106 9.5, 106.01005 9.5, 106.01005 9.51, 106 9.51, 106 9.5))");
        return CoordinateGrid.FACTORY.createPolygon(
                CoordinateGrid.FACTORY.createLinearRing(new PackedCoordinateSequence.Double(shell, 2, 0)),
                new LinearRing[] {hole.getExteriorRing()});
    }

    @Test
    void ofARimOfMoreEdgesThanFitInMemoryOnlyTheHolesAreLookedAt() {
        assertThat(inspect(wkt(HERE), around(1_000_004)))
                .extracting(Issue::code)
                .containsExactly("GAP", "GAP_NOT_SOUGHT");
    }

    @Test
    void aSingleUnitHasNoRimToSearch() {
        assertThat(inspect(around(1_000_004))).isEmpty();
    }
}
