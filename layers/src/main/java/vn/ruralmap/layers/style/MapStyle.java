package vn.ruralmap.layers.style;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.geotools.api.style.Description;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.api.util.InternationalString;
import vn.ruralmap.layers.filter.Condition;
import vn.ruralmap.layers.filter.Expression;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * One style of a layer. Two styles are equal only if they are the same object, so that what a renderer has prepared
 * for one can be kept by identity.
 */
public final class MapStyle {

    private final String name;
    private final LocalizedText title;
    private final Style style;
    private final Set<String> properties;
    private final Map<String, byte[]> symbols;
    private final byte[] source;

    /**
     * @param style GeoTools' model; nobody may change it from here on
     * @param properties the attributes that filters and labels look at
     * @param symbols SVG pictures that marks are made of, by the name that the style gives them
     * @param source the file, byte for byte, for clients that load the style
     */
    MapStyle(
            String name,
            LocalizedText title,
            Style style,
            Set<String> properties,
            Map<String, byte[]> symbols,
            byte[] source) {
        this.name = name;
        this.title = title;
        this.style = style;
        this.properties = java.util.Collections.unmodifiableSet(new TreeSet<>(properties));
        this.symbols = Map.copyOf(symbols);
        this.source = source.clone();
    }

    public String name() {
        return name;
    }

    public LocalizedText title() {
        return title;
    }

    public Style style() {
        return style;
    }

    public Set<String> properties() {
        return properties;
    }

    /**
     * True if some rule holds at a scale: denominators from the minimum up to, not including, the maximum (SE 1.1 §10.2).
     */
    public boolean isDrawnAt(double scaleDenominator) {
        return rules().anyMatch(rule ->
                scaleDenominator >= rule.getMinScaleDenominator() && scaleDenominator < rule.getMaxScaleDenominator());
    }

    /** SVG pictures by the name that the style gives them: plain drawings without links. Nobody changes the bytes. */
    public Map<String, byte[]> symbols() {
        return symbols;
    }

    public byte[] source() {
        return source.clone();
    }

    /** The smallest scale denominator at which anything is drawn; 0: no limit. */
    public double minScaleDenominator() {
        return rules().mapToDouble(Rule::getMinScaleDenominator).min().orElse(0);
    }

    /** From this scale denominator on nothing is drawn any more; may be infinite. */
    public double maxScaleDenominator() {
        return rules().mapToDouble(Rule::getMaxScaleDenominator).max().orElse(Double.POSITIVE_INFINITY);
    }

    private Stream<Rule> rules() {
        return style.featureTypeStyles().stream().flatMap(pass -> pass.rules().stream());
    }

    /** The title of a rule in a legend; empty texts if it has none, which means: not for the legend. */
    public static LocalizedText titleOf(Rule rule) {
        return text(rule.getDescription());
    }

    /** What features a rule draws; empty: all, or those that are left over. */
    public static Optional<Condition> conditionOf(Rule rule) {
        return Optional.ofNullable((StyleCondition) rule.getFilter()).map(StyleCondition::condition);
    }

    /** What a label says. */
    public static Expression labelOf(TextSymbolizer text) {
        return ((StyleValue) text.getLabel()).value();
    }

    /** A number that is greater for labels that are more important; empty: all are alike. */
    public static Optional<Expression> priorityOf(TextSymbolizer text) {
        return Optional.ofNullable((StyleValue) text.getPriority()).map(StyleValue::value);
    }

    static LocalizedText text(Description description) {
        InternationalString title = description == null ? null : description.getTitle();
        if (title == null) {
            return LocalizedText.same("");
        }
        return new LocalizedText(title.toString(VIETNAMESE), title.toString(Locale.ENGLISH));
    }

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
}
