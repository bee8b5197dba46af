package vn.ruralmap.server.render;

import java.awt.geom.Path2D;
import java.nio.ByteBuffer;

/** Reads one simple glyph of a TrueType font: packed points whose quadratic curves leave out middle points. */
final class GlyphReader {

    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEAT = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private GlyphReader() {}

    /** @param at the offset after the glyph's header */
    static void readSimple(ByteBuffer data, int at, int contours, Path2D.Float path) {
        if (contours == 0) {
            return;
        }
        int count = (data.getShort(at + 2 * contours - 2) & 0xFFFF) + 1;
        int cursor = at + 2 * contours + 2 + (data.getShort(at + 2 * contours) & 0xFFFF);
        int[] flags = new int[count];
        for (int i = 0; i < count; i++) {
            int flag = data.get(cursor++);
            flags[i] = flag;
            if ((flag & REPEAT) != 0) {
                for (int repeats = data.get(cursor++) & 0xFF; repeats > 0; repeats--) {
                    flags[++i] = flag;
                }
            }
        }
        int[] xs = new int[count];
        cursor = coordinates(data, cursor, flags, xs, SHORT_X, SAME_X);
        int[] ys = new int[count];
        coordinates(data, cursor, flags, ys, SHORT_Y, SAME_Y);
        int first = 0;
        for (int contour = 0; contour < contours; contour++) {
            int last = data.getShort(at + 2 * contour) & 0xFFFF;
            contour(flags, xs, ys, first, last, path);
            first = last + 1;
        }
    }

    private static int coordinates(ByteBuffer data, int at, int[] flags, int[] values, int isShort, int isSame) {
        int cursor = at;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean same = (flags[i] & isSame) != 0;
            if ((flags[i] & isShort) != 0) {
                int step = data.get(cursor++) & 0xFF;
                value += same ? step : -step;
            } else if (!same) {
                value += data.getShort(cursor);
                cursor += 2;
            }
            values[i] = value;
        }
        return cursor;
    }

    private static void contour(int[] flags, int[] xs, int[] ys, int first, int last, Path2D.Float path) {
        int count = last - first + 1;
        if (count < 2) {
            return;
        }
        int start = first;
        while (start <= last && (flags[start] & ON_CURVE) == 0) {
            start++;
        }
        boolean startsOn = start <= last;
        start = startsOn ? start : first;
        int before = first + (start - first + count - 1) % count;
        path.moveTo(
                startsOn ? xs[start] : (xs[start] + xs[before]) / 2f,
                startsOn ? ys[start] : (ys[start] + ys[before]) / 2f);
        for (int i = startsOn ? 1 : 0; i <= count; i++) {
            int at = first + (start - first + i) % count;
            if ((flags[at] & ON_CURVE) != 0) {
                path.lineTo(xs[at], ys[at]);
            } else if (i < count) {
                int after = first + (start - first + i + 1) % count;
                boolean afterOn = (flags[after] & ON_CURVE) != 0;
                path.quadTo(
                        xs[at],
                        ys[at],
                        afterOn ? xs[after] : (xs[at] + xs[after]) / 2f,
                        afterOn ? ys[after] : (ys[at] + ys[after]) / 2f);
            }
        }
        path.closePath();
    }
}
