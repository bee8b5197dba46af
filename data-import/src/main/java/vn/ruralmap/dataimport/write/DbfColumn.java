package vn.ruralmap.dataimport.write;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One field of a dBASE III table. Its width is that of its longest value.
 *
 * @param name at most 10 ASCII characters
 * @param type what the values are
 * @param decimals places after the point of a {@link Type#DECIMAL}, else 0
 */
public record DbfColumn(String name, Type type, int decimals) {

    /** Longest text a field can hold, in bytes. */
    static final int MAX_TEXT_BYTES = 254;

    /** Longest number that readers agree on, in characters. */
    private static final int MAX_NUMBER_BYTES = 20;

    private static final byte[] ABSENT = {};

    /** The kinds of values, with the letter that dBASE has for them. */
    public enum Type {
        /** {@link String}, written as UTF-8. */
        TEXT('C'),
        /** {@link Long} or {@link Integer}. */
        INTEGER('N'),
        /** {@link Double}. */
        DECIMAL('N'),
        /** {@link LocalDate}. */
        DATE('D'),
        /** {@link Boolean}. */
        BOOLEAN('L');

        private final char letter;

        Type(char letter) {
            this.letter = letter;
        }
    }

    public DbfColumn {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,9}")) {
            throw new IllegalArgumentException("not a dBASE field name: " + name);
        }
    }

    public static DbfColumn text(String name) {
        return new DbfColumn(name, Type.TEXT, 0);
    }

    public static DbfColumn integer(String name) {
        return new DbfColumn(name, Type.INTEGER, 0);
    }

    public static DbfColumn decimal(String name, int decimals) {
        return new DbfColumn(name, Type.DECIMAL, decimals);
    }

    public static DbfColumn date(String name) {
        return new DbfColumn(name, Type.DATE, 0);
    }

    public static DbfColumn bool(String name) {
        return new DbfColumn(name, Type.BOOLEAN, 0);
    }

    byte letter() {
        return (byte) type.letter;
    }

    int minWidth() {
        return switch (type) {
            case TEXT, BOOLEAN -> 1;
            case INTEGER -> 1;
            case DECIMAL -> decimals + 2;
            case DATE -> 8;
        };
    }

    boolean isRightAligned() {
        return type.letter == 'N';
    }

    /** The value as the table holds it, without padding; {@link #fits} tells if all of it does. */
    byte[] encode(@Nullable Object value) {
        if (value == null) {
            return ABSENT;
        }
        return switch (type) {
            case TEXT -> cut(((String) value).getBytes(StandardCharsets.UTF_8));
            case INTEGER -> ascii(Long.toString(((Number) value).longValue()));
            case DECIMAL -> number((Double) value);
            case DATE -> ascii(DateTimeFormatter.BASIC_ISO_DATE.format((LocalDate) value));
            case BOOLEAN -> ascii((Boolean) value ? "T" : "F");
        };
    }

    /** False if {@link #encode} had to shorten a text or to leave a number out. */
    boolean fits(@Nullable Object value) {
        return value == null
                || switch (type) {
                    case TEXT -> ((String) value).getBytes(StandardCharsets.UTF_8).length <= MAX_TEXT_BYTES;
                    case DECIMAL -> number((Double) value).length > 0;
                    default -> true;
                };
    }

    private byte[] number(double value) {
        if (!Double.isFinite(value)) {
            return ABSENT;
        }
        String digits = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        return digits.length() <= MAX_NUMBER_BYTES ? ascii(digits) : ABSENT;
    }

    /** Cuts between characters, never inside one: half a letter makes the whole text unreadable. */
    private static byte[] cut(byte[] utf8) {
        if (utf8.length <= MAX_TEXT_BYTES) {
            return utf8;
        }
        int end = MAX_TEXT_BYTES;
        while ((utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return java.util.Arrays.copyOf(utf8, end);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
