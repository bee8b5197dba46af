package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;

/**
 * Decides where the records of a .shp are. The .shp itself is believed first. Its .shx is believed where the .shp
 * cannot be walked, or where the walk finds a number of records that the table contradicts and the .shx confirms: an
 * editor that appends a changed record leaves the old one in place, and only the .shx knows.
 */
final class ShpRecords {
    private ShpRecords() {}

    /** @param rows rows of the table, or -1 without one */
    static long[] locate(
            ShpFile shp, @Nullable Path shx, String name, long rows, ReadOptions options, List<Issue> issues)
            throws IOException, UnreadableSourceException {
        ShpWalk walk = ShpWalk.of(shp, options);
        long[] index = shx == null ? new long[0] : readIndex(shx, options.limits());
        if (index.length > 0 && !Arrays.equals(index, walk.offsets())) {
            boolean better = walk.isWhole()
                    ? rows != walk.offsets().length && rows == index.length && pointsToRecords(shp, index)
                    : index.length > walk.offsets().length && pointsToRecords(shp, Arrays.copyOf(index, 1));
            if (better) {
                issues.add(ReadIssues.shxUsed());
                return index;
            }
            issues.add(ReadIssues.shxIgnored());
        }
        if (walk.end() == ShpWalk.End.PADDING) {
            issues.add(ReadIssues.shpPadding(walk.endOffset()));
        } else if (walk.end() == ShpWalk.End.GARBAGE) {
            if (walk.offsets().length == 0) {
                throw new UnreadableSourceException(
                        "SHP_BROKEN",
                        name + ": không đọc được dòng nào; byte " + walk.endOffset()
                                + " không phải đầu của một dòng. Sao chép lại tệp gốc.",
                        name + ": not one record can be read; byte " + walk.endOffset()
                                + " is no start of a record. Copy the original again.");
            }
            issues.add(ReadIssues.shpUnreadableFrom(walk.offsets().length + 1L, walk.endOffset(), shp.size()));
        }
        if (shp.declaredBytes() != shp.size()) {
            issues.add(ReadIssues.shpLengthWrong(shp.declaredBytes(), shp.size()));
        }
        return walk.offsets();
    }

    private static long[] readIndex(Path shx, Limits limits) throws IOException, UnreadableSourceException {
        try (FileWindow window = new FileWindow(shx)) {
            long count = (window.size() - ShpFile.HEADER_BYTES) / 8;
            if (count <= 0 || window.bytes(0, 4).getInt(0) != ShpFile.FILE_CODE) {
                return new long[0];
            }
            Refusals.requireAtMost(limits.records(), count);
            long[] offsets = new long[(int) count];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = window.bytes(ShpFile.HEADER_BYTES + 8L * i, 4).getInt(0) * 2L;
            }
            return offsets;
        }
    }

    private static boolean pointsToRecords(ShpFile shp, long[] offsets) throws IOException {
        for (long offset : offsets) {
            if (offset < ShpFile.HEADER_BYTES || offset + ShpFile.RECORD_HEADER_BYTES + 4 > shp.size()) {
                return false;
            }
            long content = shp.contentBytes(offset);
            if (content < 4 || offset + ShpFile.RECORD_HEADER_BYTES + content > shp.size()) {
                return false;
            }
        }
        return true;
    }

    /** The content of a record as far as the file holds it; null: the file does not hold its start. */
    static @Nullable ByteBuffer content(ShpFile shp, long offset, Limits limits) throws IOException {
        long from = offset + ShpFile.RECORD_HEADER_BYTES;
        if (offset < ShpFile.HEADER_BYTES || from > shp.size()) {
            return null;
        }
        long declared = Math.max(0, shp.contentBytes(offset));
        // x and y of the largest allowed record; Z and M behind them are not read.
        long longest = 64 + 24L * limits.pointsPerGeometry();
        return shp.bytes(from, (int) Math.min(Math.min(declared, shp.size() - from), longest));
    }

    static boolean isCut(ShpFile shp, long offset) throws IOException {
        return offset + ShpFile.RECORD_HEADER_BYTES + shp.contentBytes(offset) > shp.size();
    }
}
