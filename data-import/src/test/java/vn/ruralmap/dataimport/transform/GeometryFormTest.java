package vn.ruralmap.dataimport.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Issue;

class GeometryFormTest {

    private static final Catalogue CATALOGUE = CatalogueReader.readDefault();

    private static PlacedGeometry place(String layer, String wkt) {
        return place(layer, CoordinateSystems.CRS84, wkt);
    }

    private static PlacedGeometry place(String layer, CoordinateSystem system, String wkt) {
        try {
            return new GeometryForm(CATALOGUE.getLayer(layer), system, true).place(7, new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> codes(PlacedGeometry placed) {
        return placed.issues().stream().map(Issue::code).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // a clockwise shell with a counter-clockwise hole, as in no format
                "communes; POLYGON ((106 9, 106 10, 107 10, 107 9, 106 9), (106.2 9.2, 106.4 9.2, 106.4 9.4, 106.2 9.2));"
                        + "MULTIPOLYGON (((106 9, 107 9, 107 10, 106 10, 106 9), (106.2 9.2, 106.4 9.4, 106.4 9.2, 106.2 9.2)))",
                "communes; POLYGON Z ((106 9 5, 107 9 5, 107 10 5, 106 9 5));"
                        + "MULTIPOLYGON (((106 9, 107 9, 107 10, 106 9)))",
                "hamlets; MULTIPOINT ((106 9)); POINT (106 9)",
                "hamlets; POINT (106.1234567891 9.0000000049); POINT (106.12345679 9)"
            })
    void geometryIsStoredInOneForm(String layer, String source, String stored) {
        PlacedGeometry placed = place(layer, source);

        assertThat(placed.issues()).isEmpty();
        assertThat(placed.geometry().toText()).isEqualTo(stored.strip());
    }

    @Test
    void vn2000LandsOnItsReferencePoint() {
        PlacedGeometry placed = place("hamlets", CoordinateSystems.get("EPSG:9209"), "POINT (551819.668 1061930.471)");

        Geometry expected = CoordinateGrid.FACTORY.createPoint(new Coordinate(105.9739, 9.6025));
        assertThat(placed.geometry().distance(expected)).isLessThan(1e-7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "communes; POLYGON EMPTY; GEOMETRY_MISSING",
                "communes; POINT (106 9); GEOMETRY_KIND",
                "hamlets; LINESTRING (106 9, 107 9); GEOMETRY_KIND",
                "hamlets; GEOMETRYCOLLECTION (POINT (106 9), LINESTRING (106 9, 107 9)); GEOMETRY_MIXED",
                "hamlets; POINT (9 106); OUTSIDE_VIETNAM",
                "communes; POLYGON ((106 9, 107 9, 106 9, 106 9)); TOO_FEW_POINTS"
            })
    void whatCannotBeStoredIsRefused(String layer, String source, String code) {
        PlacedGeometry placed = place(layer, source);

        assertThat((Object) placed.geometry()).isNull();
        assertThat(placed.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(code);
            assertThat(issue.severity()).isEqualTo(Issue.Severity.ERROR);
            assertThat(issue.row()).isEqualTo(7);
            assertThat(issue.place() == null).as("nowhere").isEqualTo(source.contains("EMPTY"));
        });
    }

    @Test
    void aSpikeWithoutAreaIsDroppedAndNothingElse() {
        PlacedGeometry placed = place("communes", "POLYGON ((106 9, 107 9, 107 10, 107 10.5, 107 10, 106 10, 106 9))");

        assertThat(placed.geometry().toText()).isEqualTo("MULTIPOLYGON (((106 9, 107 9, 107 10, 106 10, 106 9)))");
        assertThat(placed.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Issue.Severity.WARNING);
            assertThat(issue.remedy().en()).contains("0 vertices added, 1 dropped");
        });
    }

    @Test
    void whatARepairLeavesIsLookedAtLikeAnyOtherShape() {
        // the last corner but two is drawn beyond the border: a loop of 2 m² is left outside
        PlacedGeometry placed = place(
                "communes",
                "POLYGON ((106 9, 106.1 9, 106.1 9.1, 106 9.1, 106.00002 9.10002, 106.00002 9.0999, 106 9.05, 106 9))");

        assertThat(codes(placed)).containsExactly("SELF_INTERSECTION", "SLIVER_PART");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SELF_INTERSECTION; POLYGON ((106 9, 107 10, 107 9, 106 10, 106 9)); 2; 0.5",
                "HOLE_OUTSIDE_SHELL; POLYGON ((106 9, 107 9, 107 10, 106 9), (108 9, 109 9, 109 10, 108 9)); 2; 1.0",
                "SELF_INTERSECTION; MULTIPOLYGON (((106 9, 107 9, 107 10, 106 10, 106 9)), ((106.5 9, 107.5 9, 107.5 10,"
                        + " 106.5 10, 106.5 9))); 1; 1.5",
                "RING_SELF_INTERSECTION; POLYGON ((106 9, 107 9, 106.5 9.5, 107 10, 106 10, 106.5 9.5, 106 9)); 2; 0.5",
                "NESTED_SHELLS; MULTIPOLYGON (((106 9, 107 9, 107 10, 106 10, 106 9)), ((106.25 9.25, 106.5 9.25, 106.5"
                        + " 9.5, 106.25 9.5, 106.25 9.25))); 1; 1.0",
                "NESTED_HOLES; POLYGON ((106 9, 107 9, 107 10, 106 10, 106 9), (106.25 9.25, 106.75 9.25, 106.75 9.75,"
                        + " 106.25 9.75, 106.25 9.25), (106.375 9.375, 106.5 9.375, 106.5 9.5, 106.375 9.375)); 1; 0.75",
                "DISCONNECTED_INTERIOR; POLYGON ((106 9, 107 9, 107 10, 106 10, 106 9), (106.5 9, 106.625 9.5, 106.5 10,"
                        + " 106.375 9.5, 106.5 9)); 2; 0.875"
            })
    void invalidPolygonsAreRepairedWithWhatChanged(String code, String source, int parts, double area) {
        PlacedGeometry placed = place("communes", source);

        assertThat(codes(placed)).containsExactly(code);
        assertThat(placed.geometry().isValid()).isTrue();
        assertThat(placed.geometry().getNumGeometries()).isEqualTo(parts);
        assertThat(placed.geometry().getArea()).isEqualTo(area);
        assertThat(CoordinateGrid.snap(placed.geometry()).equalsExact(placed.geometry()))
                .isTrue();
    }

    @Test
    void thePlaceOfAnErrorIsInTheCoordinatesOfTheSource() {
        PlacedGeometry placed = place(
                "communes",
                CoordinateSystems.get("EPSG:9209"),
                "POLYGON ((551000 1061000, 552000 1062000, 552000 1061000, 551000 1062000, 551000 1061000))");

        assertThat(placed.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.place().x).isBetween(551_499.9, 551_500.1);
            assertThat(issue.message().en()).contains("105.97");
        });
    }

    @Test
    void whatTheSourceHasIsIgnoredWhereGeometryIsDerived() {
        assertThat(place("ntm_status", "POINT (0 0)")).isEqualTo(new PlacedGeometry(null, List.of()));
    }
}
