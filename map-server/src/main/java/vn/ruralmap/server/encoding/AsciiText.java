package vn.ruralmap.server.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.SerializableString;

/** Text of ASCII that needs no escapes, such as numbers: the generator copies its bytes instead of looking at each character. */
final class AsciiText implements SerializableString {

    private final byte[] bytes;

    /** @param length of the part of the buffer that is taken, from its beginning */
    AsciiText(char[] buffer, int length) {
        bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) buffer[i];
        }
    }

    @Override
    public String getValue() {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Override
    public int charLength() {
        return bytes.length;
    }

    @Override
    public char[] asQuotedChars() {
        return getValue().toCharArray();
    }

    @Override
    public byte[] asUnquotedUTF8() {
        return bytes;
    }

    @Override
    public byte[] asQuotedUTF8() {
        return bytes;
    }

    @Override
    public int appendQuotedUTF8(byte[] target, int offset) {
        return appendUnquotedUTF8(target, offset);
    }

    @Override
    public int appendUnquotedUTF8(byte[] target, int offset) {
        if (target.length - offset < bytes.length) {
            return -1;
        }
        System.arraycopy(bytes, 0, target, offset, bytes.length);
        return bytes.length;
    }

    @Override
    public int appendQuoted(char[] target, int offset) {
        return appendUnquoted(target, offset);
    }

    @Override
    public int appendUnquoted(char[] target, int offset) {
        if (target.length - offset < bytes.length) {
            return -1;
        }
        for (int i = 0; i < bytes.length; i++) {
            target[offset + i] = (char) bytes[i];
        }
        return bytes.length;
    }

    @Override
    public int writeQuotedUTF8(OutputStream out) throws IOException {
        return writeUnquotedUTF8(out);
    }

    @Override
    public int writeUnquotedUTF8(OutputStream out) throws IOException {
        out.write(bytes);
        return bytes.length;
    }

    @Override
    public int putQuotedUTF8(ByteBuffer target) {
        return putUnquotedUTF8(target);
    }

    @Override
    public int putUnquotedUTF8(ByteBuffer target) {
        if (target.remaining() < bytes.length) {
            return -1;
        }
        target.put(bytes);
        return bytes.length;
    }
}
