package vn.ruralmap.layers.snapshot;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

    /** Views of the snapshot before that no longer hold, for what they have computed. */
    private final Map<Key, LayerView> outdated = new ConcurrentHashMap<>();

    private record Key(String layer, LocalDate periodStart) {}

    /** Makes its view once, whoever asks first; those who ask for another view do not wait. */
    private static final class Slot {
        private @Nullable LayerView view;

        synchronized LayerView get(Supplier<LayerView> maker) {
            LayerView made = view == null ? maker.get() : view;
            view = made;
            return made;
        }

        synchronized @Nullable LayerView peek() {
            return view;
        }
    }

    /** @param maker is given the outdated view of the same layer and period, or null */
    LayerView get(String layer, LocalDate periodStart, Function<@Nullable LayerView, LayerView> maker) {
        Key key = new Key(layer, periodStart);
        Slot slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(key, absent -> new Slot());
        }
        return slot.get(() -> maker.apply(outdated.remove(key)));
    }

    /** A cache with the views of the layers that did not change, and the others as outdated. */
    ViewCache keeping(Predicate<Layer> unchanged) {
        Map<Key, Slot> all;
        synchronized (slots) {
            all = new LinkedHashMap<>(slots);
        }
        ViewCache kept = new ViewCache();
        all.forEach((key, slot) -> {
            LayerView view = slot.peek();
            if (view != null && unchanged.test(view.layer())) {
                kept.slots.put(key, slot);
            } else if (view != null) {
                kept.outdated.put(key, view);
            }
        });
        return kept;
    }
}
