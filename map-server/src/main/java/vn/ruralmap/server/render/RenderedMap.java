package vn.ruralmap.server.render;

/**
 * A finished image.
 *
 * @param pixels row by row from the upper left, ARGB with the colours multiplied by alpha. Not copied: do not change
 * @param blank true if nothing was drawn on the background
 */
public record RenderedMap(int widthPx, int heightPx, int[] pixels, boolean blank) {

    /** The colour of a pixel as ARGB, not multiplied. */
    public int argb(int x, int y) {
        return Pixels.unmultiplied(pixels[y * widthPx + x]);
    }
}
