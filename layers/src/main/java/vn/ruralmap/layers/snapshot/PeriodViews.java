package vn.ruralmap.layers.snapshot;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The views of periods that were asked for last, since somebody who reads one by pages asks for it many times. */
final class PeriodViews {

    private static final int MAX_VIEWS = 8;

    private final Map<Key, LayerView> views = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, LayerView> eldest) {
            return size() > MAX_VIEWS;
        }
    };

    private record Key(String layer, LocalDate from, LocalDate to) {}

    /** Two who ask at the same time may make it twice, and neither waits for the view of another layer. */
    LayerView get(String layer, LocalDate from, LocalDate to, Supplier<LayerView> maker) {
        Key key = new Key(layer, from, to);
        synchronized (views) {
            LayerView known = views.get(key);
            if (known != null) {
                return known;
            }
        }
        LayerView made = maker.get();
        synchronized (views) {
            views.put(key, made);
        }
        return made;
    }
}
