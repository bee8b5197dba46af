package vn.ruralmap.server.tiling;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A hash of 128 bits over a sequence of values, the same on every machine and in every process. Fast rather than secret:
 * nothing that must stay private may go in (a telephone number could be found by trying all).
 */
public final class Fingerprint {

    private static final long ONE = 0x9E3779B97F4A7C15L;
    private static final long TWO = 0xC2B2AE3D27D4EB4FL;

    private long high = ONE;
    private long low = TWO;

    public Fingerprint add(long value) {
        high = mix(high ^ value) + ONE;
        low = mix(Long.rotateLeft(low, 23) + value * TWO);
        return this;
    }

    public Fingerprint add(double value) {
        return add(Double.doubleToLongBits(value));
    }

    public Fingerprint add(@Nullable String text) {
        if (text == null) {
            return add(-1);
        }
        add(text.length());
        long chunk = 0;
        for (int i = 0; i < text.length(); i++) {
            chunk = chunk << 16 | text.charAt(i);
            if ((i & 3) == 3) {
                add(chunk);
                chunk = 0;
            }
        }
        return add(chunk);
    }

    public Fingerprint add(byte[] bytes) {
        add(bytes.length);
        long chunk = 0;
        for (int i = 0; i < bytes.length; i++) {
            chunk = chunk << 8 | bytes[i] & 0xFF;
            if ((i & 7) == 7) {
                add(chunk);
                chunk = 0;
            }
        }
        return add(chunk);
    }

    /** 64 of the bits, never 0. */
    long value() {
        long value = mix(high ^ Long.rotateLeft(low, 32));
        return value == 0 ? 1 : value;
    }

    /** 96 of the bits, 24 hexadecimal digits. */
    String text() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(mix(high + low)) + hex.toHexDigits((int) mix(high ^ Long.rotateLeft(low, 17)));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014), a bijection in which every bit decides about every other. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
