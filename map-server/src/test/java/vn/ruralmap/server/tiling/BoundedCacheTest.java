package vn.ruralmap.server.tiling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedCacheTest {

    @Test
    void never_holds_more_than_it_may() {
        BoundedCache<Integer, byte[]> cache = new BoundedCache<>(16_000, bytes -> bytes.length);
        for (int i = 0; i < 1_000; i++) {
            cache.put(i, new byte[100]);
            assertThat(cache.total()).isLessThanOrEqualTo(16_000);
        }
        assertThat(cache.total()).isGreaterThan(12_000);
        assertThat(cache.find(999)).hasSize(100);
    }

    @Test
    void drops_what_was_not_asked_for_longest() {
        BoundedCache<Integer, byte[]> cache = new BoundedCache<>(16_000, bytes -> bytes.length);
        cache.put(-1, new byte[100]);
        cache.put(-2, new byte[100]);
        for (int i = 0; i < 1_000; i++) {
            cache.put(i, new byte[100]);
            assertThat(cache.find(-1)).isNotNull();
        }
        assertThat(cache.find(-2)).isNull();
    }

    @Test
    void counts_a_value_that_takes_the_place_of_another_once() {
        BoundedCache<Integer, byte[]> cache = new BoundedCache<>(16_000, bytes -> bytes.length);
        cache.put(1, new byte[500]);
        cache.put(1, new byte[300]);

        assertThat(cache.total()).isEqualTo(300);
    }

    @Test
    void does_not_keep_what_is_too_large_for_it() {
        BoundedCache<Integer, byte[]> cache = new BoundedCache<>(16_000, bytes -> bytes.length);
        cache.put(1, new byte[20_000]);

        assertThat(cache.find(1)).isNull();
        assertThat(cache.total()).isZero();
    }
}
