package vn.ruralmap.server.tiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnderwayTest {

    private final Underway<String, String> underway = new Underway<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayFinish = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private String slowly() throws IOException {
        made.incrementAndGet();
        begun.countDown();
        try {
            mayFinish.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return "tile";
    }

    @Test
    void what_many_ask_for_at_once_is_made_once() throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        answers.add(threads.submit(() -> underway.get("a", this::slowly)));
        begun.await();
        for (int i = 0; i < 10; i++) {
            answers.add(threads.submit(() -> underway.get("a", this::slowly)));
        }
        assertThat(underway.get("b", () -> "another")).isEqualTo("another");
        Thread.sleep(100);
        mayFinish.countDown();

        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("tile");
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void who_waited_for_a_work_that_failed_tries_alone() throws Exception {
        Future<String> failing = threads.submit(() -> underway.get("a", () -> {
            slowly();
            throw new IOException("broken");
        }));
        begun.await();
        Future<String> waiting = threads.submit(() -> underway.get("a", () -> "mine"));
        Thread.sleep(100);
        mayFinish.countDown();

        assertThat(waiting.get()).isEqualTo("mine");
        assertThatThrownBy(failing::get).hasRootCauseMessage("broken");
        assertThat(underway.get("a", () -> "later")).isEqualTo("later");
    }
}
