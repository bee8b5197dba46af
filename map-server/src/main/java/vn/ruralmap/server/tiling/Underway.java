package vn.ruralmap.server.tiling;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.server.support.WorkLimit;

/** Makes what many ask for at the same time only once, while the others wait for it. */
final class Underway<K, V> {

    /** Longer than a turn is waited for; then everybody tries alone, and is refused alone. */
    private static final long PATIENCE_SECONDS = 10;

    private final ConcurrentMap<K, CompletableFuture<V>> works = new ConcurrentHashMap<>();

    V get(K key, WorkLimit.Work<V> work) throws IOException {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> other = works.putIfAbsent(key, mine);
        V theirs = other == null ? null : await(other);
        if (theirs != null) {
            return theirs;
        }
        if (other != null) {
            return work.run();
        }
        try {
            V result = work.run();
            mine.complete(result);
            return result;
        } finally {
            works.remove(key, mine);
            // nothing if it is complete; else those who wait learn that it failed
            mine.cancel(false);
        }
    }

    private @Nullable V await(CompletableFuture<V> other) {
        try {
            return other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
