package vn.ruralmap.dataimport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes, the same for the same random numbers, and remembers how. */
final class Mutation {
    private static final int[] LENGTHS = {
        0, 1, -1, 2, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x10000, 1_000_000, 0x7FFFFFFF, 0x80000000, 0x40000000, -2
    };
    private static final String[] WORDS = {
        "1e308",
        "-1e999",
        "NaN",
        "Infinity",
        "9".repeat(40),
        "-",
        "\0",
        "\"",
        "<",
        "]",
        "}",
        "(",
        "&#x10FFFF;",
        ",",
        "\n"
    };
    /** Where headers are. */
    private static final int HEADER_BYTES = 200;

    private final Random random;
    private final byte[] other;
    private final List<String> done = new ArrayList<>();

    /** @param other another sound file, to splice with */
    Mutation(Random random, byte[] other) {
        this.random = random;
        this.other = other;
    }

    byte[] of(byte[] sound) {
        byte[] bytes = sound.clone();
        int changes = 1 + random.nextInt(5);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes = once(bytes);
        }
        return bytes;
    }

    /** What was done, in order: place and kind. */
    List<String> done() {
        return done;
    }

    private byte[] once(byte[] bytes) {
        int reach = random.nextBoolean() ? Math.min(HEADER_BYTES, bytes.length) : bytes.length;
        int at = random.nextInt(reach);
        switch (random.nextInt(11)) {
            case 0 -> {
                return flip(bytes, at);
            }
            case 1 -> {
                return flip(bytes, bytes.length - 1 - at);
            }
            case 2 -> {
                done.add("byte at " + at);
                bytes[at] = (byte) random.nextInt(256);
            }
            case 3 -> {
                int end = Math.min(bytes.length, at + 1 + random.nextInt(16));
                byte with = new byte[] {0, -1, ' ', '9', '0'}[random.nextInt(5)];
                done.add("run of " + with + " in " + at + ".." + end);
                Arrays.fill(bytes, at, end, with);
            }
            case 4, 5 -> setLength(bytes, at);
            case 6 -> {
                done.add("cut at " + at);
                return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            }
            case 7 -> {
                int length = Math.min(random.nextInt(64), bytes.length - at);
                done.add(length + " bytes taken out at " + at);
                return join(bytes, at, new byte[0], at + length);
            }
            case 8 -> {
                int from = random.nextInt(bytes.length);
                byte[] again = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(200)));
                done.add(again.length + " bytes of " + from + " again at " + at);
                return join(bytes, at, again, at);
            }
            case 9 -> {
                int from = random.nextInt(other.length);
                byte[] foreign = Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(400)));
                done.add("spliced " + foreign.length + " bytes of another file from " + from + " at " + at);
                return join(bytes, at, foreign, random.nextBoolean() ? at : Math.min(bytes.length, at + 400));
            }
            default -> {
                return word(bytes, at);
            }
        }
        return bytes;
    }

    private byte[] flip(byte[] bytes, int at) {
        int bit = random.nextInt(8);
        done.add("bit " + bit + " at " + at);
        bytes[at] ^= (byte) (1 << bit);
        return bytes;
    }

    /** Numbers in headers, and those after a signature of a zip. */
    private void setLength(byte[] bytes, int at) {
        int place = at & ~1;
        List<Integer> signatures = signatures(bytes);
        if (!signatures.isEmpty() && random.nextInt(4) != 0) {
            place = signatures.get(random.nextInt(signatures.size())) + 4 + 2 * random.nextInt(22);
        }
        int width = random.nextInt(3) == 0 ? 2 : random.nextInt(8) == 0 ? 8 : 4;
        if (place + width > bytes.length) {
            return;
        }
        int value = LENGTHS[random.nextInt(LENGTHS.length)];
        ByteOrder order = random.nextInt(3) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        done.add(width + " byte " + order + " number " + value + " at " + place);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        switch (width) {
            case 2 -> buffer.putShort(place, (short) value);
            case 4 -> buffer.putInt(place, value);
            default -> buffer.putLong(place, value);
        }
    }

    private static List<Integer> signatures(byte[] bytes) {
        List<Integer> found = new ArrayList<>();
        if (bytes[0] == 'P') {
            for (int i = 0; i + 4 <= bytes.length; i++) {
                if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] < 9 && bytes[i + 3] < 9) {
                    found.add(i);
                }
            }
        }
        return found;
    }

    /** Puts a word that parsers trip over in the place of the digits or letters there. */
    private byte[] word(byte[] bytes, int at) {
        int from = at;
        while (from > 0 && from > at - 20 && isWord(bytes[from - 1])) {
            from--;
        }
        int to = at;
        while (to < bytes.length && to < at + 20 && isWord(bytes[to])) {
            to++;
        }
        String word = WORDS[random.nextInt(WORDS.length)];
        done.add("'" + word + "' for " + from + ".." + to);
        return join(bytes, from, word.getBytes(StandardCharsets.UTF_8), to);
    }

    private static boolean isWord(byte b) {
        return b == '.' || b == '-' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private static byte[] join(byte[] bytes, int end, byte[] between, int start) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, end);
        joined.writeBytes(between);
        joined.write(bytes, start, bytes.length - start);
        return joined.toByteArray();
    }
}
