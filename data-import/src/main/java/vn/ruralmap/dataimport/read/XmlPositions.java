package vn.ruralmap.dataimport.read;

import java.util.Arrays;

/**
 * Numbers of coordinate texts, read in pieces of any size: KML and GML 2 {@code coordinates} ("x,y,z x,y,z") and GML 3
 * {@code pos}, {@code posList} ("x y x y").
 */
final class XmlPositions {
    private static final int LONGEST_NUMBER = 60;

    private final StringBuilder token = new StringBuilder();
    private final int limit;
    private double[] numbers = new double[8];
    private int count;
    /** Place within the tuple; only commas go on within one. */
    private int ordinate;

    private boolean afterComma;
    private boolean malformed;
    private boolean hasHeight;
    private boolean tuples;

    /** @param pointLimit numbers beyond as many points are an error */
    XmlPositions(int pointLimit) {
        this.limit = 3 * pointLimit;
    }

    /** Text of {@code coordinates}: tuples with commas between their numbers. */
    void addTuples(char[] chars, int from, int length) {
        tuples = true;
        for (int i = from; i < from + length; i++) {
            char c = chars[i];
            if (c == ',') {
                endNumber();
                afterComma = true;
            } else if (isSpace(c)) {
                endNumber();
            } else {
                add(c);
            }
        }
    }

    /** Text of {@code pos} or {@code posList}: numbers with space between them. */
    void addNumbers(char[] chars, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (isSpace(chars[i])) {
                endNumber();
            } else {
                add(chars[i]);
            }
        }
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0';
    }

    private void add(char c) {
        if (token.length() < LONGEST_NUMBER) {
            token.append(c);
        } else {
            malformed = true;
        }
    }

    /** To be called at the end of an element, whose text ends its last number. */
    void endNumber() {
        if (token.length() == 0) {
            return;
        }
        double value = Double.NaN;
        try {
            value = Double.parseDouble(token.toString());
        } catch (NumberFormatException e) {
            malformed = true;
        }
        token.setLength(0);
        if (tuples) {
            ordinate = afterComma ? ordinate + 1 : 0;
            malformed |= ordinate == 0 && count % 2 == 1;
            afterComma = false;
            if (ordinate > 1) {
                hasHeight |= value != 0;
                return;
            }
        }
        if (count >= limit) {
            malformed = true;
            return;
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = value;
    }

    boolean isMalformed(int dimension) {
        return malformed || count % dimension(dimension) != 0;
    }

    boolean hasHeight(int dimension) {
        return hasHeight || dimension(dimension) > 2;
    }

    /** @param dimension as declared, 0: not; tuples have been cut to two already */
    private int dimension(int dimension) {
        if (tuples) {
            return 2;
        }
        if (dimension > 0) {
            return dimension;
        }
        return count % 2 != 0 && count % 3 == 0 ? 3 : 2;
    }

    int size(int dimension) {
        return count / dimension(dimension);
    }

    double first(int index, int dimension) {
        return numbers[index * dimension(dimension)];
    }

    double second(int index, int dimension) {
        return numbers[index * dimension(dimension) + 1];
    }
}
