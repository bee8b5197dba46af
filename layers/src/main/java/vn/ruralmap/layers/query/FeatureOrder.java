package vn.ruralmap.layers.query;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;

/**
 * An order of features: by some properties, then by fid, so that there is one only and pages never overlap. Features without a value
 * come last in either direction; text in Vietnamese alphabetical order.
 *
 * @param keys the most important first; empty: by fid
 */
public record FeatureOrder(LayerView view, List<Key> keys) {

    public FeatureOrder {
        keys = List.copyOf(keys);
    }

    /** One property to sort by. */
    public record Key(Property property, boolean descending) {}

    /** Where a feature stands, also one that is no longer there. @param values comparable, text as collation keys */
    public record Place(List<@Nullable Object> values, long fid) {}

    private record Row(Feature feature, Place place) {}

    /** @param features in the order of their fids */
    public List<Feature> sort(List<Feature> features) {
        if (keys.isEmpty()) {
            return features;
        }
        Collator collator = collator();
        return features.stream()
                .map(feature -> new Row(feature, place(values(feature), feature.fid(), collator)))
                .sorted(Comparator.comparing(Row::place, comparator()))
                .map(Row::feature)
                .toList();
    }

    /** Of the keys, in their order. */
    public List<@Nullable Object> values(Feature feature) {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        for (Key key : keys) {
            values.add(view.value(feature, key.property()));
        }
        return values;
    }

    /** @param values one for each key, of the value class of its property */
    public Place place(List<@Nullable Object> values, long fid) {
        return place(values, fid, collator());
    }

    private static Place place(List<@Nullable Object> values, long fid, Collator collator) {
        List<@Nullable Object> comparable = new ArrayList<>(values.size());
        for (Object value : values) {
            comparable.add(value instanceof String text ? collator.getCollationKey(text) : value);
        }
        return new Place(comparable, fid);
    }

    public Comparator<Place> comparator() {
        Comparator<Place> order = (a, b) -> 0;
        for (int i = 0; i < keys.size(); i++) {
            int index = i;
            boolean descending = keys.get(i).descending();
            order = order.thenComparing(
                    (a, b) -> compare(a.values().get(index), b.values().get(index), descending));
        }
        return order.thenComparingLong(Place::fid);
    }

    private static Collator collator() {
        return Collator.getInstance(Locale.forLanguageTag("vi"));
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
