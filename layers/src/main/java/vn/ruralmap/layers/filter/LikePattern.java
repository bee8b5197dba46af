package vn.ruralmap.layers.filter;

import java.util.Arrays;
import vn.ruralmap.layers.filter.FilterException.Fault;

/**
 * The pattern of a LIKE, matched in time proportional to text times pattern: a regular expression with many wildcards
 * would try every way to divide the text among them.
 */
public final class LikePattern {

    private static final int ANY = -1;
    private static final int MANY = -2;

    /** Characters, {@link #ANY} and {@link #MANY}. */
    private final int[] pattern;

    private final boolean matchCase;

    private LikePattern(int[] pattern, boolean matchCase) {
        this.pattern = pattern;
        this.matchCase = matchCase;
    }

    /**
     * The signs of a pattern.
     *
     * @param wildCard stands for any number of characters. @param singleChar for one. @param escape makes the next character or sign
     *     stand for itself; each may be empty, which means that there is none
     */
    public record Signs(String wildCard, String singleChar, String escape) {

        /** {@code %}, {@code _} and a backslash, of CQL and SQL. */
        static final Signs SQL = new Signs("%", "_", "\\");
    }

    /** @throws FilterException if it is too long */
    static LikePattern of(String text, Signs signs, boolean matchCase) {
        if (text.length() > FilterLimits.MAX_PATTERN) {
            throw FilterException.of(
                    Fault.TOO_LARGE,
                    "mẫu có nhiều nhất " + FilterLimits.MAX_PATTERN + " ký tự",
                    "a pattern has at most " + FilterLimits.MAX_PATTERN + " characters");
        }
        int[] parts = new int[text.length()];
        int size = 0;
        int i = 0;
        while (i < text.length()) {
            if (startsWith(text, signs.escape, i) && i + signs.escape.length() < text.length()) {
                i += signs.escape.length();
                parts[size++] = text.charAt(i++);
            } else if (startsWith(text, signs.wildCard, i)) {
                i += signs.wildCard.length();
                parts[size++] = MANY;
            } else if (startsWith(text, signs.singleChar, i)) {
                i += signs.singleChar.length();
                parts[size++] = ANY;
            } else {
                parts[size++] = text.charAt(i++);
            }
        }
        int[] pattern = Arrays.copyOf(parts, size);
        if (!matchCase) {
            for (int k = 0; k < size; k++) {
                pattern[k] = pattern[k] < 0 ? pattern[k] : folded((char) pattern[k]);
            }
        }
        return new LikePattern(pattern, matchCase);
    }

    private static boolean startsWith(String text, String sign, int at) {
        return !sign.isEmpty() && text.startsWith(sign, at);
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private int at(String text, int index) {
        char c = text.charAt(index);
        return matchCase ? c : folded(c);
    }

    /** Greedy: of several wildcards only the last need ever be tried again. */
    boolean matches(String text) {
        int at = 0;
        int in = 0;
        int wildcard = -1;
        int retry = 0;
        while (at < text.length()) {
            if (in < pattern.length && (pattern[in] == ANY || pattern[in] == at(text, at))) {
                at++;
                in++;
            } else if (in < pattern.length && pattern[in] == MANY) {
                wildcard = in++;
                retry = at;
            } else if (wildcard >= 0) {
                in = wildcard + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (in < pattern.length && pattern[in] == MANY) {
            in++;
        }
        return in == pattern.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LikePattern like && like.matchCase == matchCase && Arrays.equals(like.pattern, pattern);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pattern);
    }

    @Override
    public String toString() {
        return "LikePattern" + Arrays.toString(pattern) + (matchCase ? "" : "i");
    }
}
