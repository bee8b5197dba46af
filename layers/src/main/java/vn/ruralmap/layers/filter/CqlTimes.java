package vn.ruralmap.layers.filter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times within CQL. */
final class CqlTimes {

    private CqlTimes() {}

    /** A day or time of ISO 8601. */
    static Optional<Expression> instant(String text) {
        return TimeSpan.parseInstant(text)
                .map(time -> new Expression.Literal(text.length() <= 10 ? time.toLocalDate() : time, text));
    }

    /** From one to another, or for some time after or before one: {@code 2025-01-01/P6M}, {@code P6M/2025-07-01}. */
    static Optional<Expression> period(String first, String second) {
        try {
            LocalDateTime start = TimeSpan.parseInstant(first).orElse(null);
            LocalDateTime end = TimeSpan.parseInstant(second).orElse(null);
            if (start == null && end != null) {
                start = add(end, first, -1);
            } else if (end == null && start != null) {
                end = add(start, second, 1);
            }
            TimeSpan span = new TimeSpan(start, end);
            return start != null && end != null && span.isOrdered()
                    ? Optional.of(new Expression.TimeLiteral(span))
                    : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalDateTime add(LocalDateTime time, String duration, int sign) {
        String text = duration.toUpperCase(Locale.ROOT);
        text = text.startsWith("T") ? "P" + text : text;
        int clock = text.indexOf('T');
        String days = clock < 0 ? text : text.substring(0, clock);
        LocalDateTime moved =
                days.equals("P") ? time : time.plus(Period.parse(days).multipliedBy(sign));
        return clock < 0
                ? moved
                : moved.plus(Duration.parse("P" + text.substring(clock)).multipliedBy(sign));
    }
}
