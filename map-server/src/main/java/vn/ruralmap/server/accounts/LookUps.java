package vn.ruralmap.server.accounts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found in the store lately, so that a program that asks ten times a second is looked up once in some seconds. */
final class LookUps<T> {

    private static final int MOST = 5_000;

    /** The least lately used first. */
    private final Map<String, Found<T>> remembered = new LinkedHashMap<>(16, 0.75f, true);

    /** @param value null: there is none */
    record Found<T>(@Nullable T value, Instant when) {}

    synchronized @Nullable Found<T> find(String key) {
        return remembered.get(key);
    }

    synchronized void put(String key, Found<T> found) {
        remembered.put(key, found);
        if (remembered.size() > MOST) {
            remembered.remove(remembered.keySet().iterator().next());
        }
    }
}
