package vn.ruralmap.layers.style;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.StyleFactory;
import org.geotools.factory.CommonFactoryFinder;

/** Fill and Stroke: what symbolizers paint with. Every value is a checked constant. */
final class PaintReader {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final StyleFactory STYLES = CommonFactoryFinder.getStyleFactory();

    static final double MAX_SIZE_PX = 256;

    private final StyleExpressions expressions;
    private final GraphicReader graphics;

    PaintReader(StyleExpressions expressions, SymbolSource symbols) {
        this.expressions = expressions;
        this.graphics = new GraphicReader(this, symbols);
    }

    GraphicReader graphics() {
        return graphics;
    }

    Fill readFill(StyleElement element) {
        Map<String, StyleElement> parameters = parameters(element, Set.of("fill", "fill-opacity"));
        Fill fill = STYLES.createFill(color(parameters, "fill", "#808080"), opacity(parameters, "fill-opacity"));
        element.find("GraphicFill")
                .map(each -> each.get("Graphic"))
                .ifPresent(graphic -> fill.setGraphicFill(graphics.read(graphic)));
        return fill;
    }

    Stroke readStroke(StyleElement element) {
        for (StyleElement child : element.children()) {
            if (!isParameter(child) && !child.name().equals("GraphicStroke")) {
                throw child.unsupported();
            }
        }
        Map<String, StyleElement> parameters = parameters(
                element,
                Set.of(
                        "stroke",
                        "stroke-width",
                        "stroke-opacity",
                        "stroke-linejoin",
                        "stroke-linecap",
                        "stroke-dasharray",
                        "stroke-dashoffset"));
        Stroke stroke = STYLES.createStroke(
                color(parameters, "stroke", "#000000"), number(parameters, "stroke-width", 1, 0, MAX_SIZE_PX));
        stroke.setOpacity(opacity(parameters, "stroke-opacity"));
        stroke.setLineJoin(choice(parameters, "stroke-linejoin", "round", "round", "bevel", "mitre", "miter"));
        stroke.setLineCap(choice(parameters, "stroke-linecap", "butt", "butt", "round", "square"));
        if (parameters.containsKey("stroke-dasharray")) {
            stroke.setDashArray(dashes(parameters.get("stroke-dasharray")));
        }
        stroke.setDashOffset(number(parameters, "stroke-dashoffset", 0, 0, MAX_SIZE_PX));
        element.find("GraphicStroke").map(graphics::readRepeated).ifPresent(stroke::setGraphicStroke);
        return stroke;
    }

    /** {@code CssParameter} (SLD 1.0) or {@code SvgParameter} (SE 1.1) by name; unknown names are refused. */
    static Map<String, StyleElement> parameters(StyleElement element, Set<String> allowed) {
        Map<String, StyleElement> parameters = new TreeMap<>();
        for (StyleElement child : element.children()) {
            if (isParameter(child)) {
                String name = child.attribute("name");
                if (name == null || !allowed.contains(name)) {
                    throw child.refuse(
                            "không có tham số «" + name + "»; có: " + String.join(", ", sorted(allowed)),
                            "there is no parameter \"" + name + "\"; known: " + String.join(", ", sorted(allowed)));
                }
                parameters.put(name, child);
            }
        }
        return parameters;
    }

    private static boolean isParameter(StyleElement element) {
        return element.name().equals("CssParameter") || element.name().equals("SvgParameter");
    }

    AnchorPoint readAnchor(StyleElement element) {
        return STYLES.createAnchorPoint(
                number(element.get("AnchorPointX"), -10, 10), number(element.get("AnchorPointY"), -10, 10));
    }

    Displacement readDisplacement(StyleElement element) {
        return STYLES.createDisplacement(
                number(element.get("DisplacementX"), -MAX_SIZE_PX, MAX_SIZE_PX),
                number(element.get("DisplacementY"), -MAX_SIZE_PX, MAX_SIZE_PX));
    }

    Expression number(Map<String, StyleElement> parameters, String name, double otherwise, double min, double max) {
        StyleElement parameter = parameters.get(name);
        return parameter == null ? FILTERS.literal(otherwise) : number(parameter, min, max);
    }

    Expression number(StyleElement parameter, double min, double max) {
        String text = expressions.readConstant(parameter);
        try {
            double value = Double.parseDouble(text);
            if (value >= min && value <= max) {
                return FILTERS.literal(value);
            }
        } catch (NumberFormatException notANumber) {
            throw (StyleException) parameter
                    .refuse("«" + text + "» không phải là số", "\"" + text + "\" is not a number")
                    .initCause(notANumber);
        }
        throw parameter.refuse(
                text + " nằm ngoài khoảng " + min + " đến " + max, text + " is not between " + min + " and " + max);
    }

    private Expression opacity(Map<String, StyleElement> parameters, String name) {
        return number(parameters, name, 1, 0, 1);
    }

    Expression color(Map<String, StyleElement> parameters, String name, String otherwise) {
        StyleElement parameter = parameters.get(name);
        if (parameter == null) {
            return FILTERS.literal(otherwise);
        }
        String text = expressions.readConstant(parameter);
        if (!text.matches("#[0-9A-Fa-f]{6}")) {
            throw parameter.refuse(
                    "màu phải viết dạng #RRGGBB, không phải «" + text + "»",
                    "a colour is written #RRGGBB, not \"" + text + "\"");
        }
        return FILTERS.literal(text);
    }

    Expression choice(Map<String, StyleElement> parameters, String name, String otherwise, String... choices) {
        StyleElement parameter = parameters.get(name);
        String text = parameter == null ? otherwise : expressions.readConstant(parameter);
        if (parameter != null && !Arrays.asList(choices).contains(text)) {
            throw parameter.refuse(
                    "«" + text + "» không được chấp nhận; có: " + String.join(", ", choices),
                    "\"" + text + "\" is not accepted; known: " + String.join(", ", choices));
        }
        return FILTERS.literal(text);
    }

    private static float[] dashes(StyleElement parameter) {
        String[] parts = parameter.text().split("[\\s,]+");
        float[] dashes = new float[parts.length];
        float total = 0;
        for (int i = 0; i < parts.length; i++) {
            if (parts.length > 16 || !parts[i].matches("[0-9]{1,3}(\\.[0-9]{1,3})?")) {
                throw parameter.refuse(
                        "cần các độ dài nét, ví dụ «4 2»", "needs lengths of dashes, for example \"4 2\"");
            }
            dashes[i] = Float.parseFloat(parts[i]);
            total += dashes[i];
        }
        // A pattern of almost nothing would draw millions of dashes.
        if (total < 1) {
            throw parameter.refuse("tổng độ dài nét phải ít nhất 1", "the dashes must sum up to at least 1");
        }
        return dashes;
    }

    static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
