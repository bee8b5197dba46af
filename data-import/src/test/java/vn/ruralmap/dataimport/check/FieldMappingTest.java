package vn.ruralmap.dataimport.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.model.Issue;

class FieldMappingTest {

    private static final Catalogue CATALOGUE = CatalogueReader.readDefault();

    private static FieldMapping map(String layer, Map<String, String> asked, String... fields)
            throws InvalidMappingException {
        return FieldMapping.of(CATALOGUE.getLayer(layer), List.of(fields), asked);
    }

    @ParameterizedTest
    @CsvSource({
        "communes, code, code, NAME",
        "communes, CODE, code, NAME",
        "communes, Mã xã, code, ALIAS",
        "communes, MAXA, code, ALIAS",
        "communes, Ten-Xa, name, ALIAS",
        "communes, area_ha, area_ha, NAME",
        "communes, QUYETDINH, decision, ALIAS",
        "communes, hieuluc_tu, valid_from, ALIAS",
        "communes, Den Ngay, valid_to, ALIAS",
        "communes, province_c, province_code, CUT",
        "communes, Số_quyết_đ, decision, CUT",
        "communes, commune_co, code, CUT",
        "material_zones, declared_a, declared_area_ha, CUT",
        "ntm_status, criteria_t, criteria_total, CUT",
        "tourism_sites, recognised, recognised_by, CUT"
    })
    void aFieldIsFoundByNameAliasOrWhatAShapefileLeftOfIt(
            String layer, String field, String attribute, FieldMapping.Reason reason) throws InvalidMappingException {
        assertThat(map(layer, Map.of(), field).find(attribute)).hasValueSatisfying(entry -> {
            assertThat(entry.field()).isEqualTo(field);
            assertThat(entry.reason()).isEqualTo(reason);
        });
    }

    @Test
    void whatWasAskedForWins() throws InvalidMappingException {
        FieldMapping mapping = map("communes", Map.of("ten_nguon", "name"), "ma_xa", "ten_xa", "ten_nguon");

        assertThat(mapping.find("name").orElseThrow().field()).isEqualTo("ten_nguon");
        assertThat(mapping.issues())
                .extracting(Issue::code, Issue::field)
                .containsExactly(tuple("FIELD_IGNORED", "ten_xa"));
    }

    @Test
    void anEmptyAttributeLeavesAFieldOut() throws InvalidMappingException {
        assertThat(map("communes", Map.of("loai", ""), "ma_xa", "ten_xa", "loai")
                        .find("kind"))
                .isEmpty();
    }

    @Test
    void aFieldNameCutInTheMiddleOfALetterCanBeAskedFor() throws InvalidMappingException {
        FieldMapping mapping =
                map("tourism_sites", Map.of("Tên Chùa", "name", "Địa Chỉ", "address"), "Tên Chùa", "Địa Ch\uFFFD");

        assertThat(mapping.find("address").orElseThrow().position()).isEqualTo(1);
    }

    @Test
    void aRequiredAttributeWithoutFieldIsAnError() throws InvalidMappingException {
        assertThat(map("communes", Map.of(), "ten_xa").issues())
                .filteredOn(issue -> issue.severity() == Issue.Severity.ERROR)
                .extracting(Issue::field)
                .containsExactly("code");
    }

    @Test
    void twoFieldsForOneAttributeAreReported() throws InvalidMappingException {
        assertThat(map("communes", Map.of(), "ma_xa", "maxa", "ten").issues())
                .extracting(Issue::code)
                .contains("FIELD_AMBIGUOUS");
    }

    @Test
    void aWrongQuestionListsWhatThereIs() {
        assertThatThrownBy(() -> map("communes", Map.of("ma_ap", "code"), "ma_xa"))
                .hasMessageContaining("ma_xa");
        assertThatThrownBy(() -> map("communes", Map.of("ma_xa", "kode"), "ma_xa"))
                .hasMessageContaining("population");
    }
}
