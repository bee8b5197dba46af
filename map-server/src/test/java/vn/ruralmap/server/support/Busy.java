package vn.ruralmap.server.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes every place until its end. */
final class Busy {
    private final CountDownLatch done = new CountDownLatch(1);
    private final List<Future<?>> work = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Busy(WorkLimit limit) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(limit.permits());
        for (int i = 0; i < limit.permits(); i++) {
            work.add(threads.submit(() -> limit.run(() -> {}, () -> {
                started.countDown();
                return await(done);
            })));
        }
        started.await();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void end() throws Exception {
        done.countDown();
        for (Future<?> each : work) {
            each.get();
        }
        threads.shutdown();
    }
}
