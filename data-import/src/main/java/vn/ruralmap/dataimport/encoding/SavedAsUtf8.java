package vn.ruralmap.dataimport.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 of text that had been decoded wrongly, as windows-1252, before: "Sãc Tr¨ng" where "Sóc Trăng" was meant. Goes
 * back to the bytes it was made of. Text that cannot have come about in this way is left as it is.
 *
 * @param inner of the bytes before
 */
record SavedAsUtf8(Encoding inner) implements Encoding {

    private static final String HIGH = new String(c1(), Charset.forName("windows-1252"));

    private static byte[] c1() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return bytes;
    }

    @Override
    public String name() {
        return inner.name() + "-in-UTF-8";
    }

    @Override
    public Decoded decode(byte[] bytes, int length) {
        Decoded reversed = reverse(bytes, length);
        return reversed == null || reversed.lost() > 0
                ? new Decoded(new String(bytes, 0, length, StandardCharsets.UTF_8), 0)
                : reversed;
    }

    /** Null if it was never read as windows-1252. */
    @Nullable
    Decoded reverse(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        byte[] before = new byte[text.length()];
        for (int i = 0; i < before.length; i++) {
            int b = byteOf(text.charAt(i));
            if (b < 0) {
                return null;
            }
            before[i] = (byte) b;
        }
        return inner.decode(before, before.length);
    }

    /** Of a letter of windows-1252, or of the control characters that others put for its five empty places; else -1. */
    private static int byteOf(char letter) {
        if (letter < 0x100) {
            return letter;
        }
        int high = HIGH.indexOf(letter);
        return high < 0 || letter == SingleByte.LOST ? -1 : 0x80 + high;
    }

    @Override
    public String toString() {
        return name();
    }
}
