package vn.ruralmap.server.render;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/** An image that holds a message instead of a map. */
public final class MessageImage {

    private static final double TEXT_SIZE = 12;
    private static final double MARGIN = 8;
    private static final int INK = 0xFF8C1D18;

    private MessageImage() {}

    /** @param background null: transparent. @param message broken into lines; empty: none */
    public static RenderedMap draw(int widthPx, int heightPx, @Nullable Color background, String message) {
        int ground = background == null ? 0 : background.getRGB() | 0xFF000000;
        Canvas canvas = new Canvas(widthPx, heightPx, ground, 0, 0);
        if (!message.isEmpty()) {
            double wrap = Math.max(40, widthPx - 2 * MARGIN);
            LabelLook look = new LabelLook(MapFonts.MEDIUM, false, TEXT_SIZE, INK, 0xFFFFFFFF, 1.5, wrap);
            canvas.draw(new LabelText.Cache().get(message, look).sprite(), widthPx / 2, heightPx / 2);
        }
        return canvas.finish();
    }
}
