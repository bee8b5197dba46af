package vn.ruralmap.server.render;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/**
 * How a legend is drawn.
 *
 * @param scaleDenominator only what is drawn at this scale; null: everything
 * @param dpi as in {@link MapView}
 * @param background null: transparent
 * @param widthPx of one symbol at the usual density
 * @param heightPx of one symbol at the usual density
 */
public record LegendOptions(
        @Nullable Double scaleDenominator,
        double dpi,
        @Nullable Color background,
        int widthPx,
        int heightPx) {

    /** Width of a symbol, unless asked otherwise. */
    public static final int WIDTH = 28;

    /** Height of a symbol, unless asked otherwise. */
    public static final int HEIGHT = 18;

    /** Symbols of the usual size. */
    public LegendOptions(@Nullable Double scaleDenominator, double dpi, @Nullable Color background) {
        this(scaleDenominator, dpi, background, WIDTH, HEIGHT);
    }

    /** Everything, at the usual density, on transparent ground. */
    public static final LegendOptions STANDARD = new LegendOptions(null, MapView.STANDARD_DPI, null);
}
