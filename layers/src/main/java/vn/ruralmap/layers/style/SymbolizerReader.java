package vn.ruralmap.layers.style;

import java.util.Map;
import java.util.Set;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.style.Font;
import org.geotools.api.style.Halo;
import org.geotools.api.style.LabelPlacement;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PointPlacement;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.StyleFactory;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.factory.CommonFactoryFinder;

/** The four symbolizers of vector data. Sizes are in pixels of 0.28 mm (SE 1.1 §10.2). */
final class SymbolizerReader {

    static final Set<String> NAMES = Set.of("PolygonSymbolizer", "LineSymbolizer", "PointSymbolizer", "TextSymbolizer");

    /** GeoServer's options that are understood; others only tune GeoServer's own label engine and are left out. */
    private static final Set<String> OPTIONS = Set.of(
            TextSymbolizer.GROUP_KEY,
            TextSymbolizer.MAX_DISPLACEMENT_KEY,
            TextSymbolizer.AUTO_WRAP_KEY,
            TextSymbolizer.CONFLICT_RESOLUTION_KEY,
            TextSymbolizer.GOODNESS_OF_FIT_KEY,
            TextSymbolizer.LABEL_REPEAT_KEY,
            TextSymbolizer.MAX_ANGLE_DELTA_KEY,
            TextSymbolizer.SPACE_AROUND_KEY);

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final StyleFactory STYLES = CommonFactoryFinder.getStyleFactory();

    private final StyleExpressions expressions;
    private final PaintReader paints;

    SymbolizerReader(StyleExpressions expressions, SymbolSource symbols) {
        this.expressions = expressions;
        this.paints = new PaintReader(expressions, symbols);
    }

    /** All pictures met so far. */
    Map<String, byte[]> symbols() {
        return paints.graphics().symbols();
    }

    Symbolizer read(StyleElement element) {
        requirePixels(element);
        Symbolizer symbolizer =
                switch (element.name()) {
                    case "PolygonSymbolizer" -> readPolygon(element);
                    case "LineSymbolizer" -> readLine(element);
                    case "PointSymbolizer" -> readPoint(element);
                    case "TextSymbolizer" -> readText(element);
                    default -> throw element.unsupported();
                };
        for (StyleElement option : element.children("VendorOption")) {
            String name = option.attribute("name");
            if (name != null && OPTIONS.contains(name)) {
                symbolizer.getOptions().put(name, option.text());
            }
        }
        return symbolizer;
    }

    private static void requirePixels(StyleElement element) {
        String uom = element.attribute("uom");
        if (uom != null && !uom.endsWith("/pixel")) {
            throw element.refuse(
                    "chỉ hỗ trợ đơn vị pixel; hãy bỏ thuộc tính uom", "only pixels are supported; remove uom");
        }
        element.find("Geometry").ifPresent(geometry -> {
            throw geometry.unsupported();
        });
    }

    private PolygonSymbolizer readPolygon(StyleElement element) {
        refuseOffsets(element);
        PolygonSymbolizer polygon = STYLES.createPolygonSymbolizer();
        polygon.setFill(element.find("Fill").map(paints::readFill).orElse(null));
        polygon.setStroke(element.find("Stroke").map(paints::readStroke).orElse(null));
        return polygon;
    }

    private LineSymbolizer readLine(StyleElement element) {
        refuseOffsets(element);
        LineSymbolizer line = STYLES.createLineSymbolizer();
        line.setStroke(paints.readStroke(element.get("Stroke")));
        return line;
    }

    private static void refuseOffsets(StyleElement element) {
        element.findAny("PerpendicularOffset", "Displacement").ifPresent(offset -> {
            throw offset.unsupported();
        });
    }

    private PointSymbolizer readPoint(StyleElement element) {
        PointSymbolizer point = STYLES.createPointSymbolizer();
        point.setGraphic(paints.graphics().read(element.get("Graphic")));
        return point;
    }

    private TextSymbolizer readText(StyleElement element) {
        TextSymbolizer text = STYLES.createTextSymbolizer();
        text.setLabel(new StyleValue(expressions.readValue(element.get("Label"))));
        text.setFont(readFont(element));
        text.setFill(element.find("Fill")
                .map(paints::readFill)
                .orElseGet(() -> STYLES.createFill(FILTERS.literal("#000000"))));
        text.setHalo(element.find("Halo").map(this::readHalo).orElse(null));
        text.setLabelPlacement(
                element.find("LabelPlacement").map(this::readPlacement).orElse(null));
        text.setPriority(element.find("Priority")
                .map(expressions::readValue)
                .map(StyleValue::new)
                .orElse(null));
        return text;
    }

    private Font readFont(StyleElement text) {
        Map<String, StyleElement> parameters = text.find("Font")
                .map(font ->
                        PaintReader.parameters(font, Set.of("font-family", "font-style", "font-weight", "font-size")))
                .orElse(Map.of());
        StyleElement family = parameters.get("font-family");
        return STYLES.createFont(
                FILTERS.literal(family == null ? "Be Vietnam Pro" : expressions.readConstant(family)),
                paints.choice(parameters, "font-style", "normal", "normal", "italic", "oblique"),
                paints.choice(parameters, "font-weight", "normal", "normal", "bold"),
                paints.number(parameters, "font-size", 10, 4, 96));
    }

    private Halo readHalo(StyleElement element) {
        return STYLES.createHalo(
                element.find("Fill")
                        .map(paints::readFill)
                        .orElseGet(() -> STYLES.createFill(FILTERS.literal("#FFFFFF"))),
                element.find("Radius")
                        .map(radius -> paints.number(radius, 0, 16))
                        .orElse(FILTERS.literal(1)));
    }

    private LabelPlacement readPlacement(StyleElement element) {
        StyleElement line = element.find("LinePlacement").orElse(null);
        if (line != null) {
            return STYLES.createLinePlacement(line.find("PerpendicularOffset")
                    .map(offset -> paints.number(offset, -PaintReader.MAX_SIZE_PX, PaintReader.MAX_SIZE_PX))
                    .orElse(FILTERS.literal(0)));
        }
        StyleElement point = element.get("PointPlacement");
        PointPlacement placement = STYLES.createPointPlacement(
                STYLES.createAnchorPoint(FILTERS.literal(0.5), FILTERS.literal(0.5)),
                STYLES.createDisplacement(FILTERS.literal(0), FILTERS.literal(0)),
                point.find("Rotation")
                        .map(rotation -> paints.number(rotation, -360, 360))
                        .orElse(FILTERS.literal(0)));
        point.find("AnchorPoint").ifPresent(anchor -> placement.setAnchorPoint(paints.readAnchor(anchor)));
        point.find("Displacement").ifPresent(each -> placement.setDisplacement(paints.readDisplacement(each)));
        return placement;
    }
}
