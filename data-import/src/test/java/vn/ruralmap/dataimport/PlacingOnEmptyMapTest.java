package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.dataimport.Importing.codes;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.placing.PlaceEvidence.Basis;

/** Files whose place nothing on the map confirms. */
class PlacingOnEmptyMapTest extends PlacingFixture {

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
}
