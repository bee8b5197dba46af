package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;

/** A file that is read from its start for every {@link #forEach}. */
final class StreamedSource implements Source {

    /** The records that are still to come. */
    interface Cursor extends Closeable {
        @Nullable
        SourceRecord next() throws UnreadableSourceException, IOException;
    }

    /** Begins at the first record. */
    @FunctionalInterface
    interface Opening {
        /** @param fileIssues takes what is found about the file as a whole, the same finding as often as it is met */
        Cursor open(Consumer<Issue> fileIssues) throws UnreadableSourceException, IOException;
    }

    private final SourceInfo info;
    private final Set<Issue> issues;
    private final Opening opening;

    StreamedSource(SourceInfo info, List<Issue> issues, Opening opening) {
        this.info = info;
        this.issues = new LinkedHashSet<>(issues);
        this.opening = opening;
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public List<Issue> issues() {
        return List.copyOf(issues);
    }

    @Override
    public <X extends Exception> void forEach(RecordConsumer<X> consumer)
            throws UnreadableSourceException, IOException, X {
        try (Cursor cursor = opening.open(issues::add)) {
            for (SourceRecord next = cursor.next(); next != null; next = cursor.next()) {
                consumer.accept(next);
            }
        }
    }

    @Override
    public void close() {
        // Each reading opens and closes the file itself.
    }
}
