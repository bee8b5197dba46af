package vn.ruralmap.server.wfs;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;

/** One property to sort by. Features without a value come last in either direction. */
record SortKey(Property property, boolean descending) {

    private record Row(Feature feature, @Nullable Object[] values) {}

    /** Sorted by the keys and then by fid, so that pages never overlap. Text in Vietnamese alphabetical order. */
    static List<Feature> sort(List<Feature> features, LayerView view, List<SortKey> keys) {
        Collator collator = Collator.getInstance(Locale.forLanguageTag("vi"));
        Comparator<Row> order = (a, b) -> 0;
        for (int i = 0; i < keys.size(); i++) {
            int index = i;
            boolean descending = keys.get(i).descending();
            order = order.thenComparing((a, b) -> compare(a.values()[index], b.values()[index], descending));
        }
        return features.stream()
                .map(feature -> new Row(
                        feature,
                        keys.stream()
                                .map(key -> comparable(view.value(feature, key.property()), collator))
                                .toArray()))
                .sorted(order.thenComparingLong(row -> row.feature().fid()))
                .map(Row::feature)
                .toList();
    }

    private static @Nullable Object comparable(@Nullable Object value, Collator collator) {
        return value instanceof String text ? collator.getCollationKey(text) : value;
    }

    private static int compare(@Nullable Object a, @Nullable Object b, boolean descending) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int order = compare(a, b);
        return descending ? -order : order;
    }

    /** Values of one property are of one class, each comparable with itself. */
    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }
}
