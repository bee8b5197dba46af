package vn.ruralmap.server.render;

/** Arithmetic on colours packed as ARGB. "Multiplied" means colours multiplied by alpha. */
final class Pixels {

    private Pixels() {}

    /** @param rgb 0xRRGGBB; @param opacity 0 to 1 */
    static int multiplied(int rgb, double opacity) {
        int alpha = (int) Math.round(opacity * 255);
        return scaled(0xFF000000 | rgb, alpha);
    }

    /** A multiplied colour at a coverage of 0 to 255: each channel times it, divided by 255 and rounded, two channels at a time. */
    static int scaled(int color, int coverage) {
        if (coverage == 255) {
            return color;
        }
        int redBlue = (color & 0xFF00FF) * coverage + 0x800080;
        int alphaGreen = (color >>> 8 & 0xFF00FF) * coverage + 0x800080;
        redBlue += redBlue >>> 8 & 0xFF00FF;
        alphaGreen += alphaGreen >>> 8 & 0xFF00FF;
        return redBlue >>> 8 & 0xFF00FF | alphaGreen & 0xFF00FF00;
    }

    /** Source over destination, both multiplied. */
    static int over(int source, int destination) {
        int alpha = source >>> 24;
        if (alpha == 255 || destination == 0) {
            return source;
        }
        return alpha == 0 ? destination : source + scaled(destination, 255 - alpha);
    }

    static int unmultiplied(int color) {
        int alpha = color >>> 24;
        if (alpha == 255 || alpha == 0) {
            return color;
        }
        return alpha << 24
                | Math.min(255, ((color >> 16 & 0xFF) * 255 + alpha / 2) / alpha) << 16
                | Math.min(255, ((color >> 8 & 0xFF) * 255 + alpha / 2) / alpha) << 8
                | Math.min(255, ((color & 0xFF) * 255 + alpha / 2) / alpha);
    }

    /** Coverage in 16 steps: no eye sees the difference, and images keep within the 256 colours of a small PNG. */
    static int coarse(int coverage) {
        return (coverage * 15 + 127) / 255 * 17;
    }
}
