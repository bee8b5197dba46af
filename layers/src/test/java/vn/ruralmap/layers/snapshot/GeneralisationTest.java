package vn.ruralmap.layers.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryEditor;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.store.Changes;

class GeneralisationTest {

    private static final double DEGREES_PER_PIXEL_ZOOM_0 = 360.0 / 256;

    private static Geometry[] full;
    private static Generalisation coverage;

    @BeforeAll
    static void generalise() {
        full = new GeneratedCoverage(10, 20, 7).create();
        coverage = coverage(full, null);
    }

    @Test
    void theGeneratedCoverageIsValid() {
        assertThat(CoverageValidator.isValid(full)).isTrue();
        assertThat(Arrays.stream(full).filter(cell -> !cell.isValid()))
                .as("invalid")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17})
    void sharedBordersStaySharedAtEveryZoom(int zoom) {
        Geometry[] drawn = coverage.at(degreesPerPixel(zoom)).geometries();
        assertThat(drawn.length).isEqualTo(full.length);
        assertThat(Arrays.stream(drawn).filter(Geometry::isEmpty))
                .as("vanished")
                .isEmpty();
        assertThat(CoverageValidator.isValid(drawn)).as("borders match").isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9, 10, 11, 12, 13, 14})
    void noBorderIsOffByMoreThanHalfAPixel(int zoom) {
        double pixel = degreesPerPixel(zoom);
        Geometry[] drawn = coverage.at(pixel).geometries();
        double worst = 0;
        for (int i = 0; i < drawn.length; i += 17) {
            worst = Math.max(
                    worst, DiscreteHausdorffDistance.distance(full[i].getBoundary(), drawn[i].getBoundary(), 0.3));
        }
        assertThat(worst / pixel).as("largest error in pixels").isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9, 10, 11, 12, 13, 14})
    void aLayerThatIsNoCoverageIsOffByLessThanHalfAPixelToo(int zoom) {
        double pixel = degreesPerPixel(zoom);
        Geometry[] drawn = standalone(Arrays.copyOf(full, 20), null).at(pixel).geometries();
        for (int i = 0; i < drawn.length; i++) {
            assertThat(DiscreteHausdorffDistance.distance(full[i].getBoundary(), drawn[i].getBoundary(), 0.3) / pixel)
                    .isLessThan(0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.1, 0.03})
    void bordersThatLieCloseToOneAnotherNeverCross(double width) {
        Geometry[] narrow = Arrays.stream(full)
                .map(cell -> CoordinateGrid.snap(
                        AffineTransformation.scaleInstance(width, 1).transform(cell)))
                .toArray(Geometry[]::new);
        assertThat(CoverageValidator.isValid(narrow)).isTrue();
        Generalisation generalisation = coverage(narrow, null);
        for (int zoom = 0; zoom <= 17; zoom++) {
            Geometry[] drawn = generalisation.at(degreesPerPixel(zoom)).geometries();
            assertThat(CoverageValidator.isValid(drawn)).as("zoom %s", zoom).isTrue();
            assertThat(drawn).as("zoom %s", zoom).allMatch(Geometry::isValid);
        }
    }

    @Test
    void twoBordersBetweenTheSameNodesDoNotFallTogether() {
        Geometry[] lens = {
            Changes.geometry("POLYGON ((105 9, 105.01 9.001, 105.02 9, 105.01 8.999, 105 9))"),
            Changes.geometry("POLYGON ((105 9, 105 9.1, 105.02 9.1, 105.02 9, 105.01 9.001, 105 9))"),
            Changes.geometry("POLYGON ((105 9, 105.01 8.999, 105.02 9, 105.02 8.9, 105 8.9, 105 9))"),
        };
        Generalisation generalisation = coverage(lens, null);
        for (int zoom = 0; zoom <= 17; zoom++) {
            Geometry[] drawn = generalisation.at(degreesPerPixel(zoom)).geometries();
            assertThat(drawn).as("zoom %s", zoom).allMatch(geometry -> geometry.isValid() && geometry.getArea() > 0);
        }
    }

    @Test
    void farFewerVerticesAreDrawnWhenZoomedOut() {
        int all = GeneratedCoverage.vertices(full);
        int atZoom7 = GeneratedCoverage.vertices(coverage.at(degreesPerPixel(7)).geometries());
        int atZoom5 = GeneratedCoverage.vertices(coverage.at(degreesPerPixel(5)).geometries());
        assertThat(atZoom7).isLessThan(all / 2);
        assertThat(atZoom5).isLessThan(atZoom7 / 2);
    }

    @Test
    void fromZoom18OnTheFullGeometryIsDrawn() {
        assertThat(coverage.at(degreesPerPixel(18)).geometries()).isSameAs(full);
        assertThat(coverage.at(degreesPerPixel(22)).geometries()).isSameAs(full);
    }

    @Test
    void aResolutionBetweenTwoZoomsTakesTheFinerOne() {
        assertThat(coverage.at(degreesPerPixel(9) * 0.99).geometries())
                .isSameAs(coverage.at(degreesPerPixel(10)).geometries());
        assertThat(coverage.at(degreesPerPixel(9)).geometries())
                .isNotSameAs(coverage.at(degreesPerPixel(10)).geometries());
        assertThat(coverage.at(1e9).geometries())
                .isSameAs(coverage.at(degreesPerPixel(0)).geometries());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void smallIslandsNeverBecomeEmpty(boolean isCoverage) {
        // 50 m across, a hole in one, a part of a multipolygon, and a commune that is all islands
        Geometry[] islands = {
            Changes.geometry(
                    "MULTIPOLYGON (((104 9, 104.0005 9, 104.0005 9.0004, 104.0002 9.0006, 104 9.0004, 104 9)))"),
            Changes.geometry("MULTIPOLYGON (((106 8, 106.1 8, 106.1 8.1, 106.05 8.12, 106 8.1, 106 8)),"
                    + " ((106.2 8, 106.2001 8, 106.2001 8.0001, 106.20005 8.00015, 106.2 8.0001, 106.2 8)))"),
            Changes.geometry("MULTIPOLYGON (((107 8, 107.0005 8, 107.0005 8.0004, 107.0002 8.0006, 107 8.0004, 107 8)),"
                    + " ((107.1 8, 107.1005 8, 107.1005 8.0004, 107.1002 8.0006, 107.1 8.0004, 107.1 8)))"),
        };
        Generalisation generalisation = isCoverage ? coverage(islands, null) : standalone(islands, null);
        for (int zoom = 0; zoom <= 18; zoom++) {
            Geometry[] drawn = generalisation.at(degreesPerPixel(zoom)).geometries();
            assertThat(drawn).as("zoom " + zoom).noneMatch(Geometry::isEmpty);
            assertThat(drawn).as("zoom " + zoom).allMatch(geometry -> geometry.getDimension() == 2);
        }
    }

    @Test
    void anEmptyLayerHasNothingToGeneralise() {
        assertThat(coverage(new Geometry[0], null).at(degreesPerPixel(5)).geometries())
                .isEmpty();
    }

    @Test
    void pointsStayAsTheyAre() {
        Geometry[] points = {Changes.geometry("POINT (105 9)")};
        assertThat((Object) standalone(points, null).at(degreesPerPixel(3)).geometries()[0])
                .isSameAs(points[0]);
    }

    @Test
    void aHoleThatIsANeighbourStaysFilledByIt() {
        Polygon town = (Polygon)
                Changes.geometry("POLYGON ((105.4 9.4, 105.6 9.4, 105.61 9.5, 105.6 9.6, 105.4 9.6, 105.4 9.4))");
        Polygon around = CoordinateGrid.FACTORY.createPolygon(
                ((Polygon) Changes.geometry("POLYGON ((105 9, 106 9, 106 10, 105 10, 105 9))")).getExteriorRing(),
                new org.locationtech.jts.geom.LinearRing[] {town.getExteriorRing()});
        Geometry[] two = {multi(town), multi(around)};
        Generalisation generalisation = coverage(two, null);
        for (int zoom = 4; zoom < 18; zoom++) {
            assertThat(CoverageValidator.isValid(
                            generalisation.at(degreesPerPixel(zoom)).geometries()))
                    .isTrue();
        }
    }

    private static Generalisation coverage(Geometry[] geometries, @Nullable Generalisation outdated) {
        Function<Envelope, int[]> query = box -> IntStream.range(0, geometries.length)
                .filter(i -> geometries[i].getEnvelopeInternal().intersects(box))
                .toArray();
        return new Generalisation(new CoverageSimplification(geometries, query), geometries, outdated);
    }

    private static Generalisation standalone(Geometry[] geometries, @Nullable Generalisation outdated) {
        return new Generalisation(new StandaloneSimplification(), geometries, outdated);
    }

    private static MultiPolygon multi(Polygon polygon) {
        return CoordinateGrid.FACTORY.createMultiPolygon(new Polygon[] {polygon});
    }

    private static double degreesPerPixel(int zoom) {
        return DEGREES_PER_PIXEL_ZOOM_0 / Math.pow(2, zoom);
    }

    @Test
    void afterAnEditOnlyWhatWasEditedIsComputedAgain() {
        Geometry[] before = Arrays.copyOf(full, 60);
        Generalisation outdated = standalone(before, null);
        outdated.prepare();
        Geometry[] after = new Geometry[60];
        // one is gone, one was moved, one came: everything behind has another place
        System.arraycopy(before, 1, after, 0, 59);
        after[30] = moved(before[31]);
        after[59] = moved(full[70]);

        Generalisation now = standalone(after, outdated);

        for (int zoom = 0; zoom <= 18; zoom++) {
            Geometry[] drawn = now.at(degreesPerPixel(zoom)).geometries();
            Geometry[] anew = standalone(after, null).at(degreesPerPixel(zoom)).geometries();
            for (int i = 0; i < 60; i++) {
                assertThat(drawn[i].equalsExact(anew[i]))
                        .as("zoom %s, %s", zoom, i)
                        .isTrue();
                if (i != 30 && i != 59) {
                    assertThat((Object) drawn[i])
                            .isSameAs(outdated.at(degreesPerPixel(zoom)).geometries()[i + 1]);
                }
            }
        }
    }

    @Test
    void afterABorderMovedOnlyItsSurroundingsAreComputedAgain() {
        Generalisation outdated = coverage(full, null);
        outdated.prepare();
        for (int i = 0; i < full.length; i++) {
            borders(outdated, 8).of(i);
        }
        // one of 200 is gone; two neighbours share a corner that moved, and all borders that end there
        Geometry[] after = Arrays.copyOfRange(full, 1, full.length);
        Coordinate corner = Arrays.stream(full[86].getCoordinates())
                .filter(place -> full[87].distance(CoordinateGrid.FACTORY.createPoint(place)) == 0
                        && full[96].distance(CoordinateGrid.FACTORY.createPoint(place)) == 0)
                .findFirst()
                .orElseThrow();
        int touched = 0;
        for (int i = 0; i < after.length; i++) {
            Geometry moved = moving(after[i], corner);
            touched += moved.equalsExact(after[i]) ? 0 : 1;
            after[i] = moved.equalsExact(after[i]) ? after[i] : moved;
        }
        assertThat(touched).as("features at the corner").isBetween(3, 4);

        Generalisation now = coverage(after, outdated);

        Generalisation anew = coverage(after, null);
        for (int zoom = 0; zoom <= 18; zoom++) {
            Geometry[] drawn = now.at(degreesPerPixel(zoom)).geometries();
            int kept = 0;
            for (int i = 0; i < drawn.length; i++) {
                assertThat(drawn[i].equalsExact(anew.at(degreesPerPixel(zoom)).geometries()[i]))
                        .as("zoom %s, %s", zoom, i)
                        .isTrue();
                kept += drawn[i] == outdated.at(degreesPerPixel(zoom)).geometries()[i + 1] ? 1 : 0;
                assertThat(borders(now, zoom).of(i))
                        .as("lone segments")
                        .isEqualTo(borders(anew, zoom).of(i));
            }
            assertThat(CoverageValidator.isValid(drawn)).as("borders match").isTrue();
            assertThat(kept).as("the same objects").isGreaterThan(drawn.length - 20);
        }
    }

    private static LoneSegments borders(Generalisation generalisation, int zoom) {
        return Objects.requireNonNull(generalisation.at(degreesPerPixel(zoom)).borders());
    }

    private static Geometry moving(Geometry geometry, Coordinate from) {
        return CoordinateGrid.snap(
                new GeometryEditor(CoordinateGrid.FACTORY).edit(geometry, new GeometryEditor.CoordinateOperation() {
                    @Override
                    public Coordinate[] edit(Coordinate[] coordinates, Geometry part) {
                        return Arrays.stream(coordinates)
                                .map(place ->
                                        place.equals2D(from) ? new Coordinate(place.x + 0.002, place.y + 0.001) : place)
                                .toArray(Coordinate[]::new);
                    }
                }));
    }

    @Test
    void whereMostWasEditedAllIsComputedAgain() {
        Geometry[] before = Arrays.copyOf(full, 60);
        Generalisation outdated = standalone(before, null);
        outdated.prepare();
        Geometry[] after = Arrays.stream(before).map(GeneralisationTest::moved).toArray(Geometry[]::new);

        Geometry[] drawn = standalone(after, outdated).at(degreesPerPixel(8)).geometries();

        Geometry[] anew = standalone(after, null).at(degreesPerPixel(8)).geometries();
        for (int i = 0; i < 60; i++) {
            assertThat(drawn[i].equalsExact(anew[i])).as("%s", i).isTrue();
        }
    }

    @Test
    void smallFeaturesAreTheSameBoxesAtSeveralZooms() {
        Geometry[] fields = new Geometry[] {circle(105.9, 9.6), circle(105.95, 9.6)};
        Generalisation generalisation = standalone(fields, null);
        generalisation.prepare();

        Geometry[] country = generalisation.at(degreesPerPixel(6)).geometries();
        for (int zoom = 7; zoom <= 12; zoom++) {
            assertThat((Object) generalisation.at(degreesPerPixel(zoom)).geometries()[0])
                    .isSameAs(country[0]);
        }
    }

    /** Of 20 metres across, with 33 corners. */
    private static Geometry circle(double lon, double lat) {
        return CoordinateGrid.snap(
                CoordinateGrid.FACTORY.createPoint(new Coordinate(lon, lat)).buffer(0.0001));
    }

    private static Geometry moved(Geometry geometry) {
        return CoordinateGrid.snap(
                AffineTransformation.translationInstance(0.001, 0.001).transform(geometry));
    }
}
