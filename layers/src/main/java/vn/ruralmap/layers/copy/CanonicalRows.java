package vn.ruralmap.layers.copy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Values as bytes that do not depend on a database: a letter for the type, then the value. {@code n}: none; {@code i}: 64-bit
 * integer; {@code d}: 64-bit float, no negative zero; {@code b}: boolean; {@code g}: length and WKB; {@code t}: length and UTF-8
 * of the text, in ISO 8601 for dates and times. Numbers are big-endian.
 */
final class CanonicalRows {

    private static final int CHUNK = 1 << 16;

    private final MessageDigest digest;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * CHUNK);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);

    CanonicalRows() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(@Nullable Object value) {
        try {
            if (value == null) {
                out.writeByte('n');
            } else if (value instanceof Long number) {
                out.writeByte('i');
                out.writeLong(number);
            } else if (value instanceof Double number) {
                out.writeByte('d');
                out.writeDouble(number + 0.0);
            } else if (value instanceof Boolean bool) {
                out.writeByte('b');
                out.writeBoolean(bool);
            } else if (value instanceof Geometry geometry) {
                bytes('g', wkb.write(geometry));
            } else {
                bytes('t', value.toString().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.size() > CHUNK) {
            flush();
        }
    }

    private void bytes(char type, byte[] value) throws IOException {
        out.writeByte(type);
        out.writeInt(value.length);
        out.write(value);
    }

    private void flush() {
        digest.update(bytes.toByteArray());
        bytes.reset();
    }

    byte[] digest() {
        flush();
        return digest.digest();
    }
}
