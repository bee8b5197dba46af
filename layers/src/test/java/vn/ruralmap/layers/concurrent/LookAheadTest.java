package vn.ruralmap.layers.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LookAheadTest {

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1_000, 1_024, 100_001})
    void everyElementComesOnceInOrder(int count) {
        List<String> seen = new ArrayList<>();

        try (LookAhead<String> ahead = LookAhead.over(numbers(count), String::valueOf, text -> 1)) {
            ahead.forEach(seen::add);
        }

        assertThat(seen).isEqualTo(numbers(count).stream().map(String::valueOf).toList());
    }

    @Test
    void elementsOfALongListAreMadeInOneOtherThread() {
        Set<Thread> makers = Collections.synchronizedSet(new HashSet<>());

        try (LookAhead<Integer> ahead = LookAhead.over(
                numbers(10_000),
                number -> {
                    makers.add(Thread.currentThread());
                    return number;
                },
                number -> 1)) {
            ahead.forEach(number -> {});
        }

        assertThat(makers).hasSize(1).doesNotContain(Thread.currentThread());
    }

    @Test
    void theNextElementsAreMadeWhileOneIsUsed() throws InterruptedException {
        CountDownLatch later = new CountDownLatch(1);
        Function<Integer, Integer> making = number -> {
            if (number == 300) {
                later.countDown();
            }
            return number;
        };

        try (LookAhead<Integer> ahead = LookAhead.over(numbers(10_000), making, number -> 1)) {
            ahead.iterator().next();

            assertThat(later.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatFailsIsThrownBehindTheElementsThatWereMadeBefore() {
        Function<Integer, Integer> making = number -> {
            if (number == 5_000) {
                throw new IllegalArgumentException("five thousand");
            }
            return number;
        };
        List<Integer> seen = new ArrayList<>();

        try (LookAhead<Integer> ahead = LookAhead.over(numbers(10_000), making, number -> 1)) {
            assertThatThrownBy(() -> ahead.forEach(seen::add))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("five thousand");
        }

        assertThat(seen).isEqualTo(numbers(seen.size())).hasSizeGreaterThan(4_500);
    }

    @Test
    void largeElementsWaitUntilTheOnesBeforeAreUsed() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        Function<Integer, Integer> making = number -> made.incrementAndGet();

        try (LookAhead<Integer> ahead = LookAhead.over(numbers(10_000), making, number -> 3_000_000)) {
            ahead.iterator().next();
            Thread.sleep(200);

            // one used, one waiting, one in hand
            assertThat(made.get()).isBetween(1, 3);
        }
    }

    @Test
    void afterItIsClosedNobodyTouchesTheList() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();

        try (LookAhead<Integer> ahead =
                LookAhead.over(numbers(1_000_000), number -> made.incrementAndGet(), number -> 1)) {
            ahead.iterator().next();
        }

        int then = made.get();
        Thread.sleep(100);
        assertThat(made.get()).isEqualTo(then).isLessThan(1_000_000);
    }
}
