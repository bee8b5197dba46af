package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Where the records of a .shp are when it is read from front to back.
 *
 * @param offsets byte offset of each record header
 * @param end how the walk ended
 * @param endOffset first byte that is no part of a record
 */
record ShpWalk(long[] offsets, End end, long endOffset) {

    /** How a walk ends. */
    enum End {
        /** At the end of the file. */
        COMPLETE,
        /** What follows is zeros. */
        PADDING,
        /** The file ends within the last record. */
        CUT,
        /** What follows is no record. */
        GARBAGE
    }

    static ShpWalk of(ShpFile shp, ReadOptions options) throws IOException, UnreadableSourceException {
        long[] offsets = new long[256];
        int count = 0;
        long offset = ShpFile.HEADER_BYTES;
        End end = End.COMPLETE;
        while (end == End.COMPLETE && shp.size() - offset >= ShpFile.RECORD_HEADER_BYTES) {
            options.watch().update(offset, shp.size());
            long content = shp.contentBytes(offset);
            long next = offset + ShpFile.RECORD_HEADER_BYTES + content;
            if (content < 4 || !looksLikeRecord(shp, offset, count + 1)) {
                end = End.GARBAGE;
                break;
            }
            if (next > shp.size()) {
                end = End.CUT;
            }
            Refusals.requireAtMost(options.limits().records(), count + 1L);
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, count * 2);
            }
            offsets[count++] = offset;
            offset = Math.min(next, shp.size());
        }
        if (end == End.GARBAGE && isZeros(shp, offset, options.watch())) {
            end = End.PADDING;
        }
        return new ShpWalk(Arrays.copyOf(offsets, count), end, offset);
    }

    boolean isWhole() {
        return end == End.COMPLETE || end == End.PADDING;
    }

    private static boolean looksLikeRecord(ShpFile shp, long offset, int number) throws IOException {
        if (shp.size() - offset < ShpFile.RECORD_HEADER_BYTES + 4) {
            return false;
        }
        ByteBuffer start = shp.bytes(offset, ShpFile.RECORD_HEADER_BYTES + 4);
        boolean numbered = start.getInt(0) == number;
        int type = start.order(ByteOrder.LITTLE_ENDIAN).getInt(8);
        // Some writers do not number in sequence, some damage the type; noise has neither.
        return numbered || ShapeKind.find(type) != null;
    }

    private static boolean isZeros(ShpFile shp, long from, ReadWatch watch) throws IOException {
        for (long at = from; at < shp.size(); ) {
            watch.update(at, shp.size());
            ByteBuffer chunk = shp.bytes(at, (int) Math.min(1 << 16, shp.size() - at));
            while (chunk.hasRemaining()) {
                if (chunk.get() != 0) {
                    return false;
                }
            }
            at += chunk.limit();
        }
        return true;
    }
}
