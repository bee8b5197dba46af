package vn.ruralmap.server.render;

import java.util.Arrays;

/** What comes before a block of deflated data with codes of its own (RFC 1951 §3.2.7); the distance is always 1. */
final class BlockHeader {

    /** In what order the lengths of the codes of lengths are written. */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final int ZEROS_3_TO_10 = 17;
    private static final int ZEROS_11_TO_138 = 18;

    private final int[] counts = new int[19];
    private final PrefixCode code = new PrefixCode(19, 7);
    /** A symbol, and above it the number that its extra bits say. */
    private final int[] items = new int[512];

    void write(BitSink sink, PrefixCode symbols, boolean isLast) {
        int count = items(symbols);
        code.build(counts);
        sink.put(isLast ? 1 : 0, 1);
        sink.put(2, 2);
        sink.put(symbols.symbols() - 257, 5);
        sink.put(0, 5);
        sink.put(ORDER.length - 4, 4);
        for (int symbol : ORDER) {
            sink.put(code.length(symbol), 3);
        }
        for (int i = 0; i < count; i++) {
            int symbol = items[i] & 0xFF;
            sink.put(code.bits(symbol), code.length(symbol));
            if (symbol >= ZEROS_3_TO_10) {
                sink.put(items[i] >>> 8, symbol == ZEROS_3_TO_10 ? 3 : 7);
            }
        }
    }

    private int items(PrefixCode symbols) {
        Arrays.fill(counts, 0);
        int count = 0;
        int symbol = 0;
        while (symbol < symbols.symbols()) {
            int zeros = 0;
            while (symbol + zeros < symbols.symbols() && zeros < 138 && symbols.length(symbol + zeros) == 0) {
                zeros++;
            }
            if (zeros < 3) {
                count = item(count, symbols.length(symbol++), 0);
            } else {
                boolean isShort = zeros < 11;
                count = item(count, isShort ? ZEROS_3_TO_10 : ZEROS_11_TO_138, zeros - (isShort ? 3 : 11));
                symbol += zeros;
            }
        }
        // the one distance
        return item(count, 1, 0);
    }

    private int item(int count, int symbol, int extra) {
        counts[symbol]++;
        items[count] = symbol | extra << 8;
        return count + 1;
    }
}
