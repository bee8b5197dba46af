package vn.ruralmap.dataimport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.check.FieldMapping;
import vn.ruralmap.dataimport.check.InvalidMappingException;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.ColumnEncoding;
import vn.ruralmap.dataimport.encoding.Encoding;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.dataimport.encoding.FileEncoding;
import vn.ruralmap.dataimport.read.Limits;
import vn.ruralmap.dataimport.read.ReadOptions;
import vn.ruralmap.dataimport.read.ReadWatch;
import vn.ruralmap.dataimport.read.Source;
import vn.ruralmap.dataimport.read.SourceField;
import vn.ruralmap.dataimport.read.SourceFiles;
import vn.ruralmap.dataimport.read.SourceRecord;
import vn.ruralmap.dataimport.read.UnreadableSourceException;
import vn.ruralmap.layers.model.Layer;

/**
 * The first rows of a file beside what they look like to a program that knows no Vietnamese encodings.
 *
 * <p>The file is opened a second time for that, with windows-1252 instead of what was recognised: sources keep no bytes,
 * and keeping them would cost every import what only people at a screen want to see.
 *
 * @param fields in the order of the file
 * @param rows the first ones
 * @param isComplete true if the file has no more rows
 */
public record ImportPreview(List<Field> fields, List<Row> rows, boolean isComplete) {

    /** Longer texts are cut: people recognise an encoding by less. */
    static final int LONGEST_TEXT = 300;

    /** So many cells in all, whatever the number of fields. */
    private static final int MOST_CELLS = 20_000;

    public ImportPreview {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /**
     * One field.
     *
     * @param type what its values are, lower case
     * @param attribute of the layer; null: left out
     * @param charset of its texts; null: nothing had to be decided
     * @param confidence 0 to 1; null: nothing had to be decided
     */
    public record Field(
            String name,
            String type,
            @Nullable String attribute,
            @Nullable String charset,
            @Nullable Double confidence) {}

    /**
     * One row; both lists have one entry per field: String, Long, Double, Boolean or null, dates as text.
     *
     * @param row 1-based position in the file
     * @param raw texts as they look without knowledge of their encoding
     * @param values as an import reads them
     */
    public record Row(long row, List<@Nullable Object> raw, List<@Nullable Object> values) {}

    /** Ends a reading that has seen enough. */
    private static final class Enough extends Exception {
        private Enough() {
            super(null, null, false, false);
        }
    }

    /** What one reading of the file gives. */
    private record Reading(
            List<SourceField> fields,
            @Nullable FileEncoding encoding,
            Map<Long, List<@Nullable Object>> rows,
            boolean isComplete) {}

    /**
     * Reads the first rows as an import with these options would.
     *
     * @param layer the one that the options name
     * @param rows at most so many
     * @throws UnreadableSourceException if the file cannot be read
     * @throws InvalidMappingException if the options name a field or attribute there is not
     * @throws IOException if the disk fails
     */
    public static ImportPreview read(ImportOptions options, Layer layer, int rows)
            throws UnreadableSourceException, InvalidMappingException, IOException {
        AskedEncodings asked = options.reading().encodings();
        Reading read = read(options, asked, rows);
        FileEncoding encoding = read.encoding();
        Reading raw = encoding == null ? read : read(options, undecoded(encoding), rows);
        List<Row> shown = new ArrayList<>();
        read.rows().forEach((row, values) -> shown.add(new Row(row, raw.rows().getOrDefault(row, values), values)));
        return new ImportPreview(fields(read, layer, options), shown, read.isComplete());
    }

    private static Reading read(ImportOptions options, AskedEncodings encodings, int most)
            throws UnreadableSourceException, IOException {
        Map<Long, List<@Nullable Object>> rows = new LinkedHashMap<>();
        try (Source source = SourceFiles.open(
                options.file(),
                new ReadOptions(encodings, options.reading().member(), Limits.DEFAULT, ReadWatch.none()))) {
            List<SourceField> fields = source.info().fields();
            int limit = Math.min(most, Math.max(1, MOST_CELLS / Math.max(1, fields.size())));
            boolean isComplete = true;
            try {
                source.forEach(record -> take(record, rows, limit));
            } catch (Enough e) {
                isComplete = false;
            }
            return new Reading(fields, source.info().encoding(), rows, isComplete);
        }
    }

    private static void take(SourceRecord record, Map<Long, List<@Nullable Object>> rows, int limit) throws Enough {
        if (rows.size() == limit) {
            throw new Enough();
        }
        List<@Nullable Object> cells = new ArrayList<>(record.values().size());
        record.values().forEach(value -> cells.add(cell(value)));
        rows.put(record.row(), cells);
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        String text = value.toString();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    /** Columns that need no knowledge of ours stay as they were read. */
    private static AskedEncodings undecoded(FileEncoding encoding) {
        Map<String, Encoding> byField = new LinkedHashMap<>();
        for (ColumnEncoding column : encoding.columns()) {
            byField.put(column.field(), undecoded(column.encoding()));
        }
        boolean isText = isSavedAsUtf8(encoding.encoding());
        return new AskedEncodings(isText ? null : undecoded(encoding.encoding()), byField);
    }

    /** True where the format had made text of the bytes before anybody asked which encoding they were in. */
    private static boolean isSavedAsUtf8(Encoding encoding) {
        return encoding.equals(Encodings.savedAsUtf8(encoding));
    }

    private static Encoding undecoded(Encoding encoding) {
        if (isSavedAsUtf8(encoding)) {
            return Encodings.UTF_8;
        }
        return Encodings.findCharset(encoding).isPresent() ? encoding : Encodings.WINDOWS_1252;
    }

    private static List<Field> fields(Reading read, Layer layer, ImportOptions options) throws InvalidMappingException {
        List<String> names = read.fields().stream().map(SourceField::name).toList();
        Map<Integer, String> attributes = new LinkedHashMap<>();
        FieldMapping.of(layer, names, options.fieldToAttribute())
                .entries()
                .forEach(entry -> attributes.put(entry.position(), entry.attribute()));
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < read.fields().size(); i++) {
            SourceField field = read.fields().get(i);
            ColumnEncoding column = column(read.encoding(), field.name());
            fields.add(new Field(
                    field.name(),
                    field.type().name().toLowerCase(Locale.ROOT),
                    attributes.get(i),
                    column == null ? null : column.encoding().name().toLowerCase(Locale.ROOT),
                    column == null ? null : column.confidence()));
        }
        return fields;
    }

    private static @Nullable ColumnEncoding column(@Nullable FileEncoding encoding, String field) {
        if (encoding == null) {
            return null;
        }
        return encoding.columns().stream()
                .filter(column -> column.field().equalsIgnoreCase(field)
                        && !column.samples().isEmpty())
                .findFirst()
                .orElse(null);
    }
}
