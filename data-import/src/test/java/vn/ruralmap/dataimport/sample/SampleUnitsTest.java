package vn.ruralmap.dataimport.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.dataimport.write.ShapefileTable;

class SampleUnitsTest {

    private static final String BEFORE = "xa_truoc_20250701";
    private static final String AFTER_SOC_TRANG = "xa_soctrang_tu_20250701";
    private static final String AFTER_HO_CHI_MINH_CITY = "xa_hcm_tu_20250701";

    @Test
    void theNumbersOfUnitsAreThoseOfTheResolutions() {
        Map<Object, Long> before = SampleTables.rows(BEFORE).stream()
                .collect(groupingBy(row -> row.get("ma_tinh") + " " + row.get("loai"), counting()));
        assertThat(before)
                .containsOnly(
                        entry("94 Xã", 80L),
                        entry("94 Phường", 16L),
                        entry("94 Thị trấn", 12L),
                        entry("79 Xã", 58L),
                        entry("79 Thị trấn", 5L));
        assertThat(SampleTables.rows(AFTER_SOC_TRANG).stream().collect(groupingBy(row -> row.get("loai"), counting())))
                .containsOnly(entry("xã", 35L), entry("phường", 8L));
        assertThat(SampleTables.rows(AFTER_HO_CHI_MINH_CITY)).hasSize(24).allMatch(row -> row.get("loai")
                .equals("xã"));
        assertThat(SampleTables.rows("huyen_truoc_20250701")).hasSize(16);
        assertThat(SampleTables.shapes("tinh_truoc_20250701", "ma_tinh")).containsOnlyKeys("79", "94");
        assertThat(SampleTables.shapes("tinh_tu_20250701", "ma_tinh")).containsOnlyKeys("79", "92");
    }

    @Test
    void aCodeMayMeanAnotherUnitAfterTheReform() {
        assertThat(names(BEFORE))
                .contains(
                        entry("31567", "Thị trấn Huỳnh Hữu Nghĩa"),
                        entry("31597", "Xã Mỹ Tú"),
                        entry("31633", "Xã An Thạnh 3"),
                        entry("31672", "Xã Đại Ân  2"),
                        entry("27496", "Thị trấn Củ Chi"));
        assertThat(names(AFTER_SOC_TRANG))
                .contains(entry("31567", "Xã Mỹ Tú"), entry("31633", "Xã Cù Lao Dung"))
                .doesNotContainKey("31597");
        assertThat(names(AFTER_HO_CHI_MINH_CITY)).contains(entry("27496", "Xã Tân An Hội"));
    }

    @Test
    void namesAreComposedUnicode() {
        for (String table : List.of(BEFORE, AFTER_SOC_TRANG, AFTER_HO_CHI_MINH_CITY)) {
            assertThat(names(table).values()).allMatch(name -> Normalizer.isNormalized(name, Normalizer.Form.NFC));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BEFORE, AFTER_SOC_TRANG, AFTER_HO_CHI_MINH_CITY})
    void communesFormACoverageWithoutGapsOrOverlaps(String table) {
        Collection<Geometry> shapes = SampleTables.shapes(table, "ma_xa").values();

        assertThat(shapes).allMatch(Geometry::isValid).allMatch(shape -> shape.getNumGeometries() == 1);
        assertThat(CoverageValidator.isValid(shapes.toArray(Geometry[]::new))).isTrue();
        assertThat(union(shapes).getNumGeometries())
                .as("one piece for each pilot area")
                .isEqualTo(table.equals(BEFORE) ? 2 : 1);
    }

    @Test
    void boundariesLieOnTheGridThatTheyAreStoredOn() {
        for (ShapefileTable table : SampleTables.all().values()) {
            for (ShapefileTable.Row row : table.rows()) {
                if (row.geometry() != null && Projections.WGS84.equals(table.crsWkt())) {
                    assertThat(row.geometry().getCoordinates())
                            .as(table.name())
                            .allMatch(c -> c.equals2D(Grid.snap(c)));
                }
            }
        }
    }

    @Test
    void everyNewUnitIsExactlyTheOldOnesItWasMadeOf() {
        Map<String, Geometry> before = SampleTables.shapes(BEFORE, "ma_xa");
        Map<String, Geometry> after = SampleTables.shapes(AFTER_SOC_TRANG, "ma_xa");
        Map<String, List<Geometry>> parts = new HashMap<>();
        for (Units.Part part : Units.read().areas().get(0).parts()) {
            parts.computeIfAbsent(part.after(), key -> new ArrayList<>()).add(before.get(part.before()));
        }

        assertThat(parts).hasSize(43);
        parts.forEach((code, olds) ->
                assertThat(union(olds).equalsTopo(after.get(code))).as(code).isTrue());
    }

    @Test
    void theOldAndTheNewUnitsOfSocTrangCoverTheSameLand() {
        Geometry province = SampleTables.shapes("tinh_tu_20250701", "ma_tinh").get("92");

        assertThat(SampleTables.shapes("tinh_truoc_20250701", "ma_tinh")
                        .get("94")
                        .equalsExact(province))
                .isTrue();
        assertThat(union(SampleTables.shapes(AFTER_SOC_TRANG, "ma_xa").values()).equalsTopo(province))
                .isTrue();
    }

    @Test
    void splitCommunesOverlapBothUnitsTheyWentInto() {
        Geometry old = SampleTables.shapes(BEFORE, "ma_xa").get("27598");
        Map<String, Geometry> after = SampleTables.shapes(AFTER_HO_CHI_MINH_CITY, "ma_xa");
        double inVinhLoc = old.intersection(after.get("27601")).getArea();
        double inTanVinhLoc = old.intersection(after.get("27604")).getArea();

        assertThat(inVinhLoc).isPositive().isLessThan(old.getArea());
        assertThat(inVinhLoc + inTanVinhLoc).isCloseTo(old.getArea(), org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void socTrangIsWhereItReallyLies() {
        // Sóc Trăng town and Kế Sách town, to a few kilometres.
        assertThat(SampleTables.shapes("huyen_truoc_20250701", "ma_huyen")
                        .get("941")
                        .contains(point(105.974, 9.603)))
                .isTrue();
        assertThat(SampleTables.shapes(AFTER_SOC_TRANG, "ma_xa").get("31528").contains(point(105.98, 9.765)))
                .isTrue();
    }

    private static Geometry point(double lon, double lat) {
        return Grid.FACTORY.createPoint(new Coordinate(lon, lat));
    }

    private static Geometry union(Collection<Geometry> shapes) {
        return CoverageUnion.union(shapes.toArray(Geometry[]::new));
    }

    private static Map<String, String> names(String table) {
        Map<String, String> names = new HashMap<>();
        SampleTables.rows(table).forEach(row -> names.put((String) row.get("ma_xa"), (String) row.get("ten_xa")));
        return names;
    }
}
