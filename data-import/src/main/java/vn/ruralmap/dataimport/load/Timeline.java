package vn.ruralmap.dataimport.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;

/** All entries of a layer, and those that share a key. */
final class Timeline {

    private final Layer layer;
    private final List<Entry> all = new ArrayList<>();
    private final Map<List<Object>, List<Entry>> byKey = new HashMap<>();
    /** Entries without a whole key, by all their values. */
    private final Map<List<@Nullable Object>, List<Entry>> byValues = new HashMap<>();

    Timeline(Layer layer, List<Feature> stored) {
        this.layer = layer;
        stored.forEach(feature -> add(Entry.stored(feature)));
    }

    List<Entry> all() {
        return all;
    }

    void add(Entry entry) {
        all.add(entry);
        Optional<List<Object>> key = key(entry.content().values());
        if (key.isPresent()) {
            byKey.computeIfAbsent(key.get(), k -> new ArrayList<>()).add(entry);
        } else {
            byValues.computeIfAbsent(entry.content().values(), k -> new ArrayList<>())
                    .add(entry);
        }
    }

    /** The values of the key; empty if the layer has none or one of them is missing. */
    Optional<List<Object>> key(List<@Nullable Object> values) {
        List<Object> key = new ArrayList<>();
        for (String name : layer.key()) {
            Object value = values.get(layer.indexOf(name));
            if (value == null) {
                return Optional.empty();
            }
            key.add(value);
        }
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    List<Entry> withKey(List<Object> key) {
        return byKey.getOrDefault(key, List.of());
    }

    List<Entry> withValues(List<@Nullable Object> values) {
        return byValues.getOrDefault(values, List.of());
    }

    static Optional<Entry> startingOn(List<Entry> line, LocalDate date) {
        return line.stream().filter(entry -> entry.from().equals(date)).findFirst();
    }

    static Optional<Entry> inForce(List<Entry> line, LocalDate date) {
        return line.stream()
                .filter(entry -> entry.content().validity().contains(date))
                .findFirst();
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
