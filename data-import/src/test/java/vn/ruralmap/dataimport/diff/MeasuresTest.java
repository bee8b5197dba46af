package vn.ruralmap.dataimport.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.dataimport.diff.FeatureDiff.BorderChange;

class MeasuresTest {

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNotchMovesTheBorderByItsDepth() {
        Geometry straight = wkt("POLYGON ((106 9.5, 106.1 9.5, 106.1 9.6, 106 9.6, 106 9.5))");
        Geometry notched = wkt(
                "POLYGON ((106 9.5, 106.04 9.5, 106.05 9.501, 106.06 9.5, 106.1 9.5, 106.1 9.6, 106 9.6, 106 9.5))");

        // a thousandth of a degree of latitude at 9.5 degrees north is 110.61 m, whichever comes first
        assertThat(Measures.movedMetres(straight, notched)).isCloseTo(110.61, within(0.05));
        assertThat(Measures.movedMetres(notched, straight)).isCloseTo(110.61, within(0.05));
        // half of 0.02 by 0.001 degrees: 2,196 m times 110.6 m / 2
        assertThat(Measures.between(straight, notched).differenceHectares()).isCloseTo(12.14, within(0.02));
    }

    @Test
    void aHoleIsNoLand() {
        Geometry whole = wkt("POLYGON ((106 9.5, 106.1 9.5, 106.1 9.6, 106 9.6, 106 9.5))");
        Geometry holed = wkt("POLYGON ((106 9.5, 106.1 9.5, 106.1 9.6, 106 9.6, 106 9.5),"
                + " (106.02 9.52, 106.02 9.57, 106.07 9.57, 106.07 9.52, 106.02 9.52))");

        BorderChange change = Measures.between(whole, holed);

        assertThat(change.afterHectares() / change.beforeHectares()).isCloseTo(0.75, within(0.0001));
        assertThat(change.differenceHectares())
                .isCloseTo(change.beforeHectares() - change.afterHectares(), within(0.001));
    }

    @Test
    void aPointMovesAndHasNoArea() {
        BorderChange change = Measures.between(wkt("POINT (106 9.5)"), wkt("POINT (106 9.501)"));

        assertThat(change.movedMetres()).isCloseTo(110.61, within(0.05));
        assertThat(change.afterHectares()).isNull();
        assertThat(change.differenceHectares()).isNull();
    }

    @Test
    void aPointThatBecomesAnOutlineIsMeasuredToo() {
        BorderChange change = Measures.between(
                wkt("POINT (106 9.5)"), wkt("POLYGON ((106 9.5, 106.001 9.5, 106.001 9.501, 106 9.501, 106 9.5))"));

        assertThat(change.movedMetres()).isCloseTo(155.9, within(0.5));
        assertThat(change.beforeHectares()).isNull();
        assertThat(change.afterHectares()).isCloseTo(1.214, within(0.01));
    }

    @Test
    void whatIsTheSameIsNoChange() {
        assertThat(Measures.between(wkt("POINT (106 9.5)"), wkt("POINT (106 9.5)")))
                .isNull();
        assertThat(Measures.between(null, null)).isNull();
    }
}
