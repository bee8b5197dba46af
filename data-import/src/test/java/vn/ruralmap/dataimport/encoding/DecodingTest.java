package vn.ruralmap.dataimport.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

    private static String decode(String encoding, byte[] bytes) {
        return Encodings.find(encoding)
                .orElseThrow()
                .decode(bytes, bytes.length)
                .text();
    }

    static List<String> encodings() {
        return Legacy.NAMES;
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void every_letter_of_the_published_chart_is_read(String encoding) {
        int column = 1 + Legacy.NAMES.indexOf(encoding);
        List<String> wrong = new ArrayList<>();
        for (String[] row : Legacy.rows("letters.tsv")) {
            if (!row[column].equals("-")
                    && !decode(encoding, HexFormat.of().parseHex(row[column])).equals(row[0])) {
                wrong.add(row[0]);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(Legacy.rows("letters.tsv")).hasSize(134);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void all_letters_in_one_text_come_back(String encoding) {
        String all = String.join(
                " ", Legacy.rows("letters.tsv").stream().map(row -> row[0]).toList());
        String expected = encoding.equals("tcvn3") ? smallWhereTcvn3Must(all) : all;

        assertThat(decode(encoding, Legacy.encode(all, encoding))).isEqualTo(expected);
    }

    private static String smallWhereTcvn3Must(String text) {
        StringBuilder written = new StringBuilder();
        text.chars()
                .forEach(c -> written.append(
                        c < 0x80 || "ĂÂÊÔƠƯĐ".indexOf(c) >= 0 ? (char) c : Character.toLowerCase((char) c)));
        return written.toString();
    }

    static Stream<String[]> vectors() {
        return Legacy.rows("vectors.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_vectors_are_read(String text, String tcvn3, String vni, String windows1258, String nfd) {
        String written = decode("tcvn3", HexFormat.of().parseHex(tcvn3));
        assertThat(
                        written.equals(text)
                                ? written
                                : Encodings.TCVN3_CAPITALS
                                        .decode(HexFormat.of().parseHex(tcvn3), tcvn3.length() / 2)
                                        .text())
                .isEqualToIgnoringCase(text);
        assertThat(written.toLowerCase(Locale.ROOT)).isEqualTo(text.toLowerCase(Locale.ROOT));
        assertThat(decode("vni", HexFormat.of().parseHex(vni))).isEqualTo(text);
        assertThat(decode("windows-1258", HexFormat.of().parseHex(windows1258))).isEqualTo(text);
        assertThat(Normalizer.normalize(decode("utf-8", HexFormat.of().parseHex(nfd)), Normalizer.Form.NFC))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hoành Bồ", "Tuy Hoà", "Đồng Xoài", "Hòa Trị", "Hồn Hoàn Hồng"})
    void vni_is_read_in_one_pass_so_that_no_letter_is_read_twice(String name) {
        assertThat(decode("vni", Legacy.encode(name, "vni"))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "41F9,Á", // small mark on a capital
        "61D9,á",
        "61E0F8,ầ", // the tone twice
        "41C2C2,Â",
        "61E2F9,ấ", // shape and tone apart
        "61F9E2,ấ",
        "69F9,í", // i with the mark of other vowels
    })
    void vni_takes_marks_as_typists_left_them(String hex, String letter) {
        assertThat(decode("vni", HexFormat.of().parseHex(hex))).isEqualTo(letter);
    }

    @Test
    void marks_that_contradict_one_another_leave_the_first_and_are_counted() {
        assertThat(Encodings.VNI.decode(Legacy.bytes('a', 0xE2, 0xEA), 3)).isEqualTo(new Encoding.Decoded("â", 1));
        assertThat(Encodings.VNI.decode(Legacy.bytes('n', 0xF9), 2)).isEqualTo(new Encoding.Decoded("n\uFFFD", 1));
    }

    @Test
    void units_and_quotes_beside_vietnamese_letters_stay() {
        byte[] bytes = Legacy.bytes('5', 'm', 0xB2, ' ', 0x93, 'a', 0x94, ' ', 0x96, ' ', '3', '0', 0xB0);
        assertThat(decode("tcvn3", bytes)).isEqualTo("5m² “a” – 30°");
        assertThat(decode("vni", bytes)).isEqualTo("5m² “a” – 30°");
    }

    @Test
    void the_soft_hyphen_of_latin_1_is_a_letter() {
        assertThat(decode("tcvn3", Legacy.bytes('P', 'h', 0xAD, 0xEA, 'n', 'g')))
                .isEqualTo("Phường");
    }

    @Test
    void tones_that_stand_alone_in_tcvn_5712_join_their_vowel() {
        assertThat(decode("tcvn5712", Legacy.bytes('a', 0xB3))).isEqualTo("á");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcvn3", "vni", "windows-1258", "utf-8"})
    void text_saved_as_utf8_after_a_wrong_reading_goes_back(String encoding) {
        String text = "Xã Phước Hòa Bình Đông, huyện Kế Sách, tỉnh Sóc Trăng";
        assertThat(decode(encoding + "-in-utf-8", Legacy.savedAsUtf8(Legacy.encode(text, encoding))))
                .isEqualTo(text);
    }

    @Test
    void text_that_was_never_read_wrongly_stays() {
        assertThat(decode("tcvn3-in-utf-8", "Kế Sách".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Kế Sách");
    }

    @Test
    void arbitrary_bytes_never_fail() {
        Random random = new Random(20261121);
        List<String> names = new ArrayList<>(List.of("tcvn3-h", "tcvn3-in-utf-8", "vni-in-utf-8", "utf-8-in-utf-8"));
        names.addAll(List.of("utf-8", "iso-8859-1", "windows-1252", "gb18030"));
        names.addAll(Legacy.NAMES);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            for (String name : names) {
                assertThat(decode(name, bytes)).isNotNull();
            }
            ColumnEncoding column = Legacy.choose(List.of(bytes)).columns().get(0);
            new ColumnReader(column).read(bytes, 1, new ArrayList<>());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TCVN3,TCVN3",
        "abc,TCVN3",
        "Vni,VNI",
        "windows-1258,windows-1258",
        "cp1258,windows-1258",
        "viscii,VISCII",
        "tcvn5712,TCVN5712",
        "utf8,UTF-8",
        "latin1,ISO-8859-1",
        "tcvn3-in-utf-8,TCVN3-in-UTF-8"
    })
    void encodings_are_known_by_the_names_people_use(String asked, String name) {
        assertThat(Encodings.find(asked)).map(Encoding::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "klingon", "tcvn3-in-utf-8-in-utf-8", "a b"})
    void other_names_are_not(String name) {
        assertThat(Encodings.find(name)).isEmpty();
    }
}
