package vn.ruralmap.server.render;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/**
 * How a legend is drawn.
 *
 * @param scaleDenominator only what is drawn at this scale; null: everything
 * @param dpi as in {@link MapView}
 * @param background null: transparent
 */
public record LegendOptions(
        @Nullable Double scaleDenominator,
        double dpi,
        @Nullable Color background) {

    /** Everything, at the usual density, on transparent ground. */
    public static final LegendOptions STANDARD = new LegendOptions(null, MapView.STANDARD_DPI, null);
}
