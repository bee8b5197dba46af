package vn.ruralmap.layers.filter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.spelling.Folding;

/** Values of features, compared and turned into others. */
public final class Values {

    /** The order of what cannot be compared. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    private Values() {}

    /** A number, or what reads as one; null if it does not. */
    public static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text && mayBeNumber(text)) {
            try {
                return Double.valueOf(text.strip());
            } catch (NumberFormatException notANumber) {
                return null;
            }
        }
        return null;
    }

    /** {@code Double.valueOf} also takes hexadecimal numbers, "NaN" and "1d", and an exception costs more than a look. */
    private static boolean mayBeNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE ".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isBlank();
    }

    /** For people: a whole decimal is written without ".0", so that 12.0 ha is a label "12". */
    public static String text(Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue());
        }
        return value.toString();
    }

    static @Nullable LocalDateTime time(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return day.atStartOfDay();
        } else if (value instanceof LocalDateTime time) {
            return time;
        }
        return value instanceof String text ? TimeSpan.parseInstant(text).orElse(null) : null;
    }

    /** 1 and 0 are booleans of XML, too (XSD 1.0 part 2 §3.2.2). */
    static String flag(String text) {
        return switch (text) {
            case "1" -> "true";
            case "0" -> "false";
            default -> text.toLowerCase(java.util.Locale.ROOT);
        };
    }

    static int compareFolded(String a, String b) {
        return sign(Folding.withoutCase(a).compareTo(Folding.withoutCase(b)));
    }

    static int sign(int order) {
        return Integer.signum(order);
    }

    /** As numbers if one is, as dates if one is, else as text. @return {@link #UNKNOWN} if they cannot be compared */
    static int compare(@Nullable Object a, @Nullable Object b, boolean matchCase) {
        if (a == null || b == null) {
            return UNKNOWN;
        }
        if (a instanceof Number || b instanceof Number) {
            Double first = number(a);
            Double second = number(b);
            return first == null || second == null ? UNKNOWN : Double.compare(first, second);
        }
        if (isTime(a) || isTime(b)) {
            LocalDateTime first = time(a);
            LocalDateTime second = time(b);
            return first == null || second == null ? UNKNOWN : sign(first.compareTo(second));
        }
        return matchCase ? sign(a.toString().compareTo(b.toString())) : compareFolded(a.toString(), b.toString());
    }

    private static boolean isTime(Object value) {
        return value instanceof LocalDate || value instanceof LocalDateTime;
    }

    /** So that equal values of different classes are one member of a set. */
    static Object comparable(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof LocalDate day ? day.atStartOfDay() : value;
    }
}
