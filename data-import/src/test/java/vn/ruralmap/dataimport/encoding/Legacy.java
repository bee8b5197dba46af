package vn.ruralmap.dataimport.encoding;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes text in encodings of the past, from charts that others published, not from the tables under test. */
public final class Legacy {

    /** Names of the columns of the charts. */
    public static final List<String> NAMES = List.of("tcvn3", "vni", "windows-1258", "tcvn5712", "viscii");

    private static final Map<String, Map<String, byte[]>> CHARTS = charts();

    private Legacy() {}

    private static Map<String, Map<String, byte[]>> charts() {
        Map<String, Map<String, byte[]>> charts = new HashMap<>();
        for (String[] row : rows("letters.tsv")) {
            for (int i = 0; i < NAMES.size(); i++) {
                if (!row[i + 1].equals("-")) {
                    charts.computeIfAbsent(NAMES.get(i), name -> new HashMap<>())
                            .put(row[0], HexFormat.of().parseHex(row[i + 1]));
                }
            }
        }
        return charts;
    }

    /** Rows of a table beside this class. */
    public static List<String[]> rows(String name) {
        try (InputStream in = Legacy.class.getResourceAsStream(name)) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As people wrote it: an accented capital that TCVN3 lacks as the small letter. */
    public static byte[] encode(String text, String encoding) {
        Map<String, byte[]> chart = CHARTS.get(encoding);
        if (chart == null) {
            return text.getBytes(Charset.forName(encoding));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            byte[] own = chart.get(letter);
            bytes.writeBytes(own == null ? other(chart, letter) : own);
        });
        return bytes.toByteArray();
    }

    private static byte[] other(Map<String, byte[]> chart, String letter) {
        byte[] small = chart.get(letter.toLowerCase(Locale.ROOT));
        return small == null ? letter.getBytes(StandardCharsets.ISO_8859_1) : small;
    }

    /** What those bytes look like where nobody knows better, saved as UTF-8. */
    public static byte[] savedAsUtf8(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            String seen = new String(new byte[] {b}, Charset.forName("windows-1252"));
            text.append(seen.equals("\uFFFD") ? String.valueOf((char) (b & 0xFF)) : seen);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A sample of a column. */
    public static ColumnSample sample(String field, List<byte[]> values) {
        ColumnSample sample = new ColumnSample(field);
        for (int i = 0; i < values.size(); i++) {
            sample.add(values.get(i), i + 1);
        }
        return sample;
    }

    static FileEncoding choose(List<byte[]> values) {
        return FileEncoding.choose(List.of(sample("ten", values)), List.of(), null, AskedEncodings.NONE);
    }

    public static List<String> read(List<byte[]> values) {
        ColumnReader reader = new ColumnReader(choose(values).columns().get(0));
        return values.stream()
                .map(value -> reader.read(value, 1, new java.util.ArrayList<>()))
                .toList();
    }

    public static List<byte[]> encodeAll(List<String> texts, String encoding) {
        return texts.stream().map(text -> encode(text, encoding)).toList();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    public static byte[] padded(byte[] value, int width) {
        byte[] padded = Arrays.copyOf(value, width);
        Arrays.fill(padded, Math.min(value.length, width), width, (byte) ' ');
        return padded;
    }
}
