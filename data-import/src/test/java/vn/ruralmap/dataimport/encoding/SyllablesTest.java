package vn.ruralmap.dataimport.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyllablesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xã", "phường", "THỊ", "trấn", "huyện", "Nghĩa", "Ngãi", "Quỳnh", "quốc", "quyết", "giêng", "gìn", "gì",
                "giữa", "hoà", "hòa", "thuỷ", "thủy", "khuya", "nguyễn", "rượu", "ương", "Ỷ", "yên", "Ấp", "xoong",
                "Mỵ", "nghiêng", "đoạn", "khoắng"
            })
    void vietnamese_syllables_are_known_by_their_spelling(String word) {
        assertThat(Syllables.isSyllable(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "phố́", "càp", "Phuoc", "kà", "cễ", "ngi", "gé", "coà", "Phơng", "Phớc", "wà", "fà", "street",
                "España", "José", "Müller", "tờng", "aê", "quư", "ừng̉", "Straße", "Sãc2"
            })
    void other_words_are_not(String word) {
        assertThat(Syllables.isSyllable(word)).isFalse();
    }
}
