package vn.ruralmap.server.render;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A finished image. Not for several threads. */
public final class RenderedMap {

    private final int widthPx;
    private final int heightPx;
    private final boolean oneColor;
    private final int color;
    /** Null until somebody asks, of an image of one colour. */
    private int @Nullable [] pixels;

    /** @param pixels as {@link #pixels()} gives them; not copied */
    public RenderedMap(int widthPx, int heightPx, int[] pixels) {
        this(widthPx, heightPx, false, 0, pixels);
    }

    private RenderedMap(int widthPx, int heightPx, boolean oneColor, int color, int @Nullable [] pixels) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.oneColor = oneColor;
        this.color = color;
        this.pixels = pixels;
    }

    /** @param color ARGB, multiplied by alpha; 0 is nothing at all */
    public static RenderedMap ofColor(int widthPx, int heightPx, int color) {
        return new RenderedMap(widthPx, heightPx, true, color, null);
    }

    public int widthPx() {
        return widthPx;
    }

    public int heightPx() {
        return heightPx;
    }

    /** True if it is known that all pixels are alike; they may be alike without. */
    public boolean isOneColor() {
        return oneColor;
    }

    /** Of the first pixel: ARGB, multiplied by alpha. */
    int color() {
        return pixels == null ? color : pixels[0];
    }

    /** Row by row from the upper left, ARGB with the colours multiplied by alpha. Not copied: do not change. */
    public int[] pixels() {
        if (pixels == null) {
            pixels = new int[Math.multiplyExact(widthPx, heightPx)];
            Arrays.fill(pixels, color);
        }
        return pixels;
    }

    /** The colour of a pixel as ARGB, not multiplied. */
    public int argb(int x, int y) {
        return Pixels.unmultiplied(pixels == null ? color : pixels[y * widthPx + x]);
    }
}
