package vn.ruralmap.dataimport.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.dataimport.encoding.Verdict.Strength;
import vn.ruralmap.dataimport.official.OfficialUnits;
import vn.ruralmap.dataimport.official.OfficialUnits.Level;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

class ChoiceTest {

    private static final List<String> NAMES = names();

    /** Official names of communes and districts of the pilot areas. */
    private static List<String> names() {
        OfficialUnits official = OfficialUnits.read();
        return Stream.of(
                        official.before(Level.COMMUNE).stream()
                                .filter(unit -> unit.parent().matches("78[3-7]|94[1-9]|95[01]")),
                        official.after(Level.COMMUNE).stream()
                                .filter(unit -> unit.code().matches("27[4-9].*|31[5-9].*"))
                                .filter(unit -> unit.name().startsWith("Xã")),
                        official.before(Level.DISTRICT).stream()
                                .filter(unit -> List.of("79", "92").contains(unit.area())))
                .flatMap(units -> units)
                .map(OfficialUnits.Unit::name)
                .toList();
    }

    static Stream<String> encodings() {
        return Stream.concat(Legacy.NAMES.stream(), Stream.of("utf-8"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void columns_of_five_official_names_come_back_letter_by_letter(String encoding) {
        List<String> wrong = new ArrayList<>();
        Random random = new Random(5);
        List<String> names = new ArrayList<>(NAMES);
        for (int trial = 0; trial < 40; trial++) {
            Collections.shuffle(names, random);
            for (int i = 0; i + 5 <= names.size(); i += 5) {
                List<String> column = names.subList(i, i + 5);
                List<String> read = Legacy.read(Legacy.encodeAll(column, encoding));
                if (!read.equals(column)) {
                    wrong.add(column + " as " + read);
                }
            }
        }
        assertThat(NAMES).hasSizeGreaterThan(250);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void whole_columns_come_back_letter_by_letter(String encoding) {
        assertThat(Legacy.read(Legacy.encodeAll(NAMES, encoding))).containsExactlyElementsOf(NAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcvn3", "vni", "windows-1258", "utf-8"})
    void columns_saved_as_utf8_after_a_wrong_reading_come_back(String encoding) {
        List<byte[]> stored = Legacy.encodeAll(NAMES, encoding).stream()
                .map(Legacy::savedAsUtf8)
                .toList();
        assertThat(Legacy.read(stored)).isEqualTo(NAMES);
        for (int i = 0; i + 5 <= NAMES.size(); i += 5) {
            assertThat(Legacy.read(stored.subList(i, i + 5))).isEqualTo(NAMES.subList(i, i + 5));
        }
    }

    @Test
    void columns_of_a_capital_font_are_all_capitals() {
        List<String> capitals = NAMES.stream()
                .limit(40)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();

        FileEncoding chosen = Legacy.choose(Legacy.encodeAll(capitals, "tcvn3"));

        assertThat(chosen.encoding()).isEqualTo(Encodings.TCVN3_CAPITALS);
        assertThat(Legacy.read(Legacy.encodeAll(capitals, "tcvn3"))).isEqualTo(capitals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcvn3", "vni", "windows-1258", "utf-8"})
    void vectors_alone_are_never_taken_for_another_encoding_with_confidence(String encoding) {
        int right = 0;
        List<String> wrong = new ArrayList<>();
        List<String[]> vectors = Legacy.rows("vectors.tsv");
        for (String[] row : vectors) {
            FileEncoding chosen = Legacy.choose(List.of(Legacy.encode(row[0], encoding)));
            String read = Legacy.read(List.of(Legacy.encode(row[0], encoding))).get(0);
            if (read.equalsIgnoreCase(row[0])) {
                right++;
            } else if (chosen.columns().get(0).confidence() > 0.5) {
                wrong.add(row[0] + " as " + read + " " + chosen.evidence().en());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(right).isGreaterThanOrEqualTo(encoding.equals("windows-1258") ? 21 : 23);
    }

    static Stream<List<String>> foreign() {
        return Stream.of(
                List.of("Ronda de los Tejares", "Peña", "Cañada Real", "José Martí", "Río", "más", "Perú", "él", "sí"),
                List.of("Ñuñoa", "Concepción", "Viña del Mar", "Chillán", "Valparaíso"),
                List.of("Straße der Einheit", "Müller", "Köln", "grün", "über", "Bär"),
                List.of("été", "où", "là", "né", "thé", "dû", "forêt", "château", "là-bas"),
                List.of("São Paulo", "João", "Não", "até", "você"),
                List.of("café", "résumé", "naïve Street", "Department of Land"));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void text_of_other_languages_is_left_alone(List<String> texts) {
        assertThat(Legacy.read(Legacy.encodeAll(texts, "utf-8"))).isEqualTo(texts);
        assertThat(Legacy.read(Legacy.encodeAll(texts, "windows-1252"))).isEqualTo(texts);
        for (String text : texts) {
            assertThat(Legacy.read(Legacy.encodeAll(List.of(text), "utf-8"))).containsExactly(text);
        }
    }

    @Test
    void plain_letters_tell_nothing_and_give_no_finding() {
        FileEncoding chosen = Legacy.choose(Legacy.encodeAll(List.of("An Thoi", "Ke Sach", "31528"), "utf-8"));

        assertThat(chosen.encoding()).isEqualTo(Encodings.UTF_8);
        assertThat(chosen.issues()).isEmpty();
        assertThat(chosen.columns().get(0).samples()).isEmpty();
    }

    @Test
    void official_names_in_utf8_are_never_doubted_one_by_one() {
        for (String name : NAMES) {
            FileEncoding chosen = Legacy.choose(Legacy.encodeAll(List.of(name), "utf-8"));
            assertThat(chosen.encoding()).as(name).isEqualTo(Encodings.UTF_8);
            assertThat(chosen.issues()).as(name).isEmpty();
        }
    }

    @Test
    void a_column_of_little_text_follows_the_others_of_its_file() {
        ColumnSample names = Legacy.sample("ten", Legacy.encodeAll(NAMES.subList(0, 30), "vni"));
        ColumnSample little = Legacy.sample("ghi_chu", Legacy.encodeAll(List.of("Cù Lao Dung"), "vni"));
        ColumnSample none = Legacy.sample("ma", Legacy.encodeAll(List.of("31528"), "vni"));

        FileEncoding chosen = FileEncoding.choose(List.of(little, names, none), List.of(), null, AskedEncodings.NONE);

        assertThat(chosen.columns()).extracting(ColumnEncoding::encoding).containsOnly(Encodings.VNI);
    }

    @Test
    void columns_of_one_file_may_differ() {
        ColumnSample tcvn3 = Legacy.sample("ten", Legacy.encodeAll(NAMES.subList(0, 30), "tcvn3"));
        ColumnSample vni = Legacy.sample("huyen", Legacy.encodeAll(NAMES.subList(30, 50), "vni"));
        ColumnSample utf8 = Legacy.sample("tinh", Legacy.encodeAll(NAMES.subList(50, 60), "utf-8"));

        assertThat(FileEncoding.choose(List.of(tcvn3, vni, utf8), List.of(), null, AskedEncodings.NONE)
                        .columns())
                .extracting(ColumnEncoding::encoding)
                .containsExactly(Encodings.TCVN3, Encodings.VNI, Encodings.UTF_8);
    }

    @Test
    void a_column_that_mixes_utf8_and_another_encoding_is_read_value_by_value() {
        List<byte[]> values = new ArrayList<>(Legacy.encodeAll(NAMES.subList(0, 20), "utf-8"));
        values.addAll(Legacy.encodeAll(NAMES.subList(20, 40), "tcvn3"));

        assertThat(Legacy.read(values)).isEqualTo(NAMES.subList(0, 40));
        assertThat(Legacy.choose(values).issues()).extracting(Issue::code).containsExactly("CHARSET_MIXED");
    }

    @Test
    void a_column_that_was_put_together_from_two_encodings_is_read_value_by_value() {
        List<byte[]> values = new ArrayList<>(Legacy.encodeAll(NAMES.subList(0, 60), "tcvn3"));
        values.addAll(Legacy.encodeAll(NAMES.subList(60, 120), "vni"));

        assertThat(Legacy.read(values)).isEqualTo(NAMES.subList(0, 120));
        assertThat(Legacy.choose(values).issues()).extracting(Issue::code).containsExactly("CHARSET_MIXED");
    }

    @Test
    void single_rows_in_another_encoding_are_read_in_theirs() {
        List<byte[]> values = new ArrayList<>(Legacy.encodeAll(NAMES.subList(0, 100), "tcvn3"));
        values.addAll(Legacy.encodeAll(List.of("Huyện Cần Giờ", "Cầu Kho"), "vni"));

        assertThat(Legacy.read(values)).endsWith("Huyện Cần Giờ", "Cầu Kho");
    }

    @Test
    void what_the_file_says_loses_against_strong_evidence_and_people_are_told() {
        Declared latin1 = new Declared(Encodings.WINDOWS_1252, LocalizedText.same("the .cpg"), true);
        ColumnSample names = Legacy.sample("ten", Legacy.encodeAll(NAMES.subList(0, 30), "tcvn3"));

        FileEncoding chosen = FileEncoding.choose(List.of(names), List.of(), latin1, AskedEncodings.NONE);

        assertThat(chosen.encoding()).isEqualTo(Encodings.TCVN3);
        assertThat(chosen.evidence().en()).contains("Vietnamese syllables if read as TCVN3");
        assertThat(chosen.evidence().vi()).contains("âm tiết tiếng Việt");
        assertThat(chosen.columns().get(0).confidence()).isGreaterThan(0.9);
        assertThat(chosen.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("CHARSET_CONTRADICTED");
            assertThat(issue.message().en())
                    .contains("the .cpg says windows-1252")
                    .contains("TCVN3");
        });
    }

    @Test
    void what_the_file_says_stands_where_the_text_is_too_little_to_tell() {
        Declared windows1258 = new Declared(Encodings.WINDOWS_1258, LocalizedText.same("the .cpg"), true);
        ColumnSample names = Legacy.sample("ten", List.of(Legacy.encode("Củ Chi", "tcvn3")));

        FileEncoding chosen = FileEncoding.choose(List.of(names), List.of(), windows1258, AskedEncodings.NONE);

        assertThat(chosen.encoding()).isEqualTo(Encodings.WINDOWS_1258);
        assertThat(chosen.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("CHARSET_AMBIGUOUS");
            assertThat(issue.message().en()).contains("TCVN3 (“Củ Chi”)").contains("windows-1258 (“Cñ Chi”)");
            assertThat(issue.remedy().en()).contains("--charset ten=tcvn3");
        });
    }

    @Test
    void a_person_has_the_last_word_for_the_file_and_for_a_column() {
        List<ColumnSample> samples = List.of(
                Legacy.sample("ten", Legacy.encodeAll(NAMES, "tcvn3")),
                Legacy.sample("huyen", Legacy.encodeAll(NAMES, "tcvn3")));
        AskedEncodings asked = new AskedEncodings(Encodings.VISCII, java.util.Map.of("HUYEN", Encodings.VNI));

        FileEncoding chosen = FileEncoding.choose(samples, List.of(), null, asked);

        assertThat(chosen.columns())
                .extracting(ColumnEncoding::encoding)
                .containsExactly(Encodings.VISCII, Encodings.VNI);
        assertThat(chosen.encoding()).isEqualTo(Encodings.VISCII);
    }

    @Test
    void samples_show_bytes_and_what_they_become() {
        assertThat(Legacy.choose(Legacy.encodeAll(List.of("Kế Sách", "Mỹ Tú", "Trần Đề"), "tcvn3"))
                        .columns()
                        .get(0)
                        .samples())
                .contains(new ColumnEncoding.Sample("4b d5 20 53 b8 63 68", "Kế Sách"))
                .hasSize(3);
    }

    @Test
    void two_encodings_that_fit_equally_are_ambiguous() {
        List<Score> scores = List.of(new Score(Encodings.TCVN3, 4, 1, 5), new Score(Encodings.WINDOWS_1258, 4, 1, 5));
        assertThat(Verdict.of(scores, List.of("\u00FB"), List.of()).strength()).isEqualTo(Strength.AMBIGUOUS);
    }
}
