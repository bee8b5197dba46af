package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import vn.ruralmap.dataimport.encoding.Utf8;

/** Counts texts with letters beyond ASCII: those that are UTF-8, and those that are not. */
final class Utf8Tally {
    /** Longer lines are looked at in pieces of this size, cut at an ASCII byte where there is one. */
    private static final int LONGEST_LINE_BYTES = 1 << 16;

    private long valid;
    private long invalid;

    long valid() {
        return valid;
    }

    long invalid() {
        return invalid;
    }

    void add(byte[] bytes, int length) {
        switch (Utf8.check(bytes, length)) {
            case VALID -> valid++;
            case CUT, INVALID -> invalid++;
            case ASCII -> {}
        }
    }

    /** Counts every line of a file as one text. */
    void addLines(InputStream in) throws IOException {
        byte[] buffer = new byte[LONGEST_LINE_BYTES];
        int filled = 0;
        for (int read = in.readNBytes(buffer, 0, buffer.length);
                read > 0;
                read = in.readNBytes(buffer, filled, buffer.length - filled)) {
            filled += read;
            int start = 0;
            for (int i = 0; i < filled; i++) {
                if (buffer[i] == '\n' || buffer[i] == '\r') {
                    addSlice(buffer, start, i);
                    start = i + 1;
                }
            }
            if (start == 0 && filled == buffer.length) {
                start = lastAscii(buffer) + 1;
                addSlice(buffer, 0, start);
            }
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
        }
        addSlice(buffer, 0, filled);
    }

    private void addSlice(byte[] buffer, int from, int to) {
        byte[] slice = Arrays.copyOfRange(buffer, from, to);
        add(slice, slice.length);
    }

    private static int lastAscii(byte[] buffer) {
        for (int i = buffer.length - 1; i > 0; i--) {
            if (buffer[i] >= 0) {
                return i;
            }
        }
        return buffer.length - 1;
    }
}
