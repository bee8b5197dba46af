package vn.ruralmap.server.render;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Writes PNG images with a palette (PNG 3rd edition §11.2), which no library on hand does fast: for flat fills the
 * work is all in the compression ({@link RowPacker}).
 */
final class IndexedPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHUNK_OVERHEAD = 12;
    private static final ThreadLocal<RowPacker> PACKERS = ThreadLocal.withInitial(RowPacker::new);

    private IndexedPng() {}

    /** @param table at most 256 colours */
    static byte[] write(int widthPx, int heightPx, ColorTable table) {
        int colors = table.colors().length;
        int depth = colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8;
        byte[] rows = rows(widthPx, heightPx, table.indexes(), depth);
        RowPacker.Packed packed = PACKERS.get().pack(rows, rows.length / heightPx);
        byte[] palette = new byte[colors * 3];
        byte[] alpha = new byte[colors];
        int alphaLength = 0;
        for (int i = 0; i < colors; i++) {
            int color = Pixels.unmultiplied(table.colors()[i]);
            palette[3 * i] = (byte) (color >> 16);
            palette[3 * i + 1] = (byte) (color >> 8);
            palette[3 * i + 2] = (byte) color;
            alpha[i] = (byte) (color >>> 24);
            alphaLength = color >>> 24 == 255 ? alphaLength : i + 1;
        }
        ByteBuffer png = ByteBuffer.allocate(
                SIGNATURE.length + 13 + palette.length + alphaLength + packed.length() + 5 * CHUNK_OVERHEAD);
        png.put(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(widthPx)
                .putInt(heightPx)
                .put((byte) depth)
                .put((byte) 3)
                .array();
        chunk(png, "IHDR", header, header.length);
        chunk(png, "PLTE", palette, palette.length);
        if (alphaLength > 0) {
            chunk(png, "tRNS", alpha, alphaLength);
        }
        chunk(png, "IDAT", packed.bytes(), packed.length());
        chunk(png, "IEND", new byte[0], 0);
        return Arrays.copyOf(png.array(), png.position());
    }

    /** Rows of filter type 0: filters do not help images with a palette. */
    private static byte[] rows(int widthPx, int heightPx, int[] indexes, int depth) {
        int perByte = 8 / depth;
        int rowBytes = (widthPx + perByte - 1) / perByte;
        byte[] rows = new byte[(rowBytes + 1) * heightPx];
        for (int y = 0; y < heightPx; y++) {
            int from = y * widthPx;
            int to = y * (rowBytes + 1) + 1;
            if (depth == 8) {
                for (int x = 0; x < widthPx; x++) {
                    rows[to + x] = (byte) indexes[from + x];
                }
            } else {
                for (int x = 0; x < widthPx; x++) {
                    rows[to + x / perByte] |= (byte) (indexes[from + x] << 8 - depth - x % perByte * depth);
                }
            }
        }
        return rows;
    }

    private static void chunk(ByteBuffer png, String type, byte[] data, int length) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        png.putInt(length).put(name).put(data, 0, length).putInt((int) crc.getValue());
    }
}
