package vn.ruralmap.server.editing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.AttributeType;

/** Values as clients write them, as JSON or as text of XML, to values as they are stored. An empty text is no value. */
final class ValueReader {

    private final EditIssues issues;

    ValueReader(EditIssues issues) {
        this.issues = issues;
    }

    /** @return of the type's value class; null: no value, or there is an issue */
    @Nullable
    Object read(int row, String field, AttributeType type, @Nullable Object given) {
        if (given == null || given instanceof String text && text.isBlank()) {
            return null;
        }
        Object value =
                switch (type) {
                    case TEXT, CODE -> given instanceof String text ? text : null;
                    case INTEGER, REFERENCE -> integer(given);
                    case DECIMAL -> decimal(given);
                    case BOOLEAN -> bool(given);
                    case DATE -> given instanceof String text ? date(text.strip()) : null;
                };
        if (value == null) {
            Wanted wanted = wanted(type);
            issues.value(
                    row,
                    wanted.code(),
                    field,
                    "'" + field + "' cần " + wanted.vi(),
                    "'" + field + "' takes " + wanted.en());
        }
        return value;
    }

    private record Wanted(String code, String vi, String en) {}

    private static Wanted wanted(AttributeType type) {
        return switch (type) {
            case TEXT -> new Wanted("VALUE_WRONG_TYPE", "một chuỗi ký tự", "a text");
            case CODE ->
                new Wanted("VALUE_WRONG_TYPE", "một mã trong danh mục, dạng chuỗi", "a code of its list, as a text");
            case INTEGER -> new Wanted("NOT_A_NUMBER", "một số nguyên", "a whole number");
            case REFERENCE ->
                new Wanted(
                        "NOT_A_NUMBER", "số hiệu (fid) của đối tượng được tham chiếu", "the fid of what it refers to");
            case DECIMAL -> new Wanted("NOT_A_NUMBER", "một số", "a number");
            case BOOLEAN -> new Wanted("NOT_A_BOOLEAN", "true hoặc false", "true or false");
            case DATE -> new Wanted("NOT_A_DATE", "ngày dạng 2025-07-01", "a date such as 2025-07-01");
        };
    }

    private static @Nullable Long integer(Object given) {
        try {
            return given instanceof Number || given instanceof String
                    ? (Long) new BigDecimal(given.toString().strip()).longValueExact()
                    : null;
        } catch (NumberFormatException e) {
            return null;
        } catch (ArithmeticException e) {
            // it has a fraction, or is too large
            return null;
        }
    }

    private static @Nullable Double decimal(Object given) {
        try {
            double number = given instanceof Number || given instanceof String
                    ? Double.parseDouble(given.toString().strip())
                    : Double.NaN;
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Boolean bool(Object given) {
        if (given instanceof Boolean value) {
            return value;
        }
        return switch (given.toString().strip()) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** Of a date with a time or a zone (XML Schema part 2 §3.2.9) the day counts. GDAL's WFS driver writes 2025/07/01. */
    private static @Nullable LocalDate date(String text) {
        try {
            boolean isLonger = text.length() > 10 && "TZ+- ".indexOf(text.charAt(10)) >= 0;
            return LocalDate.parse((isLonger ? text.substring(0, 10) : text).replace('/', '-'));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
