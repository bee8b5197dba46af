package vn.ruralmap.layers.filter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A value that was written, as everything that it may stand for, so that none of it is found out again for each row.
 *
 * @param number NaN: it is none
 * @param time null: it is none
 */
record Constant(String text, double number, @Nullable LocalDateTime time) {

    static Constant of(Expression.Literal literal) {
        Object value = literal.value();
        Double number = Values.number(value);
        LocalDateTime time = Values.time(value instanceof Number ? literal.text() : value);
        return new Constant(literal.text(), number == null ? Double.NaN : number, time);
    }

    /**
     * How a value compares with this one: by the type of the value.
     *
     * @return {@link Values#UNKNOWN} if it cannot be
     */
    int compare(@Nullable Object value, boolean matchCase) {
        if (value instanceof String other) {
            return matchCase ? other.compareTo(text) : Values.compareFolded(other, text);
        } else if (value instanceof Number other) {
            return Double.isNaN(number) ? Values.UNKNOWN : Double.compare(other.doubleValue(), number);
        } else if (value instanceof LocalDate day) {
            return time == null
                    ? Values.UNKNOWN
                    : Values.sign(day.atStartOfDay().compareTo(time));
        } else if (value instanceof Boolean flag) {
            return Values.sign(flag.toString().compareTo(Values.flag(text)));
        }
        return value == null ? Values.UNKNOWN : Values.compare(value, text, matchCase);
    }
}
