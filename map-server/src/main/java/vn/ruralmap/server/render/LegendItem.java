package vn.ruralmap.server.render;

import vn.ruralmap.layers.model.LocalizedText;

/**
 * One line of a legend.
 *
 * @param rule the rule's name in the style
 * @param title for people
 * @param symbol what kind of thing is shown
 */
public record LegendItem(String rule, LocalizedText title, Symbol symbol) {

    /** The kinds of symbols. */
    public enum Symbol {
        AREA,
        LINE,
        POINT
    }
}
