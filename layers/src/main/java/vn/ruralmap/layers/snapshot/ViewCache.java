package vn.ruralmap.layers.snapshot;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Layer;

/**
 * The views of a snapshot, made when first asked for. The least recently used are dropped: a layer that changed on every
 * day of ten years has thousands of different views.
 */
final class ViewCache {

    /** The shipped layers at about twenty dates. */
    private static final int MAX_VIEWS = 150;

    private final Map<Key, Slot> slots = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Slot> eldest) {
            return size() > MAX_VIEWS;
        }
    };

    /** Views of snapshots before that no longer hold, for what they have computed. */
    private final Map<Key, LayerView> outdated = new ConcurrentHashMap<>();

    private record Key(String layer, LocalDate periodStart) {
        long daysTo(Key other) {
            return Math.abs(ChronoUnit.DAYS.between(periodStart, other.periodStart));
        }
    }

    /** Makes its view once, whoever asks first; those who ask for another view do not wait. */
    private static final class Slot {
        private volatile @Nullable LayerView view;

        synchronized LayerView get(Supplier<LayerView> maker) {
            LayerView made = view == null ? maker.get() : view;
            view = made;
            return made;
        }

        @Nullable
        LayerView peek() {
            return view;
        }
    }

    /**
     * @param maker is given a view of the same layer that has most in common with the new one: the outdated one of the same period,
     *     or that of the nearest period. null: none was made
     */
    LayerView get(String layer, LocalDate periodStart, Function<@Nullable LayerView, LayerView> maker) {
        Key key = new Key(layer, periodStart);
        Slot slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(key, absent -> new Slot());
        }
        return slot.get(() -> {
            LayerView before = outdated.remove(key);
            return maker.apply(before == null ? nearest(key) : before);
        });
    }

    /** A date that an edit brings splits a period, and the new view differs from its neighbour by that edit only. */
    private @Nullable LayerView nearest(Key key) {
        Map<Key, LayerView> candidates = new LinkedHashMap<>(outdated);
        made().forEach(candidates::put);
        return candidates.entrySet().stream()
                .filter(candidate -> candidate.getKey().layer().equals(key.layer()))
                .min((a, b) -> Long.compare(a.getKey().daysTo(key), b.getKey().daysTo(key)))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private Map<Key, LayerView> made() {
        Map<Key, LayerView> made = new LinkedHashMap<>();
        synchronized (slots) {
            slots.forEach((key, slot) -> {
                LayerView view = slot.peek();
                if (view != null) {
                    made.put(key, view);
                }
            });
        }
        return made;
    }

    /** A cache with the views of the layers that did not change, and the others as outdated. */
    ViewCache keeping(Predicate<Layer> unchanged) {
        ViewCache kept = new ViewCache();
        made().forEach((key, view) -> {
            if (unchanged.test(view.layer())) {
                Slot slot = new Slot();
                slot.view = view;
                kept.slots.put(key, slot);
            } else {
                kept.outdated.put(key, view);
            }
        });
        // of a layer that nobody looked at between two edits the older views are still the best there are
        Set<String> looked = made().keySet().stream().map(Key::layer).collect(Collectors.toSet());
        outdated.forEach((key, view) -> {
            if (!looked.contains(key.layer())) {
                kept.outdated.put(key, view);
            }
        });
        return kept;
    }
}
