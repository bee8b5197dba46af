package vn.ruralmap.layers.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredSystemsTest {

    private static final String TM =
            "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                    + "PARAMETER[\"Central_Meridian\",%s],PARAMETER[\"Scale_Factor\",%s],"
                    + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    private static final String OFFICIAL =
            "TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]";

    private static String projected(String datum, String shift, String projection) {
        return "PROJCS[\"x\",GEOGCS[\"g\",DATUM[\"" + datum + "\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]"
                + (shift.isEmpty() ? "" : "," + shift)
                + "],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]," + projection;
    }

    @ParameterizedTest
    @ValueSource(strings = {"D_Vietnam_2000", "Vietnam_2000", "VN_2000", "VN-2000", "D_VN_2000", "vn2000"})
    void VN2000InAnySpellingIsTheRegisteredSystem(String datum) throws UnknownSystemException {
        DeclaredSystem found = DeclaredSystems.fromWkt(projected(datum, "", TM.formatted("105.5", "0.9999")));

        assertThat(found.system().code()).isEqualTo("EPSG:9209");
        assertThat(found.transformation()).startsWith("EPSG:6960");
        assertThat(found.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "D_WGS_1984, 105, 0.9996, EPSG:32648",
        "WGS_1984, 111, 0.9996, EPSG:32649",
        "D_Vietnam_2000, 105, 0.9996, EPSG:3405",
        "D_Vietnam_2000, 107.75, 0.9999, EPSG:5899"
    })
    void parametersAreLookedUpInTheRegister(String datum, String meridian, String scale, String code)
            throws UnknownSystemException {
        assertThat(DeclaredSystems.fromWkt(projected(datum, "", TM.formatted(meridian, scale)))
                        .system()
                        .code())
                .isEqualTo(code);
    }

    @Test
    void anUnlistedMeridianStillGetsTheOfficialShift() throws UnknownSystemException {
        DeclaredSystem found =
                DeclaredSystems.fromWkt(projected("D_Vietnam_2000", "", TM.formatted("105.6", "0.9999")));
        double[] point = {105.9739, 9.6025};
        double[] expected = point.clone();

        found.system().fromLonLat(point, 0, point, 0, 1);
        CoordinateSystems.get("EPSG:9209").fromLonLat(expected, 0, expected, 0, 1);

        assertThat(found.transformation()).startsWith("EPSG:6960");
        assertThat(point[0]).isCloseTo(expected[0] - 10_980, within(30.0));
        assertThat(point[1]).isCloseTo(expected[1], within(60.0));
    }

    @Test
    void theDecreesSignsInTheFileAreReplacedAndReported() throws UnknownSystemException {
        String copied =
                "TOWGS84[-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278]";

        DeclaredSystem found =
                DeclaredSystems.fromWkt(projected("D_unknown", copied, TM.formatted("105.75", "0.9999")));

        assertThat(found.system().code()).isEqualTo("EPSG:9210");
        assertThat(found.warnings()).singleElement().satisfies(text -> assertThat(text.en())
                .contains("signs of the decree"));
    }

    @Test
    void anUnnamedDatumWithTheOfficialShiftIsVN2000() throws UnknownSystemException {
        DeclaredSystem found =
                DeclaredSystems.fromWkt(projected("D_unknown", OFFICIAL, TM.formatted("105.75", "0.9999")));

        assertThat(found.system().code()).isEqualTo("EPSG:9210");
        assertThat(found.warnings()).isEmpty();
    }

    @Test
    void aTm3ScaleOnWgs84IsSuspicious() throws UnknownSystemException {
        DeclaredSystem found = DeclaredSystems.fromWkt(projected("D_WGS_1984", "", TM.formatted("105.5", "0.9999")));

        assertThat(found.transformation()).contains("WGS 84");
        assertThat(found.warnings()).singleElement().satisfies(text -> assertThat(text.en())
                .contains("200 m"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]",
                "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],"
                        + "AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],"
                        + "AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]"
            })
    void degreesOfWgs84AreTakenAsTheyAre(String wkt) throws UnknownSystemException {
        double[] point = {106, 9.5};

        DeclaredSystems.fromWkt(wkt).system().toLonLat(point, 0, point, 0, 1);

        assertThat(point).containsExactly(106, 9.5);
    }

    @Test
    void aForeignDatumWithoutShiftIsUsedWithAWarning() throws UnknownSystemException {
        DeclaredSystem found = DeclaredSystems.fromWkt(
                "GEOGCS[\"GCS_Indian_1960\",DATUM[\"D_Indian_1960\",SPHEROID[\"Everest_Adjustment_1937\",6377276.345,"
                        + "300.8017]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]");

        assertThat(found.warnings()).singleElement().satisfies(text -> assertThat(text.en())
                .contains("unknown"));
    }

    @ParameterizedTest
    @CsvSource({"EPSG:9209, EPSG:9209", "9209, EPSG:9209", "CRS:84, CRS:84", "epsg:3857, EPSG:3857"})
    void codesAreReadInAnyNotation(String code, String expected) throws UnknownSystemException {
        assertThat(DeclaredSystems.fromCode(code).system().code()).isEqualTo(expected);
    }

    @Test
    void aCodeOutsideTheRegisterComesFromTheEpsgDataSet() throws UnknownSystemException {
        DeclaredSystem found = DeclaredSystems.fromCode("EPSG:32647");
        double[] point = {102.5, 22};

        found.system().fromLonLat(point, 0, point, 0, 1);

        assertThat(point[0]).isBetween(800_000.0, 900_000.0);
        assertThat(point[1]).isBetween(2_400_000.0, 2_500_000.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:999999", "vn2000", "EPSG:5775"})
    void whatIsNoUsableSystemIsRefusedInWords(String code) {
        assertThatThrownBy(() -> DeclaredSystems.fromCode(code))
                .isInstanceOfSatisfying(
                        UnknownSystemException.class,
                        e -> assertThat(e.text().vi()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PROJCS[", "no WKT at all", "PROJCRS[\"wkt 2\"]"})
    void textThatIsNoDefinitionIsRefusedWithAdvice(String wkt) {
        assertThatThrownBy(() -> DeclaredSystems.fromWkt(wkt))
                .isInstanceOfSatisfying(
                        UnknownSystemException.class,
                        e -> assertThat(e.text().en()).contains("--crs EPSG:9209"));
    }

    @Test
    void ofACompoundSystemTheHorizontalPartCounts() throws UnknownSystemException {
        String compound = "COMPD_CS[\"x + height\"," + projected("D_Vietnam_2000", "", TM.formatted("105.5", "0.9999"))
                + ",VERT_CS[\"Hon Dau\",VERT_DATUM[\"Hon Dau 1992\",2005],UNIT[\"metre\",1]]]";

        assertThat(DeclaredSystems.fromWkt(compound).system().code()).isEqualTo("EPSG:9209");
    }

    @Test
    void anOlderDatumIsShiftedAsTheEpsgDataSetSaysWithAWarning() throws UnknownSystemException {
        DeclaredSystem found = DeclaredSystems.fromCode("EPSG:4147");
        double[] point = {106, 10};

        found.system().toLonLat(point, 0, point, 0, 1);

        // Hanoi 1972 by -17.51, -108.32, -62.39 m, worked out apart; PROJ 9.1 says the same
        assertThat(point[0]).isCloseTo(106.00042584, within(1e-7));
        assertThat(point[1]).isCloseTo(9.99960873, within(1e-7));
        assertThat(found.warnings()).singleElement().satisfies(text -> assertThat(text.en())
                .contains("10 m"));
    }

    @ParameterizedTest
    @CsvSource({"EPSG:6956, EPSG:5896", "EPSG:6957, EPSG:5897", "6958, EPSG:5898", "EPSG:6959, EPSG:5899"})
    void aCodeWithASwappedOriginIsReplacedByItsSuccessor(String code, String successor) throws UnknownSystemException {
        DeclaredSystem found = DeclaredSystems.fromCode(code);

        assertThat(found.system().code()).isEqualTo(successor);
        assertThat(found.warnings()).singleElement().satisfies(text -> assertThat(text.en())
                .contains("swapped"));
    }

    @ParameterizedTest
    @CsvSource({"105.45, EPSG:9210", "105.3, EPSG:9209", "107.45, EPSG:5899"})
    void aMeridianInDegreesAndMinutesIsTakenAsWrittenAndTheLikelyAxisNamed(String meridian, String meant)
            throws UnknownSystemException {
        DeclaredSystem found =
                DeclaredSystems.fromWkt(projected("D_Vietnam_2000", "", TM.formatted(meridian, "0.9999")));

        assertThat(found.system().code()).startsWith("TM " + meridian);
        assertThat(found.warnings()).singleElement().satisfies(text -> assertThat(text.en())
                .contains("--crs " + meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROJCRS[\"x\",BASEGEOGCRS[\"y\",DATUM[\"Vietnam 2000\"]]]",
                "BOUNDCRS[SOURCECRS[]]",
                "PROJCS[\"x\",GEOGCS[\"y\",DATUM[\"z\"",
                "PROJCS[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "GEOGCRS[\"x\",DATUM[\"y\",ELLIPSOID[\"z\",a,b]]]"
            })
    void aDefinitionThatIsCutOrMangledIsRefusedInWords(String wkt) {
        assertThatThrownBy(() -> DeclaredSystems.fromWkt(wkt)).isInstanceOf(UnknownSystemException.class);
    }
}
