package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Random access to a file through one buffer. Not a memory map: a file that is cut while mapped kills the process.
 */
final class FileWindow implements Closeable {
    private static final int BUFFER_BYTES = 1 << 17;

    private final FileChannel channel;
    private final long size;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private long start;

    FileWindow(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    long size() {
        return size;
    }

    /** A big-endian view of some bytes, valid until the next call; they must lie within the file. */
    ByteBuffer bytes(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset + length > size) {
            throw new IllegalArgumentException(offset + "+" + length + " is outside " + size);
        }
        if (offset < start || offset + length > start + buffer.limit()) {
            fill(offset, length);
        }
        return buffer.slice((int) (offset - start), length);
    }

    private void fill(long offset, int length) throws IOException {
        if (buffer.capacity() < length || (buffer.capacity() > BUFFER_BYTES && length <= BUFFER_BYTES)) {
            buffer = ByteBuffer.allocate(Math.max(length, BUFFER_BYTES));
        }
        buffer.clear();
        while (buffer.position() < length) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new EOFException("the file was cut while it was read");
            }
        }
        buffer.flip();
        start = offset;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
