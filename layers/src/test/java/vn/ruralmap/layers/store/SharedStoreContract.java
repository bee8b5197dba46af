package vn.ruralmap.layers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.siteContent;
import static vn.ruralmap.layers.store.Changes.square;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;

/** What several threads, instances and processes on one store may count on. */
public abstract class SharedStoreContract extends StoreFixture {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void aChangeByAnotherInstanceIsNoticedWithinTwoSeconds() throws InterruptedException {
        AtomicLong seen = new AtomicLong(-1);
        try (FeatureStore.Subscription subscription = store.onChange(() -> seen.set(store.revision()))) {
            assertThat(subscription).isNotNull();
            await(seen, 0);
            open().publish(draft(commune("1", "A", square(105, 9))));
            await(seen, 1);
            publish(commune("2", "B", square(106, 9)));
            await(seen, 2);
        }
    }

    @Test
    void aChangeByAnotherProcessIsNoticedWithinTwoSeconds() throws IOException, InterruptedException {
        AtomicLong seen = new AtomicLong(-1);
        try (FeatureStore.Subscription subscription = store.onChange(() -> seen.set(store.revision()))) {
            assertThat(subscription).isNotNull();
            Process process = PublishingProcess.command(opener(), location(), 1).start();
            try (BufferedReader acknowledged = process.inputReader()) {
                assertThat(acknowledged.readLine()).isEqualTo("1");
                await(seen, 1);
            }
            assertThat(process.waitFor()).isZero();
        }
        assertThat(features("sites").get(0).value(0)).isEqualTo("process 0");
    }

    @Test
    void whoeverSubscribesLateIsCalledOnceForWhatWasPublishedBefore() throws InterruptedException {
        try (FeatureStore.Subscription first = store.onChange(() -> {})) {
            assertThat(first).isNotNull();
            publish(commune("1", "A", square(105, 9)));
            Thread.sleep(400);
            AtomicLong seen = new AtomicLong(-1);
            try (FeatureStore.Subscription second = store.onChange(() -> seen.set(store.revision()))) {
                assertThat(second).isNotNull();
                await(seen, 1);
            }
        }
    }

    @Test
    void aListenerThatFailsIsCalledAgain() throws InterruptedException {
        AtomicLong calls = new AtomicLong();
        AtomicLong seen = new AtomicLong(-1);
        try (FeatureStore.Subscription subscription = store.onChange(() -> {
            if (calls.incrementAndGet() == 1) {
                throw new StoreException("tạm thời", "for the moment");
            }
            seen.set(store.revision());
        })) {
            assertThat(subscription).isNotNull();
            await(seen, 0);
        }
    }

    @Test
    void aClosedSubscriptionIsNotCalledAnyMore() throws InterruptedException {
        AtomicLong seen = new AtomicLong(-1);
        FeatureStore.Subscription subscription = store.onChange(() -> seen.set(store.revision()));
        await(seen, 0);
        subscription.close();
        publish(commune("1", "A", square(105, 9)));
        Thread.sleep(400);
        assertThat(seen).hasValue(0);
    }

    private static void await(AtomicLong seen, long wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (seen.get() != wanted && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(seen).as("revision after two seconds").hasValue(wanted);
    }

    @Test
    void twoWritersAtOnceBothSucceed() throws ExecutionException, InterruptedException {
        FeatureStore other = open();
        CountDownLatch together = new CountDownLatch(2);
        List<Future<?>> writers = new ArrayList<>();
        for (FeatureStore writer : List.of(store, other)) {
            writers.add(threads.submit(() -> {
                together.countDown();
                together.await();
                for (int i = 0; i < 25; i++) {
                    writer.publish(draft(site("S" + i, "POINT (105 9)")));
                }
                return null;
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertThat(store.revision()).isEqualTo(50);
        assertThat(features("sites")).hasSize(50).extracting(Feature::fid).doesNotHaveDuplicates();
    }

    @Test
    void severalInstancesMayCreateTheStoreTogether() throws ExecutionException, InterruptedException {
        List<Future<FeatureStore>> openers = new ArrayList<>();
        String fresh = location() + "-fresh";
        for (int i = 0; i < 4; i++) {
            openers.add(threads.submit(() -> open(opener().getName(), fresh, catalogue)));
        }
        for (Future<FeatureStore> opening : openers) {
            try (FeatureStore opened = opening.get()) {
                assertThat(opened.publish(draft(site("S", "POINT (105 9)"))).id())
                        .isPositive();
            }
        }
    }

    @Test
    void readingDoesNotWaitForAWriter() throws ExecutionException, InterruptedException {
        publish(commune("1", "A", square(105, 9)));
        List<Change> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(site("S" + i, "POINT (105 9)"));
        }
        Future<?> writer = threads.submit(() -> store.publish(draft(many)));
        int readsDuringTheTransaction = 0;
        while (!writer.isDone()) {
            if (store.revision() == 1) {
                readsDuringTheTransaction++;
            }
        }
        writer.get();
        assertThat(readsDuringTheTransaction).isGreaterThan(20);
    }

    @Test
    void aReaderSeesOneMomentWhileOthersPublish() throws ExecutionException, InterruptedException {
        publish(commune("1", "0", square(105, 9)));
        publish(new Change.Insert("sites", siteContent("0", "POINT (105 9)", 1L)));
        AtomicBoolean stop = new AtomicBoolean();
        FeatureStore other = open();
        // every changeset gives commune and site the same name, so a mixture of two revisions shows
        Future<?> writer = threads.submit(() -> {
            for (int i = 1; !stop.get(); i++) {
                String name = Integer.toString(i);
                other.publish(draft(
                        new Change.Update("communes", 1, i, communeContent("1", name, "xã", square(105, 9))),
                        new Change.Update("sites", 1, i, siteContent(name, "POINT (105 9)", 1L))));
            }
        });
        try {
            for (int i = 0; i < 150; i++) {
                StoreDelta delta = store.readSince(0);
                Feature commune = delta.layers().get("communes").present().get(0);
                Feature site = delta.layers().get("sites").present().get(0);
                assertThat(site.value(0)).isEqualTo(commune.value(1));
                assertThat(delta.revision()).isEqualTo(commune.version() + 1L);
            }
        } finally {
            stop.set(true);
            writer.get();
        }
    }
}
