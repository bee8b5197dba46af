package vn.ruralmap.layers.filter;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;

/**
 * Reads a filter in ECQL, the dialect of CQL (OGC 07-006r1 annex B) that GeoServer's clients send.
 *
 * <p>Example: {@code FilterText.parse("level = 'ntm' AND criteria_met >= 15", names::contains)}. Dates are compared as
 * text, {@code recognised_on >= '2025-07-01'}; geometry is {@code geom} and coordinates are longitude, latitude.
 */
public final class FilterText {

    /** Longer ones than any client writes, and short enough to parse and evaluate without harm. */
    private static final int MAX_LENGTH = 8_000;

    /** The parser calls itself for each bracket. */
    private static final int MAX_DEPTH = 30;

    private static final Pattern NEGATIONS = Pattern.compile("(?i)(?:\\bnot\\s+){5}");

    private FilterText() {}

    /**
     * Reads a filter.
     *
     * @param knownProperty whether the asker may look at an attribute; one that is private is as unknown as one that is
     *     not there
     * @throws FilterException if it cannot be read, or holds what is not allowed
     */
    public static CheckedFilter parse(String text, Predicate<String> knownProperty) {
        if (text.length() > MAX_LENGTH
                || depth(text) > MAX_DEPTH
                || NEGATIONS.matcher(text).find()) {
            throw new FilterException(
                    "bộ lọc dài hơn " + MAX_LENGTH + " ký tự hoặc quá lồng nhau",
                    "the filter is longer than " + MAX_LENGTH + " characters or nested too deeply");
        }
        FilterCheck check = new FilterCheck(knownProperty);
        Filter filter = check.copy(read(text));
        return new CheckedFilter(filter, check.properties());
    }

    private static Filter read(String text) {
        try {
            return ECQL.toFilter(text);
        } catch (CQLException e) {
            FilterException unreadable = new FilterException(
                    "không đọc được bộ lọc; ví dụ đúng: name LIKE 'Kế%' AND population > 1000",
                    "the filter cannot be read; a right one is: name LIKE 'Kế%' AND population > 1000");
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    /** How deep brackets are nested, quoted text not counted. */
    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (!quoted && c == '(') {
                deepest = Math.max(deepest, ++depth);
            } else if (!quoted && c == ')') {
                depth--;
            }
        }
        return deepest;
    }
}
