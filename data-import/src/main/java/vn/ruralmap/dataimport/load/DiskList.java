package vn.ruralmap.dataimport.load;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list that only grows, in a temporary file once it is larger than a megabyte; in memory it takes 8 bytes per element.
 *
 * <p>Each {@link #get} makes a new object. Going through the list in order reads the file in large pieces. The file has no
 * name in any folder where the system allows that, so it goes with the process, however that ends. Throws {@link
 * UncheckedIOException} if the disk fails or is full. Not for several threads at once.
 *
 * @param <T> what it holds
 */
public final class DiskList<T> extends AbstractList<T> implements RandomAccess, Closeable {

    private static final int PIECE = 1 << 20;

    private final Form<T> form;
    private final Unwritten unwritten = new Unwritten();
    private final Stored stored = new Stored();
    private final DataOutputStream out = new DataOutputStream(unwritten);
    private @Nullable FileChannel file;
    private long written;
    private long[] offsets = new long[16];
    private int size;
    private byte[] piece = new byte[0];
    private long pieceStart;

    /** The end of the list. One thread writes it, so without the locks of ByteArrayOutputStream, which cost more than the writing. */
    private static final class Unwritten extends OutputStream {
        private byte[] bytes = new byte[1024];
        private int size;

        @Override
        public void write(int value) {
            grow(1);
            bytes[size++] = (byte) value;
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            grow(length);
            System.arraycopy(source, offset, bytes, size, length);
            size += length;
        }

        private void grow(int by) {
            int least = Math.addExact(size, by);
            if (least > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(least, bytes.length + (bytes.length >> 1)));
            }
        }
    }

    /** One element, without locks as well. */
    private static final class Stored extends InputStream {
        private byte[] bytes = new byte[0];
        private int at;
        private int end;

        Stored of(byte[] source, int start, int length) {
            bytes = source;
            at = start;
            end = start + length;
            return this;
        }

        @Override
        public int read() {
            return at < end ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == end && length > 0) {
                return -1;
            }
            int count = Math.min(length, end - at);
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            return count;
        }
    }

    /**
     * How an element is written and read.
     *
     * @param <T> what it is
     */
    public interface Form<T> {
        void write(T element, DataOutputStream out) throws IOException;

        T read(DataInputStream in) throws IOException;
    }

    public DiskList(Form<T> form) {
        this.form = form;
    }

    @Override
    public boolean add(T element) {
        try {
            if (size + 1 >= offsets.length) {
                offsets = Arrays.copyOf(offsets, Math.addExact(offsets.length, offsets.length >> 1));
            }
            form.write(element, out);
            size++;
            offsets[size] = written + unwritten.size;
            if (unwritten.size >= PIECE) {
                writePiece();
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writePiece() throws IOException {
        FileChannel channel = file;
        if (channel == null) {
            channel = create();
            file = channel;
        }
        ByteBuffer bytes = ByteBuffer.wrap(unwritten.bytes, 0, unwritten.size);
        while (bytes.hasRemaining()) {
            written += channel.write(bytes, written);
        }
        unwritten.size = 0;
    }

    private static FileChannel create() throws IOException {
        Path path = Files.createTempFile("ruralmap-import", ".rows");
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Windows keeps an open file's name; there it goes when the list is closed
            return channel;
        }
        return channel;
    }

    @Override
    public T get(int index) {
        Objects.checkIndex(index, size);
        long start = offsets[index];
        int length = Math.toIntExact(offsets[index + 1] - start);
        try {
            byte[] from = start >= written ? unwritten.bytes : pieceWith(start, length);
            int at = Math.toIntExact(start - (start >= written ? written : pieceStart));
            return form.read(new DataInputStream(stored.of(from, at, length)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] pieceWith(long start, int length) throws IOException {
        if (start < pieceStart || start + length > pieceStart + piece.length) {
            byte[] read = new byte[(int) Math.min(Math.max(PIECE, length), written - start)];
            ByteBuffer target = ByteBuffer.wrap(read);
            FileChannel channel = Objects.requireNonNull(file);
            while (target.hasRemaining()) {
                if (channel.read(target, start + target.position()) < 0) {
                    throw new EOFException("the temporary file of an import was cut");
                }
            }
            piece = read;
            pieceStart = start;
        }
        return piece;
    }

    @Override
    public int size() {
        return size;
    }

    /** Gives the disk space back; the list is then empty. */
    @Override
    public void close() {
        size = 0;
        written = 0;
        unwritten.size = 0;
        piece = new byte[0];
        try {
            if (file != null) {
                file.close();
                file = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
