package vn.ruralmap.layers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.REFORM;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.content;
import static vn.ruralmap.layers.store.Changes.geometry;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.siteContent;
import static vn.ruralmap.layers.store.Changes.square;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Validity;

/** Which values and geometry every store keeps, exactly, and which it refuses. */
public abstract class ValuesContract extends StoreFixture {

    @Test
    void everyTypeOfValueAndNullComesBackAsItWas() {
        List<Object> extremes = Arrays.asList(
                "Ấp Mỹ Phước 'x' \"y\"; --\n\tdòng hai 🌾",
                Long.MAX_VALUE,
                0.1 + 0.2,
                LocalDate.of(1999, 12, 31),
                true,
                "sinh thái",
                1L,
                "0901 234 567");
        List<Object> others = Arrays.asList(
                "", Long.MIN_VALUE, -Math.PI * 1e-300, LocalDate.of(1, 1, 1), false, "làng nghề", null, "007");
        List<Object> nulls = Arrays.asList("A", null, null, null, null, null, null, null);
        publish(commune("1", "A", square(105, 9)));
        for (List<Object> values : List.of(extremes, others, nulls)) {
            publish(new Change.Insert(
                    "sites",
                    new Change.Content(
                            new Validity(REFORM, LocalDate.of(2030, 1, 1)),
                            "QĐ 12/2025",
                            values,
                            geometry("POINT (105 9)"))));
        }
        assertThat(features("sites")).extracting(Feature::values).isEqualTo(List.of(extremes, others, nulls));
        assertThat(features("sites").get(0).decision()).isEqualTo("QĐ 12/2025");
        assertThat(features("sites").get(0).validity()).isEqualTo(new Validity(REFORM, LocalDate.of(2030, 1, 1)));
        assertThat(store.history("sites", 1).get(0).feature())
                .isEqualTo(features("sites").get(0));
    }

    @Test
    void textIsKeptInNormalFormC() {
        String decomposed = "Xã Kế Sách";
        publish(commune("1", decomposed, square(105, 9)));
        assertThat(single("communes").value(1)).isEqualTo("Xã Kế Sách");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0001b", "a\ud83cb", "a\uffffb"})
    void textThatNoFormatCanCarryIsRefused(String text) {
        assertThatThrownBy(() -> publish(commune("1", text, square(105, 9))))
                .isInstanceOf(InvalidChangeException.class)
                .hasMessageContaining("communes: 'name' holds a character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (104.12345678 8.56789012)",
                "MULTIPOLYGON (((105 9, 105.00000001 9, 105.00000001 9.00000001, 105 9)))",
                "MULTIPOLYGON (((105 9, 106 9, 106 10, 105 10, 105 9), (105.2 9.2, 105.2 9.4, 105.4 9.4, 105.2 9.2),"
                        + " (105.6 9.6, 105.6 9.7, 105.7 9.7, 105.6 9.6)), ((107 9, 108 9, 108 10, 107 9)))"
            })
    void geometryComesBackCoordinateForCoordinate(String wkt) {
        publish(site("S", wkt));
        Geometry geometry = Objects.requireNonNull(single("sites").geometry());
        assertThat(geometry.equalsExact(geometry(wkt))).as(geometry.toText()).isTrue();
        assertThat(geometry.getSRID()).isEqualTo(4326);
        assertThat(store.history("sites", 1).get(0).feature()).isEqualTo(single("sites"));
    }

    @Test
    void aSinglePolygonBecomesAMultiPolygonSoThatATableHoldsOneType() {
        publish(commune("1", "A", "POLYGON ((105 9, 106 9, 106 10, 105 9))"));
        assertThat(single("communes"))
                .extracting(Feature::geometry)
                .hasToString("MULTIPOLYGON (((105 9, 106 9, 106 10, 105 9)))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (105 9)",
                "LINESTRING (105 9, 106 9)",
                "GEOMETRYCOLLECTION (POLYGON ((105 9, 106 9, 106 10, 105 9)))",
                "MULTIPOLYGON EMPTY",
                "MULTIPOLYGON (EMPTY, ((105 9, 106 9, 106 10, 105 9)))"
            })
    void geometryOfAnotherKindIsRefused(String wkt) {
        assertThatThrownBy(() -> publish(commune("1", "A", wkt)))
                .isInstanceOf(InvalidChangeException.class)
                .hasMessageContaining("the layer communes does not take");
        assertThat(store.revision()).isZero();
    }

    @Test
    void severalPointsAsOneFeatureAreRefused() {
        assertThatThrownBy(() -> publish(site("S", "MULTIPOINT ((105 9), (106 9))")))
                .isInstanceOf(InvalidChangeException.class)
                .hasMessageContaining("the layer sites does not take a MultiPoint");
        publish(site("S", "MULTIPOINT ((105 9))"));
        assertThat(single("sites")).extracting(Feature::geometry).hasToString("POINT (105 9)");
    }

    @Test
    void geometryOffTheGridOrOffTheEarthIsRefused() {
        for (Coordinate bad : List.of(
                new Coordinate(105.123456789, 9),
                new Coordinate(551819.668, 1061930.471),
                new Coordinate(180.1, 9),
                new Coordinate(105, -90.1),
                new Coordinate(Double.NaN, 9),
                new Coordinate(105, Double.POSITIVE_INFINITY))) {
            Change.Content content = new Change.Content(
                    Validity.since(REFORM),
                    null,
                    siteContent("S", "POINT (1 1)", null).values(),
                    new GeometryFactory().createPoint(bad));
            assertThatThrownBy(() -> publish(new Change.Insert("sites", content)))
                    .as(bad.toString())
                    .isInstanceOf(InvalidChangeException.class)
                    .hasMessageContaining("sites: ");
        }
        assertThat(store.revision()).isZero();
    }

    @Test
    void heightsAreDropped() {
        publish(new Change.Insert(
                "sites",
                new Change.Content(
                        Validity.since(REFORM),
                        null,
                        siteContent("S", "POINT (1 1)", null).values(),
                        CoordinateGrid.snap(new GeometryFactory().createPoint(new Coordinate(105, 9, 12))))));
        assertThat(single("sites")).extracting(Feature::geometry).hasToString("POINT (105 9)");
    }

    @Test
    void whatBreaksTheSchemaIsRefusedWithTheFeatureAndTheAttribute() {
        String wkt = square(105, 9);
        Validity now = Validity.since(REFORM);
        refused(new Change.Insert("villages", communeContent("1", "A", "xã", wkt)), "There is no layer villages");
        refused(new Change.Insert("communes", content(now, wkt, "1", "A")), "communes: needs 3 values, has 2");
        refused(new Change.Insert("communes", content(now, wkt, null, "A", "xã")), "required value 'code' is missing");
        refused(new Change.Insert("communes", content(now, wkt, 1L, "A", "xã")), "'code' does not take a Long");
        refused(
                new Change.Update("communes", 7, 1, content(now, wkt, "1", "A", "làng")),
                "communes.7: the value is not in the code list of 'kind'");
        refused(
                new Change.Insert(
                        "sites", content(now, "POINT (1 1)", "S", null, Double.NaN, null, null, null, null, null)),
                "'area_ha' does not take a Double");
        refused(
                new Change.Insert("communes", new Change.Content(now, null, List.of("1", "A", "xã"), null)),
                "communes: the geometry is missing");
        refused(
                new Change.Insert("status", content(now, wkt, 1L, "ntm")),
                "status: this layer has no geometry of its own");
        refused(
                new Change.Insert("communes", content(Validity.since(LocalDate.of(20250, 1, 1)), wkt, "1", "A", "xã")),
                "communes: the date +20250-01-01");
        assertThat(store.revision()).isZero();
    }

    private void refused(Change change, String reason) {
        assertThatThrownBy(() -> publish(change))
                .isInstanceOf(InvalidChangeException.class)
                .hasMessageContaining(reason);
    }
}
