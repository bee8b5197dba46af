package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a table is written, found from its start.
 *
 * @param delimiter between cells
 * @param titleRows rows before the one with the names: a title, or the {@code sep=;} of Excel
 * @param header the row with the names, as stored
 */
record CsvDialect(char delimiter, int titleRows, List<String> header) {
    private static final int SAMPLE_CHARS = 1 << 16;
    private static final int SAMPLE_ROWS = 50;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=(.)\"?[\\r\\n].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static CsvDialect of(TextFile file, String name, Limits limits) throws UnreadableSourceException, IOException {
        String sample;
        try (Reader reader = file.open()) {
            char[] chars = new char[SAMPLE_CHARS];
            int filled = 0;
            for (int read = reader.read(chars); read > 0; read = reader.read(chars, filled, chars.length - filled)) {
                filled += read;
            }
            sample = new String(chars, 0, filled);
        }
        // A row cut by the end of the sample would be a short one.
        boolean isCut = sample.length() == SAMPLE_CHARS;
        Matcher separator = SEPARATOR_LINE.matcher(sample);
        char delimiter = separator.matches() ? separator.group(1).charAt(0) : ',';
        List<List<String>> rows = rows(sample, delimiter, name, limits, isCut);
        if (!separator.matches()) {
            double best = score(rows);
            for (char candidate : DELIMITERS) {
                List<List<String>> read = rows(sample, candidate, name, limits, isCut);
                double score = score(read);
                if (score > best) {
                    best = score;
                    delimiter = candidate;
                    rows = read;
                }
            }
        }
        int header = header(rows);
        if (header == rows.size()) {
            throw noHeader(name);
        }
        requireNames(rows.get(header), name, limits);
        return new CsvDialect(delimiter, header, rows.get(header));
    }

    private static List<List<String>> rows(String sample, char delimiter, String name, Limits limits, boolean isCut)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (DelimitedRows reader = DelimitedRows.of(new StringReader(sample), delimiter, name, limits)) {
            for (List<String> row = reader.next(); row != null && rows.size() < SAMPLE_ROWS; row = reader.next()) {
                rows.add(row);
            }
        } catch (UnreadableSourceException e) {
            // With this delimiter it is no table; what was read until then is scored.
            return rows;
        }
        if (isCut && rows.size() > 1 && rows.size() < SAMPLE_ROWS) {
            rows.remove(rows.size() - 1);
        }
        return rows;
    }

    /** The more rows are as long as the header the better, then the longer it is. */
    private static double score(List<List<String>> rows) {
        int header = header(rows);
        if (header == rows.size() || rows.get(header).size() < 2) {
            return 0;
        }
        int cells = rows.get(header).size();
        long alike =
                rows.stream().skip(header).filter(row -> row.size() == cells).count();
        return 1000.0 * alike / rows.size() + Math.min(cells, 900);
    }

    /** The first row that has at least half as many filled cells as the fullest; titles have one or two. */
    private static int header(List<List<String>> rows) {
        long most = rows.stream().mapToLong(CsvDialect::filled).max().orElse(0);
        for (int i = 0; i < rows.size(); i++) {
            long filled = filled(rows.get(i));
            if (filled > 0 && filled * 2 >= most && !isSeparatorRow(rows.get(i))) {
                return i;
            }
        }
        return rows.size();
    }

    private static boolean isSeparatorRow(List<String> row) {
        return row.get(0).toLowerCase(Locale.ROOT).startsWith("sep=");
    }

    private static long filled(List<String> row) {
        return row.stream().filter(cell -> !cell.isBlank()).count();
    }

    private static void requireNames(List<String> header, String file, Limits limits) throws UnreadableSourceException {
        Refusals.requireFields(limits.fields(), header.size());
        if (header.stream()
                .filter(cell -> !cell.isBlank())
                .noneMatch(cell -> Double.isNaN(CoordinateText.parse(cell)))) {
            throw noHeader(file);
        }
    }

    /** @param letters what the cells of the header say */
    static List<String> names(List<String> letters) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            String wanted = letters.get(i).isEmpty() ? "column_" + (i + 1) : letters.get(i);
            names.add(names.contains(wanted) ? wanted + "_" + (i + 1) : wanted);
        }
        return List.copyOf(names);
    }

    private static UnreadableSourceException noHeader(String name) {
        return new UnreadableSourceException(
                "TABLE_WITHOUT_HEADER",
                name + " không có dòng tên cột. Thêm một dòng đầu với tên các cột (ví dụ ma_xa;ten_xa;x;y).",
                name + " has no row with the names of its columns. Add one on top (for example ma_xa;ten_xa;x;y).");
    }
}
