package vn.ruralmap.server.formats;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The values of one feature as FlatGeobuf has them: number of the column in 16 bits, then the value, little-endian; texts and dates
 * with their length in bytes before them. A value that is not there is left out.
 */
final class PropertyBuffer {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    void clear() {
        bytes.reset();
    }

    void put(int column, @Nullable Object value) {
        if (value == null) {
            return;
        }
        write(number.clear().putShort((short) column));
        if (value instanceof Long whole) {
            write(number.clear().putLong(whole));
        } else if (value instanceof Double decimal) {
            write(number.clear().putDouble(decimal));
        } else if (value instanceof Boolean flag) {
            bytes.write(flag ? 1 : 0);
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            write(number.clear().putInt(text.length));
            bytes.writeBytes(text);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private void write(ByteBuffer filled) {
        bytes.write(filled.array(), 0, filled.position());
    }
}
