package vn.ruralmap.dataimport.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Layer;

/** All entries of a layer, and those that share a key. */
final class Timeline {

    private final List<Entry> all = new ArrayList<>();
    private final int[] keyPositions;
    private final Map<Object, List<Entry>> byKey = new HashMap<>();
    /** Entries without a whole key, by a hash of all their values: the values themselves would be the whole layer. */
    private final Map<Integer, List<Entry>> byValues = new HashMap<>();

    Timeline(Layer layer) {
        this.keyPositions = layer.key().stream().mapToInt(layer::indexOf).toArray();
    }

    List<Entry> all() {
        return all;
    }

    /** @param values of the entry */
    void add(Entry entry, List<@Nullable Object> values) {
        all.add(entry);
        Optional<Object> key = key(values);
        if (key.isPresent()) {
            byKey.merge(key.get(), List.of(entry), Timeline::joined);
        } else {
            byValues.merge(values.hashCode(), List.of(entry), Timeline::joined);
        }
    }

    /** Lists of one, which nearly all are, take a third of the memory of an ArrayList. */
    private static List<Entry> joined(List<Entry> line, List<Entry> added) {
        List<Entry> longer = line instanceof ArrayList ? line : new ArrayList<>(line);
        longer.addAll(added);
        return longer;
    }

    /** The values of the key; empty if the layer has none or one of them is missing. */
    Optional<Object> key(List<@Nullable Object> values) {
        if (keyPositions.length == 1) {
            return Optional.ofNullable(values.get(keyPositions[0]));
        }
        List<Object> key = new ArrayList<>();
        for (int position : keyPositions) {
            Object value = values.get(position);
            if (value == null) {
                return Optional.empty();
            }
            key.add(value);
        }
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    List<Entry> withKey(Object key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** Those that may have just these values: values of the same hash are rare, but have to be compared. */
    List<Entry> mayHave(List<@Nullable Object> values) {
        return byValues.getOrDefault(values.hashCode(), List.of());
    }

    static Optional<Entry> startingOn(List<Entry> line, LocalDate date) {
        return line.stream().filter(entry -> entry.from().equals(date)).findFirst();
    }

    static Optional<Entry> inForce(List<Entry> line, LocalDate date) {
        return line.stream().filter(entry -> entry.isInForce(date)).findFirst();
    }

    /** The first day after a date on which an entry begins. */
    static @Nullable LocalDate nextStart(List<Entry> line, LocalDate after) {
        return line.stream()
                .map(Entry::from)
                .filter(from -> from.isAfter(after))
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
