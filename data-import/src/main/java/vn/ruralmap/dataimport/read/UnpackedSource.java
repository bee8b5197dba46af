package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.List;
import vn.ruralmap.layers.model.Issue;

/**
 * A source over files made for it, which go when it is closed.
 *
 * @param unpacked reads them
 * @param folder holds them
 */
record UnpackedSource(Source unpacked, TempFolder folder) implements Source {

    @Override
    public SourceInfo info() {
        return unpacked.info();
    }

    @Override
    public List<Issue> issues() {
        return unpacked.issues();
    }

    @Override
    public <X extends Exception> void forEach(RecordConsumer<X> consumer)
            throws UnreadableSourceException, IOException, X {
        unpacked.forEach(consumer);
    }

    @Override
    public <X extends Exception> void forEachNth(long step, RecordConsumer<X> consumer)
            throws UnreadableSourceException, IOException, X {
        unpacked.forEachNth(step, consumer);
    }

    @Override
    public boolean canSkip() {
        return unpacked.canSkip();
    }

    @Override
    public void close() throws IOException {
        try {
            unpacked.close();
        } finally {
            folder.close();
        }
    }
}
