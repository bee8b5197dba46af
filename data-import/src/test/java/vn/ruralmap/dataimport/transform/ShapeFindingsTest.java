package vn.ruralmap.dataimport.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;

/** Shapes near Sóc Trăng; 0.00001 degree is about a metre. */
class ShapeFindingsTest {

    private static PlacedGeometry place(String wkt, CoordinateSystem system) {
        try {
            Geometry geometry = new WKTReader().read(wkt);
            return new GeometryForm(CatalogueReader.readDefault().getLayer("communes"), system, true)
                    .place(1, system.fromLonLat(geometry));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "plain        |                    | POLYGON ((106 9.5, 106.01 9.5, 106.01 9.51, 106 9.51, 106 9.5))",
                "acute corner |                    | POLYGON ((106 9.5, 106.01 9.5, 106 9.5005, 106 9.5))",
                "spike        | SPIKE              | POLYGON ((106 9.5, 106.01 9.5, 106.01 9.505, 106.02 9.505, 106.01 9.50505, 106.01 9.51, 106 9.51, 106 9.5))",
                "spike at the seam | SPIKE         | POLYGON ((106.02 9.505, 106.01 9.50505, 106.01 9.51, 106 9.51, 106 9.5, 106.01 9.5, 106.01 9.505, 106.02 9.505))",
                "tiny nick    |                    | POLYGON ((106 9.5, 106.01 9.5, 106.01 9.505, 106.01001 9.505, 106.01 9.50500005, 106.01 9.51, 106 9.51, 106 9.5))",
                "repeated     | DUPLICATE_VERTICES | POLYGON ((106 9.5, 106 9.5, 106.01 9.5, 106.01 9.5, 106.01 9.5, 106.01 9.51, 106 9.51, 106 9.5))",
                "two parts    | MULTI_PART         | MULTIPOLYGON (((106 9.5, 106.01 9.5, 106.01 9.51, 106 9.5)), ((107 9.5, 107.01 9.5, 107.01 9.51, 107 9.5)))",
                "thin         | SLIVER_PART        | POLYGON ((106 9.5, 106.01 9.5, 106.01 9.500004, 106 9.500004, 106 9.5))",
                "small        | SLIVER_PART        | POLYGON ((106 9.5, 106.00002 9.5, 106.00002 9.50002, 106 9.50002, 106 9.5))",
                "small hole   | SLIVER_HOLE        | POLYGON ((106 9.5, 106.01 9.5, 106.01 9.51, 106 9.51, 106 9.5), (106.005 9.505, 106.00501 9.505, 106.00501 9.50501, 106.005 9.505))"
            })
    void slipsOfDrawingAreFound(String what, String code, String wkt) {
        PlacedGeometry placed = place(wkt, CoordinateSystems.CRS84);

        assertThat(placed.geometry() != null).isTrue();
        assertThat(placed.issues().stream().map(Issue::code).toList())
                .isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(placed.issues()).allMatch(issue -> issue.place() != null);
    }

    @Test
    void repeatedVerticesAreCountedAndNoWarning() {
        Issue issue = place(
                        "POLYGON ((106 9.5, 106 9.5, 106.01 9.5, 106.01 9.5, 106.01 9.5, 106.01 9.51, 106 9.5))",
                        CoordinateSystems.CRS84)
                .issues()
                .get(0);

        assertThat(issue.severity()).isEqualTo(Severity.INFO);
        assertThat(issue.message().vi()).startsWith("3 đỉnh");
    }

    @Test
    void partsAreExplainedByNumberAndSmallestArea() {
        Issue issue = place(
                        "MULTIPOLYGON (((106 9.5, 106.01 9.5, 106.01 9.51, 106 9.5)), "
                                + "((107 9.5, 107.001 9.5, 107.001 9.501, 107 9.5)))",
                        CoordinateSystems.CRS84)
                .issues()
                .get(0);

        assertThat(issue.message().vi()).contains("2 phần", "6072 m²", "107.00000000 9.50000000");
    }

    @Test
    void thePlaceIsInTheCoordinatesOfTheSource() {
        CoordinateSystem vn2000 = CoordinateSystems.get("EPSG:9209");
        Issue issue = place(
                        "POLYGON ((106 9.5, 106.01 9.5, 106.01 9.505, 106.02 9.505, 106.01 9.50505, 106.01 9.51, 106 9.51, "
                                + "106 9.5))",
                        vn2000)
                .issues()
                .get(0);
        double[] tip = {issue.place().x, issue.place().y};
        vn2000.toLonLat(tip, 0, tip, 0, 1);

        assertThat(issue.place().x).isGreaterThan(100_000);
        assertThat(tip[0]).isCloseTo(106.02, org.assertj.core.api.Assertions.within(1e-7));
    }
}
