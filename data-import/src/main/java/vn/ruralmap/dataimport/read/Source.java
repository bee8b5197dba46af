package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.List;
import vn.ruralmap.layers.model.Issue;

/**
 * An opened file. Not for use by several threads at once. Closing it deletes what was unpacked for it.
 *
 * <pre>{@code
 * try (Source source = SourceFiles.open(Path.of("xa.zip"), ReadOptions.defaults())) {
 *     source.forEach(record -> store(record.geometry(), record.values()));
 * }
 * }</pre>
 */
public interface Source extends AutoCloseable {

    SourceInfo info();

    /** What was found about the file as a whole; complete after {@link #forEach}. */
    List<Issue> issues();

    /**
     * Gives every record to the consumer, in the order of the file, and may be called again.
     *
     * @throws UnreadableSourceException if the file cannot be read any further
     * @throws IOException if the disk fails
     * @throws X what the consumer throws, which ends the reading
     */
    <X extends Exception> void forEach(RecordConsumer<X> consumer) throws UnreadableSourceException, IOException, X;

    /**
     * As {@link #forEach}, but only every {@code step}-th record, beginning with the first.
     *
     * @param step 1 or more
     */
    default <X extends Exception> void forEachNth(long step, RecordConsumer<X> consumer)
            throws UnreadableSourceException, IOException, X {
        long[] seen = {0};
        forEach(record -> {
            if (seen[0]++ % step == 0) {
                consumer.accept(record);
            }
        });
    }

    /** True if {@link #forEachNth} leaves the other records unread. */
    default boolean canSkip() {
        return false;
    }

    @Override
    void close() throws IOException;
}
