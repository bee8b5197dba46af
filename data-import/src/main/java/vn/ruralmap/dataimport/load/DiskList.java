package vn.ruralmap.dataimport.load;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A list that only grows, in a temporary file once it is larger than a megabyte; in memory it takes 8 bytes per element.
 *
 * <p>Each {@link #get} makes a new object. Going through the list in order reads the file in large pieces. The file has no
 * name in any folder where the system allows that, so it goes with the process, however that ends. Throws {@link
 * UncheckedIOException} if the disk fails or is full. Once nothing is added any more, several threads may read.
 *
 * @param <T> what it holds
 */
public final class DiskList<T> extends AbstractList<T> implements RandomAccess, Closeable {

    private static final int PIECE = 1 << 20;

    private final Form<T> form;
    private final DiskOutput unwritten = new DiskOutput();
    private final Map<Thread, Piece> pieces = new ConcurrentHashMap<>();
    private @Nullable FileChannel file;
    private long written;
    private long[] offsets = new long[16];
    private int size;

    /** What a thread last read of the file. */
    private static final class Piece {
        private final DiskInput input = new DiskInput();
        private byte[] bytes = new byte[0];
        private long start;
    }

    /**
     * How an element is written and read.
     *
     * @param <T> what it is
     */
    public interface Form<T> {
        void write(T element, DiskOutput out);

        T read(DiskInput in) throws IOException;
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
            form.write(element, unwritten);
            size++;
            offsets[size] = written + unwritten.size();
            if (unwritten.size() >= PIECE) {
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
        ByteBuffer bytes = ByteBuffer.wrap(unwritten.array(), 0, unwritten.size());
        while (bytes.hasRemaining()) {
            written += channel.write(bytes, written);
        }
        unwritten.clear();
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
            Piece piece = pieces.computeIfAbsent(Thread.currentThread(), thread -> new Piece());
            if (start >= written) {
                return form.read(piece.input.of(unwritten.array(), Math.toIntExact(start - written)));
            }
            fill(piece, start, length);
            return form.read(piece.input.of(piece.bytes, Math.toIntExact(start - piece.start)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Piece piece, long start, int length) throws IOException {
        if (start >= piece.start && start + length <= piece.start + piece.bytes.length) {
            return;
        }
        byte[] read = new byte[(int) Math.min(Math.max(PIECE, length), written - start)];
        ByteBuffer target = ByteBuffer.wrap(read);
        FileChannel channel = Objects.requireNonNull(file);
        while (target.hasRemaining()) {
            if (channel.read(target, start + target.position()) < 0) {
                throw new EOFException("the temporary file of an import was cut");
            }
        }
        piece.bytes = read;
        piece.start = start;
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
        unwritten.clear();
        pieces.clear();
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
