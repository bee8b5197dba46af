package vn.ruralmap.dataimport.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of delimited text (RFC 4180, but with any delimiter and line end), with limits. */
final class DelimitedRows implements Closeable {
    private final CloseableIterator<CsvRecord> rows;
    private final WatchedReader reader;
    private final String name;
    private final Limits limits;
    private long row;

    private DelimitedRows(CloseableIterator<CsvRecord> rows, WatchedReader reader, String name, Limits limits) {
        this.rows = rows;
        this.reader = reader;
        this.name = name;
        this.limits = limits;
    }

    /** Keeps what was thrown on the way, which FastCSV takes for a fault of the table. */
    private static final class WatchedReader extends FilterReader {
        private @Nullable RuntimeException thrown;

        private WatchedReader(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] chars, int offset, int length) throws IOException {
            try {
                return super.read(chars, offset, length);
            } catch (RuntimeException e) {
                thrown = e;
                throw e;
            }
        }
    }

    static DelimitedRows of(Reader reader, char delimiter, String name, Limits limits) {
        CsvRecordHandler handler = CsvRecordHandler.of(builder -> builder.maxFields(limits.fields() + 10)
                .maxFieldSize(limits.textChars())
                .maxRecordSize(limits.recordChars()));
        WatchedReader watched = new WatchedReader(reader);
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraCharsAfterClosingQuote(true)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(limits.textChars() + 1024)
                .build(handler, watched);
        return new DelimitedRows(csv.iterator(), watched, name, limits);
    }

    /** The cells of the next row, or null after the last. An empty line is one empty cell. */
    @Nullable
    List<String> next() throws UnreadableSourceException, IOException {
        row++;
        try {
            return rows.hasNext() ? rows.next().getFields() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (reader.thrown != null) {
                throw reader.thrown;
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (String.valueOf(cause.getMessage()).contains("max record size")) {
                throw Refusals.recordTooLarge(limits, row);
            }
            throw new UnreadableSourceException(
                    "TABLE_BROKEN",
                    name + " hỏng hoặc quá lớn: " + e.getMessage() + " (" + cause.getMessage()
                            + "). Có thể thiếu dấu nháy kép đóng; kiểm tra rồi xuất lại.",
                    name + " is broken or too large: " + e.getMessage() + " (" + cause.getMessage()
                            + "). Perhaps a closing quote is missing; check and export again.",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
