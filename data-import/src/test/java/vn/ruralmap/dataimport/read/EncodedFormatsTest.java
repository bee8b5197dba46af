package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.ColumnEncoding;
import vn.ruralmap.dataimport.encoding.Encoding;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.dataimport.encoding.Legacy;
import vn.ruralmap.dataimport.official.OfficialUnits;

/** Every format that has bytes decides by them alike, whatever it says of its encoding. */
class EncodedFormatsTest {
    private static final List<String[]> VECTORS = Legacy.rows("vectors.tsv");
    private static final List<String> TEXTS =
            VECTORS.stream().map(row -> row[0]).toList();
    private static final List<String> PLACES =
            List.of("Xã Kế Sách", "Phường Vĩnh Châu", "Xã Mỹ Tú", "Xã Trần Đề", "Xã Hồ Đắc Kiện", "Xã Lịch Hội Thượng");

    @TempDir
    Path folder;

    private int files;

    private Reading read(Written format, byte[] field, List<byte[]> values, ReadOptions options) throws Exception {
        return Reading.of(format.write(Files.createDirectory(folder.resolve("" + files++)), field, values), options);
    }

    private List<String> texts(Written format, List<byte[]> values) throws Exception {
        return texts(read(format, Written.plain("ten"), values, ReadOptions.defaults()));
    }

    private static List<String> texts(Reading reading) {
        int column = 0;
        List<SourceField> fields = reading.info().fields();
        while (!List.of("ten", "text").contains(fields.get(column).name())) {
            column++;
        }
        int found = column;
        return reading.records().stream()
                .map(record -> (String) record.values().get(found))
                .toList();
    }

    private static List<String> officialNames() {
        OfficialUnits official = OfficialUnits.read();
        return Stream.of(OfficialUnits.Level.values())
                .flatMap(level -> Stream.concat(official.before(level).stream(), official.after(level).stream()))
                .map(OfficialUnits.Unit::name)
                .toList();
    }

    static Stream<Arguments> formatsAndEncodings() {
        return Stream.of(Written.values())
                .flatMap(format -> Stream.concat(Legacy.NAMES.stream(), Stream.of("utf-8", "utf-8-nfd"))
                        .map(encoding -> Arguments.of(format, encoding)));
    }

    static Stream<Arguments> quickFormatsAndEncodings() {
        return formatsAndEncodings().filter(arguments -> List.of(Written.SHAPEFILE, Written.CSV, Written.MIF)
                .contains((Written) arguments.get()[0]));
    }

    private static byte[] vector(int row, String encoding) {
        int column = List.of("", "tcvn3", "vni", "windows-1258", "utf-8-nfd").indexOf(encoding);
        return column < 0
                ? Legacy.encode(TEXTS.get(row), encoding)
                : HexFormat.of().parseHex(VECTORS.get(row)[column]);
    }

    private static List<byte[]> vectors(String encoding, int from, int to) {
        List<byte[]> all = new ArrayList<>();
        for (int row = from; row < to; row++) {
            all.add(vector(row, encoding));
        }
        return all;
    }

    /** TCVN3 has no accented capitals in the middle of a word in capitals. */
    private static List<String> comparable(List<String> texts, String encoding) {
        return encoding.equals("tcvn3")
                ? texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList()
                : texts.stream()
                        .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC))
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("formatsAndEncodings")
    void the_vectors_in_one_column_are_read(Written format, String encoding) throws Exception {
        assertThat(comparable(texts(format, vectors(encoding, 0, TEXTS.size())), encoding))
                .isEqualTo(comparable(TEXTS, encoding));
        assertThat(TEXTS).hasSize(24);
    }

    @ParameterizedTest
    @MethodSource("quickFormatsAndEncodings")
    void any_five_vectors_that_follow_one_another_are_read(Written format, String encoding) throws Exception {
        for (int from = 0; from + 5 <= TEXTS.size(); from++) {
            assertThat(comparable(texts(format, vectors(encoding, from, from + 5)), encoding))
                    .isEqualTo(comparable(TEXTS.subList(from, from + 5), encoding));
        }
    }

    @ParameterizedTest
    @MethodSource("quickFormatsAndEncodings")
    void a_vector_alone_is_read_as_its_bytes_are_in_every_format(Written format, String encoding) throws Exception {
        for (int row = 0; row < TEXTS.size(); row++) {
            byte[] bytes = vector(row, encoding);
            assertThat(texts(format, List.of(bytes))).isEqualTo(Legacy.read(List.of(bytes)));
        }
    }

    @ParameterizedTest
    @MethodSource("formatsAndEncodings")
    void official_names_come_back_letter_by_letter(Written format, String encoding) throws Exception {
        boolean isQuick = List.of(Written.SHAPEFILE, Written.CSV, Written.MIF).contains(format);
        List<String> all = officialNames().stream()
                // six names of the list have a word that starts small, which reading TCVN3 mends
                .filter(name -> !encoding.equals("tcvn3") || !name.matches(".* [áủéý].*"))
                .toList();
        List<String> names = isQuick ? all : all.subList(0, 2_000);
        List<byte[]> stored = names.stream()
                .map(name -> encoding.equals("utf-8-nfd")
                        ? Normalizer.normalize(name, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8)
                        : Legacy.encode(name, encoding))
                .toList();

        List<String> read = comparable(texts(format, stored), "utf-8");
        List<String> different = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals(read.get(i))) {
                different.add(names.get(i) + " as " + read.get(i));
            }
        }
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("quickFormatsAndEncodings")
    void names_of_columns_are_read_as_their_values(Written format, String encoding) throws Exception {
        if (encoding.equals("utf-8-nfd")) {
            return;
        }
        List<byte[]> values = Legacy.encodeAll(PLACES, encoding);

        Reading reading = read(format, Legacy.encode("tên_xã", encoding), values, ReadOptions.defaults());

        assertThat(reading.info().fields()).extracting(SourceField::name).contains("tên_xã");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcvn3", "vni", "viscii", "windows-1258"})
    void names_of_columns_of_a_table_without_accents_tell_their_own_encoding(String encoding) throws Exception {
        List<byte[]> parts = new ArrayList<>();
        for (String name : List.of("Mã xã", "Tên xã", "Diện tích", "Dân số")) {
            parts.addAll(List.of(Legacy.encode(name, encoding), Written.plain(";")));
        }
        parts.add(Written.plain("x\n31528;Ke Sach;1,5;7;\n"));
        Path file = Files.write(folder.resolve("xa.csv"), Written.joined(parts));

        assertThat(Reading.of(file).info().fields())
                .extracting(SourceField::name)
                .startsWith("Mã xã", "Tên xã", "Diện tích", "Dân số");
    }

    @ParameterizedTest
    @EnumSource(Written.class)
    void a_person_has_the_last_word_for_the_file_and_for_a_column(Written format) throws Exception {
        List<byte[]> values = Legacy.encodeAll(PLACES, "tcvn3");
        Encoding viscii = Encodings.VISCII;
        String first = viscii.decode(values.get(0), values.get(0).length).text();
        String field = format == Written.DXF ? "TEXT" : "TEN";

        assertThat(texts(read(
                        format,
                        Written.plain("ten"),
                        values,
                        ReadOptions.defaults().withEncodings(AskedEncodings.all(viscii)))))
                .startsWith(first);
        assertThat(texts(read(
                        format,
                        Written.plain("ten"),
                        values,
                        ReadOptions.defaults().withEncodings(new AskedEncodings(null, Map.of(field, viscii))))))
                .startsWith(first);
    }

    @ParameterizedTest
    @EnumSource(Written.class)
    void the_choice_comes_with_its_evidence_and_confidence(Written format) throws Exception {
        Reading reading =
                read(format, Written.plain("ten"), Legacy.encodeAll(PLACES, "viscii"), ReadOptions.defaults());

        assertThat(reading.info().encoding().encoding()).isEqualTo(Encodings.VISCII);
        assertThat(reading.info().encoding().columns())
                .filteredOn(column -> !column.samples().isEmpty())
                .singleElement()
                .satisfies(column -> {
                    assertThat(column.confidence()).isGreaterThan(0.9);
                    assertThat(column.evidence().en()).contains("Vietnamese syllables if read as VISCII");
                    assertThat(column.samples())
                            .extracting(ColumnEncoding.Sample::text)
                            .contains("Xã Kế Sách");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcvn3", "vni", "windows-1258", "utf-8"})
    void a_table_saved_as_utf8_after_a_wrong_reading_goes_back(String encoding) throws Exception {
        List<byte[]> values = Legacy.encodeAll(PLACES, encoding).stream()
                .map(Legacy::savedAsUtf8)
                .toList();

        for (Written format : List.of(Written.SHAPEFILE, Written.CSV, Written.QUOTED_CSV, Written.MIF)) {
            assertThat(texts(format, values)).isEqualTo(PLACES);
        }
        byte[] csv = Files.readAllBytes(
                Written.CSV.write(Files.createDirectory(folder.resolve("wide")), Written.plain("ten"), values));
        Path wide = folder.resolve("wide.csv");
        Files.write(wide, ("\uFEFF" + new String(csv, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_16LE));
        assertThat(texts(Reading.of(wide))).isEqualTo(PLACES);
    }

    @Test
    void columns_and_values_of_one_table_may_differ() throws Exception {
        List<byte[]> parts = new ArrayList<>(List.of(Written.plain("ten,huyen,lan\n")));
        for (int i = 0; i < 4 * PLACES.size(); i++) {
            String place = PLACES.get(i % PLACES.size());
            parts.addAll(List.of(Legacy.encode(place, "vni"), Written.plain(","), Legacy.encode(place, "viscii")));
            parts.addAll(List.of(
                    Written.plain(",\""), Legacy.encode(place, i < 12 ? "utf-8" : "tcvn3"), Written.plain("\"\n")));
        }
        Reading reading = Reading.of(Files.write(folder.resolve("lan.csv"), Written.joined(parts)));

        for (int i = 0; i < reading.records().size(); i++) {
            String place = PLACES.get(i % PLACES.size());
            assertThat(reading.records().get(i).values()).containsExactly(place, place, place);
        }
        assertThat(reading.findings()).containsExactly("14 CHARSET_MIXED");
    }

    @Test
    void a_text_that_fills_its_column_of_a_mapinfo_table_may_have_lost_its_last_mark() throws Exception {
        List<byte[]> values = new ArrayList<>(Legacy.encodeAll(PLACES, "vni"));
        byte[] whole = Legacy.encode("Xã Phước Hoà", "vni");
        values.add(Arrays.copyOf(whole, whole.length - 1));
        Path mif = Written.MIF.write(folder, Written.plain("ten"), values);
        String header = Files.readString(mif).replace("Char(100)", "Char(" + (whole.length - 1) + ")");
        Files.writeString(mif, header);

        Reading reading = Reading.of(mif);

        assertThat(texts(reading)).endsWith("Xã Phước Hoa");
        assertThat(reading.findings()).contains("7 TEXT_PERHAPS_CUT");
        assertThat(Reading.of(Written.CSV.write(folder, Written.plain("ten"), values))
                        .findings())
                .isEmpty();
    }

    @Test
    void letters_cut_lost_or_mended_are_reported_of_every_format() throws Exception {
        List<byte[]> values = new ArrayList<>(Legacy.encodeAll(PLACES, "tcvn3"));
        values.add(Legacy.encode("Ấp Phước Hòa", "tcvn3"));
        values.add(Legacy.encode("Xã Ph?c Hòa", "tcvn3"));
        values.add(Legacy.encode("Phờng Phớc Hòa", "tcvn3"));

        for (Written format : Written.values()) {
            Reading reading = read(format, Written.plain("ten"), values, ReadOptions.defaults());

            assertThat(texts(reading)).endsWith("Ấp Phước Hòa", "Xã Ph?c Hòa", "Phờng Phớc Hòa");
            assertThat(reading.findings().stream().map(finding -> finding.replaceFirst("^\\d+ ", "")))
                    .as(format.name())
                    .contains("TEXT_CAPITAL_RESTORED")
                    .filteredOn("TEXT_LETTERS_LOST"::equals)
                    .hasSize(2);
        }
    }
}
