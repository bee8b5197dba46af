package vn.ruralmap.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import vn.ruralmap.server.support.RequestException;

/**
 * One file on its way to disk. It never is in memory as a whole, and appears under its name when it is complete; half of
 * it leaves nothing.
 */
final class Upload {

    private static final int CHUNK_BYTES = 64 * 1024;

    /** An upload slower than this is nobody's who waits for it. */
    private static final long SLOWEST_BYTES_PER_WINDOW = 64 * 1024;

    private final InputStream in;
    private final Room room;
    private final Duration window;
    private long windowEnd;
    private long windowBytes;

    /** What a file may take; asked for more as it grows. */
    @FunctionalInterface
    interface Room {
        /** @throws RequestException if there is no more */
        void take(long bytes);
    }

    /** @param window in which an upload must bring something */
    Upload(InputStream in, Room room, Duration window) {
        this.in = in;
        this.room = room;
        this.window = window;
    }

    /**
     * @param incoming folder on the same disk
     * @param length as announced; -1: not
     * @throws RequestException if it does not arrive whole, or there is no room
     * @throws IOException if the disk fails
     */
    void to(Path incoming, Path target, long length) throws IOException {
        Path half = Files.createTempFile(incoming, "upload", ".part");
        try {
            long received = receive(half);
            if (length >= 0 && received != length) {
                throw Refusals.uploadCut();
            }
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private long receive(Path half) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        long received = 0;
        windowEnd = System.nanoTime() + window.toNanos();
        try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
            for (int count = read(chunk); count >= 0; count = read(chunk)) {
                room.take(count);
                received += count;
                ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, count);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return received;
    }

    private int read(byte[] chunk) {
        try {
            int count = in.read(chunk);
            checkSpeed(Math.max(0, count));
            return count;
        } catch (SocketTimeoutException e) {
            throw Refusals.uploadStalled();
        } catch (IOException e) {
            throw isTimeout(e) ? Refusals.uploadStalled() : Refusals.uploadCut();
        }
    }

    /** The container wraps it. */
    private static boolean isTimeout(IOException e) {
        return e.getCause() instanceof SocketTimeoutException;
    }

    private void checkSpeed(int count) {
        windowBytes += count;
        long now = System.nanoTime();
        if (now - windowEnd >= 0) {
            if (count > 0 && windowBytes < SLOWEST_BYTES_PER_WINDOW) {
                throw Refusals.uploadStalled();
            }
            windowEnd = now + window.toNanos();
            windowBytes = 0;
        }
    }
}
