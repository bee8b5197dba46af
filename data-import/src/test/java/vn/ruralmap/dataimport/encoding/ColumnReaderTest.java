package vn.ruralmap.dataimport.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;

class ColumnReaderTest {

    private static final List<String> HAMLETS =
            List.of("Phước Hòa B", "Mỹ Tú", "Trà Quýt", "Sóc Dong", "Hòa Mỹ", "Bưng Cóc", "Tân Lập");

    private final List<Issue> issues = new ArrayList<>();

    /** Reads a value as one of a column in this encoding. */
    private String read(String encoding, List<String> others, byte[] value) {
        List<byte[]> values = new ArrayList<>(Legacy.encodeAll(others, encoding));
        values.add(value);
        ColumnEncoding column = Legacy.choose(values).columns().get(0);
        return new ColumnReader(column).read(value, 7, issues);
    }

    private String readTcvn3(List<String> others, String value) {
        return read("tcvn3", others, Legacy.encode(value, "tcvn3"));
    }

    private List<String> codes() {
        return issues.stream().map(Issue::code).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ấp 1", "Ấp Phước Hòa", "Xã Ứng Hòa", "Mường Ảng", "Thị trấn Ái Nghĩa", "Ỷ La"})
    void capitals_that_tcvn3_cannot_write_come_back_in_names(String name) {
        assertThat(readTcvn3(HAMLETS, name)).isEqualTo(name);
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("TEXT_CAPITAL_RESTORED");
            assertThat(issue.severity()).isEqualTo(Severity.INFO);
            assertThat(issue.row()).isEqualTo(7);
            assertThat(issue.field()).isEqualTo("ten");
        });
    }

    @Test
    void small_letters_stay_in_text_that_is_no_name() {
        List<String> notes = List.of("đất ở tại nông thôn", "đất trồng lúa", "bãi bồi ven sông", "rừng ngập mặn");
        assertThat(readTcvn3(notes, "ấp này chưa có đường")).isEqualTo("ấp này chưa có đường");
        assertThat(readTcvn3(HAMLETS, "Khu ở mới cạnh chợ")).isEqualTo("Khu ở mới cạnh chợ");
        assertThat(issues).isEmpty();
    }

    @Test
    void a_letter_cut_by_the_width_of_the_field_is_left_out_and_reported() {
        byte[] whole = "Xã Hòa Đông Thạnh Mỹ".getBytes(StandardCharsets.UTF_8);

        assertThat(read("utf-8", HAMLETS, Arrays.copyOf(whole, 20))).isEqualTo("Xã Hòa Đông Th");
        assertThat(issues).extracting(Issue::code).containsExactly("TEXT_CUT");
    }

    @Test
    void vni_text_that_fills_its_field_may_have_lost_a_mark() {
        byte[] whole = Legacy.encode("Phước Hoà", "vni");

        assertThat(read("vni", HAMLETS, Arrays.copyOf(whole, whole.length - 1))).isEqualTo("Phước Hoa");
        assertThat(codes()).containsExactly("TEXT_PERHAPS_CUT");
    }

    @Test
    void a_word_broken_off_at_the_end_of_a_full_field_is_reported() {
        byte[] whole = Legacy.encode("Xã Phước Hậu Thượng", "tcvn3");

        assertThat(read("tcvn3", HAMLETS, Arrays.copyOf(whole, whole.length - 2)))
                .isEqualTo("Xã Phước Hậu Thượ");
        assertThat(codes()).isEmpty();
        assertThat(read("tcvn3", HAMLETS, Arrays.copyOf(whole, whole.length - 4)))
                .isEqualTo("Xã Phước Hậu Th");
        assertThat(codes()).containsExactly("TEXT_PERHAPS_CUT");
    }

    @Test
    void text_with_room_behind_it_was_not_cut() {
        read("vni", HAMLETS, Legacy.padded(Legacy.encode("Phước Ho", "vni"), 30));
        assertThat(issues).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X? Kế Sách", "Th? trấn", "Kế S?ch", "Mỹ T\uFFFD"})
    void question_marks_for_letters_are_reported(String text) {
        assertThat(read("utf-8", HAMLETS, text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
        assertThat(codes()).containsExactly("TEXT_LETTERS_LOST");
        assertThat(issues.get(0).message().en()).contains("bytes:");
    }

    @Test
    void tcvn3_text_whose_soft_hyphens_an_editor_dropped_is_reported() {
        assertThat(readTcvn3(HAMLETS, "Phờng Phớc Hòa")).isEqualTo("Phờng Phớc Hòa");
        assertThat(codes()).containsExactly("TEXT_LETTERS_LOST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Có đường không? Không.", "https://a.vn/b?c", "Chưa rõ?", "Bao nhiêu hộ?"})
    void real_questions_are_not(String text) {
        read("utf-8", HAMLETS, text.getBytes(StandardCharsets.UTF_8));
        assertThat(issues).isEmpty();
    }

    @Test
    void letters_in_two_parts_hide_no_loss() {
        byte[] whole =
                Normalizer.normalize("Xã Phước Thuyền", Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8);

        read("utf-8", HAMLETS, Arrays.copyOf(whole, whole.length - 1));
        read(
                "utf-8",
                HAMLETS,
                Normalizer.normalize("Thuyề? xã", Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8));

        assertThat(codes()).containsExactly("TEXT_PERHAPS_CUT", "TEXT_LETTERS_LOST");
    }

    @Test
    void soft_hyphens_are_kept_and_reported() {
        assertThat(read("utf-8", HAMLETS, "Ph\u00ADớc Hòa".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Ph\u00ADớc Hòa");
        assertThat(codes()).containsExactly("TEXT_SOFT_HYPHEN");
    }

    @ParameterizedTest
    @CsvSource({"Huyện Ðức Hòa,Huyện Đức Hòa", "ÐÔNG HẢI,ĐÔNG HẢI", "Ƀ Ðjúpivogur,Ƀ Ðjúpivogur"})
    void the_icelandic_letter_that_looks_like_d_becomes_d_in_vietnamese_words(String stored, String read) {
        assertThat(read("utf-8", HAMLETS, stored.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(read);
    }

    @Test
    void rows_that_were_right_stay_right_among_rows_saved_wrongly() {
        List<byte[]> values = new ArrayList<>();
        HAMLETS.forEach(name -> values.add(Legacy.savedAsUtf8(Legacy.encode(name, "tcvn3"))));
        List<String> right = List.of("Kế Sách", "Bình Thủy", "Hà Nam");
        right.forEach(name -> values.add(name.getBytes(StandardCharsets.UTF_8)));

        assertThat(Legacy.read(values)).containsAll(HAMLETS).containsAll(right);
    }
}
