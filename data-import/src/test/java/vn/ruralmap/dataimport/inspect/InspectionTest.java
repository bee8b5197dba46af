package vn.ruralmap.dataimport.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.slf4j.LoggerFactory;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.crs.Spheroid;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;

/** Squares of 0.01 degree (about 1.1 km) near Sóc Trăng, in force since 1/7/2025. */
class InspectionTest {

    private static final Catalogue CATALOGUE = CatalogueReader.readDefault();
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final String HERE = "POLYGON ((106 9.5, 106.01 9.5, 106.01 9.51, 106 9.51, 106 9.5))";
    private static final String EAST = "POLYGON ((106.01 9.5, 106.02 9.5, 106.02 9.51, 106.01 9.51, 106.01 9.5))";

    private static Geometry wkt(String text) {
        try {
            return new WKTReader(CoordinateGrid.FACTORY).read(text);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static Change.Content content(String layer, String wkt, Validity validity, Object... values) {
        Object[] all =
                Arrays.copyOf(values, CATALOGUE.getLayer(layer).attributes().size());
        return new Change.Content(validity, null, Arrays.asList(all), wkt(wkt));
    }

    private static Placed commune(long row, String code, String name, String wkt) {
        return new Placed(row, content("communes", wkt, Validity.since(REFORM), code, name));
    }

    private static List<Issue> inspect(boolean strict, Placed... communes) {
        List<Issue> found = new ArrayList<>();
        new Inspection(CATALOGUE, CATALOGUE.getLayer("communes"), CoordinateSystems.CRS84, strict, name -> List.of())
                .inspect(List.of(communes), found::add);
        return found;
    }

    @Test
    void unitsThatShareABorderAreFine() {
        assertThat(inspect(false, commune(1, "1", "Xã A", HERE), commune(2, "2", "Xã B", EAST)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "partly       | POLYGON ((106.009 9.5, 106.02 9.5, 106.02 9.51, 106.009 9.51, 106.009 9.5))       | 10",
                "within       | POLYGON ((106.002 9.502, 106.004 9.502, 106.004 9.504, 106.002 9.502))            | 2",
                "around       | POLYGON ((105.9 9.4, 106.1 9.4, 106.1 9.6, 105.9 9.6, 105.9 9.4))                 | 100",
                "twice        | POLYGON ((106 9.5, 106.01 9.5, 106.01 9.51, 106 9.51, 106 9.5))                   | 100",
                "across       | POLYGON ((105.99 9.504, 106.02 9.504, 106.02 9.506, 105.99 9.506, 105.99 9.504))  | 20",
                "within, side | POLYGON ((106 9.5, 106.005 9.5, 106.005 9.51, 106 9.51, 106 9.5))                 | 50"
            })
    void anOverlapNamesBothUnitsThePlaceAndTheArea(String how, String other, double percentOfHere) {
        List<Issue> issues = inspect(false, commune(1, "31001", "Xã A", HERE), commune(0, "31002", "Xã B", other));

        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("OVERLAP");
            assertThat(issue.severity()).isEqualTo(Severity.WARNING);
            assertThat(issue.row()).isEqualTo(1);
            assertThat(issue.message().vi()).contains("31001 Xã A (dòng 1)", "31002 Xã B (đã lưu)", " m²");
            Geometry at = CoordinateGrid.FACTORY.createPoint(issue.place());
            assertThat(wkt(HERE).covers(at) && wkt(other).covers(at)).isTrue();
        });
        String area = issues.get(0).message().en().replaceAll(".*: (\\d+) m².*", "$1");
        double here = Spheroid.squareMetres(wkt(HERE));
        assertThat(Double.parseDouble(area)).isCloseTo(here * percentOfHere / 100, within(here * 0.001));
    }

    @Test
    void aStrictImportTakesAnOverlapForAnError() {
        assertThat(inspect(true, commune(1, "1", "Xã A", HERE), commune(2, "2", "Xã A", HERE)))
                .singleElement()
                .satisfies(issue -> assertThat(issue.severity()).isEqualTo(Severity.ERROR));
    }

    @Test
    void unitsOfDifferentTimesDoNotMeet() {
        Placed old =
                new Placed(0, content("communes", HERE, new Validity(LocalDate.of(2008, 1, 1), REFORM), "1", "Xã Cũ"));

        assertThat(inspect(false, commune(1, "2", "Xã Mới", HERE), old)).isEmpty();
    }

    @Test
    void unitsThatBeginLaterMeetTheOnesInForce() {
        Placed later =
                new Placed(0, content("communes", HERE, Validity.since(LocalDate.of(2026, 1, 1)), "2", "Xã Sau"));

        assertThat(inspect(false, commune(1, "1", "Xã A", HERE), later)).hasSize(1);
    }

    @Test
    void whatTheStoreHasAlreadyIsNotThisImportsMatter() {
        Placed far = commune(1, "3", "Xã Xa", "POLYGON ((106.5 9.5, 106.51 9.5, 106.51 9.51, 106.5 9.51, 106.5 9.5))");

        assertThat(inspect(false, commune(0, "1", "Xã A", HERE), commune(0, "2", "Xã B", HERE), far))
                .isEmpty();
    }

    @Test
    void anOverlapBelowASquareMetreIsOnlyCounted() {
        String hair =
                "POLYGON ((106.00999999 9.5, 106.02 9.5, 106.02 9.50001, 106.00999999 9.50001, 106.00999999 9.5))";

        assertThat(inspect(false, commune(1, "1", "Xã A", HERE), commune(2, "2", "Xã B", hair)))
                .singleElement()
                .satisfies(issue -> assertThat(issue.code()).isEqualTo("BORDERS_DIFFER_SLIGHTLY"));
    }

    @Test
    void aNarrowHoleBetweenUnitsIsAGapAndAWideOneIsNot() {
        // 11 m, then 44 m wide at the widest
        for (double width : new double[] {0.0001, 0.0004}) {
            String bent = "POLYGON ((106.01 9.5, 106.02 9.5, 106.02 9.51, 106.01 9.51, 106.01 9.508, "
                    + (106.01 + width) + " 9.505, 106.01 9.502, 106.01 9.5))";
            List<Issue> issues = inspect(false, commune(1, "31001", "Xã A", HERE), commune(2, "31002", "Xã B", bent));
            if (width > 0.0002) {
                assertThat(issues).isEmpty();
            } else {
                assertThat(issues).singleElement().satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("GAP");
                    assertThat(issue.message().vi()).contains("31001 Xã A", "31002 Xã B", " m²");
                    assertThat(issue.place().x).isBetween(106.01, 106.01 + width);
                });
            }
        }
    }

    @Test
    void aGapIsFoundBesideAnOverlap() {
        String bent = "POLYGON ((106.01 9.5, 106.02 9.5, 106.02 9.51, 106.01 9.51, 106.0099 9.508, 106.01 9.506, "
                + "106.0101 9.503, 106.01 9.5))";

        assertThat(inspect(false, commune(1, "1", "Xã A", HERE), commune(2, "2", "Xã B", bent)))
                .extracting(Issue::code)
                .containsExactlyInAnyOrder("OVERLAP", "GAP");
    }

    @Test
    void theDeclaredAreaIsHeldAgainstTheMeasuredOne() {
        double hectares = Spheroid.squareMetres(wkt(HERE)) / 10_000;
        for (double factor : new double[] {1, 1.04, 1.06, 0.5, 10_000}) {
            List<Issue> issues = inspect(
                    false,
                    new Placed(
                            1,
                            content(
                                    "communes",
                                    HERE,
                                    Validity.since(REFORM),
                                    "1",
                                    "Xã A",
                                    null,
                                    null,
                                    null,
                                    null,
                                    hectares * factor)));
            if (Math.abs(factor - 1) < 0.05) {
                assertThat(issues).isEmpty();
            } else {
                assertThat(issues).singleElement().satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("AREA_DIFFERS");
                    assertThat(issue.message().vi())
                            .contains(String.format(java.util.Locale.ROOT, "%.2f ha", hectares))
                            .contains(String.format(java.util.Locale.ROOT, "%.2f ha", hectares * factor));
                    assertThat(issue.message().vi().contains("m²")).isEqualTo(factor == 10_000);
                });
            }
        }
    }

    @Test
    void theAreaIsThatOfTheEllipsoid() {
        // one degree square on the equator, Karney's GeographicLib: 12308778361.469 m²
        assertThat(Spheroid.squareMetres(wkt("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))")))
                .isCloseTo(12_308_778_361.469, within(0.001));
    }

    private static List<Issue> zones(Placed... zones) {
        Layer communes = CATALOGUE.getLayer("communes");
        List<Feature> stored = List.of(
                content("communes", HERE, Validity.since(REFORM), "31567", "Xã Mỹ Tú")
                        .toFeature(7, 1),
                content("communes", EAST, Validity.since(REFORM), "31002", "Xã B")
                        .toFeature(8, 1));
        List<Issue> found = new ArrayList<>();
        new Inspection(
                        CATALOGUE,
                        CATALOGUE.getLayer("material_zones"),
                        CoordinateSystems.CRS84,
                        false,
                        name -> name.equals(communes.name()) ? stored : List.of())
                .inspect(List.of(zones), found::add);
        return found;
    }

    private static Placed zone(long row, String code, String wkt) {
        Object[] values = new Object[CATALOGUE.getLayer("material_zones").indexOf("commune") + 1];
        values[0] = code;
        values[values.length - 1] = 7L;
        return new Placed(row, content("material_zones", wkt, Validity.since(REFORM), values));
    }

    @Test
    void aZoneOutsideItsCommuneSaysHowMuchHowFarAndWhereItIs() {
        assertThat(zones(zone(1, "VN-STOR-0001", EAST))).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("OUTSIDE_NAMED_UNIT");
            assertThat(issue.message().vi())
                    .contains(
                            "31567 Xã Mỹ Tú",
                            "100.0 %",
                            "1098 m",
                            "31002 Xã B",
                            "trước đó là Thị trấn Huỳnh Hữu Nghĩa");
        });
    }

    @Test
    void aZoneThatCrossesTheBorderByAFewMetresIsFine() {
        assertThat(zones(
                        zone(
                                1,
                                "VN-STOR-0001",
                                "POLYGON ((106.005 9.505, 106.0101 9.505, 106.0101 9.506, 106.005 9.505))"),
                        zone(2, "VN-STOR-0002", "POLYGON ((106 9.5, 106.01 9.5, 106.005 9.51, 106 9.5))")))
                .isEmpty();
    }

    @Test
    void codesThatLookAlikeNameEachOther() {
        List<Issue> issues =
                zones(zone(1, "VN-STOR-0001", HERE), zone(2, "VN-ST0R-OOO1", HERE), zone(0, "VN-STOR-2", HERE));

        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("CODES_LOOK_ALIKE");
            assertThat(issue.row()).isEqualTo(2);
            assertThat(issue.message().vi()).contains("VN-STOR-0001", "VN-ST0R-OOO1");
        });
    }

    @Test
    void tenThousandUnitsAreInspectedInSeconds() {
        List<Placed> grid = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            double x = 106 + i % 100 * 0.01;
            double y = 9.5 + i / 100 * 0.01;
            // every hundredth reaches a little into its eastern neighbour
            Envelope square = new Envelope(x, x + 0.01 + (i % 100 == 50 ? 0.001 : 0), y, y + 0.01);
            Geometry land = CoordinateGrid.snap(CoordinateGrid.FACTORY.toGeometry(square));
            grid.add(commune(i + 1, String.valueOf(i), "Xã " + i, dense(land).toText()));
        }
        long start = System.nanoTime();
        List<Issue> issues = inspect(false, grid.toArray(Placed[]::new));
        Duration time = Duration.ofNanos(System.nanoTime() - start);

        LoggerFactory.getLogger(getClass()).info("10,000 units of 100 vertices inspected in {} ms", time.toMillis());
        assertThat(issues).hasSizeGreaterThanOrEqualTo(100);
        assertThat(time).isLessThan(Duration.ofSeconds(60));
    }

    /** 25 vertices on each side, at the same places for neighbours. */
    private static Geometry dense(Geometry square) {
        return CoordinateGrid.snap(org.locationtech.jts.densify.Densifier.densify(
                square, square.getEnvelopeInternal().getHeight() / 24.5));
    }
}
