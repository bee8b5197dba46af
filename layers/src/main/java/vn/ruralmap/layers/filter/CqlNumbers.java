package vn.ruralmap.layers.filter;

/** Numbers that were written. */
final class CqlNumbers {

    private static final int LONG_DIGITS = 18;

    private CqlNumbers() {}

    static Expression.Literal literal(String text) {
        boolean isWhole = text.length() <= LONG_DIGITS && text.chars().allMatch(c -> Character.isDigit(c) || c == '-');
        return new Expression.Literal(isWhole ? (Object) Long.valueOf(text) : Double.valueOf(text), text);
    }
}
