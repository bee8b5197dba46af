package vn.ruralmap.dataimport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

class SampleThemesTest {

    @Test
    void everyRowSaysThatItIsIllustrative() {
        SampleTables.all().keySet().forEach(table -> assertThat(SampleTables.rows(table))
                .isNotEmpty()
                .allSatisfy(row -> assertThat((String) row.get("quyetdinh")).containsIgnoringCase("minh họa")));
    }

    @Test
    void placesLieInTheCommuneTheyName() {
        Map<String, Geometry> communes = communes();
        for (String table : List.of("ap_khu_pho", "vung_nguyen_lieu", "diem_du_lich", "khu_du_lich")) {
            assertThat(SampleTables.rows(table)).as(table).allSatisfy(row -> assertThat(
                            communes.get(row.get("ma_xa")).covers((Geometry) row.get("geometry")))
                    .isTrue());
        }
    }

    @Test
    void hamletsAreManyAndSomeAreSmart() {
        List<Map<String, Object>> hamlets = SampleTables.rows("ap_khu_pho");
        Set<String> names = new HashSet<>();
        hamlets.forEach(row -> names.add(row.get("ma_xa") + " " + row.get("ten_ap")));

        assertThat(hamlets).hasSizeBetween(280, 330);
        assertThat(names).as("a name identifies within its commune").hasSameSizeAs(hamlets);
        assertThat(hamlets)
                .filteredOn(row -> row.get("thong_minh").equals(true))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(hamlets).allMatch(row -> row.get("dan_so") == null);
    }

    @Test
    void zonesDoNotOverlap() {
        List<Geometry> zones = new ArrayList<>();
        SampleTables.rows("vung_nguyen_lieu").forEach(row -> zones.add((Geometry) row.get("geometry")));
        STRtree index = new STRtree();
        zones.forEach(zone -> index.insert(zone.getEnvelopeInternal(), zone));

        assertThat(zones).hasSizeBetween(130, 170).allMatch(Geometry::isValid);
        for (Geometry zone : zones) {
            List<?> near = index.query(zone.getEnvelopeInternal());
            assertThat(near).allMatch(other -> other == zone || !zone.intersects((Geometry) other));
        }
    }

    @Test
    void noZoneCodeOrPersonCanBeTakenForARealOne() {
        assertThat(SampleTables.rows("vung_nguyen_lieu")).allSatisfy(row -> {
            assertThat((String) row.get("ma_vung")).matches("MH-(ST|HCM)-\\d{4}");
            assertThat((String) row.get("chu_the")).contains("minh họa");
            assertThat((String) row.get("nguoi_dd")).contains("minh họa");
            assertThat((String) row.get("dien_thoai")).startsWith("0000000");
            assertThat((String) row.get("so_cccd")).startsWith("000000000");
        });
    }

    @Test
    void zonesComeInAllStatesAndSomeCertificatesHaveRunOut() {
        assertThat(SampleTables.rows("vung_nguyen_lieu"))
                .extracting(row -> row.get("trangthai"))
                .contains("Đang sử dụng", "Tạm dừng", "Thu hồi");
        assertThat(SampleTables.rows("diem_du_lich"))
                .extracting(row -> (LocalDate) row.get("han_ocop"))
                .anyMatch(date -> date != null && date.isBefore(LocalDate.of(2026, 1, 1)))
                .anyMatch(date -> date != null && date.isAfter(LocalDate.of(2027, 1, 1)));
    }

    @Test
    void everyRuralCommuneHasOneResultAtEachTime() {
        assertThat(SampleTables.rows("ntm_2021_2025")).hasSize(80 + 58).allMatch(row -> row.get("tong_so")
                .equals(19));
        assertThat(SampleTables.rows("ntm_chuyen_tiep")).hasSize(35 + 24).allMatch(row -> row.get("so_dat") == null);
        for (String table : List.of("ntm_2026_2030_dau_ky", "ntm_2026_2030")) {
            assertThat(SampleTables.rows(table)).hasSize(35 + 24).allMatch(row -> row.get("tong_so")
                    .equals(10));
        }
    }

    @Test
    void aRecognisedCommuneMeetsAllCriteriaAndWasRecognisedBeforeTheTableHolds() {
        Map<String, LocalDate> validFrom = new HashMap<>();
        SampleData.contents().forEach(content -> validFrom.put(content.table().name(), content.validFrom()));
        for (String table : List.of("ntm_2021_2025", "ntm_2026_2030_dau_ky", "ntm_2026_2030")) {
            assertThat(SampleTables.rows(table)).allSatisfy(row -> {
                boolean recognised = !row.get("muc_do").equals("Chưa đạt chuẩn");
                assertThat(row.get("so_dat").equals(row.get("tong_so"))).isEqualTo(recognised);
                assertThat(row.get("ngay_cn") != null).isEqualTo(recognised);
                if (recognised) {
                    assertThat((LocalDate) row.get("ngay_cn")).isBefore(validFrom.get(table));
                }
            });
        }
    }

    private static Map<String, Geometry> communes() {
        Map<String, Geometry> communes = new HashMap<>(SampleTables.shapes("xa_soctrang_tu_20250701", "ma_xa"));
        communes.putAll(SampleTables.shapes("xa_hcm_tu_20250701", "ma_xa"));
        return communes;
    }
}
