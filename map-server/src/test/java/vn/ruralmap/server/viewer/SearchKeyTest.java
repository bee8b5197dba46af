package vn.ruralmap.server.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "KẾ SÁCH, ke sach",
        "Kế  Sách, ke sach",
        "Quy Đức, qui duc",
        "Qui Ðức, qui duc",
        "qui duc, qui duc",
        "Ngã Bảy, nga bai",
        "Ea H'leo, ea h leo",
        "Phường 1, phuong 1",
        "VN-STOR-0001, vn stor 0001",
        "Mỹ Hương, mi huong"
    })
    void spellings_of_one_name_are_equal(String text, String key) {
        assertThat(SearchKey.of(text)).isEqualTo(key);
        assertThat(SearchKey.of(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)))
                .isEqualTo(key);
    }
}
