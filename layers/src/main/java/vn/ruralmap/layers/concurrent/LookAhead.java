package vn.ruralmap.layers.concurrent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a list whose elements cost something to make, and makes the next ones in another thread while one is used.
 *
 * <p>To be gone through once, in order, by one thread; the list and the function are only touched by the other one, from
 * {@link #over} until {@link #close}. What they throw is thrown
 * in place of the failed element or of one of the few made with it. Only so much is made ahead
 * that memory does not grow with the list. A short list is gone through without a thread.
 *
 * @param <T> what the elements are made into
 */
public final class LookAhead<T> implements Iterable<T>, AutoCloseable {

    /** Below it a thread is not worth starting. */
    private static final int FEW = 1_000;

    private static final int BATCH = 256;
    /** Made and not used: for small elements, enough that neither thread waits for the other's hiccups. */
    private static final int MOST_BATCHES = 24;
    /** The same for large elements, and the end of a batch a fortieth of it. */
    private static final long MOST_WEIGHT = 4_000_000;

    private static final long BATCH_WEIGHT = MOST_WEIGHT / 40;

    private final Iterator<T> source;
    private final ToIntFunction<T> weight;
    private final @Nullable Thread maker;
    private final Deque<Batch<T>> made = new ArrayDeque<>();
    private long weightMade;
    private boolean isDone;
    private boolean isClosed;
    private @Nullable Throwable failure;

    private record Batch<T>(List<T> elements, long weight) {}

    private LookAhead(Iterator<T> source, ToIntFunction<T> weight, boolean isLong) {
        this.source = source;
        this.weight = weight;
        this.maker = isLong ? new Thread(this::make, "look-ahead") : null;
    }

    /**
     * @param list whose elements may be made when asked for
     * @param function what is done with each of them ahead
     * @param weight of what it returns: a unit is about 16 bytes, as a point has
     */
    public static <S, T> LookAhead<T> over(List<S> list, Function<S, T> function, ToIntFunction<T> weight) {
        Iterator<S> elements = list.iterator();
        Iterator<T> source = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public T next() {
                return function.apply(elements.next());
            }
        };
        LookAhead<T> ahead = new LookAhead<>(source, weight, list.size() >= FEW);
        if (ahead.maker != null) {
            ahead.maker.setDaemon(true);
            ahead.maker.start();
        }
        return ahead;
    }

    private void make() {
        try {
            boolean isWanted = true;
            while (isWanted && source.hasNext()) {
                List<T> batch = new ArrayList<>(BATCH);
                long batchWeight = 0;
                while (batch.size() < BATCH && batchWeight < BATCH_WEIGHT && source.hasNext()) {
                    T element = source.next();
                    batch.add(element);
                    batchWeight += weight.applyAsInt(element);
                }
                isWanted = give(new Batch<>(batch, batchWeight));
            }
            end(null);
        } catch (Throwable e) { // whatever it is, the thread that waits must hear of it
            end(e);
        }
    }

    private synchronized boolean give(Batch<T> batch) throws InterruptedException {
        while (!isClosed
                && !made.isEmpty()
                && (made.size() >= MOST_BATCHES || weightMade + batch.weight() > MOST_WEIGHT)) {
            wait();
        }
        made.add(batch);
        weightMade += batch.weight();
        notifyAll();
        return !isClosed;
    }

    private synchronized void end(@Nullable Throwable reason) {
        failure = reason;
        isDone = true;
        notifyAll();
    }

    /** The next batch; null: there is none. */
    private synchronized @Nullable List<T> take() {
        try {
            while (made.isEmpty() && !isDone) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        Batch<T> batch = made.poll();
        if (batch != null) {
            weightMade -= batch.weight();
            notifyAll();
            return batch.elements();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw failure instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
        return null;
    }

    @Override
    public Iterator<T> iterator() {
        return maker == null ? source : new Taking();
    }

    private final class Taking implements Iterator<T> {
        private Iterator<T> batch = List.<T>of().iterator();

        @Override
        public boolean hasNext() {
            while (!batch.hasNext()) {
                List<T> next = take();
                if (next == null) {
                    return false;
                }
                batch = next.iterator();
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return batch.next();
        }
    }

    /** Waits until the other thread has left the list alone, at most for one more batch. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            notifyAll();
        }
        boolean wasInterrupted = false;
        while (maker != null && maker.isAlive()) {
            try {
                maker.join();
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
