package vn.ruralmap.dataimport.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;

class RowCheckTest {

    private static final Catalogue CATALOGUE = CatalogueReader.readDefault();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static CheckedRow check(String layer, List<String> fields, Object... values) {
        Layer target = CATALOGUE.getLayer(layer);
        try {
            return new RowCheck(
                            target,
                            FieldMapping.of(target, fields, Map.of()),
                            new References(CATALOGUE, name -> List.of()),
                            new RowCheck.Given(null, null, null),
                            TODAY)
                    .check(1, Arrays.asList(values));
        } catch (InvalidMappingException e) {
            throw new AssertionError(e);
        }
    }

    private static Object value(CheckedRow row, String layer, String attribute) {
        return row.values().get(CATALOGUE.getLayer(layer).indexOf(attribute));
    }

    private static List<String> codes(CheckedRow row) {
        return row.issues().stream().map(Issue::code).toList();
    }

    @Test
    void textIsMadeNfcAndItsWhiteSpaceSingle() {
        CheckedRow row = check("communes", List.of("code", "name"), "31528", "  Xa\u0303\u00A0 Kế\nSa\u0301ch ");

        assertThat(value(row, "communes", "name")).isEqualTo("Xã Kế Sách");
        assertThat(codes(row)).contains("TEXT_CLEANED");
    }

    @Test
    void theSoftHyphenOfMisreadTcvn3IsNotLost() {
        CheckedRow row = check("communes", List.of("code", "name"), "31528", "Ph\u00ADêng 1");

        assertThat(value(row, "communes", "name")).isEqualTo("Ph\u00ADêng 1");
    }

    @ParameterizedTest
    @CsvSource({"4, 00004", "4.0, 4.0", "31528, 31528", "X1, X1"})
    void leadingZerosOfCodesComeBack(String raw, String code) {
        assertThat(value(check("communes", List.of("code", "name"), raw, "Xã A"), "communes", "code"))
                .isEqualTo(code);
    }

    @Test
    void aCodeFromANumericFieldHasNoDecimalPoint() {
        CheckedRow row = check("communes", List.of("code", "name"), 4.0, "Xã A");

        assertThat(value(row, "communes", "code")).isEqualTo("00004");
        assertThat(codes(row)).contains("CODE_ZEROS_RESTORED");
    }

    @Test
    void aCodeOfAnotherFormGoesInWithAWarning() {
        CheckedRow row = check("communes", List.of("code", "name"), "31528A", "Xã A");

        assertThat(value(row, "communes", "code")).isEqualTo("31528A");
        assertThat(codes(row)).contains("PATTERN_MISMATCH");
    }

    @ParameterizedTest
    @CsvSource({
        "Xã, xã",
        "XA, xã",
        "xã , xã",
        "TT., thị trấn",
        "thi_tran, thị trấn",
        "Phường, phường",
        "P., phường",
        "Township, thị trấn"
    })
    void codesAreFoundByCodeTitleOrAliasInAnySpelling(String raw, String code) {
        assertThat(value(check("communes", List.of("code", "name", "kind"), "31528", "A", raw), "communes", "kind"))
                .isEqualTo(code);
    }

    @Test
    void anUnknownCodeIsAnErrorThatListsTheKnownOnes() {
        CheckedRow row = check("communes", List.of("code", "name", "kind"), "99999", "A", "quận");

        assertThat(row.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Issue.Severity.ERROR);
            assertThat(issue.message().vi()).contains("quận", "thị trấn");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Xã Kế Sách, xã",
        "TT. Kế Sách, thị trấn",
        "Thị trấn Kế Sách, thị trấn",
        "P.1, phường",
        "XÃ AN MỸ, xã",
        "Kế Sách,",
        "Xã,",
        "Xãlộ,"
    })
    void theKindIsTakenFromTheNameWhereThereIsNone(String name, String kind) {
        assertThat(value(check("communes", List.of("code", "name"), "31528", name), "communes", "kind"))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"có, true", "Không, false", "1, true", "0, false", "x, true", "TRUE, true", "Chưa, false"})
    void yesAndNoAreReadInBothLanguages(String raw, boolean smart) {
        assertThat(value(check("hamlets", List.of("name", "commune", "smart"), "Ấp 1", "1", raw), "hamlets", "smart"))
                .isEqualTo(smart);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-07-01",
                "01/07/2025",
                "1/7/2025",
                "1-7-2025",
                "20250701",
                "2025/07/01",
                "2025-07-01T00:00:00Z"
            })
    void datesAreReadWithTheDayBeforeTheMonth(String raw) {
        CheckedRow row = check("material_zones", List.of("zone_code", "issued_on"), "VN-STOR-0001", raw);

        assertThat(value(row, "material_zones", "issued_on")).isEqualTo(LocalDate.of(2025, 7, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"07/13/2025", "30/02/2025", "2008", "00010101", "hôm qua"})
    void whatIsNoDateIsAnError(String raw) {
        assertThat(codes(check("material_zones", List.of("zone_code", "issued_on"), "VN-STOR-0001", raw)))
                .contains("VALUE_UNUSABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "NULL", "n/a", "không có"})
    void waysToWriteThatThereIsNoNumberAreNoNumber(String raw) {
        CheckedRow row = check("communes", List.of("code", "name", "population"), "31528", "A", raw);

        assertThat(value(row, "communes", "population")).isNull();
        assertThat(codes(row)).doesNotContain("VALUE_UNUSABLE");
    }

    @Test
    void anEndBeforeTheBeginningIsAnError() {
        CheckedRow row = check(
                "communes",
                List.of("code", "name", "valid_from", "valid_to"),
                "31528",
                "A",
                "2025-07-01",
                "2025-07-01");

        assertThat(codes(row)).contains("VALIDITY_EMPTY");
    }

    @Test
    void aRowWithoutADateTellsHowThingsAreToday() {
        CheckedRow row = check("communes", List.of("code", "name"), "31528", "A");

        assertThat(row.dated()).isFalse();
        assertThat(row.validity().from()).isEqualTo(TODAY);
    }
}
