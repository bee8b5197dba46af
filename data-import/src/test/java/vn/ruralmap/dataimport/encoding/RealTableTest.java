package vn.ruralmap.dataimport.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ruralmap.layers.RealData;
import vn.ruralmap.layers.model.Issue;

/** Real tables, which cannot be part of the project: the test is skipped where they are absent. */
class RealTableTest {

    private Path data;

    @BeforeEach
    void findData() {
        data = RealData.folder("legacy_encoding");
    }

    private static List<String> lines(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.lines().skip(1).toList();
    }

    /** Cells of a line of CSV, bytes as ISO-8859-1. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @Test
    void a_real_table_in_tcvn3_is_read_as_the_published_table_says(TestReporter reporter) throws Exception {
        List<List<String>> stored = lines(data.resolve("communesVN_tcvn3_rawbytes.csv")).stream()
                .map(RealTableTest::cells)
                .toList();
        List<List<String>> expected = lines(data.resolve("communesVN_expected_gso.csv")).stream()
                .map(RealTableTest::cells)
                .toList();
        List<ColumnSample> samples = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int column = i;
            samples.add(Legacy.sample(
                    "c" + i,
                    stored.stream().map(row -> Bytes.of(row.get(column))).toList()));
        }

        FileEncoding chosen = FileEncoding.choose(samples, List.of(), null, AskedEncodings.NONE);

        assertThat(chosen.columns()).extracting(ColumnEncoding::encoding).containsOnly(Encodings.TCVN3);
        int same = 0;
        int official = 0;
        int officialExpected = 0;
        List<Issue> issues = new ArrayList<>();
        List<String> different = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            for (int column = 0; column < 3; column++) {
                String read = new ColumnReader(chosen.columns().get(column))
                        .read(Bytes.of(stored.get(i).get(column)), i + 2, issues);
                String right = utf8(expected.get(i).get(column + 2));
                if (right.equalsIgnoreCase(read == null ? "" : read)) {
                    same++;
                } else {
                    different.add(read);
                }
                if (column == 0 && bare(utf8(expected.get(i).get(5))).equals(bare(String.valueOf(read)))) {
                    official++;
                }
                if (column == 0 && bare(utf8(expected.get(i).get(5))).equals(bare(right))) {
                    officialExpected++;
                    if (!bare(right).equals(bare(String.valueOf(read)))) {
                        wrong.add(read + ", not " + right);
                    }
                }
            }
        }
        reporter.publishEntry(Map.of(
                "cells as the table says", String.valueOf(same),
                "rows as the official name", official + ", by the table " + officialExpected,
                "findings", String.valueOf(issues.size())));
        // 200 rows of Ho Chi Minh City are VNI, which the expected table reads as TCVN3
        assertThat(different)
                .hasSizeLessThanOrEqualTo(596)
                .contains("Phường Cỗu Ông Lãnh", "Cầu Kho", "TT.Cần Thạnh", "Huyện Cần Giờ", "Quận Phú Nhuận");
        assertThat(different)
                .flatExtracting(name -> List.of(name.split("[ .]+")))
                .filteredOn(word -> !Bytes.isPlain(word) && !Score.areSyllables(word))
                .containsOnly("Cỗu");
        assertThat(wrong)
                .as("rows whose name the table says is the official one")
                .isEmpty();
        assertThat(same).isGreaterThanOrEqualTo(31_246);
        assertThat(official).isGreaterThan(officialExpected);
    }

    /** A name without its kind. */
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("^(xã|phường|thị trấn|tt\\.|p\\.|x\\.)\\s*", "")
                .strip();
    }

    private static String utf8(String bytes) {
        String text = new String(Bytes.of(bytes), StandardCharsets.UTF_8);
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    static List<String> encodings() {
        List<String> all = new ArrayList<>(Legacy.NAMES);
        all.add("utf-8");
        return all;
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void all_official_names_come_back(String encoding) throws Exception {
        List<String> names =
                new ArrayList<>(lines(RealData.folder("codes").resolve("dvhc_20250301_toan_quoc.csv")).stream()
                        .map(line -> utf8(cells(line).get(6)))
                        // irregular: some words of the list start small, which reading TCVN3 mends
                        .filter(name -> !name.isEmpty() && !name.matches(".* [áủéý].*"))
                        .toList());
        List<String> whole = Legacy.read(Legacy.encodeAll(names, encoding));
        List<String> different = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals(whole.get(i))) {
                different.add(names.get(i) + " as " + whole.get(i));
            }
        }
        Collections.shuffle(names, new Random(1));
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i + 5 <= names.size(); i += 5) {
            List<String> column = names.subList(i, i + 5);
            List<String> read = Legacy.read(Legacy.encodeAll(column, encoding));
            if (!read.equals(column)) {
                wrong.add(column + " as " + read
                        + Legacy.choose(Legacy.encodeAll(column, encoding))
                                .evidence()
                                .en());
            }
        }
        assertThat(different).isEmpty();
        // a byte that is Ó in TCVN 5712 is a bullet elsewhere, and nothing else in the column may tell
        assertThat(wrong).hasSizeLessThanOrEqualTo(encoding.equals("tcvn5712") ? 2 : 0);
    }
}
