package vn.ruralmap.dataimport.read;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;

/**
 * The cells of a row of a .mid, as its columns say.
 *
 * @param file the .mid
 */
record MidValues(List<SourceField> fields, TextFile file, ColumnTexts texts) {

    List<@Nullable Object> row(long row, List<String> cells, List<Issue> found) {
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            SourceField field = fields.get(i);
            String cell = i < cells.size() ? texts.value(i, file.bytes(cells.get(i)), field.width(), row, found) : null;
            values.add(cell == null ? null : value(row, field, cell, found));
        }
        return values;
    }

    private static @Nullable Object value(long row, SourceField field, String cell, List<Issue> found) {
        String stripped = cell.strip();
        try {
            return switch (field.type()) {
                case TEXT -> cell;
                case INTEGER -> stripped.isEmpty() ? null : (Object) Long.parseLong(stripped);
                case DECIMAL -> stripped.isEmpty() ? null : (Object) decimal(stripped);
                case DATE -> stripped.isEmpty() ? null : LocalDate.parse(stripped, DateTimeFormatter.BASIC_ISO_DATE);
                case BOOLEAN -> logical(row, field, stripped, found);
            };
        } catch (NumberFormatException e) {
            found.add(ValueIssues.notA("NUMBER", "số", "number", row, field.name(), cell));
            return cell;
        } catch (DateTimeParseException e) {
            found.add(ValueIssues.notA("DATE", "ngày", "date", row, field.name(), cell));
            return cell;
        }
    }

    private static double decimal(String cell) {
        double value = Double.parseDouble(cell);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(cell);
        }
        return value;
    }

    private static Object logical(long row, SourceField field, String cell, List<Issue> found) {
        return switch (cell.toUpperCase(Locale.ROOT)) {
            case "T", "TRUE", "Y", "1" -> true;
            case "F", "FALSE", "N", "0" -> false;
            default -> {
                found.add(ValueIssues.notA("BOOLEAN", "đúng/sai", "truth value", row, field.name(), cell));
                yield cell;
            }
        };
    }
}
