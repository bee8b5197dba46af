package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A style made ready to draw with, at one pixel density.
 *
 * @param passes one list of rules per FeatureTypeStyle, drawn one after the other
 */
record PreparedStyle(List<List<PreparedRule>> passes) {

    /** A pass keeps in one {@code long} which of its rules apply to a feature. */
    static final int MAX_RULES_PER_PASS = 64;

    /** Only what is drawn at a scale; empty if nothing is. */
    PreparedStyle at(double scaleDenominator) {
        return new PreparedStyle(passes.stream()
                .map(pass -> pass.stream()
                        .filter(rule -> rule.isActiveAt(scaleDenominator))
                        .toList())
                .filter(pass -> !pass.isEmpty())
                .toList());
    }

    /** How far outside a shape its lines and marks reach. */
    double marginPx() {
        double margin = 2;
        for (List<PreparedRule> pass : passes) {
            for (PreparedRule rule : pass) {
                for (LinePaint line : rule.lines()) {
                    margin = Math.max(margin, line.reachPx());
                }
                for (Sprite mark : rule.marks()) {
                    margin = Math.max(margin, mark.reachPx());
                }
            }
        }
        return margin;
    }

    /** The rules that draw a feature, in drawing order. */
    List<PreparedRule> rulesFor(DrawnFeature feature) {
        List<PreparedRule> all = new ArrayList<>();
        for (List<PreparedRule> pass : passes) {
            List<PreparedRule> matching =
                    pass.stream().filter(rule -> rule.matches(feature)).toList();
            all.addAll(
                    matching.isEmpty()
                            ? pass.stream()
                                    .filter(rule -> rule.rule().isElseFilter())
                                    .toList()
                            : matching);
        }
        return all;
    }

    /** How far from the place it names a label reaches; 0 if there are no labels. */
    double labelReachPx() {
        return passes.stream()
                .flatMap(List::stream)
                .flatMap(rule -> rule.texts().stream())
                .mapToDouble(TextPaint::reachPx)
                .max()
                .orElse(0);
    }
}
