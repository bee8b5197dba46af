package vn.ruralmap.dataimport.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes the attribute table: dBASE III without memo, UTF-8, told by a {@code .cpg} beside it. */
final class DbfEncoder {

    private static final int HEADER_BYTES = 32;
    private static final int FIELD_BYTES = 32;
    private static final int MAX_RECORD_BYTES = 65_535;

    private final List<DbfColumn> columns;
    private final int[] widths;
    private int rows;
    private long cutValues;

    DbfEncoder(List<DbfColumn> columns) {
        this.columns = columns;
        this.widths = columns.stream().mapToInt(DbfColumn::minWidth).toArray();
    }

    /** First pass: how wide the fields must be. */
    void measure(ShapefileTable.Row row) {
        if (row.values().size() != columns.size()) {
            throw new IllegalArgumentException(
                    row.values().size() + " values for " + columns.size() + " columns in record " + (rows + 1));
        }
        rows++;
        for (int i = 0; i < widths.length; i++) {
            DbfColumn column = columns.get(i);
            Object value = row.values().get(i);
            widths[i] = Math.max(widths[i], column.encode(value).length);
            cutValues += column.fits(value) ? 0 : 1;
        }
    }

    long cutValues() {
        return cutValues;
    }

    void writeTo(OutputStream out, Iterable<ShapefileTable.Row> rowsToWrite) throws IOException {
        int recordBytes = 1 + Arrays.stream(widths).sum();
        if (recordBytes > MAX_RECORD_BYTES) {
            throw new ShapefileLimitException("bảng thuộc tính quá rộng", "the attribute table is too wide");
        }
        out.write(header(recordBytes));
        byte[] bytes = new byte[recordBytes];
        for (ShapefileTable.Row row : rowsToWrite) {
            Arrays.fill(bytes, (byte) ' ');
            int at = 1;
            for (int i = 0; i < widths.length; i++) {
                byte[] value = columns.get(i).encode(row.values().get(i));
                int pad = columns.get(i).isRightAligned() ? widths[i] - value.length : 0;
                System.arraycopy(value, 0, bytes, at + pad, value.length);
                at += widths[i];
            }
            out.write(bytes);
        }
        out.write(0x1A);
    }

    private byte[] header(int recordBytes) {
        int headerBytes = HEADER_BYTES + FIELD_BYTES * columns.size() + 1;
        ByteBuffer buffer = ByteBuffer.allocate(headerBytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 3);
        // The day of writing, fixed to 1980-01-01 so that the same rows give the same bytes.
        buffer.put((byte) 80).put((byte) 1).put((byte) 1);
        buffer.putInt(rows).putShort((short) headerBytes).putShort((short) recordBytes);
        buffer.position(HEADER_BYTES);
        for (int i = 0; i < widths.length; i++) {
            DbfColumn column = columns.get(i);
            int start = buffer.position();
            buffer.put(column.name().getBytes(StandardCharsets.US_ASCII));
            buffer.position(start + 11);
            buffer.put(column.letter());
            buffer.position(start + 16);
            buffer.put((byte) widths[i]).put((byte) column.decimals());
            buffer.position(start + FIELD_BYTES);
        }
        buffer.put((byte) 0x0D);
        return buffer.array();
    }
}
