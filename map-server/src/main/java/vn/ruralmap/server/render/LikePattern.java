package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.PropertyIsLike;

/**
 * The pattern of a LIKE, matched in time proportional to text times pattern: a regular expression with many wildcards
 * would try every way to divide the text among them.
 */
final class LikePattern {

    private static final int ANY = -1;
    private static final int MANY = -2;

    /** Characters, {@link #ANY} and {@link #MANY}. */
    private final int[] pattern;

    private final boolean matchCase;

    LikePattern(PropertyIsLike like) {
        this.matchCase = like.isMatchingCase();
        String literal = like.getLiteral();
        List<Integer> parts = new ArrayList<>();
        int i = 0;
        while (i < literal.length()) {
            if (startsWith(literal, like.getEscape(), i) && i + like.getEscape().length() < literal.length()) {
                i += like.getEscape().length();
                parts.add(folded(literal.charAt(i++)));
            } else if (startsWith(literal, like.getWildCard(), i)) {
                i += like.getWildCard().length();
                parts.add(MANY);
            } else if (startsWith(literal, like.getSingleChar(), i)) {
                i += like.getSingleChar().length();
                parts.add(ANY);
            } else {
                parts.add(folded(literal.charAt(i++)));
            }
        }
        pattern = parts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean startsWith(String text, String sign, int at) {
        return !sign.isEmpty() && text.startsWith(sign, at);
    }

    private int folded(char c) {
        return matchCase ? c : Character.toLowerCase(Character.toUpperCase(c));
    }

    /** Greedy: of several wildcards only the last need ever be tried again. */
    boolean matches(String text) {
        int at = 0;
        int in = 0;
        int wildcard = -1;
        int retry = 0;
        while (at < text.length()) {
            if (in < pattern.length && (pattern[in] == ANY || pattern[in] == folded(text.charAt(at)))) {
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
}
