package vn.ruralmap.layers.store.postgis;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Wkb;

/**
 * Fields in the binary format of COPY (PostgreSQL, "COPY", File Formats): each behind its length, numbers big-endian. Not for
 * concurrent use.
 */
final class CopyBytes {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int NULL = -1;
    /** PostgreSQL counts days from 2000-01-01. */
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private byte[] bytes = new byte[1024];
    private int size;

    /** The number of fields that follow, at the start of a row. */
    CopyBytes fields(int count) {
        grow(2);
        bytes[size++] = (byte) (count >> 8);
        bytes[size++] = (byte) count;
        return this;
    }

    /**
     * @param value a column of its type: bigint for Long, integer for Integer, double precision for Double, boolean, date for
     *     LocalDate, geometry, text for String
     */
    CopyBytes add(@Nullable Object value) {
        if (value == null) {
            grow(4);
            INT.set(bytes, size, NULL);
            size += 4;
        } else if (value instanceof String text) {
            addBytes(text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Long number) {
            addLong(number);
        } else if (value instanceof Integer number) {
            addInt(number);
        } else if (value instanceof Double number) {
            addLong(Double.doubleToRawLongBits(number));
        } else if (value instanceof LocalDate date) {
            addInt((int) (date.toEpochDay() - FIRST_DAY));
        } else if (value instanceof Boolean bool) {
            addBytes(new byte[] {(byte) (bool ? 1 : 0)});
        } else if (value instanceof Geometry geometry) {
            addGeometry(geometry);
        } else {
            throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
        return this;
    }

    private void addBytes(byte[] value) {
        begin(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void addLong(long value) {
        begin(8);
        LONG.set(bytes, size, value);
        size += 8;
    }

    private void addInt(int value) {
        begin(4);
        INT.set(bytes, size, value);
        size += 4;
    }

    /** The SRID is that of the column. */
    private void addGeometry(Geometry geometry) {
        int length = Wkb.size(geometry);
        begin(length);
        Wkb.write(geometry, bytes, size);
        size += length;
    }

    private void begin(int length) {
        grow(4 + length);
        INT.set(bytes, size, length);
        size += 4;
    }

    /** Takes bytes that another one wrote. */
    CopyBytes addWritten(byte[] written) {
        grow(written.length);
        System.arraycopy(written, 0, bytes, size, written.length);
        size += written.length;
        return this;
    }

    private void grow(int by) {
        int least = Math.addExact(size, by);
        if (least > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(least, bytes.length + (bytes.length >> 1)));
        }
    }

    int size() {
        return size;
    }

    /** All that was added, valid until something else is; {@link #size} bytes of it count. */
    byte[] array() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    /** All that was added since the last call. */
    byte[] take() {
        byte[] written = Arrays.copyOf(bytes, size);
        size = 0;
        return written;
    }
}
