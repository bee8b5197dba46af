package vn.ruralmap.server.support;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Lets long answers be made beside the short ones that people wait for.
 *
 * <p>So many clients are served at once, others are told to come again. Of those only as many as half of the processors
 * compute at any moment; the turn goes round with every few kilobytes, so that each gets its first byte soon. Who waits for a slow
 * client's network has no turn meanwhile. When more than a few are served, each turn rests twice as long as it has computed,
 * so that a crowd of them takes a sixth of the machine and maps stay quick.
 *
 * <p>Feeds are mostly short, and nobody can be refused in the middle of one: they go on as they come until they are long, and take
 * turns from there on.
 */
@Component
public final class ExportLimit {

    private static final int MAX_CLIENTS = 16;
    private static final int CHUNK_BYTES = 64 * 1024;
    /** A feed of this length is long. */
    private static final int SHORT_BYTES = 4 * CHUNK_BYTES;
    /** More clients than these are a crowd. */
    private static final int FEW_CLIENTS = 3;

    private static final long LONGEST_REST_NANOS = 50_000_000;

    private final Semaphore clients = new Semaphore(MAX_CLIENTS);
    /** Clients of long answers, of both kinds. */
    private final AtomicInteger served = new AtomicInteger();

    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** The making of one answer. */
    @FunctionalInterface
    public interface Work {
        /**
         * @param out goes to the client
         * @param pause to be called often by work that computes for long without writing
         */
        void run(OutputStream out, Runnable pause) throws IOException;
    }

    /** @throws RequestException with status 503 if too many clients are being served; nothing has been written then */
    public void run(OutputStream client, Work work) throws IOException {
        if (!clients.tryAcquire()) {
            throw RequestException.overloaded();
        }
        try (TurnStream out = new TurnStream(client, 0)) {
            out.turn.begin();
            work.run(out, out.turn::pause);
            out.flush();
        } finally {
            clients.release();
        }
    }

    /**
     * For an answer that may become long, whose maker writes as it computes.
     *
     * @return flush it when all is written, since closing it ends the turn only: what a failure leaves is not sent, so that an
     *     error can be instead
     */
    public OutputStream share(OutputStream client) {
        return new TurnStream(client, SHORT_BYTES);
    }

    /** The right of one client's thread to compute. */
    private final class Turn {

        private boolean isServed;
        private boolean isMine;
        private long since;

        void begin() {
            if (!isServed) {
                isServed = true;
                served.incrementAndGet();
            }
            turns.acquireUninterruptibly();
            isMine = true;
            since = System.nanoTime();
        }

        void close() {
            if (isMine) {
                isMine = false;
                turns.release();
            }
            if (isServed) {
                isServed = false;
                served.decrementAndGet();
            }
        }

        void end() {
            if (served.get() > FEW_CLIENTS) {
                // nobody else has the turn meanwhile
                LockSupport.parkNanos(Math.min(LONGEST_REST_NANOS, 2 * (System.nanoTime() - since)));
            }
            isMine = false;
            turns.release();
        }

        void pause() {
            if (turns.hasQueuedThreads()) {
                end();
                begin();
            }
        }
    }

    /** Collects what is written, and gives the turn away while it goes to the client. */
    private final class TurnStream extends OutputStream {

        private final OutputStream client;
        private final byte[] chunk = new byte[CHUNK_BYTES];
        private final Turn turn = new Turn();
        /** So many bytes may still go without a turn. */
        private int free;

        private int length;

        TurnStream(OutputStream client, int free) {
            this.client = client;
            this.free = free;
        }

        @Override
        public void write(int value) throws IOException {
            if (length == chunk.length) {
                send();
            }
            chunk[length++] = (byte) value;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            int from = offset;
            int left = count;
            while (left > 0) {
                if (length == chunk.length) {
                    send();
                }
                int part = Math.min(left, chunk.length - length);
                System.arraycopy(bytes, from, chunk, length, part);
                length += part;
                from += part;
                left -= part;
            }
        }

        @Override
        public void flush() throws IOException {
            send();
        }

        private void send() throws IOException {
            if (length == 0) {
                return;
            }
            if (free > 0) {
                client.write(chunk, 0, length);
                free -= length;
            } else {
                turn.end();
                client.write(chunk, 0, length);
            }
            length = 0;
            if (free <= 0) {
                turn.begin();
            }
        }

        @Override
        public void close() {
            turn.close();
        }
    }
}
