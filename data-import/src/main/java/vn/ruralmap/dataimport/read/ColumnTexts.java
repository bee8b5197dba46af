package vn.ruralmap.dataimport.read;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.ColumnReader;
import vn.ruralmap.dataimport.encoding.FileEncoding;
import vn.ruralmap.layers.model.Issue;

/** The texts of a table whose encodings are decided: see {@link ColumnBytes}. */
final class ColumnTexts {
    private final FileEncoding encoding;
    private final List<String> names;
    private final List<ColumnReader> readers;

    ColumnTexts(FileEncoding encoding, List<String> names) {
        this.encoding = encoding;
        this.names = names;
        this.readers = encoding.columns().stream().map(ColumnReader::new).toList();
    }

    FileEncoding encoding() {
        return encoding;
    }

    /** Of the columns, in their order. */
    List<String> names() {
        return names;
    }

    /**
     * The letters of a value of fixed width; null if it has none.
     *
     * @param column 0-based
     * @param raw with its padding
     * @param row 1-based
     * @param issues takes what was mended or lost
     */
    @Nullable
    String padded(int column, byte[] raw, long row, List<Issue> issues) {
        return readers.get(column).read(raw, row, issues);
    }

    /**
     * The letters of a value that is stored without padding; null if it has none.
     *
     * @param column 0-based
     * @param raw as stored
     * @param width how many bytes it could have had; 0: any number
     * @param row 1-based
     * @param issues takes what was mended or lost
     */
    @Nullable
    String value(int column, byte[] raw, int width, long row, List<Issue> issues) {
        boolean hasRoom = width == 0 || raw.length < width;
        return readers.get(column).read(hasRoom ? Arrays.copyOf(raw, raw.length + 1) : raw, row, issues);
    }
}
