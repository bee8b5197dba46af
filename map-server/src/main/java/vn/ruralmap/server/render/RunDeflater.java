package vn.ruralmap.server.render;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Deflate (RFC 1951, in the frame of RFC 1950) that looks for nothing but runs of one byte, which is what flat fills are made of.
 *
 * <p>Of maps it makes as few bytes as zlib's level 3, which also looks for everything else, in a quarter of the time. Of what repeats,
 * such as hatches, it makes several times as many: ask {@link Repetition} first. zlib can do the same (its strategy {@code Z_RLE}), but
 * Java's classes do not let one choose it. Not for several threads.
 */
final class RunDeflater {

    /** Of a block with its own codes: large enough that these do not matter, small enough that memory does not. */
    private static final int BLOCK_BYTES = 1 << 17;

    private static final int LITERALS = 256;
    private static final int END = 256;
    private static final int MIN_RUN = 3;
    private static final int MAX_RUN = 258;
    /** Symbols of literals, the end and lengths (RFC 1951 §3.2.5). */
    private static final int SYMBOLS = 286;

    /** The first length of each symbol from 257 on, and how many more bits say which (RFC 1951 §3.2.5). */
    private static final int[] BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };

    private static final int[] EXTRA = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };

    /** The symbol of each length. */
    private static final int[] SYMBOL = new int[MAX_RUN + 1];

    static {
        for (int length = MIN_RUN; length <= MAX_RUN; length++) {
            int symbol = BASE.length - 1;
            while (BASE[symbol] > length) {
                symbol--;
            }
            SYMBOL[length] = END + 1 + symbol;
        }
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** A byte; or, from {@link #LITERALS} on, so many times more the byte before. */
    private final int[] tokens = new int[BLOCK_BYTES];

    private final int[] counts = new int[SYMBOLS];
    private final PrefixCode code = new PrefixCode(SYMBOLS, 15);
    private final BlockHeader header = new BlockHeader();
    /** The bits of each token, and how many. */
    private final int[] bits = new int[LITERALS + MAX_RUN + 1];

    private final int[] lengths = new int[LITERALS + MAX_RUN + 1];

    BitSink deflate(byte[] data) {
        // no symbol is worse off than with 9 bits for each; a code that was made shorter is a little worse than the
        // best
        BitSink sink = new BitSink(data.length + data.length / 4 + 512);
        // 32 KB window, no dictionary, the fastest of methods (RFC 1950 §2.2)
        sink.bytes(0x78, 0x01);
        int at = 0;
        do {
            int end = Math.min(data.length, at + BLOCK_BYTES);
            int count = tokenise(data, at, end);
            write(sink, count, end == data.length);
            at = end;
        } while (at < data.length);
        sink.align();
        Adler32 sum = new Adler32();
        sum.update(data);
        int value = (int) sum.getValue();
        sink.bytes(value >>> 24, value >>> 16, value >>> 8, value);
        return sink;
    }

    private int tokenise(byte[] data, int from, int end) {
        Arrays.fill(counts, 0);
        counts[END] = 1;
        int count = 0;
        int at = from;
        while (at < end) {
            byte value = data[at];
            int next = at + 1;
            tokens[count++] = value & 0xFF;
            if (next < end && data[next] == value) {
                next = endOfRun(data, next, end, value);
                int rest = next - at - 1;
                while (rest >= MIN_RUN) {
                    int length = Math.min(rest, MAX_RUN);
                    tokens[count++] = LITERALS + length;
                    counts[SYMBOL[length]]++;
                    rest -= length;
                }
                counts[value & 0xFF] += 1 + rest;
                while (rest-- > 0) {
                    tokens[count++] = value & 0xFF;
                }
            } else {
                counts[value & 0xFF]++;
            }
            at = next;
        }
        return count;
    }

    private static int endOfRun(byte[] data, int from, int end, byte value) {
        long all = (value & 0xFFL) * 0x0101010101010101L;
        int at = from;
        while (at + Long.BYTES <= end) {
            long other = (long) LONGS.get(data, at) ^ all;
            if (other != 0) {
                return at + (Long.numberOfTrailingZeros(other) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < end && data[at] == value) {
            at++;
        }
        return at;
    }

    private void write(BitSink sink, int count, boolean isLast) {
        code.build(counts);
        header.write(sink, code, isLast);
        for (int value = 0; value < LITERALS; value++) {
            bits[value] = code.bits(value);
            lengths[value] = code.length(value);
        }
        for (int run = MIN_RUN; run <= MAX_RUN; run++) {
            int symbol = SYMBOL[run];
            int length = code.length(symbol);
            int extra = EXTRA[symbol - END - 1];
            // then the distance, 1, whose code is the bit 0
            bits[LITERALS + run] = code.bits(symbol) | run - BASE[symbol - END - 1] << length;
            lengths[LITERALS + run] = length + extra + 1;
        }
        for (int i = 0; i < count; i++) {
            int token = tokens[i];
            sink.put(bits[token], lengths[token]);
        }
        sink.put(code.bits(END), code.length(END));
    }
}
