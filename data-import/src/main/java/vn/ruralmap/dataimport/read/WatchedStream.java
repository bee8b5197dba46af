package vn.ruralmap.dataimport.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that tells how far it is read. Meant to be read by blocks: it has no buffer. */
final class WatchedStream extends FilterInputStream {
    private final ReadWatch watch;
    private final long size;
    private long done;

    private WatchedStream(InputStream in, ReadWatch watch, long size) {
        super(in);
        this.watch = watch;
        this.size = size;
    }

    static InputStream open(Path file, ReadWatch watch) throws IOException {
        return new WatchedStream(Files.newInputStream(file), watch, Files.size(file));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        watch.update(done, size);
        int read = super.read(bytes, offset, length);
        done += Math.max(0, read);
        return read;
    }
}
