package vn.ruralmap.layers.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.Mark;
import org.geotools.api.style.StyleFactory;
import org.geotools.api.style.Symbol;
import org.geotools.factory.CommonFactoryFinder;

/** Graphic, Mark and ExternalGraphic: alone, as the pattern of a fill, or repeated along a line. */
final class GraphicReader {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final StyleFactory STYLES = CommonFactoryFinder.getStyleFactory();

    /** Well-known names of SE 1.1 §11.3.2, of the hatches that GeoServer and QGIS write, and of QGIS's usual marks. */
    private static final Set<String> MARKS = Set.of(
            "square",
            "circle",
            "triangle",
            "star",
            "cross",
            "x",
            "diamond",
            "pentagon",
            "hexagon",
            "octagon",
            "arrow",
            "arrowhead",
            "line",
            "equilateral_triangle",
            "regular_star",
            "cross_fill",
            "shape://vertline",
            "shape://horline",
            "shape://slash",
            "shape://backslash",
            "shape://dot",
            "shape://plus",
            "shape://times",
            "shape://oarrow",
            "shape://carrow");

    private static final String SYMBOL_NAME = "symbols/[A-Za-z0-9_-]{1,60}\\.svg";
    private static final String SVG = "image/svg+xml";

    private final PaintReader paints;
    private final SymbolSource source;
    private final Map<String, byte[]> symbols = new LinkedHashMap<>();

    GraphicReader(PaintReader paints, SymbolSource source) {
        this.paints = paints;
        this.source = source;
    }

    /** All pictures met so far. */
    Map<String, byte[]> symbols() {
        return symbols;
    }

    /** Pictures come before marks, as SE 1.1 §11.3.2 has it: the first that can be shown is. */
    Graphic read(StyleElement element) {
        ExternalGraphic picture = null;
        List<Mark> marks = new ArrayList<>();
        for (StyleElement child : element.children()) {
            switch (child.name()) {
                case "Mark" -> marks.add(readMark(child));
                case "ExternalGraphic" -> {
                    if (picture == null) {
                        picture = readPicture(child, !element.children("Mark").isEmpty())
                                .orElse(null);
                    }
                }
                case "Opacity", "Size", "Rotation", "AnchorPoint", "Displacement" -> {
                    // below
                }
                default -> throw child.unsupported();
            }
        }
        if (picture == null && marks.isEmpty()) {
            throw element.refuse("thiếu <Mark>", "<Mark> is missing");
        }
        Graphic graphic = STYLES.createGraphic(
                picture == null ? new ExternalGraphic[0] : new ExternalGraphic[] {picture},
                picture == null ? marks.toArray(Mark[]::new) : new Mark[0],
                new Symbol[0],
                element.find("Opacity").map(each -> paints.number(each, 0, 1)).orElse(FILTERS.literal(1)),
                element.find("Size")
                        .map(each -> paints.number(each, 0.5, PaintReader.MAX_SIZE_PX))
                        .orElse(FILTERS.literal(picture == null ? 6 : 16)),
                element.find("Rotation")
                        .map(each -> paints.number(each, -360, 360))
                        .orElse(FILTERS.literal(0)));
        element.find("AnchorPoint").ifPresent(anchor -> graphic.setAnchorPoint(paints.readAnchor(anchor)));
        element.find("Displacement").ifPresent(each -> graphic.setDisplacement(paints.readDisplacement(each)));
        return graphic;
    }

    /** {@code GraphicStroke}: a graphic along a line, with the gaps of SE 1.1 §11.1.3. */
    Graphic readRepeated(StyleElement element) {
        Graphic graphic = read(element.get("Graphic"));
        graphic.setInitialGap(element.find("InitialGap")
                .map(gap -> paints.number(gap, 0, PaintReader.MAX_SIZE_PX))
                .orElse(FILTERS.literal(0)));
        graphic.setGap(element.find("Gap")
                .map(gap -> paints.number(gap, 0, PaintReader.MAX_SIZE_PX))
                .orElse(FILTERS.literal(0)));
        return graphic;
    }

    private Mark readMark(StyleElement element) {
        StyleElement name = element.get("WellKnownName");
        if (!MARKS.contains(name.text())) {
            throw name.refuse(
                    "không có ký hiệu «" + name.text() + "»; có: " + String.join(", ", PaintReader.sorted(MARKS)),
                    "there is no mark \"" + name.text() + "\"; known: " + String.join(", ", PaintReader.sorted(MARKS)));
        }
        Mark mark = STYLES.createMark();
        mark.setWellKnownName(FILTERS.literal(name.text()));
        mark.setFill(element.find("Fill").map(paints::readFill).orElse(null));
        mark.setStroke(element.find("Stroke").map(paints::readStroke).orElse(null));
        return mark;
    }

    /** @return empty if there is no such picture and something else to show */
    private Optional<ExternalGraphic> readPicture(StyleElement element, boolean replaceable) {
        StyleElement resource = element.get("OnlineResource");
        String name = String.valueOf(resource.attribute("href"));
        Optional<byte[]> bytes = name.matches(SYMBOL_NAME) ? source.read(name) : Optional.empty();
        if (bytes.isEmpty() && replaceable) {
            return Optional.empty();
        }
        byte[] svg = bytes.orElseThrow(() -> resource.refuse(
                "chỉ dùng được hình SVG có sẵn trong danh mục, ví dụ symbols/ten.svg; hoặc dùng <Mark>",
                "only SVG pictures of the catalogue can be used, such as symbols/name.svg; or use <Mark>"));
        SvgCheck.problem(svg).ifPresent(problem -> {
            throw resource.refuse(
                    "hình " + name + " không dùng được: " + problem, name + " cannot be used: " + problem);
        });
        symbols.put(name, svg);
        return Optional.of(STYLES.createExternalGraphic(name, SVG));
    }
}
