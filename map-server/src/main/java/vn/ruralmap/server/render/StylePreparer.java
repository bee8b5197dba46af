package vn.ruralmap.server.render;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PointPlacement;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.ConditionCompiler;
import vn.ruralmap.layers.filter.ExpressionCompiler;
import vn.ruralmap.layers.filter.Values;
import vn.ruralmap.layers.style.MapStyle;

/** Turns GeoTools' style model into plain paints, once per style and pixel density. */
final class StylePreparer {

    private static final DrawnRows ROWS = new DrawnRows();
    private static final ExpressionCompiler<DrawnFeature> VALUES = new ExpressionCompiler<>(ROWS);
    private static final double DEFAULT_WRAP_PX = 110;
    /** Degrees from letter to letter, as in GeoServer. */
    private static final double DEFAULT_BEND = 22.5;

    private final double scale;
    private final MarkPainter marks;

    /** @param scale pixels per standard pixel of 0.28 mm */
    private StylePreparer(MapStyle style, double scale) {
        this.scale = scale;
        this.marks = new MarkPainter(scale, style.symbols());
    }

    static PreparedStyle prepare(MapStyle style, double scale) {
        StylePreparer preparer = new StylePreparer(style, scale);
        return new PreparedStyle(style.style().featureTypeStyles().stream()
                .map(preparer::prepare)
                .toList());
    }

    private List<PreparedRule> prepare(FeatureTypeStyle pass) {
        if (pass.rules().size() > PreparedStyle.MAX_RULES_PER_PASS) {
            throw new IllegalArgumentException(
                    "more than " + PreparedStyle.MAX_RULES_PER_PASS + " rules in one FeatureTypeStyle");
        }
        return pass.rules().stream().map(this::prepare).toList();
    }

    private PreparedRule prepare(Rule rule) {
        List<FillPaint> fills = new ArrayList<>();
        List<LinePaint> lines = new ArrayList<>();
        List<Sprite> sprites = new ArrayList<>();
        List<TextPaint> texts = new ArrayList<>();
        for (Symbolizer symbolizer : rule.symbolizers()) {
            if (symbolizer instanceof PolygonSymbolizer polygon) {
                if (polygon.getFill() != null) {
                    fills.add(fill(polygon.getFill()));
                }
                if (polygon.getStroke() != null) {
                    lines.add(line(polygon.getStroke()));
                }
            } else if (symbolizer instanceof LineSymbolizer line) {
                lines.add(line(line.getStroke()));
            } else if (symbolizer instanceof PointSymbolizer point) {
                sprites.add(marks.mark(point.getGraphic()));
            } else if (symbolizer instanceof TextSymbolizer text) {
                texts.add(text(text));
            }
        }
        Predicate<DrawnFeature> filter = MapStyle.conditionOf(rule)
                .map(condition -> ConditionCompiler.compile(condition, ROWS))
                .orElse(null);
        return new PreparedRule(rule, filter, fills, lines, sprites, texts);
    }

    private FillPaint fill(Fill fill) {
        Graphic graphic = fill.getGraphicFill();
        return graphic == null ? new FillPaint(color(fill), null) : new FillPaint(0, marks.pattern(graphic));
    }

    private LinePaint line(Stroke stroke) {
        Graphic repeated = stroke.getGraphicStroke();
        return repeated == null
                ? stroke(stroke, scale)
                : new LinePaint(0, 0, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, null, 0, marks.stamps(repeated));
    }

    /** A stroke of one colour. */
    static LinePaint stroke(Stroke stroke, double scale) {
        float[] dashes = stroke.getDashArray();
        if (dashes != null && dashes.length > 0) {
            dashes = dashes.clone();
            for (int i = 0; i < dashes.length; i++) {
                dashes[i] *= (float) scale;
            }
        } else {
            dashes = null;
        }
        return new LinePaint(
                Pixels.multiplied(rgb(stroke.getColor()), number(stroke.getOpacity(), 1)),
                (float) (number(stroke.getWidth(), 1) * scale),
                cap(text(stroke.getLineCap(), "butt")),
                join(text(stroke.getLineJoin(), "round")),
                dashes,
                (float) (number(stroke.getDashOffset(), 0) * scale));
    }

    private static int cap(String name) {
        return switch (name) {
            case "round" -> BasicStroke.CAP_ROUND;
            case "square" -> BasicStroke.CAP_SQUARE;
            default -> BasicStroke.CAP_BUTT;
        };
    }

    private static int join(String name) {
        return switch (name) {
            case "mitre", "miter" -> BasicStroke.JOIN_MITER;
            case "bevel" -> BasicStroke.JOIN_BEVEL;
            default -> BasicStroke.JOIN_ROUND;
        };
    }

    private TextPaint text(TextSymbolizer text) {
        Map<String, String> options = text.getOptions();
        boolean bold = text(text.getFont().getWeight(), "normal").equals("bold");
        LabelLook look = new LabelLook(
                bold ? MapFonts.SEMI_BOLD : MapFonts.MEDIUM,
                !text(text.getFont().getStyle(), "normal").equals("normal"),
                number(text.getFont().getSize(), 10) * scale,
                color(text.getFill()),
                text.getHalo() == null ? 0 : color(text.getHalo().getFill()),
                text.getHalo() == null ? 0 : number(text.getHalo().getRadius(), 1) * scale,
                option(options, TextSymbolizer.AUTO_WRAP_KEY, DEFAULT_WRAP_PX) * scale);
        return new TextPaint(
                VALUES.value(MapStyle.labelOf(text)),
                MapStyle.priorityOf(text).map(VALUES::value).orElse(feature -> null),
                look,
                place(text, option(options, TextSymbolizer.SPACE_AROUND_KEY, 2)),
                along(text),
                option(options, TextSymbolizer.GOODNESS_OF_FIT_KEY, 0.5) > 0,
                !"false".equals(options.get(TextSymbolizer.CONFLICT_RESOLUTION_KEY)));
    }

    private TextPaint.@Nullable Along along(TextSymbolizer text) {
        if (!(text.getLabelPlacement() instanceof LinePlacement line)) {
            return null;
        }
        return new TextPaint.Along(
                number(line.getPerpendicularOffset(), 0) * scale,
                Math.max(0, option(text.getOptions(), TextSymbolizer.LABEL_REPEAT_KEY, 0)) * scale,
                Math.toRadians(option(text.getOptions(), TextSymbolizer.MAX_ANGLE_DELTA_KEY, DEFAULT_BEND)));
    }

    private TextPaint.Place place(TextSymbolizer text, double space) {
        double spacePx = Math.max(0, Math.min(100, space)) * scale;
        if (text.getLabelPlacement() instanceof PointPlacement point) {
            return new TextPaint.Place(
                    number(point.getAnchorPoint().getAnchorPointX(), 0.5),
                    number(point.getAnchorPoint().getAnchorPointY(), 0.5),
                    number(point.getDisplacement().getDisplacementX(), 0) * scale,
                    number(point.getDisplacement().getDisplacementY(), 0) * scale,
                    spacePx,
                    Math.toRadians(number(point.getRotation(), 0)));
        }
        return new TextPaint.Place(0.5, 0.5, 0, 0, spacePx, 0);
    }

    static int color(Fill fill) {
        return Pixels.multiplied(rgb(fill.getColor()), number(fill.getOpacity(), 1));
    }

    private static int rgb(@Nullable Expression color) {
        return color == null ? 0 : Integer.parseInt(text(color, "#000000").substring(1), 16);
    }

    private static double option(Map<String, String> options, String key, double otherwise) {
        Double value = Values.number(options.get(key));
        return value == null ? otherwise : value;
    }

    static double number(@Nullable Expression constant, double otherwise) {
        Double value = constant == null ? null : Values.number(constant.evaluate(null));
        return value == null ? otherwise : value;
    }

    static String text(@Nullable Expression constant, String otherwise) {
        Object value = constant == null ? null : constant.evaluate(null);
        return value == null ? otherwise : value.toString();
    }
}
