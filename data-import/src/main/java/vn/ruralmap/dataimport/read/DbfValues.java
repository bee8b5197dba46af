package vn.ruralmap.dataimport.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;

/** Bytes of a .dbf value to a Java value, for every type but text. */
final class DbfValues {
    private static final Pattern NO_DATE = Pattern.compile("0{1,8}");
    private static final int DATE_DIGITS = 8;
    private static final int WHOLE_DIGITS = 18;
    private static final int EXPONENT_DIGITS = 4;
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private final boolean dbase7;

    DbfValues(boolean dbase7) {
        this.dbase7 = dbase7;
    }

    @Nullable
    Object value(DbfField field, String name, byte[] bytes, long row, List<Issue> issues) {
        if (isBlank(bytes) && "NFDL".indexOf(field.code()) >= 0) {
            return null;
        }
        return switch (field.code()) {
            case 'N', 'F' -> number(field, name, text(bytes), row, issues);
            case 'D' -> date(name, text(bytes), row, issues);
            case 'L' -> bool(name, text(bytes), row, issues);
            case 'I', '+' -> bytes.length == 4 ? (Object) integer(bytes) : text(bytes);
            case 'O', 'B' -> bytes.length == 8 ? finite(real(field, bytes)) : text(bytes);
            case 'Y' -> bytes.length == 8 ? (Object) (little(bytes).getLong(0) / 10_000.0) : text(bytes);
            case 'T', '@' -> bytes.length == 8 ? timestamp(field, bytes) : text(bytes);
            default -> throw new IllegalArgumentException("a text column: " + field.code());
        };
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private static @Nullable Object number(DbfField field, String name, String text, long row, List<Issue> issues) {
        if (isWhole(text)) {
            long whole = Long.parseLong(text);
            return field.decimals() == 0 ? (Object) whole : (Object) (double) whole;
        }
        if (!isNumber(text)) {
            // Asterisks are how dBASE writes a number that was too wide.
            if (text.indexOf('*') >= 0) {
                issues.add(ValueIssues.numberLost(row, name, text));
                return null;
            }
            issues.add(ValueIssues.notA("NUMBER", "số", "number", row, name, text));
            return text;
        }
        double value = Double.parseDouble(text.replace(',', '.'));
        if (field.decimals() == 0 && value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            if (isShortened(text)) {
                issues.add(ValueIssues.numberShortened(row, name, text, (long) value));
            }
            return (long) value;
        }
        if (!Double.isFinite(value)) {
            issues.add(ValueIssues.numberLost(row, name, text));
        }
        return finite(value);
    }

    /** True if the exponent is greater than the number of decimals before it, so that digits may be lost. */
    private static boolean isShortened(String text) {
        int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
        int point = Math.max(text.indexOf('.'), text.indexOf(','));
        int decimals = point < 0 ? 0 : mark - point - 1;
        return mark >= 0 && Integer.parseInt(text.substring(mark + 1)) > decimals;
    }

    /** By hand, as every cell of a file goes through here: {@code [+-]?[0-9]{1,18}} */
    private static boolean isWhole(String text) {
        int from = signEnd(text, 0);
        int digits = digitsEnd(text, from) - from;
        return digits > 0 && digits <= WHOLE_DIGITS && from + digits == text.length();
    }

    /** {@code [+-]?([0-9]+[.,]?[0-9]*|[.,][0-9]+)([eE][+-]?[0-9]{1,4})?} */
    private static boolean isNumber(String text) {
        int from = signEnd(text, 0);
        int point = digitsEnd(text, from);
        int digits = point - from;
        int end = point;
        if (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ',')) {
            end = digitsEnd(text, point + 1);
            digits += end - point - 1;
        }
        if (digits > 0 && end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = signEnd(text, end + 1);
            end = digitsEnd(text, exponent);
            return end == text.length() && end > exponent && end - exponent <= EXPONENT_DIGITS;
        }
        return digits > 0 && end == text.length();
    }

    private static int signEnd(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static @Nullable Object finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static @Nullable Object date(String name, String text, long row, List<Issue> issues) {
        if (text.startsWith("0") && NO_DATE.matcher(text).matches()) {
            return null;
        }
        if (text.length() == DATE_DIGITS && digitsEnd(text, 0) == DATE_DIGITS) {
            int digits = Integer.parseInt(text);
            try {
                return LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
            } catch (DateTimeException e) {
                issues.add(ValueIssues.notA("DATE", "ngày", "date", row, name, text));
                return text;
            }
        }
        issues.add(ValueIssues.notA("DATE", "ngày", "date", row, name, text));
        return text;
    }

    private static @Nullable Object bool(String name, String text, long row, List<Issue> issues) {
        switch (text) {
            case "T", "t", "Y", "y", "1" -> {
                return true;
            }
            case "F", "f", "N", "n", "0" -> {
                return false;
            }
            case "?" -> {
                return null;
            }
            default -> {
                issues.add(ValueIssues.notA("BOOLEAN", "giá trị đúng/sai", "true or false value", row, name, text));
                return text;
            }
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** dBASE 7 stores numbers big-endian with the sign turned round, so that bytes sort as numbers do. */
    private long integer(byte[] bytes) {
        return dbase7
                ? ByteBuffer.wrap(bytes).getInt() ^ Integer.MIN_VALUE
                : little(bytes).getInt();
    }

    private double real(DbfField field, byte[] bytes) {
        if (!dbase7 || field.code() == 'B') {
            return little(bytes).getDouble();
        }
        long bits = ByteBuffer.wrap(bytes).getLong();
        return Double.longBitsToDouble(bits < 0 ? bits ^ Long.MIN_VALUE : ~bits);
    }

    private @Nullable Object timestamp(DbfField field, byte[] bytes) {
        long day;
        long millis;
        if (field.code() == '@') {
            double value = ByteBuffer.wrap(bytes).getDouble();
            day = (long) (value / MILLIS_PER_DAY);
            millis = (long) (value % MILLIS_PER_DAY);
        } else {
            day = little(bytes).getInt(0);
            millis = little(bytes).getInt(4);
        }
        if (day < 1 || day > 10_000_000 || millis < 0 || millis >= MILLIS_PER_DAY) {
            return null;
        }
        LocalDateTime time = LocalDate.MIN.with(JulianFields.JULIAN_DAY, day).atStartOfDay();
        return time.plus(millis, ChronoUnit.MILLIS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
