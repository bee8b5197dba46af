package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The table of a shapefile, read row by row as raw bytes.
 *
 * <p>Our own, because javadbf stops at the first value that does not fit its column, gives no raw bytes and fails with
 * unchecked exceptions on damaged headers.
 */
final class DbfFile implements Closeable {
    private final FileWindow window;
    private final DbfHeader header;
    private final List<DbfField> fields;
    private final long rows;

    private DbfFile(FileWindow window, DbfHeader header) {
        this.window = window;
        this.header = header;
        this.fields = header.fields().stream().filter(DbfField::isReadable).toList();
        this.rows = Math.min(header.declaredRows(), rowsInFile());
    }

    static DbfFile open(Path file, String name, Limits limits) throws UnreadableSourceException, IOException {
        FileWindow window = new FileWindow(file);
        boolean opened = false;
        try {
            DbfFile dbf = new DbfFile(window, DbfHeader.read(window, name, limits.fields()));
            Refusals.requireAtMost(limits.records(), dbf.rows);
            opened = true;
            return dbf;
        } finally {
            if (!opened) {
                window.close();
            }
        }
    }

    private long rowsInFile() {
        return (window.size() - header.headerBytes()) / Math.max(1, header.rowBytes());
    }

    DbfHeader header() {
        return header;
    }

    /** The columns that are read. */
    List<DbfField> fields() {
        return fields;
    }

    /** Rows that are there, deleted ones included. */
    long rows() {
        return rows;
    }

    /** @param row 0-based; valid until the next call */
    ByteBuffer row(long row) throws IOException {
        return window.bytes(header.headerBytes() + row * header.rowBytes(), header.rowBytes());
    }

    static boolean isDeleted(ByteBuffer row) {
        return row.get(0) == '*';
    }

    static byte[] value(ByteBuffer row, DbfField field) {
        byte[] bytes = new byte[field.width()];
        row.get(field.offset(), bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
