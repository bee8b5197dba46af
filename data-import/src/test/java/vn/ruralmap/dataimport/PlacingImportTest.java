package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.dataimport.Importing.codes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.ruralmap.dataimport.ImportOptions.Reading;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.placing.PlaceEvidence.Basis;
import vn.ruralmap.dataimport.placing.PlaceEvidence.Line;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapeKind;
import vn.ruralmap.dataimport.write.ShapefileTable;
import vn.ruralmap.dataimport.write.ShapefileZip;
import vn.ruralmap.layers.crs.DeclaredSystems;
import vn.ruralmap.layers.crs.UnknownSystemException;
import vn.ruralmap.layers.model.Feature;

/** Files whose coordinate system is missing or wrong, against a map that holds the units they speak of. */
class PlacingImportTest {

    private static final String PRJ = "PROJCS[\"VN_2000\",GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
            + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
            + "PARAMETER[\"Central_Meridian\",%s],PARAMETER[\"Scale_Factor\",0.9999],"
            + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    /** Six units of 5 km around a point of Sóc Trăng, codes 31001 to 31006. */
    private static final double WEST = 105.9739;

    private static final double SOUTH = 9.6025;
    private static final double SIDE = 0.05;

    @TempDir
    Path folder;

    private Importing importing;

    @BeforeEach
    void openStore() {
        importing = new Importing(folder);
    }

    @AfterEach
    void closeStore() {
        importing.close();
    }

    private static Envelope box(int unit) {
        double x = WEST + unit % 3 * SIDE;
        double y = SOUTH + unit / 3 * SIDE;
        return new Envelope(x, x + SIDE, y, y + SIDE);
    }

    private static String code(int unit) {
        return String.format(Locale.ROOT, "31%03d", unit + 1);
    }

    private void storeUnits() {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            features.add(Importing.commune(code(i), "Xã Số " + (i + 1), box(i).getMinX(), box(i).getMinY(), SIDE));
        }
        ImportResult stored = importing.run(
                importing.options("communes", features.toArray(String[]::new)).validFrom(Importing.REFORM));
        assertThat(stored.outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    /** Zones in the middle of each unit, in some coordinate system and form, naming their commune. */
    private Path zones(@Nullable String prj, String crs, UnaryOperator<Coordinate> form) {
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Envelope zone = box(i);
            zone.expandBy(-SIDE / 3);
            rows.add(new ShapefileTable.Row(
                    written(new GeometryFactory().toGeometry(zone), crs, form), List.of("VN-STO-" + i, code(i))));
        }
        return write("zones", List.of(DbfColumn.text("MA_VUNG"), DbfColumn.text("MA_XA")), rows, prj);
    }

    /** The units themselves. */
    private Path units(@Nullable String prj, String crs, UnaryOperator<Coordinate> form) {
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(new ShapefileTable.Row(
                    written(new GeometryFactory().toGeometry(box(i)), crs, form),
                    List.of(code(i), "Xã Số " + (i + 1))));
        }
        return write("units", List.of(DbfColumn.text("MA_XA"), DbfColumn.text("TEN_XA")), rows, prj);
    }

    private static Geometry written(Geometry lonLat, String crs, UnaryOperator<Coordinate> form) {
        try {
            Geometry shape = new GeometryFactory()
                    .createGeometry(DeclaredSystems.fromCode(crs).system().fromLonLat(lonLat));
            shape.apply((CoordinateFilter) at -> at.setCoordinate(form.apply(at)));
            shape.geometryChanged();
            return shape;
        } catch (UnknownSystemException e) {
            throw new AssertionError(e);
        }
    }

    private Path write(String name, List<DbfColumn> columns, List<ShapefileTable.Row> rows, @Nullable String prj) {
        Path file = folder.resolve(name + ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            ShapefileZip.write(out, new ShapefileTable(name, ShapeKind.POLYGON, columns, rows, prj));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    private static Coordinate swapped(Coordinate at) {
        return new Coordinate(at.y, at.x);
    }

    private static double dms(double degrees) {
        double minutes = (degrees - Math.floor(degrees)) * 60;
        double seconds = (minutes - Math.floor(minutes)) * 60;
        return Math.floor(degrees) + Math.floor(minutes) / 100 + Math.round(seconds * 100) / 100.0 / 10_000;
    }

    private ImportResult run(Path file, String layer, @Nullable String crs) {
        return importing.run(
                ImportOptions.of(file, layer, "Lan").withReading(new Reading(null, crs, AskedEncodings.NONE)));
    }

    private Line best(ImportResult result) {
        return result.report().decisions().place().candidates().get(0);
    }

    private void assertInPlace(String layer) {
        List<Feature> found = importing.inForce(layer, Importing.TODAY);
        assertThat(found).hasSize(6);
        for (int i = 0; i < 6; i++) {
            Envelope place = box(i);
            assertThat(found).anySatisfy(feature -> assertThat(place.contains(
                            feature.geometry().getEnvelopeInternal().centre()))
                    .isTrue());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:9209, EPSG:9209 VN-2000 / TM-3 105-30",
        "EPSG:9210, EPSG:9210 VN-2000 / TM-3 105-45",
        "EPSG:9207, EPSG:9207 VN-2000 / TM-3 104-30",
        "EPSG:9218, EPSG:9218 VN-2000 / TM-3 108-30",
        "EPSG:32648, ''",
        "EPSG:3857, EPSG:3857",
        "EPSG:2044, EPSG:2044 Hanoi 1972",
    })
    void withoutPrjTheSystemThatPutsEachZoneIntoItsCommuneIsTaken(String crs, String expected) {
        storeUnits();

        ImportResult result = run(zones(null, crs, at -> at), "material_zones", null);

        if (expected.isEmpty()) {
            // UTM of VN-2000 and of WGS84 are 225 m apart: both put every zone inside
            assertThat(codes(result)).contains("CRS_MISSING");
            assertThat(result.report().summary().en()).contains("--crs EPSG:32648", "--crs EPSG:3405");
            return;
        }
        assertThat(result.outcome()).as(result.report().summary().en()).isEqualTo(Outcome.PUBLISHED);
        assertThat(result.report().decisions().crs().value()).startsWith(expected);
        assertThat(codes(result)).contains("CRS_BY_PLACE");
        assertThat(result.report().decisions().place().basis()).isEqualTo(Basis.NAMED_UNITS);
        assertThat(best(result).inside()).isEqualTo(1);
        assertInPlace("material_zones");
    }

    @Test
    void onTheMeridianOfUtmTheTwinsAreToldApartByOutlinesOnly() {
        storeUnits();

        ImportResult zones = run(zones(null, "EPSG:5897", at -> at), "material_zones", null);
        ImportResult units = run(units(null, "EPSG:5897", at -> at), "communes", null);

        assertThat(zones.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(zones.report().summary().vi())
                .contains("--crs EPSG:5897", "--crs EPSG:3405", "--crs EPSG:32648", "100 % nằm trong");
        assertThat(codes(units)).contains("CRS_BY_PLACE");
        assertThat(units.report().decisions().crs().value()).startsWith("EPSG:5897");
        assertThat(best(units).outlineMetres()).isLessThan(1);
    }

    @Test
    void aWrongMeridianIsRefusedWithTheRightOneAndItsEvidence() {
        storeUnits();
        Path file = zones(PRJ.formatted("105.0"), "EPSG:9209", at -> at);

        ImportResult refused = run(file, "material_zones", null);
        ImportResult told = run(file, "material_zones", "EPSG:9209");

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(codes(refused)).contains("CRS_DISPLACED");
        assertThat(refused.report().summary().en())
                .contains("import again with: --crs EPSG:9209", "100 % lie inside", "km from the units they name");
        assertThat(best(refused).option()).isEqualTo("--crs EPSG:5897");
        assertThat(best(refused).medianMetres()).isBetween(45_000.0, 60_000.0);
        assertThat(told.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertInPlace("material_zones");
    }

    @Test
    void withAutoTheRightMeridianIsTakenAgainstThePrj() {
        storeUnits();

        ImportResult result = run(zones(PRJ.formatted("105.0"), "EPSG:9209", at -> at), "material_zones", "auto");

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(result.report().decisions().crs().value()).startsWith("EPSG:9209");
        assertThat(result.report().decisions().transformation()).startsWith("EPSG:6960");
        assertThat(codes(result)).contains("CRS_BY_PLACE");
        assertInPlace("material_zones");
    }

    @Test
    void aWrongMeridianOnTheCommandLineIsCaughtAsWell() {
        storeUnits();

        ImportResult result = run(zones(null, "EPSG:9210", at -> at), "material_zones", "EPSG:5899");

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.report().summary().vi()).contains("nhập lại với: --crs EPSG:9210");
    }

    @ParameterizedTest
    @ValueSource(strings = {"105.5", ""})
    void swappedCoordinatesAreRecognisedWithAndWithoutPrj(String meridian) {
        storeUnits();
        Path file = zones(meridian.isEmpty() ? null : PRJ.formatted(meridian), "EPSG:9209", PlacingImportTest::swapped);

        ImportResult plain = run(file, "material_zones", null);
        if (meridian.isEmpty()) {
            assertThat(plain.outcome()).isEqualTo(Outcome.PUBLISHED);
            assertThat(plain.report().summary().en()).contains("X = north");
        } else {
            assertThat(plain.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(plain.report().summary().en()).contains("--crs EPSG:9209 --swap-xy");
            importing.run(ImportOptions.of(file, "material_zones", "Lan")
                    .withReading(new Reading(null, null, AskedEncodings.NONE).withSwappedXy()));
        }

        assertInPlace("material_zones");
    }

    @Test
    void degreesMinutesAndSecondsInOneNumberAreRecognised() {
        storeUnits();

        ImportResult result =
                run(zones(null, "EPSG:4326", at -> new Coordinate(dms(at.x), dms(at.y))), "material_zones", null);

        assertThat(result.report().decisions().crs().value()).startsWith("EPSG:4326/dms");
        assertThat(codes(result)).contains("CRS_BY_PLACE");
        assertInPlace("material_zones");
    }

    @Test
    void packedDegreesMinutesAndSecondsAreRecognised() {
        storeUnits();

        ImportResult result = run(
                zones(null, "EPSG:4326", at -> new Coordinate(dms(at.x) * 10_000, dms(at.y) * 10_000)),
                "material_zones",
                null);

        assertThat(result.report().decisions().crs().value()).startsWith("EPSG:4326/dms");
        assertInPlace("material_zones");
    }

    @Test
    void kilometresAreRecognised() {
        storeUnits();

        ImportResult result =
                run(zones(null, "EPSG:9209", at -> new Coordinate(at.x / 1000, at.y / 1000)), "material_zones", null);

        assertThat(result.report().decisions().crs().value()).startsWith("EPSG:9209/km");
        assertInPlace("material_zones");
    }

    @Test
    void utmUnderThePrjOfTm3OnTheSameMeridianIsSeenByTheOutlines() {
        storeUnits();
        Path file = units(PRJ.formatted("105.0"), "EPSG:3405", at -> at);

        ImportResult refused = run(file, "communes", null);
        ImportResult auto = run(file, "communes", "auto");
        ImportResult insisted = run(file, "communes", "EPSG:5897");

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(codes(refused)).contains("CRS_OUTLINES_OFF");
        assertThat(refused.report().summary().en()).contains("import again with: --crs EPSG:3405");
        assertThat(best(refused).outlineMetres()).isBetween(100.0, 700.0);
        assertThat(codes(insisted)).contains("CRS_OUTLINES_OFF");
        assertThat(insisted.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(auto.report().decisions().crs().value()).startsWith("EPSG:3405");
        assertThat(codes(auto)).contains("CRS_BY_PLACE");
    }

    @Test
    void utmUnderThePrjOfAnotherAxisIsRefusedThoughItsTwinsCannotBeToldApart() {
        storeUnits();
        Path file = zones(PRJ.formatted("105.5"), "EPSG:3405", at -> at);

        ImportResult refused = run(file, "material_zones", null);
        ImportResult auto = run(file, "material_zones", "auto");

        assertThat(codes(refused)).contains("CRS_DISPLACED");
        assertThat(refused.report().summary().en())
                .contains("--crs EPSG:3405", "--crs EPSG:32648", "--crs EPSG:5897", "100 % lie inside");
        assertThat(auto.outcome()).as("auto takes only what is clear").isEqualTo(Outcome.REFUSED);
    }

    @Test
    void withAnEmptyStoreTheAxesAreListedAndNothingIsTaken() {
        ImportResult result = run(units(null, "EPSG:9209", at -> at), "communes", null);

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(codes(result)).contains("CRS_MISSING");
        assertThat(result.report().decisions().place().basis()).isEqualTo(Basis.COUNTRY);
        assertThat(result.report().summary().vi()).contains("EPSG:9209 (105°30′)", "Sóc Trăng");
    }

    @Test
    void withAnEmptyStoreAnExplicitAxisIsBelieved() {
        ImportResult result = run(units(null, "EPSG:9209", at -> at), "communes", "EPSG:9209");

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(codes(result)).noneMatch(code -> code.startsWith("CRS"));
        assertInPlace("communes");
    }

    @Test
    void numbersThatCouldBeDmsOrDegreesAreAskedAboutWhereNothingTells() {
        ImportResult result =
                run(units(null, "EPSG:4326", at -> new Coordinate(dms(at.x), dms(at.y))), "communes", null);

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(codes(result)).contains("CRS_DEGREES_OR_DMS");
        assertThat(result.report().summary().en()).contains("--crs EPSG:4326/dms");
    }

    @Test
    void newUnitsBesideTheStoredOnesAreNotPulledOntoThem() {
        storeUnits();
        List<ShapefileTable.Row> rows = new ArrayList<>();
        Geometry neighbour = new GeometryFactory().toGeometry(new Envelope(105.46, 105.52, 9.61, 9.66));
        rows.add(new ShapefileTable.Row(written(neighbour, "EPSG:5897", at -> at), List.of("31900", "Xã Bên Cạnh")));
        Path file = write("xa", List.of(DbfColumn.text("MA_XA"), DbfColumn.text("TEN_XA")), rows, null);

        ImportResult result = run(file, "communes", null);

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.report().decisions().place().basis()).isEqualTo(Basis.STORED_UNITS);
    }

    @Test
    void zonesThatNameNoCommuneAreTakenByTheOnlySystemThatPutsThemOntoTheMap() {
        storeUnits();
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Envelope zone = box(i);
            zone.expandBy(-SIDE / 3);
            rows.add(new ShapefileTable.Row(
                    written(new GeometryFactory().toGeometry(zone), "EPSG:9209", at -> at), List.of("VN-STO-" + i)));
        }

        ImportResult result = run(write("v", List.of(DbfColumn.text("MA_VUNG")), rows, null), "material_zones", null);

        assertThat(result.report().decisions().place().basis()).isEqualTo(Basis.STORED_UNITS);
        assertThat(result.report().decisions().crs().value()).startsWith("EPSG:9209");
        assertThat(codes(result)).contains("CRS_BY_PLACE");
    }

    @Test
    void aCodeThatMeansAnotherUnitDoesNotThrowOutARightDeclaration() {
        storeUnits();
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(new ShapefileTable.Row(
                    written(new GeometryFactory().toGeometry(box(i)), "EPSG:9209", at -> at),
                    List.of(code(5 - i), "Xã Khác " + i)));
        }
        Path file =
                write("xa", List.of(DbfColumn.text("MA_XA"), DbfColumn.text("TEN_XA")), rows, PRJ.formatted("105.5"));

        ImportResult result = run(file, "communes", null);

        assertThat(codes(result)).doesNotContain("CRS_DISPLACED");
        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void aPrjThatIsNotUnderstoodIsReplacedByTheEvidenceOfThePlace() {
        storeUnits();

        ImportResult result = run(zones("PROJCS[\"cut", "EPSG:9209", at -> at), "material_zones", null);

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(result.report().decisions().crs().value()).startsWith("EPSG:9209");
    }

    @Test
    void theReportHasTheEvidenceAsData() {
        storeUnits();

        String json = run(zones(PRJ.formatted("105.0"), "EPSG:9209", at -> at), "material_zones", null)
                .report()
                .toJson();

        assertThat(json)
                .contains("\"basis\" : \"NAMED_UNITS\"", "\"option\" : \"--crs EPSG:9209\"", "\"inside\" : 1.0")
                .contains("\"unit\" : \"Xã Số 1\"");
    }
}
