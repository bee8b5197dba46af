package vn.ruralmap.server.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Exports beside each other. */
@Timeout(30)
class ExportLimitTest {

    /** A client that has begun to receive and then reads no more, until it is let go. */
    private static final class StuckClient extends OutputStream {
        private final CountDownLatch stuck = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);

        @Override
        public void write(int value) throws IOException {
            write(new byte[1], 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            stuck.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    @Test
    void clients_that_read_nothing_stop_nobody_until_there_are_too_many_and_then_one_is_told_at_once()
            throws Exception {
        ExportLimit limit = new ExportLimit();
        List<StuckClient> clients = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            StuckClient client = new StuckClient();
            Thread thread = new Thread(() -> run(limit, client));
            thread.start();
            assertThat(client.stuck.await(10, TimeUnit.SECONDS)).isTrue();
            clients.add(client);
            threads.add(thread);
        }

        ByteArrayOutputStream quick = new ByteArrayOutputStream();
        limit.run(quick, (out, pause) -> out.write(new byte[100_000]));
        assertThat(quick.size()).isEqualTo(100_000);

        StuckClient last = new StuckClient();
        Thread thread = new Thread(() -> run(limit, last));
        thread.start();
        assertThat(last.stuck.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> limit.run(quick, (out, pause) -> out.write(1)))
                .isInstanceOfSatisfying(RequestException.class, e -> {
                    assertThat(e.httpStatus()).isEqualTo(503);
                    assertThat(e.retryAfterSeconds()).isPresent();
                });

        clients.forEach(client -> client.release.countDown());
        last.release.countDown();
        for (Thread each : threads) {
            each.join();
        }
        thread.join();
        limit.run(quick, (out, pause) -> out.write(1));
        assertThat(quick.size()).isEqualTo(100_001);
    }

    private static void run(ExportLimit limit, OutputStream client) {
        try {
            limit.run(client, (out, pause) -> out.write(new byte[100_000]));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_short_feed_waits_for_nobody_and_a_long_one_waits_for_its_turn() throws Exception {
        ExportLimit limit = new ExportLimit();
        CountDownLatch taken = new CountDownLatch(turns());
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> computing = new ArrayList<>();
        for (int i = 0; i < turns(); i++) {
            Thread thread = new Thread(() -> compute(limit, taken, release));
            thread.start();
            computing.add(thread);
        }
        assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();

        ByteArrayOutputStream feed = new ByteArrayOutputStream();
        try (OutputStream out = limit.share(feed)) {
            out.write(new byte[100_000]);
            out.flush();
        }
        assertThat(feed.size()).isEqualTo(100_000);

        ByteArrayOutputStream longFeed = new ByteArrayOutputStream();
        Thread thread = new Thread(() -> share(limit, longFeed, 10_000_000));
        thread.start();
        thread.join(200);
        assertThat(thread.isAlive()).as("waits").isTrue();

        release.countDown();
        thread.join();
        assertThat(longFeed.size()).isEqualTo(10_000_000);
        for (Thread each : computing) {
            each.join();
        }
    }

    private static int turns() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    private static void compute(ExportLimit limit, CountDownLatch taken, CountDownLatch release) {
        try {
            limit.run(OutputStream.nullOutputStream(), (out, pause) -> {
                taken.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void share(ExportLimit limit, OutputStream client, int length) {
        try (OutputStream out = limit.share(client)) {
            out.write(new byte[length]);
            out.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_failure_before_anything_was_sent_leaves_the_answer_to_the_error() throws Exception {
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        try (OutputStream out = new ExportLimit().share(client)) {
            out.write(1);
        }
        assertThat(client.size()).isZero();
    }

    @Test
    void a_failure_gives_the_turn_back() throws Exception {
        ExportLimit limit = new ExportLimit();
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> limit.run(OutputStream.nullOutputStream(), (out, pause) -> {
                        throw new IOException("broken");
                    }))
                    .hasMessage("broken");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        limit.run(out, (stream, pause) -> stream.write(7));
        assertThat(out.toByteArray()).containsExactly(7);
    }
}
