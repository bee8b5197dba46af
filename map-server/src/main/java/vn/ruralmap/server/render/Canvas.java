package vn.ruralmap.server.render;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The image under the brush: multiplied ARGB. */
final class Canvas {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    final int widthPx;
    final int heightPx;
    final int[] pixels;
    private final long originX;
    private final long originY;
    private final Deadline deadline;
    private boolean touched;

    /** @param originX pixels from the map's origin to the left edge, see {@link MapView#originX()} */
    Canvas(int widthPx, int heightPx, int background, long originX, long originY) {
        this(widthPx, heightPx, background, originX, originY, Deadline.NONE);
    }

    Canvas(int widthPx, int heightPx, int background, long originX, long originY, Deadline deadline) {
        this.deadline = deadline;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.originX = originX;
        this.originY = originY;
        this.pixels = new int[Math.multiplyExact(widthPx, heightPx)];
        if (background != 0) {
            Arrays.fill(pixels, background);
        }
    }

    /** Called at every feature. @throws DrawingTimeoutException if it has taken too long already */
    void checkTime() {
        deadline.check();
    }

    RenderedMap finish() {
        return touched ? new RenderedMap(widthPx, heightPx, pixels) : RenderedMap.ofColor(widthPx, heightPx, pixels[0]);
    }

    /** Paints the pixels {@code [from, to)} of a row; the caller has clipped them to the image. */
    void span(int y, int from, int to, FillPaint paint) {
        if (from >= to || (paint.color() == 0 && paint.pattern() == null)) {
            return;
        }
        touched = true;
        int row = y * widthPx;
        Sprite pattern = paint.pattern();
        if (pattern != null) {
            int patternRow = Math.floorMod(y + originY, pattern.heightPx()) * pattern.widthPx();
            int column = (int) Math.floorMod(from + originX, (long) pattern.widthPx());
            for (int i = row + from; i < row + to; i++) {
                pixels[i] = Pixels.over(pattern.pixels()[patternRow + column], pixels[i]);
                column = column + 1 == pattern.widthPx() ? 0 : column + 1;
            }
        } else if (paint.color() >>> 24 == 255) {
            Arrays.fill(pixels, row + from, row + to, paint.color());
        } else {
            blendSpan(row + from, row + to, paint.color());
        }
    }

    private void blendSpan(int from, int to, int color) {
        // Neighbours mostly have the same colour, so the last result is worth keeping.
        int before = 0;
        int after = color;
        for (int i = from; i < to; i++) {
            if (pixels[i] != before) {
                before = pixels[i];
                after = Pixels.over(color, before);
            }
            pixels[i] = after;
        }
    }

    /** Paints a colour through a mask of coverages, and clears the mask. Bounds are clipped here. */
    void throughMask(byte[] mask, int color, int fromX, int fromY, int toX, int toY) {
        int left = Math.max(0, fromX);
        int right = Math.min(widthPx, toX);
        int[] sources = new int[256];
        for (int coverage = 0; coverage < sources.length; coverage++) {
            sources[coverage] = Pixels.scaled(color, Pixels.coarse(coverage));
        }
        boolean any = false;
        for (int y = Math.max(0, fromY); y < Math.min(heightPx, toY); y++) {
            int end = y * widthPx + right;
            for (int i = y * widthPx + left; i < end; i++) {
                while (i + Long.BYTES <= end && (long) EIGHT.get(mask, i) == 0) {
                    i += Long.BYTES;
                }
                if (i < end && mask[i] != 0) {
                    pixels[i] = Pixels.over(sources[mask[i] & 0xFF], pixels[i]);
                    mask[i] = 0;
                    any = true;
                }
            }
        }
        touched |= any;
    }

    /** Draws a sprite with its anchor at a pixel; what lies outside is cut off. */
    void draw(Sprite sprite, int x, int y) {
        int left = x - sprite.anchorX();
        int top = y - sprite.anchorY();
        for (int row = Math.max(0, -top); row < Math.min(sprite.heightPx(), heightPx - top); row++) {
            int to = (top + row) * widthPx + left;
            int from = row * sprite.widthPx();
            for (int column = Math.max(0, -left); column < Math.min(sprite.widthPx(), widthPx - left); column++) {
                int color = sprite.pixels()[from + column];
                if (color != 0) {
                    pixels[to + column] = Pixels.over(color, pixels[to + column]);
                    touched = true;
                }
            }
        }
    }
}
