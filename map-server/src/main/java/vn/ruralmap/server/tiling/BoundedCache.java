package vn.ruralmap.server.tiling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A cache that holds so much and drops what was not asked for longest. For any number of threads, which seldom wait for one
 * another because it consists of several, each of which holds its part.
 */
final class BoundedCache<K, V> {

    private static final int SEGMENTS = 16;

    private final Segment<K, V>[] segments;
    private final ToIntFunction<V> weight;

    /** @param limit of the sum of weights. @param weight of a value */
    @SuppressWarnings({"unchecked", "rawtypes"})
    BoundedCache(long limit, ToIntFunction<V> weight) {
        this.weight = weight;
        segments = new Segment[SEGMENTS];
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = new Segment<>(limit / SEGMENTS);
        }
    }

    private static final class Segment<K, V> {
        private final long limit;
        private final LinkedHashMap<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
        private long total;

        Segment(long limit) {
            this.limit = limit;
        }
    }

    private record Entry<V>(V value, int weight) {}

    private Segment<K, V> segment(K key) {
        int hash = key.hashCode();
        return segments[(hash ^ hash >>> 16) * 0x9E3779B9 >>> 28];
    }

    @Nullable
    V find(K key) {
        Segment<K, V> segment = segment(key);
        synchronized (segment) {
            Entry<V> entry = segment.entries.get(key);
            return entry == null ? null : entry.value();
        }
    }

    /** What is heavier than its part of the whole is not kept. */
    void put(K key, V value) {
        Segment<K, V> segment = segment(key);
        Entry<V> entry = new Entry<>(value, weight.applyAsInt(value));
        synchronized (segment) {
            Entry<V> before = segment.entries.put(key, entry);
            segment.total += entry.weight() - (before == null ? 0 : before.weight());
            var eldest = segment.entries.entrySet().iterator();
            while (segment.total > segment.limit) {
                Map.Entry<K, Entry<V>> next = eldest.next();
                segment.total -= next.getValue().weight();
                eldest.remove();
            }
        }
    }

    /** The sum of all weights. */
    long total() {
        long total = 0;
        for (Segment<K, V> segment : segments) {
            synchronized (segment) {
                total += segment.total;
            }
        }
        return total;
    }
}
