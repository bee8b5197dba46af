package vn.ruralmap.server.encoding;

/** Writes numbers with a fixed greatest number of decimals into a buffer, without making a string of each. */
final class Decimals {

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};
    /** Below it a value times 1e8 fits a long; no coordinate on earth comes near. */
    private static final double LIMIT = 9e10;

    private Decimals() {}

    /**
     * @param value finite
     * @param decimals 0 to 8; zeros at the end are left out
     * @param target receives at most 64 characters from index {@code at}
     * @return the index after the last character
     */
    static int write(double value, int decimals, char[] target, int at) {
        if (!(Math.abs(value) < LIMIT)) {
            String text = Double.toString(value);
            text.getChars(0, text.length(), target, at);
            return at + text.length();
        }
        long power = POWERS[decimals];
        long scaled = Math.round(Math.abs(value) * power);
        int end = at;
        if (value < 0 && scaled != 0) {
            target[end++] = '-';
        }
        end = writeWhole(scaled / power, target, end);
        long fraction = scaled % power;
        if (fraction == 0) {
            return end;
        }
        target[end] = '.';
        for (int i = decimals; i > 0; i--) {
            target[end + i] = (char) ('0' + fraction % 10);
            fraction /= 10;
        }
        end += decimals;
        while (target[end] == '0') {
            end--;
        }
        return end + 1;
    }

    private static int writeWhole(long whole, char[] target, int at) {
        int digits = 1;
        for (long rest = whole; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = whole;
        for (int i = at + digits - 1; i >= at; i--) {
            target[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return at + digits;
    }
}
