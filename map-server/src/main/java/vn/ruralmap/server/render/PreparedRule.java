package vn.ruralmap.server.render;

import java.util.List;
import java.util.function.Predicate;
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
        @Nullable Predicate<DrawnFeature> filter,
        List<FillPaint> fills,
        List<LinePaint> lines,
        List<Sprite> marks,
        List<TextPaint> texts) {

    /** False for a rule of what is left over by the others. */
    boolean matches(DrawnFeature feature) {
        return !rule.isElseFilter() && (filter == null || filter.test(feature));
    }

    boolean drawsAnything() {
        return !(fills.isEmpty() && lines.isEmpty() && marks.isEmpty() && texts.isEmpty());
    }

    /** Scale denominators from the minimum up to, not including, the maximum (SE 1.1 §10.2). */
    boolean isActiveAt(double scaleDenominator) {
        return scaleDenominator >= rule.getMinScaleDenominator() && scaleDenominator < rule.getMaxScaleDenominator();
    }
}
