package vn.ruralmap.server.wfs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A GetFeature request, whatever its encoding was.
 *
 * @param queries one at least
 * @param startIndex features to pass over
 * @param count features to give at most
 * @param hits only numbers
 * @param outputFormat as the client calls it
 * @param cursor where the page begins or ends, of a link to a page; it goes before {@code startIndex}
 */
record GetFeatureRequest(
        List<QueryExpression> queries,
        int startIndex,
        Optional<Integer> count,
        boolean hits,
        Optional<String> outputFormat,
        Optional<Cursor> cursor)
        implements WfsRequest {

    /** A place in the order of the features. @param backward the page ends before it, instead of beginning after it */
    record Cursor(String place, boolean backward) {

        private static final String BEFORE = "before-";
        private static final String AFTER = "after-";

        static Cursor parse(String text) {
            return text.startsWith(BEFORE)
                    ? new Cursor(text.substring(BEFORE.length()), true)
                    : new Cursor(text.substring(text.startsWith(AFTER) ? AFTER.length() : 0), false);
        }

        @Override
        public String toString() {
            return (backward ? BEFORE : AFTER) + place;
        }
    }

    GetFeatureRequest {
        queries = List.copyOf(queries);
    }

    @Override
    public Optional<Map<String, String>> keyValues() {
        return QueryKeyValues.of(queries).map(pairs -> {
            Map<String, String> all = new TreeMap<>(pairs);
            if (startIndex > 0) {
                all.put("startIndex", Integer.toString(startIndex));
            }
            count.ifPresent(number -> all.put("count", number.toString()));
            if (hits) {
                all.put("resultType", "hits");
            }
            outputFormat.ifPresent(name -> all.put("outputFormat", name));
            cursor.ifPresent(place -> all.put("cursor", place.toString()));
            return all;
        });
    }
}
