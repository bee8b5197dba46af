package vn.ruralmap.dataimport.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.spelling.Folding;

/** Values that people mistyped, shortened or wrote their own way. */
class TolerantReadingTest {

    private static final Catalogue CATALOGUE = CatalogueReader.readDefault();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 1);

    private static CheckedRow check(LocalDate from, String layer, List<String> fields, Object... values) {
        Layer target = CATALOGUE.getLayer(layer);
        try {
            return new RowCheck(
                            target,
                            FieldMapping.of(target, fields, Map.of()),
                            new References(CATALOGUE, name -> List.of()),
                            new RowCheck.Given(from, null, null),
                            TODAY)
                    .check(1, Arrays.asList(values));
        } catch (InvalidMappingException e) {
            throw new AssertionError(e);
        }
    }

    private static CheckedRow commune(LocalDate from, String code, String name) {
        return check(from, "communes", List.of("code", "name"), code, name);
    }

    private static CheckedRow zone(String attribute, Object value) {
        return check(TODAY, "material_zones", List.of("zone_code", attribute), "VN-STOR-0001", value);
    }

    private static Object value(CheckedRow row, String layer, String attribute) {
        return row.values().get(CATALOGUE.getLayer(layer).indexOf(attribute));
    }

    private static List<String> codes(CheckedRow row) {
        return row.issues().stream().map(Issue::code).toList();
    }

    private static Issue issue(CheckedRow row, String code) {
        return row.issues().stream()
                .filter(issue -> issue.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "Thị tran, thị trấn",
        "Thi trâns, thị trấn",
        "Thj trấn, thị trấn",
        "Phuơgn, phường",
        "Phưng, phường",
        "dac khuu, đặc khu"
    })
    void aMistypedKindIsUnderstoodWithAWarning(String typed, String kind) {
        CheckedRow row = check(TODAY, "communes", List.of("code", "name", "kind"), "99999", "A", typed);

        assertThat(value(row, "communes", "kind")).isEqualTo(kind);
        if (!Folding.letters(typed).equals(Folding.letters(kind))) {
            assertThat(issue(row, "CODE_UNDERSTOOD_AS").severity()).isEqualTo(Issue.Severity.WARNING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quận", "xi", "huyện", "ph", "thị xã"})
    void whatIsNotNearOneKindOnlyStaysUnknown(String typed) {
        CheckedRow row = check(TODAY, "communes", List.of("code", "name", "kind"), "99999", "A", typed);

        assertThat(codes(row)).contains("CODE_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "TT. Kế Sách, Thị trấn Kế Sách",
        "TT Kế Sách, Thị trấn Kế Sách",
        "TT.Kế Sách, Thị trấn Kế Sách",
        "P.1, Phường 1",
        "P. 10, Phường 10",
        "X. An Mỹ, Xã An Mỹ"
    })
    void aShortKindInTheNameIsWrittenOut(String name, String full) {
        CheckedRow row = commune(TODAY, "99999", name);

        assertThat(value(row, "communes", "name")).isEqualTo(full);
        assertThat(codes(row)).contains("NAME_EXPANDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phú Tâm", "P Tâm", "Xuân Hòa", "Thị trấn Kế Sách", "TTX"})
    void otherNamesStayAsTheyAre(String name) {
        CheckedRow row = commune(TODAY, "99999", name);

        assertThat(value(row, "communes", "name")).isEqualTo(name);
        assertThat(codes(row)).doesNotContain("NAME_EXPANDED");
    }

    @Test
    void aNameThatSaysAnotherKindThanTheRowIsAWarning() {
        List<String> fields = List.of("code", "name", "kind");

        assertThat(codes(check(TODAY, "communes", fields, "99999", "Xã An Mỹ", "phường")))
                .contains("KIND_CONTRADICTS_NAME");
        assertThat(codes(check(TODAY, "communes", fields, "99999", "P. An Mỹ", "xã")))
                .contains("KIND_CONTRADICTS_NAME");
        assertThat(codes(check(TODAY, "communes", fields, "99999", "Xã An Mỹ", "xã")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ngày 5 tháng 7 năm 2025, false",
        "ngày 05/7/2025, false",
        "Ngày: 5-7-2025, false",
        "NGÀY 05.07.2025, false",
        "Ngày 05 Tháng 07 Năm 2025, false",
        "5 tháng 7 năm 2025, false",
        "05-07-2025, false",
        "5/7/2025, false",
        "05.07.2025, false",
        "05/07/2025 00:00:00, false",
        "2025-07-05, false",
        "20250705, false",
        "5/7/25, true",
        "45843, true"
    })
    void datesAreReadInVietnameseForms(String text, boolean guessed) {
        CheckedRow row = zone("issued_on", text);

        assertThat(value(row, "material_zones", "issued_on")).isEqualTo(LocalDate.of(2025, 7, 5));
        assertThat(codes(row).contains("DATE_UNDERSTOOD_AS")).isEqualTo(guessed);
    }

    @Test
    void theDayNumberOfASpreadsheetComesAsANumberToo() {
        assertThat(value(zone("issued_on", 45843.0), "material_zones", "issued_on"))
                .isEqualTo(LocalDate.of(2025, 7, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7/2025", "2025", "31/2/2025", "5/13/2025", "tháng 7 năm 2025", "99999", "5/7"})
    void whatIsNoWholeDateIsRefused(String text) {
        assertThat(codes(zone("issued_on", text))).contains("VALUE_UNUSABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "communes, 3I528, 31528",
        "communes, O0004, 00004",
        "communes, ３１５２８, 31528",
        "material_zones, vn-stor-0001, VN-STOR-0001",
        "material_zones, VN–STOR—0001, VN-STOR-0001",
        "material_zones, VN - STOR - 0001, VN-STOR-0001",
        "material_zones, VN‑STOR‑0001, VN-STOR-0001",
        "material_zones, VN_STOR_0001, VN-STOR-0001",
        "material_zones, VN-ЅТОR-0001, VN-STOR-0001"
    })
    void aCodeOfLettersThatOnlyLookRightIsMended(String layer, String typed, String code) {
        boolean communes = layer.equals("communes");
        CheckedRow row = communes ? commune(BEFORE, typed, "Xã A") : check(TODAY, layer, List.of("zone_code"), typed);

        assertThat(value(row, layer, communes ? "code" : "zone_code")).isEqualTo(code);
        assertThat(codes(row)).contains("CODE_LOOK_ALIKE").doesNotContain("PATTERN_MISMATCH");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 31567, Xã Mỹ Tú,",
        "2026-01-01, 31567, Mỹ Tú,",
        "2026-01-01, 31567, XÃ MĨ TÚ,",
        "2026-01-01, 31567, Thị trấn Huỳnh Hữu Nghĩa, Xã Mỹ Tú",
        "2026-01-01, 31597, Xã Mỹ Tú,",
        "2025-06-01, 31567, TT. Huỳnh Hữu Nghĩa,",
        "2025-06-01, 31567, Xã Mỹ Tú, Huỳnh Hữu Nghĩa",
        "2008-01-01, 31567, Xã Mỹ Tú, Huỳnh Hữu Nghĩa",
        "2008-01-01, 31567, Một tên xưa,",
        "2026-01-01, 00004, Phường Ba Đình,"
    })
    void aCodeThatMeansAnotherUnitThatDayIsAWarning(LocalDate from, String code, String name, String official) {
        CheckedRow row = commune(from, code, name);

        if (official == null) {
            assertThat(codes(row)).doesNotContain("CODE_MEANS_ANOTHER_UNIT");
        } else {
            assertThat(issue(row, "CODE_MEANS_ANOTHER_UNIT").message().vi()).contains(official, code);
        }
    }

    @Test
    void aFileOfTheWrongTimeIsToldApart() {
        Issue issue = issue(commune(TODAY, "31567", "Thị trấn Huỳnh Hữu Nghĩa"), "CODE_MEANS_ANOTHER_UNIT");

        assertThat(issue.remedy().vi()).contains("trước 1/7/2025", "--valid-from");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-01, provinces, 15, Yên Bái, Tỉnh Lào Cai",
        "2025-07-01, provinces, 92, Tỉnh Sóc Trăng, Thành phố Cần Thơ",
        "2025-07-01, provinces, 92, TP. Cần Thơ,",
        "2025-07-01, provinces, 92, Cần Thơ,",
        "2025-06-30, provinces, 15, Tỉnh Yên Bái,",
        "2025-06-30, provinces, 1, Hải Phòng, Thành phố Hà Nội",
        "2025-06-30, provinces, 1, Ha Noi,",
        "2025-06-30, districts, 943, Huyện Mỹ Tú, Huyện Kế Sách",
        "2025-06-30, districts, 943, Kế Sách,",
        "2025-06-30, districts, 1, Quận Ba Đình,",
        "2025-07-01, communes, 4, Phường Trúc Bạch, Phường Ba Đình",
        "2025-07-01, communes, 4, Ba Đình,"
    })
    void codesOfEveryLevelAreHeldAgainstTheListOfTheWholeCountry(
            LocalDate from, String layer, String code, String name, String official) {
        CheckedRow row = check(from, layer, List.of("code", "name"), code, name);

        if (official == null) {
            assertThat(codes(row)).doesNotContain("CODE_MEANS_ANOTHER_UNIT", "CODE_NOT_IN_FORCE");
        } else {
            assertThat(issue(row, "CODE_MEANS_ANOTHER_UNIT").message().vi()).contains(official);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "provinces, 94, Sóc Trăng, Tỉnh Sóc Trăng",
        "districts, 943, Kế Sách, Huyện Kế Sách",
        "communes, 31501, Phường 7, Phường 7"
    })
    void aCodeThatEndedWithTheReformIsAWarning(String layer, String code, String name, String official) {
        LocalDate reform = LocalDate.of(2025, 7, 1);

        CheckedRow row = check(reform, layer, List.of("code", "name"), code, name);

        assertThat(issue(row, "CODE_NOT_IN_FORCE").message().vi()).contains("đến 30/6/2025", official);
        assertThat(codes(check(reform.minusDays(1), layer, List.of("code", "name"), code, name)))
                .doesNotContain("CODE_NOT_IN_FORCE");
    }

    @ParameterizedTest
    @CsvSource({"thị trấn, true", "xã, false"})
    void aBareNameIsReadWithTheKindThatItsRowStates(String kind, boolean isFound) {
        LocalDate reform = LocalDate.of(2025, 7, 1);

        CheckedRow row = check(reform, "communes", List.of("code", "name", "kind"), "31528", "Kế Sách", kind);

        assertThat(codes(row).contains("CODE_MEANS_ANOTHER_UNIT")).isEqualTo(isFound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xã Mĩ Tú", "mi tu", "MỸ TÚ", "31567"})
    void aReferenceIsFoundByTheNameWithIForYToo(String commune) throws InvalidMappingException {
        assertThat(value(zoneOfMyTu(TODAY, List.of("zone_code", "MA_XA"), commune), "material_zones", "commune"))
                .isEqualTo(7L);
    }

    private static CheckedRow zoneOfMyTu(LocalDate from, List<String> fields, String... values)
            throws InvalidMappingException {
        Layer zones = CATALOGUE.getLayer("material_zones");
        Layer communes = CATALOGUE.getLayer("communes");
        @Nullable Object[] unit = new Object[communes.attributes().size()];
        unit[communes.indexOf("code")] = "31567";
        unit[communes.indexOf("name")] = "Xã Mỹ Tú";
        Feature myTu = new Feature(7, 1, Validity.since(LocalDate.of(2025, 7, 1)), null, Arrays.asList(unit), null);
        List<Object> row = new ArrayList<>(List.of("VN-STOR-0001"));
        row.addAll(List.of(values));
        return new RowCheck(
                        zones,
                        FieldMapping.of(zones, fields, Map.of()),
                        new References(CATALOGUE, layer -> layer.equals("communes") ? List.of(myTu) : List.of()),
                        new RowCheck.Given(from, null, null),
                        TODAY)
                .check(1, row);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, TT. Huỳnh Hữu Nghĩa, Xã Mỹ Tú",
        "2026-01-01, Xã Mỹ Tú,",
        "2026-01-01, Mĩ Tú,",
        "2026-01-01, '',"
    })
    void aNameBesideTheCodeOfAReferenceSaysIfAnotherUnitWasMeant(LocalDate from, String name, String official)
            throws InvalidMappingException {
        CheckedRow row = zoneOfMyTu(from, List.of("zone_code", "MA_XA", "TEN_XA"), "31567", name);

        assertThat(value(row, "material_zones", "commune")).isEqualTo(7L);
        if (official == null) {
            assertThat(codes(row)).doesNotContain("CODE_MEANS_ANOTHER_UNIT");
        } else {
            assertThat(issue(row, "CODE_MEANS_ANOTHER_UNIT").message().vi()).contains(official, name);
            assertThat(issue(row, "CODE_MEANS_ANOTHER_UNIT").field()).isEqualTo("TEN_XA");
        }
    }

    @Test
    void aNameOfManyUnitsIsOnlyLookedForInTheSameProvince() {
        LocalDate old = LocalDate.of(2008, 1, 1);

        assertThat(codes(commune(old, "31567", "Xã Quang Trung"))).doesNotContain("CODE_MEANS_ANOTHER_UNIT");
        assertThat(codes(commune(old, "31567", "Xã An Mỹ"))).contains("CODE_MEANS_ANOTHER_UNIT");
    }

    @Test
    void aReferenceByACodeThatPassedOnSaysWhatItMeantWhen() {
        CheckedRow row = check(TODAY, "hamlets", List.of("name", "commune"), "Ấp 1", "31567");

        assertThat(issue(row, "REFERENCE_UNKNOWN").message().vi())
                .contains("mã 31567 là Xã Mỹ Tú từ 1/7/2025; trước đó là Thị trấn Huỳnh Hữu Nghĩa");
    }
}
