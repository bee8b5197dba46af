package vn.ruralmap.server.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import vn.ruralmap.server.support.RequestException;

/** How much more may come to disk: of one import, of all, and as far as the disk itself has room. */
final class DiskRoom {

    /** The disk is asked after so many bytes. */
    private static final long STEP_BYTES = 16L << 20;

    private final Path folder;
    private final ImportLimits limits;
    /** Of uploads that are not complete yet, of all imports. */
    private final AtomicLong incoming = new AtomicLong();

    DiskRoom(Path folder, ImportLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** Throws unless so many bytes fit beside what there is. */
    private void require(long bytes, long used) throws IOException {
        boolean fits = used + bytes <= limits.total().toBytes()
                && Files.getFileStore(folder).getUsableSpace() - bytes
                        >= limits.reserve().toBytes();
        if (!fits) {
            throw Refusals.noRoom();
        }
    }

    /**
     * The room of one upload; to be closed when it is complete or gone.
     *
     * @param ofImport what the import's files that are still coming take
     * @param others what the complete files of the import take that stay
     * @param used what all imports take
     * @param length as announced; -1: not
     * @throws RequestException if it will not fit
     * @throws IOException if the disk cannot be asked
     */
    Share open(AtomicLong ofImport, long others, long used, long length) throws IOException {
        if (others + ofImport.get() + Math.max(0, length) > limits.perImport().toBytes()) {
            throw Refusals.tooLarge(limits.perImport());
        }
        require(Math.max(0, length), used + incoming.get());
        return new Share(ofImport, others, used);
    }

    /** One upload's part of it. */
    final class Share implements Upload.Room, AutoCloseable {
        private final AtomicLong ofImport;
        private final long others;
        private final long used;
        private long taken;
        private long asked;

        private Share(AtomicLong ofImport, long others, long used) {
            this.ofImport = ofImport;
            this.others = others;
            this.used = used;
        }

        @Override
        public void take(long bytes) {
            taken += bytes;
            incoming.addAndGet(bytes);
            if (others + ofImport.addAndGet(bytes) > limits.perImport().toBytes()) {
                throw Refusals.tooLarge(limits.perImport());
            }
            if (taken - asked >= STEP_BYTES) {
                asked = taken;
                try {
                    require(0, used + incoming.get());
                } catch (IOException e) {
                    throw Refusals.diskFailed();
                }
            }
        }

        @Override
        public void close() {
            incoming.addAndGet(-taken);
            ofImport.addAndGet(-taken);
        }
    }
}
