package vn.ruralmap.dataimport.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of coordinate tables, as Vietnamese and English spreadsheets write them. */
final class CoordinateText {
    private static final Pattern PLAIN = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?");
    private static final Pattern DEGREES = Pattern.compile(
            "([-+]?\\d{1,3})\\s*[°ºo˚]\\s*(?:(\\d{1,2}(?:[.,]\\d+)?)\\s*['’′]\\s*)?"
                    + "(?:(\\d{1,2}(?:[.,]\\d+)?)\\s*(?:[\"”″]|''|’’|′′)\\s*)?([NSEWBĐ]?)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST = 60;

    private CoordinateText() {}

    /**
     * Reads {@code 106.7}, {@code 106,7}, {@code 1.061.930,471}, {@code 1,061,930.471}, {@code 1 061 930} and
     * {@code 105°30'15"}.
     *
     * @return NaN if it is none of these
     */
    static double parse(String cell) {
        String text = cell.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Double.NaN;
        }
        Matcher degrees = DEGREES.matcher(text);
        if (degrees.matches()) {
            return degrees(degrees);
        }
        String number = withPoint(text.replaceAll("[\\s\\u00A0\\u202F']", ""));
        return PLAIN.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
    }

    /** The last of two kinds of mark is the decimal one; a mark that comes twice is none. */
    private static String withPoint(String text) {
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        boolean commaTwice = comma >= 0 && text.indexOf(',') != comma;
        boolean pointTwice = point >= 0 && text.indexOf('.') != point;
        if (commaTwice && pointTwice) {
            return text;
        }
        if (pointTwice || comma > point && !commaTwice) {
            return text.replace(".", "").replace(',', '.');
        }
        return text.replace(",", "");
    }

    private static double degrees(Matcher matcher) {
        double whole = Double.parseDouble(matcher.group(1));
        double value = Math.abs(whole) + part(matcher.group(2)) / 60 + part(matcher.group(3)) / 3600;
        String side = matcher.group(4);
        boolean negative = matcher.group(1).startsWith("-") || side.equalsIgnoreCase("S") || side.equalsIgnoreCase("W");
        return negative ? -value : value;
    }

    private static double part(@Nullable String text) {
        return text == null ? 0 : Double.parseDouble(text.replace(',', '.'));
    }
}
