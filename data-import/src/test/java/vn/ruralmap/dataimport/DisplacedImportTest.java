package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.dataimport.Importing.codes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.GeometryFactory;
import vn.ruralmap.dataimport.ImportOptions.Reading;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapefileTable;

/** Files that declare a wrong coordinate system, against a map that holds the units they speak of. */
class DisplacedImportTest extends PlacingFixture {

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
        Path file = zones(meridian.isEmpty() ? null : PRJ.formatted(meridian), "EPSG:9209", PlacingFixture::swapped);

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
