package vn.ruralmap.layers.style;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.geotools.api.style.Description;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.StyleFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.util.GrowableInternationalString;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Reads a style file: SLD 1.0.0, SLD 1.1.0 with SE 1.1.0, or a bare {@code FeatureTypeStyle}.
 *
 * <p>Titles are in two languages by repeating the element, Vietnamese first: {@code <se:Title>Xã</se:Title><se:Title
 * xml:lang="en">Commune</se:Title>}. Desktop programs that know one title show the first. A rule without a title does
 * not appear in legends.
 *
 * <p>Example: {@code StyleReader.read("communes.sld", bytes, name -> layer.findAttribute(name).isPresent())}.
 */
public final class StyleReader {

    private static final StyleFactory STYLES = CommonFactoryFinder.getStyleFactory();
    private static final int MAX_PASSES = 32;
    /** The renderer keeps in one {@code long} which rules apply to a feature. */
    private static final int MAX_RULES = 64;

    private final String file;
    private final StyleExpressions filters;
    private final SymbolizerReader symbolizers;

    StyleReader(String file, Predicate<String> knownProperty, SymbolSource symbols) {
        this.file = file;
        this.filters = new StyleExpressions(knownProperty);
        this.symbolizers = new SymbolizerReader(filters, symbols);
    }

    /**
     * @param file for error messages; without its extension the style's name if the file gives none
     * @param knownProperty whether the layer has an attribute
     * @throws StyleException naming the line if the file cannot be used as it is
     */
    public static MapStyle read(String file, byte[] bytes, Predicate<String> knownProperty) {
        return read(file, bytes, knownProperty, SymbolSource.NONE);
    }

    /** As {@link #read(String, byte[], Predicate)}. @param symbols the SVG pictures that the style may use */
    public static MapStyle read(String file, byte[] bytes, Predicate<String> knownProperty, SymbolSource symbols) {
        return new StyleReader(file, knownProperty, symbols).read(bytes);
    }

    /** As {@link #read(String, byte[], Predicate)}; reads no more than the size limit. The caller closes the stream. */
    public static MapStyle read(String file, InputStream stream, Predicate<String> knownProperty) throws IOException {
        return read(file, stream.readNBytes(StyleXml.MAX_BYTES + 1), knownProperty);
    }

    private MapStyle read(byte[] bytes) {
        StyleElement root = StyleXml.parse(file, bytes);
        Style style = STYLES.createStyle();
        style.setName(file.replaceFirst("\\.[A-Za-z]+$", ""));
        switch (root.name()) {
            case "StyledLayerDescriptor" -> readUserStyle(userStyle(root), style);
            case "UserStyle" -> readUserStyle(root, style);
            case "FeatureTypeStyle" -> style.featureTypeStyles().add(readFeatureTypeStyle(root));
            default ->
                throw root.refuse(
                        "cần tệp StyledLayerDescriptor (SLD 1.0.0 hoặc 1.1.0)",
                        "a StyledLayerDescriptor (SLD 1.0.0 or 1.1.0) is expected");
        }
        return finish(style, bytes);
    }

    /** One {@code UserStyle} of a larger document. */
    MapStyle read(StyleElement userStyle) {
        Style style = STYLES.createStyle();
        style.setName("");
        readUserStyle(userStyle, style);
        return finish(style, new byte[0]);
    }

    private MapStyle finish(Style style, byte[] source) {
        LocalizedText title = MapStyle.text(style.getDescription());
        return new MapStyle(
                style.getName(),
                title.vi().isEmpty() ? LocalizedText.same(style.getName()) : title,
                style,
                filters.properties(),
                symbolizers.symbols(),
                source);
    }

    private static StyleElement userStyle(StyleElement root) {
        List<StyleElement> styles = root.children().stream()
                .filter(each -> each.name().equals("NamedLayer") || each.name().equals("UserLayer"))
                .flatMap(each -> each.children("UserStyle").stream())
                .toList();
        if (styles.size() != 1) {
            throw root.refuse(
                    "cần đúng một <UserStyle>, tệp này có " + styles.size(),
                    "exactly one <UserStyle> is expected, this file has " + styles.size());
        }
        return styles.get(0);
    }

    private void readUserStyle(StyleElement element, Style style) {
        element.find("Name").ifPresent(name -> style.setName(name.text()));
        readDescription(element, style.getDescription());
        List<StyleElement> featureTypeStyles = element.children("FeatureTypeStyle");
        if (featureTypeStyles.isEmpty()) {
            throw element.refuse("thiếu <FeatureTypeStyle>", "<FeatureTypeStyle> is missing");
        }
        if (featureTypeStyles.size() > MAX_PASSES) {
            throw element.refuse(
                    "nhiều nhất " + MAX_PASSES + " <FeatureTypeStyle>",
                    "at most " + MAX_PASSES + " <FeatureTypeStyle>");
        }
        featureTypeStyles.forEach(each -> style.featureTypeStyles().add(readFeatureTypeStyle(each)));
    }

    private FeatureTypeStyle readFeatureTypeStyle(StyleElement element) {
        element.findAny("Transformation", "OnlineResource").ifPresent(each -> {
            throw each.unsupported();
        });
        FeatureTypeStyle featureTypeStyle = STYLES.createFeatureTypeStyle();
        element.find("Name").ifPresent(name -> featureTypeStyle.setName(name.text()));
        readDescription(element, featureTypeStyle.getDescription());
        for (StyleElement rule : element.children("Rule")) {
            featureTypeStyle.rules().add(readRule(rule));
        }
        if (featureTypeStyle.rules().isEmpty()) {
            throw element.refuse("thiếu <Rule>", "<Rule> is missing");
        }
        if (featureTypeStyle.rules().size() > MAX_RULES) {
            throw element.refuse(
                    "nhiều nhất " + MAX_RULES + " <Rule>; hãy chia ra nhiều <FeatureTypeStyle>",
                    "at most " + MAX_RULES + " <Rule>; divide them among several <FeatureTypeStyle>");
        }
        return featureTypeStyle;
    }

    private Rule readRule(StyleElement element) {
        Rule rule = STYLES.createRule();
        element.find("Name").ifPresent(name -> rule.setName(name.text()));
        Description description = STYLES.description(null, null);
        readDescription(element, description);
        rule.setDescription(description);
        rule.setMinScaleDenominator(
                element.find("MinScaleDenominator").map(StyleElement::number).orElse(0.0));
        rule.setMaxScaleDenominator(
                element.find("MaxScaleDenominator").map(StyleElement::number).orElse(Double.POSITIVE_INFINITY));
        if (rule.getMinScaleDenominator() >= rule.getMaxScaleDenominator()) {
            throw element.refuse(
                    "MinScaleDenominator phải nhỏ hơn MaxScaleDenominator",
                    "MinScaleDenominator must be less than MaxScaleDenominator");
        }
        element.find("Filter").ifPresent(filter -> rule.setFilter(new StyleCondition(filters.readFilter(filter))));
        rule.setElseFilter(element.find("ElseFilter").isPresent());
        for (StyleElement child : element.children()) {
            if (SymbolizerReader.NAMES.contains(child.name())) {
                rule.symbolizers().add(symbolizers.read(child));
            } else if (child.name().endsWith("Symbolizer")) {
                throw child.unsupported();
            }
        }
        return rule;
    }

    /** SE 1.1 wraps titles in {@code Description}; SLD 1.0 does not. */
    private static void readDescription(StyleElement element, Description description) {
        StyleElement parent = element.find("Description").orElse(element);
        List<StyleElement> titles = parent.children("Title");
        if (!titles.isEmpty()) {
            description.setTitle(localized(titles));
        }
        List<StyleElement> abstracts = parent.children("Abstract");
        if (!abstracts.isEmpty()) {
            description.setAbstract(localized(abstracts));
        }
    }

    private static GrowableInternationalString localized(List<StyleElement> texts) {
        String vi = in(texts, "vi", texts.get(0).text());
        GrowableInternationalString all = new GrowableInternationalString(vi);
        all.add(MapStyle.VIETNAMESE, vi);
        all.add(Locale.ENGLISH, in(texts, "en", vi));
        return all;
    }

    private static String in(List<StyleElement> texts, String language, String otherwise) {
        return texts.stream()
                .filter(each -> language.equals(each.attribute("lang")))
                .map(StyleElement::text)
                .findFirst()
                .orElse(otherwise);
    }
}
