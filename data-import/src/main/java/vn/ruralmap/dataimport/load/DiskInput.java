package vn.ruralmap.dataimport.load;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Wkb;

/** What {@link DiskOutput} wrote for one element. */
public final class DiskInput {

    private static final VarHandle CHAR = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[0];
    private int at;
    private char[] letters = new char[64];
    /** One instance of each of the few days that a file has. */
    private final Map<Long, LocalDate> days = new HashMap<>();

    DiskInput() {}

    DiskInput of(byte[] source, int start) {
        bytes = source;
        at = start;
        return this;
    }

    public int readByte() {
        return bytes[at++];
    }

    public int readInt() {
        int value = (int) INT.get(bytes, at);
        at += 4;
        return value;
    }

    public long readLong() {
        long value = (long) LONG.get(bytes, at);
        at += 8;
        return value;
    }

    public String readText() {
        int length = readInt();
        if (readByte() == 0) {
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
        }
        if (length > letters.length) {
            letters = new char[length];
        }
        for (int i = 0; i < length; i++) {
            letters[i] = (char) CHAR.get(bytes, at);
            at += 2;
        }
        return new String(letters, 0, length);
    }

    public LocalDate readDay() {
        return days.computeIfAbsent(readLong(), LocalDate::ofEpochDay);
    }

    /** On the grid, SRID 4326. */
    public Geometry readGeometry() throws IOException {
        int length = readInt();
        at += length;
        try {
            return Wkb.read(bytes, at - length, at, CoordinateGrid.FACTORY);
        } catch (ParseException e) {
            throw new IOException("the temporary file of an import is damaged", e);
        }
    }

    public List<@Nullable Object> readValues() throws IOException {
        @Nullable Object[] values = new Object[readInt()];
        for (int i = 0; i < values.length; i++) {
            int letter = readByte();
            values[i] = switch (letter) {
                case '-' -> null;
                case 't' -> readText();
                case 'i' -> readLong();
                case 'd' -> Double.longBitsToDouble(readLong());
                case 'y' -> true;
                case 'n' -> false;
                case 'D' -> readDay();
                default -> throw new IOException("the temporary file of an import is damaged");
            };
        }
        return Arrays.asList(values);
    }
}
