package vn.ruralmap.server.render;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bits one after the other, the lowest of a byte first (RFC 1951 §3.1.1), into an array that must be large enough. */
final class BitSink {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int position;
    private long waiting;
    private int count;

    BitSink(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] bytes() {
        return bytes;
    }

    /** Index behind the last whole byte. */
    int position() {
        return position;
    }

    /** @param length at most 32 */
    void put(int bits, int length) {
        waiting |= (bits & 0xFFFFFFFFL) << count;
        count += length;
        if (count >= Integer.SIZE) {
            INTS.set(bytes, position, (int) waiting);
            position += Integer.BYTES;
            waiting >>>= Integer.SIZE;
            count -= Integer.SIZE;
        }
    }

    /** Goes on with the next whole byte. */
    void align() {
        while (count > 0) {
            bytes[position++] = (byte) waiting;
            waiting >>>= Byte.SIZE;
            count -= Byte.SIZE;
        }
        waiting = 0;
        count = 0;
    }

    /** Whole bytes, where none is begun. */
    void bytes(int... values) {
        for (int value : values) {
            bytes[position++] = (byte) value;
        }
    }
}
