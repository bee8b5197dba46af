package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.dataimport.Importing.codes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.placing.PlaceEvidence.Basis;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapefileTable;

/** Files that do not say their coordinate system, against a map that holds the units they speak of: the place tells it. */
class SystemByPlaceTest extends PlacingFixture {

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
    void aPrjThatIsNotUnderstoodIsReplacedByTheEvidenceOfThePlace() {
        storeUnits();

        ImportResult result = run(zones("PROJCS[\"cut", "EPSG:9209", at -> at), "material_zones", null);

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(result.report().decisions().crs().value()).startsWith("EPSG:9209");
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
}
