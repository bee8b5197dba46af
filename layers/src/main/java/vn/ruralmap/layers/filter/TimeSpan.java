package vn.ruralmap.layers.filter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Validity;

/**
 * An instant or a period, both ends included. A day is the instant at which it begins, so that days compare with days; a
 * zone that was written is not reckoned with, since legal dates have none.
 *
 * @param start null: since ever
 * @param end not before the start; null: for ever
 */
public record TimeSpan(
        @Nullable LocalDateTime start, @Nullable LocalDateTime end) {

    private static final String ZONE = "(?:Z|[+-]\\d{2}:?\\d{2})?";
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})" + ZONE);
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)" + ZONE.replace("Z", "[Zz]"));
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    static TimeSpan at(LocalDateTime instant) {
        return new TimeSpan(instant, instant);
    }

    static TimeSpan at(LocalDate day) {
        return at(day.atStartOfDay());
    }

    /** From its first to its last day. */
    static TimeSpan of(Validity validity) {
        LocalDate to = validity.to();
        return new TimeSpan(
                validity.from().atStartOfDay(),
                to == null ? null : to.minusDays(1).atStartOfDay());
    }

    /** A day or a time of a day of ISO 8601; empty if it is neither. */
    static Optional<LocalDateTime> parseInstant(String text) {
        try {
            Matcher day = DAY.matcher(text);
            if (day.matches()) {
                return Optional.of(LocalDate.parse(day.group(1)).atStartOfDay());
            }
            Matcher time = TIME.matcher(text);
            return time.matches()
                    ? Optional.of(LocalDateTime.parse(time.group(1).replace('t', 'T')))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** An instant, or a month or a year as the period from its first to its last day; empty if it is nothing of that. */
    static Optional<TimeSpan> parse(String text) {
        try {
            if (MONTH.matcher(text).matches()) {
                YearMonth month = YearMonth.parse(text);
                return Optional.of(new TimeSpan(
                        month.atDay(1).atStartOfDay(), month.atEndOfMonth().atStartOfDay()));
            } else if (YEAR.matcher(text).matches()) {
                int year = Integer.parseInt(text);
                return Optional.of(new TimeSpan(
                        LocalDate.of(year, 1, 1).atStartOfDay(),
                        LocalDate.of(year, 12, 31).atStartOfDay()));
            }
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
        return parseInstant(text).map(TimeSpan::at);
    }

    boolean isInstant() {
        return start != null && start.equals(end);
    }

    boolean isOrdered() {
        return start == null || end == null || !start.isAfter(end);
    }

    int compareStart(TimeSpan other) {
        if (start == null || other.start == null) {
            return Boolean.compare(start != null, other.start != null);
        }
        return start.compareTo(other.start);
    }

    int compareEnd(TimeSpan other) {
        if (end == null || other.end == null) {
            return Boolean.compare(end == null, other.end == null);
        }
        return end.compareTo(other.end);
    }

    boolean startsAfterEnd(TimeSpan other) {
        return start != null && other.end != null && start.isAfter(other.end);
    }

    boolean startsBeforeEnd(TimeSpan other) {
        return start == null || other.end == null || start.isBefore(other.end);
    }
}
