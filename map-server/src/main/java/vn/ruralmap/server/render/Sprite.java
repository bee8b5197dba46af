package vn.ruralmap.server.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A small prepared picture: a mark, a hatch or a label.
 *
 * @param pixels multiplied ARGB, row by row
 * @param anchorX the pixel that is put on the place it marks
 */
record Sprite(int widthPx, int heightPx, int anchorX, int anchorY, int[] pixels) {

    static Sprite empty(int widthPx, int heightPx, int anchorX, int anchorY) {
        return new Sprite(widthPx, heightPx, anchorX, anchorY, new int[widthPx * heightPx]);
    }

    /** How far from the place it marks it may reach. */
    int reachPx() {
        return Math.max(Math.max(anchorX, widthPx - anchorX), Math.max(anchorY, heightPx - anchorY));
    }

    /** Whether it covers the pixel at an offset from the place that it marks. */
    boolean covers(int dx, int dy) {
        int x = anchorX + dx;
        int y = anchorY + dy;
        return x >= 0 && x < widthPx && y >= 0 && y < heightPx && pixels[y * widthPx + x] != 0;
    }

    /** Paints a shape, given in the sprite's pixels, over what is there. */
    void paint(Shape shape, int color) {
        if (color == 0) {
            return;
        }
        BufferedImage mask = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = smooth(mask);
        graphics.fill(shape);
        graphics.dispose();
        byte[] coverage = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            if (coverage[i] != 0) {
                pixels[i] = Pixels.over(Pixels.scaled(color, Pixels.coarse(coverage[i] & 0xFF)), pixels[i]);
            }
        }
    }

    /** Graphics that draw white with anti-aliasing, without Java's rounding of coordinates to pixels. */
    static Graphics2D smooth(BufferedImage mask) {
        Graphics2D graphics = mask.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(java.awt.Color.WHITE);
        return graphics;
    }
}
