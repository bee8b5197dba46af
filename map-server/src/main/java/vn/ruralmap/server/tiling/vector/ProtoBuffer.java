package vn.ruralmap.server.tiling.vector;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes protocol buffers (their wire format: varints, 64-bit and length-delimited fields), which is all that a tile needs. */
final class ProtoBuffer {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int LONGEST_VARINT = 10;

    private byte[] bytes = new byte[256];
    private int length;

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    private void varint(long value) {
        reserve(LONGEST_VARINT);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    private void key(int field, int wireType) {
        varint((long) field << 3 | wireType);
    }

    void number(int field, long value) {
        key(field, VARINT);
        varint(value);
    }

    void zigZag(int field, long value) {
        number(field, value << 1 ^ value >> 63);
    }

    void decimal(int field, double value) {
        key(field, FIXED64);
        reserve(8);
        long bits = Double.doubleToLongBits(value);
        for (int i = 0; i < 8; i++) {
            bytes[length++] = (byte) (bits >>> 8 * i);
        }
    }

    void text(int field, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        key(field, LENGTH_DELIMITED);
        varint(utf8.length);
        append(utf8, utf8.length);
    }

    void message(int field, ProtoBuffer message) {
        key(field, LENGTH_DELIMITED);
        varint(message.length);
        append(message.bytes, message.length);
    }

    /** Fields that were written elsewhere. */
    void raw(ProtoBuffer fields) {
        append(fields.bytes, fields.length);
    }

    /** A packed repeated field of unsigned numbers. */
    void packed(int field, int[] values, int count) {
        ProtoBuffer packed = new ProtoBuffer();
        for (int i = 0; i < count; i++) {
            packed.varint(values[i] & 0xFFFFFFFFL);
        }
        message(field, packed);
    }

    private void append(byte[] more, int count) {
        reserve(count);
        System.arraycopy(more, 0, bytes, length, count);
        length += count;
    }
}
