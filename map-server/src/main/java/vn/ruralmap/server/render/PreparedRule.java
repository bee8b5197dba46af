package vn.ruralmap.server.render;

import java.util.List;
import org.geotools.api.style.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a style made ready to draw with.
 *
 * @param rule where it comes from
 * @param filter null: every feature
 */
record PreparedRule(
        Rule rule,
        @Nullable FeatureTest filter,
        List<FillPaint> fills,
        List<LinePaint> lines,
        List<Sprite> marks,
        List<TextPaint> texts) {

    /** Scale denominators from the minimum up to, not including, the maximum (SE 1.1 §10.2). */
    boolean isActiveAt(double scaleDenominator) {
        return scaleDenominator >= rule.getMinScaleDenominator() && scaleDenominator < rule.getMaxScaleDenominator();
    }
}
