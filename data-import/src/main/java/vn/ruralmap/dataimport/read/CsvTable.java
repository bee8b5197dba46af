package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows below the header.
 *
 * @param name of the file
 */
record CsvTable(TextFile file, String name, CsvDialect dialect, Limits limits) {

    /**
     * One row.
     *
     * @param number as a spreadsheet shows it if no cell has line breaks
     * @param cells as stored, as many as there are columns
     * @param surplus filled cells beyond the last column
     */
    record Row(long number, List<String> cells, int surplus) {}

    Rows open() throws UnreadableSourceException, IOException {
        Rows rows = new Rows(DelimitedRows.of(file.open(), dialect.delimiter(), name, limits));
        for (int i = 0; i <= dialect.titleRows(); i++) {
            rows.raw();
        }
        return rows;
    }

    final class Rows implements Closeable {
        private final DelimitedRows reader;
        private long number;

        private Rows(DelimitedRows reader) {
            this.reader = reader;
        }

        private @Nullable List<String> raw() throws UnreadableSourceException, IOException {
            number++;
            return reader.next();
        }

        /** The next row that is not empty; null after the last. */
        @Nullable
        Row next() throws UnreadableSourceException, IOException {
            for (List<String> cells = raw(); cells != null; cells = raw()) {
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    return row(cells);
                }
            }
            return null;
        }

        private Row row(List<String> stored) {
            String[] cells = new String[dialect.header().size()];
            Arrays.fill(cells, "");
            int surplus = 0;
            for (int i = 0; i < stored.size(); i++) {
                if (i < cells.length) {
                    cells[i] = stored.get(i);
                } else if (!stored.get(i).isBlank()) {
                    surplus++;
                }
            }
            return new Row(number, Arrays.asList(cells), surplus);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
