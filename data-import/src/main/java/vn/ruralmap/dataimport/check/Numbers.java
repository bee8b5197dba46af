package vn.ruralmap.dataimport.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people and programs write them.
 *
 * <p>In Vietnam the comma is the decimal sign and the dot groups thousands; programs write the dot as decimal sign. Where
 * both readings are possible the result says so.
 */
final class Numbers {

    private static final Pattern GROUP_SPACE = Pattern.compile("(?<=\\d)[ \\u00A0\\u202F'](?=\\d{3})");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d{1,15}(?:[.,]\\d{1,15})?[eE][+-]?\\d{1,3}");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,30}");
    private static final Pattern GROUPED_BY_DOT = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,15})?");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,15})?");
    private static final Pattern FRACTION = Pattern.compile("[+-]?\\d{0,30}[.,]\\d{1,30}");
    private static final Pattern ONE_GROUP = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");

    private Numbers() {}

    /** What is to be said about a reading. */
    enum Doubt {
        NONE,
        /** It could also be another number. */
        AMBIGUOUS,
        /** Written with an exponent; digits may be lost. */
        SHORTENED
    }

    /** A number and how sure it is. */
    record Reading(BigDecimal number, Doubt doubt) {}

    /** A whole number: a separator before three digits groups them. */
    static Optional<Reading> whole(String text) {
        String digits = GROUP_SPACE.matcher(text).replaceAll("");
        if (GROUPED_BY_DOT.matcher(digits).matches() && digits.indexOf(',') < 0
                || GROUPED_BY_COMMA.matcher(digits).matches() && digits.indexOf('.') < 0) {
            // 1.000 may be one thousand, or a program's 1; 1.234 is no whole number in the other reading
            boolean doubt = ONE_GROUP.matcher(digits).matches() && digits.endsWith("000");
            return Optional.of(
                    new Reading(new BigDecimal(digits.replaceAll("[.,]", "")), doubt ? Doubt.AMBIGUOUS : Doubt.NONE));
        }
        return decimal(digits)
                .filter(reading -> reading.number().stripTrailingZeros().scale() <= 0)
                .map(reading -> new Reading(
                        reading.number(), reading.doubt() == Doubt.SHORTENED ? Doubt.SHORTENED : Doubt.NONE));
    }

    static Optional<Reading> decimal(String text) {
        String digits = GROUP_SPACE.matcher(text).replaceAll("");
        if (PLAIN.matcher(digits).matches()) {
            return read(digits, Doubt.NONE);
        }
        if (EXPONENT.matcher(digits).matches()) {
            return read(digits.replace(',', '.'), Doubt.SHORTENED);
        }
        if (ONE_GROUP.matcher(digits).matches()) {
            return read(digits.replace(',', '.'), Doubt.AMBIGUOUS);
        }
        if (FRACTION.matcher(digits).matches()) {
            return read(digits.replace(',', '.'), Doubt.NONE);
        }
        if (GROUPED_BY_DOT.matcher(digits).matches()) {
            return read(digits.replace(".", "").replace(',', '.'), Doubt.NONE);
        }
        if (GROUPED_BY_COMMA.matcher(digits).matches()) {
            return read(digits.replace(",", ""), Doubt.NONE);
        }
        return Optional.empty();
    }

    private static Optional<Reading> read(String digits, Doubt doubt) {
        return Optional.of(new Reading(new BigDecimal(digits), doubt));
    }
}
