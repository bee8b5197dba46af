package vn.ruralmap.dataimport.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Wkb;

/**
 * The end of a {@link DiskList}, in memory. Straight into one array: streams with their locks cost more than the writing, and UTF-8
 * twice as much as the letters as they are.
 */
public final class DiskOutput {

    private static final VarHandle CHAR = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int size;

    DiskOutput() {}

    public void writeByte(int value) {
        grow(1);
        bytes[size++] = (byte) value;
    }

    public void writeInt(int value) {
        grow(4);
        INT.set(bytes, size, value);
        size += 4;
    }

    public void writeLong(long value) {
        grow(8);
        LONG.set(bytes, size, value);
        size += 8;
    }

    /** Any text, be it whole letters or not. */
    public void writeText(String text) {
        int length = text.length();
        boolean isWide = false;
        for (int i = 0; i < length && !isWide; i++) {
            isWide = text.charAt(i) > 0xFF;
        }
        writeInt(length);
        writeByte(isWide ? 1 : 0);
        grow(isWide ? Math.multiplyExact(2, length) : length);
        for (int i = 0; i < length; i++) {
            if (isWide) {
                CHAR.set(bytes, size, text.charAt(i));
                size += 2;
            } else {
                bytes[size++] = (byte) text.charAt(i);
            }
        }
    }

    public void writeGeometry(Geometry geometry) {
        int length = Wkb.size(geometry);
        writeInt(length);
        grow(length);
        Wkb.write(geometry, bytes, size);
        size += length;
    }

    /** Values of attributes, each by one letter and what it stands for. */
    public void writeValues(List<@Nullable Object> values) {
        writeInt(values.size());
        for (Object value : values) {
            if (value == null) {
                writeByte('-');
            } else if (value instanceof String text) {
                writeByte('t');
                writeText(text);
            } else if (value instanceof Long number) {
                writeByte('i');
                writeLong(number);
            } else if (value instanceof Double number) {
                writeByte('d');
                writeLong(Double.doubleToRawLongBits(number));
            } else if (value instanceof Boolean bool) {
                writeByte(bool ? 'y' : 'n');
            } else if (value instanceof LocalDate date) {
                writeByte('D');
                writeLong(date.toEpochDay());
            } else {
                throw new IllegalArgumentException("no attribute has values of " + value.getClass());
            }
        }
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

    /** {@link #size} bytes of it count; until something is written. */
    byte[] array() {
        return bytes;
    }

    void clear() {
        size = 0;
    }
}
