package vn.ruralmap.server.tiling.vector;

import java.util.Arrays;

/** The geometry of one feature as commands to a pen (MVT 2.1 §4.3): each point relative to the one before, zig-zag encoded. */
final class Commands {

    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private int[] values = new int[64];
    private int count;
    private int x;
    private int y;

    boolean isEmpty() {
        return count == 0;
    }

    int[] values() {
        return values;
    }

    int count() {
        return count;
    }

    /** @param xy interleaved, {@code points} of them */
    void points(int[] xy, int points) {
        put(MOVE_TO | points << 3);
        for (int i = 0; i < points; i++) {
            to(xy[2 * i], xy[2 * i + 1]);
        }
    }

    /** An open line of two points or more. */
    void line(int[] xy, int points) {
        path(xy, points);
    }

    /** A ring of three points or more, the first not repeated at the end. */
    void ring(int[] xy, int points) {
        path(xy, points);
        put(CLOSE_PATH | 1 << 3);
    }

    private void path(int[] xy, int points) {
        put(MOVE_TO | 1 << 3);
        to(xy[0], xy[1]);
        put(LINE_TO | points - 1 << 3);
        for (int i = 1; i < points; i++) {
            to(xy[2 * i], xy[2 * i + 1]);
        }
    }

    private void to(int nextX, int nextY) {
        put(zigZag(nextX - x));
        put(zigZag(nextY - y));
        x = nextX;
        y = nextY;
    }

    private static int zigZag(int value) {
        return value << 1 ^ value >> 31;
    }

    private void put(int value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = value;
    }
}
