package vn.ruralmap.dataimport.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.ruralmap.layers.crs.DeclaredSystems;
import vn.ruralmap.layers.crs.UnknownSystemException;
import vn.ruralmap.layers.model.Issue;

class SystemChoiceTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static SampledRow row(String crs, double lon, double lat, @Nullable Unit named)
            throws UnknownSystemException {
        Geometry point = FACTORY.createPoint(new Coordinate(lon, lat));
        return SampledRow.of(1, DeclaredSystems.fromCode(crs).system().fromLonLat(point), named, false);
    }

    /** A square of some 6 km around a place. */
    private static Unit around(double lon, double lat) {
        return new Unit("Xã Ở Đó", FACTORY.toGeometry(new Envelope(lon - 0.03, lon + 0.03, lat - 0.03, lat + 0.03)));
    }

    private static SystemChoice choose(@Nullable String asked, SampledRow... rows) throws UnknownSystemException {
        return SystemChoice.of(new Declaration(asked, false, null, false), new Sample(List.of(rows), List::of, false));
    }

    private static List<String> codes(SystemChoice choice) {
        return choice.issues().stream().map(Issue::code).toList();
    }

    /** Seats of provinces, each on the axis of its province. */
    @ParameterizedTest
    @CsvSource({
        "EPSG:9205, Điện Biên Phủ, 103.0230, 21.3860",
        "EPSG:9206, Sơn La, 103.9188, 21.3270",
        "EPSG:9207, Rạch Giá, 105.0809, 10.0125",
        "EPSG:9208, Vinh, 105.6813, 18.6734",
        "EPSG:9209, Sóc Trăng, 105.9739, 9.6025",
        "EPSG:9210, Sài Gòn, 106.7009, 10.7769",
        "EPSG:9211, Đồng Hới, 106.6223, 17.4689",
        "EPSG:9212, Đông Hà, 107.1003, 16.8163",
        "EPSG:9213, Thái Nguyên, 105.8442, 21.5942",
        "EPSG:9214, Huế, 107.5905, 16.4637",
        "EPSG:9215, Lạng Sơn, 106.7610, 21.8537",
        "EPSG:9216, Kon Tum, 108.0005, 14.3497",
        "EPSG:5899, Đà Nẵng, 108.2022, 16.0544",
        "EPSG:5898, Quảng Ngãi, 108.7923, 15.1205",
        "EPSG:9217, Nha Trang, 109.1967, 12.2388",
        "EPSG:9218, Buôn Ma Thuột, 108.0378, 12.6667"
    })
    void aPlaceOnTheAxisOfItsProvinceIsFoundByItsUnit(String crs, String place, double lon, double lat)
            throws UnknownSystemException {
        SystemChoice choice = choose(null, row(crs, lon, lat, around(lon, lat)));

        assertThat(Objects.requireNonNull(choice.system()).system().code())
                .as(place)
                .isEqualTo(crs);
        assertThat(choice.system().transformation()).startsWith("EPSG:6960");
        assertThat(codes(choice)).containsExactly("CRS_BY_PLACE");
    }

    @Test
    void onTheMeridianOfUtmThreeSystemsPutAPlaceIntoItsUnitAndAPersonMustChoose() throws UnknownSystemException {
        SystemChoice choice = choose(null, row("EPSG:5897", 105.8542, 21.0285, around(105.8542, 21.0285)));

        assertThat(choice.system()).isNull();
        assertThat(codes(choice)).containsExactly("CRS_MISSING");
        assertThat(choice.issues().get(0).message().vi())
                .contains("--crs EPSG:5897", "--crs EPSG:3405", "--crs EPSG:32648");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:2044", "EPSG:2093", "EPSG:3857"})
    void autoTakesTheOnlySystemThatLiesInTheCountry(String crs) throws UnknownSystemException {
        SampledRow row = row(crs, 105.9739, 9.6025, null);

        SystemChoice plain = choose(null, row);
        SystemChoice auto = choose("auto", row);

        assertThat(plain.system()).isNull();
        if (!crs.equals("EPSG:2093")) {
            assertThat(Objects.requireNonNull(auto.system()).system().code()).isEqualTo(crs);
        } else {
            assertThat(auto.system()).as("its numbers are those of any axis").isNull();
        }
    }

    @Test
    void aSwappedFileOfHoChiMinhCityFallsIntoTheSeaAndIsToldFromTruongSa() throws UnknownSystemException {
        SampledRow city = row("EPSG:9210", 106.7009, 10.7769, null);
        SampledRow swapped = new SampledRow(1, new Coordinate(city.inner().y, city.inner().x), List.of(), null, false);
        SampledRow island = row("EPSG:9217", 111.92, 8.645, null);

        SystemChoice sea = choose("EPSG:9210", swapped);
        SystemChoice islands = choose("EPSG:9217", island);

        assertThat(codes(sea)).containsExactly("OUTSIDE_VIETNAM");
        assertThat(sea.issues().get(0).remedy().en()).contains("--crs EPSG:9210 --swap-xy");
        assertThat(codes(islands)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "105.3042, 105.51166667",
        "105.30, 105.5",
        "1053042, 105.51166667",
        "93609.5, 9.60263889",
        "9.36095, 9.60263889"
    })
    void degreesMinutesAndSecondsAreReadInBothForms(double written, double degrees) {
        assertThat(NumberForm.DMS.read(written)).isCloseTo(degrees, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {105.6, 105.0099, 1057000})
    void sixtyMinutesAreNoMinutes(double written) {
        assertThat(NumberForm.DMS.read(written)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"AS_IS, 551819.668", "KILOMETRES, 551819.668", "CENTIMETRES, 551819.668", "DMS, 105.9739"})
    void everyFormIsWrittenAsItIsRead(NumberForm form, double value) {
        assertThat(form.read(form.write(value))).isCloseTo(value, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:9209/km", "EPSG:4326/dms", "EPSG:5897", "crs:84"})
    void whatAReportSuggestsCanBeAskedFor(String asked) throws UnknownSystemException {
        assertThat(Candidate.parse(asked, true).option()).isEqualToIgnoringCase("--crs " + asked + " --swap-xy");
    }

    @Test
    void theTableOfProvincesHasAll63AndOnlyRegisteredAxes() {
        assertThat(ProvinceAxes.read()).hasSize(63);
        assertThat(ProvinceAxes.list())
                .contains("EPSG:9209 (105°30′): Hà Giang")
                .contains("EPSG:5899 (107°45′)");
    }
}
