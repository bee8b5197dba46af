package vn.ruralmap.server.render;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Compresses the rows of an image with a palette: flat fills as runs, which is several times as fast; what repeats itself otherwise,
 * such as hatches, with zlib at level 3, three times as fast as the usual 6 for a few percent more bytes. Not for several threads.
 */
final class RowPacker {

    private static final int LEVEL = 3;

    /** The part of what is no run that was there before, from which on zlib makes fewer bytes. */
    private static final double REPETITIVE = 0.5;

    /** Hatches come again within a few rows. */
    private static final int BAND_ROWS = 6;

    private static final int ROWS_FROM_BAND_TO_BAND = 64;
    private static final int SLOT_BITS = 12;

    private final RunDeflater runs = new RunDeflater();
    private final Deflater zlib = new Deflater(LEVEL);
    /** What came last under each hash. */
    private final int[] slots = new int[1 << SLOT_BITS];

    /** @param bytes as in the data of a PNG (a zlib stream). @param length that many of them */
    record Packed(byte[] bytes, int length) {}

    Packed pack(byte[] rows, int rowBytes) {
        if (isRepetitive(rows, rowBytes)) {
            return deflate(rows);
        }
        BitSink sink = runs.deflate(rows);
        return new Packed(sink.bytes(), sink.position());
    }

    /** Looks at a few bands of rows whether four bytes that are not all equal were there before. */
    private boolean isRepetitive(byte[] rows, int rowBytes) {
        int seen = 0;
        int again = 0;
        for (int band = 0; band < rows.length; band += ROWS_FROM_BAND_TO_BAND * rowBytes) {
            Arrays.fill(slots, 0);
            int end = Math.min(rows.length, band + BAND_ROWS * rowBytes);
            int word = 0;
            for (int i = band; i < end; i++) {
                word = word << 8 | rows[i] & 0xFF;
                if (word != Integer.rotateLeft(word, 8)) {
                    int slot = word * 0x9E3779B1 >>> Integer.SIZE - SLOT_BITS;
                    seen++;
                    again += slots[slot] == word ? 1 : 0;
                    slots[slot] = word;
                }
            }
        }
        return again > seen * REPETITIVE;
    }

    private Packed deflate(byte[] rows) {
        byte[] packed = new byte[rows.length + rows.length / 1000 + 64];
        zlib.reset();
        zlib.setInput(rows);
        zlib.finish();
        int length = zlib.deflate(packed);
        if (!zlib.finished()) {
            throw new IllegalStateException("deflate made the image larger than its bound");
        }
        return new Packed(packed, length);
    }
}
