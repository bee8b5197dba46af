package vn.ruralmap.layers.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.Condition;

/**
 * A StyledLayerDescriptor that comes with a request (OGC 05-078r4 §10): which layers, in which styles, which of their
 * features. Of layers only those of the server, never a service or data elsewhere.
 *
 * @param layers bottom first
 */
public record SldDocument(List<NamedLayer> layers) {

    private static final String FILE = "SLD_BODY";
    /** Far more than a program writes for a map, and little enough to draw in seconds. */
    private static final int MAX_BYTES = 256 * 1024;

    private static final int MAX_SYMBOLIZERS = 250;

    public SldDocument {
        layers = List.copyOf(layers);
    }

    /**
     * A layer of the server.
     *
     * @param constraint only these features; null: all
     * @param styles to draw one over the other; empty: the server's default one
     */
    public record NamedLayer(String name, @Nullable Condition constraint, List<Choice> styles) {
        public NamedLayer {
            styles = List.copyOf(styles);
        }
    }

    /**
     * One style.
     *
     * @param name of the server's own style, or of the one given; may then be empty
     * @param isDefault whether the document calls it the layer's default style
     * @param given null: the server's own
     */
    public record Choice(
            String name, boolean isDefault, @Nullable MapStyle given) {}

    /**
     * Reads a document.
     *
     * @param properties which attributes of a layer may be used; may throw if there is no such layer
     * @throws StyleException naming line and remedy
     */
    public static SldDocument read(byte[] bytes, Function<String, Predicate<String>> properties, SymbolSource symbols) {
        if (bytes.length > MAX_BYTES) {
            throw new StyleException(
                    FILE, 0, new vn.ruralmap.layers.model.LocalizedText("lớn hơn 256 KB", "larger than 256 KB"));
        }
        StyleElement root = StyleXml.parse(FILE, bytes);
        if (!root.name().equals("StyledLayerDescriptor")) {
            throw root.refuse("cần <StyledLayerDescriptor>", "a <StyledLayerDescriptor> is expected");
        }
        if (countSymbolizers(root) > MAX_SYMBOLIZERS) {
            throw root.refuse(
                    "nhiều nhất " + MAX_SYMBOLIZERS + " ký hiệu", "at most " + MAX_SYMBOLIZERS + " symbolizers");
        }
        root.find("UserLayer").ifPresent(layer -> {
            throw layer.refuse(
                    "chỉ vẽ các lớp của máy chủ này; hãy dùng <NamedLayer>",
                    "only layers of this server are drawn; use <NamedLayer>");
        });
        List<NamedLayer> layers = new ArrayList<>();
        for (StyleElement layer : root.children("NamedLayer")) {
            layers.add(readLayer(layer, properties, symbols));
        }
        if (layers.isEmpty()) {
            throw root.refuse("thiếu <NamedLayer>", "<NamedLayer> is missing");
        }
        return new SldDocument(layers);
    }

    /** The layer of a name, if the document says something about it. */
    public Optional<NamedLayer> find(String name) {
        return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    private static int countSymbolizers(StyleElement element) {
        int count = element.name().endsWith("Symbolizer") ? 1 : 0;
        for (StyleElement child : element.children()) {
            count += countSymbolizers(child);
        }
        return count;
    }

    private static NamedLayer readLayer(
            StyleElement element, Function<String, Predicate<String>> properties, SymbolSource symbols) {
        String name = element.get("Name").text();
        Predicate<String> known = properties.apply(name);
        List<Choice> styles = new ArrayList<>();
        for (StyleElement child : element.children()) {
            switch (child.name()) {
                case "UserStyle" -> {
                    MapStyle style = new StyleReader(FILE, known, symbols).read(child);
                    boolean isDefault = child.find("IsDefault")
                            .map(StyleElement::text)
                            .filter(text -> text.equals("1") || text.equals("true"))
                            .isPresent();
                    styles.add(new Choice(style.name(), isDefault, style));
                }
                case "NamedStyle" -> styles.add(new Choice(child.get("Name").text(), false, null));
                case "Name", "Description", "LayerFeatureConstraints" -> {
                    // above and below
                }
                default -> throw child.unsupported();
            }
        }
        return new NamedLayer(name, constraint(element, known).orElse(null), styles);
    }

    private static Optional<Condition> constraint(StyleElement layer, Predicate<String> known) {
        StyleExpressions filters = new StyleExpressions(known);
        return layer.children("LayerFeatureConstraints").stream()
                .flatMap(constraints -> constraints.children("FeatureTypeConstraint").stream())
                .flatMap(constraint -> constraint.children("Filter").stream())
                .map(filters::readFilter)
                .reduce(Condition::and);
    }
}
