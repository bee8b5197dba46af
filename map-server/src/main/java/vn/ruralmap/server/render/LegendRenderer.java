package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.style.MapStyle;

/**
 * Explains a style: one line per rule that has a title and draws something but text. Rules of the same title, for
 * different scales, are one line, shown as at the largest scale.
 */
public final class LegendRenderer {

    private static final int ROW_GAP = 6;
    private static final int MARGIN = 6;
    private static final double TEXT_SIZE = 12;
    private static final double WRAP = 260;
    private static final int INK = 0xFF33312E;
    /** Around swatches of areas whose rule has no border of its own, since most fills are pale. */
    private static final LinePaint HAIRLINE = new LinePaint(0xFFB4AA9C, 1, 0, 0, null, 0);

    private final MapRenderer renderer;

    public LegendRenderer(MapRenderer renderer) {
        this.renderer = renderer;
    }

    /** The lines of the legend, as data. */
    public List<LegendItem> items(MapStyle style, @Nullable Double scaleDenominator) {
        return rules(style, MapView.STANDARD_DPI, scaleDenominator).stream()
                .map(rule -> new LegendItem(
                        String.valueOf(rule.rule().getName()), MapStyle.titleOf(rule.rule()), symbol(rule)))
                .toList();
    }

    /** The symbol of one line, without its text. @throws IllegalArgumentException if the style has no such line */
    public RenderedMap swatch(MapStyle style, LegendItem item, double dpi) {
        PreparedRule rule = rules(style, dpi, null).stream()
                .filter(each -> MapStyle.titleOf(each.rule()).equals(item.title()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule is titled " + item.title()));
        double scale = dpi / MapView.STANDARD_DPI;
        return swatch(rule, new LegendOptions(null, dpi, null), scale);
    }

    private static RenderedMap swatch(PreparedRule rule, LegendOptions options, double scale) {
        Canvas canvas = new Canvas(
                scaled(options.widthPx(), scale), scaled(options.heightPx(), scale), background(options), 0, 0);
        drawSwatch(canvas, rule, new Box(0, 0, options, scale));
        return canvas.finish();
    }

    /** The symbol of a rule by its name, titled or not. Empty if the style has no such rule. */
    public Optional<RenderedMap> rule(MapStyle style, String name, LegendOptions options) {
        return renderer.prepared(style, options.dpi()).passes().stream()
                .flatMap(List::stream)
                .filter(rule -> name.equals(rule.rule().getName()))
                .findFirst()
                .map(rule -> swatch(rule, options, options.dpi() / MapView.STANDARD_DPI));
    }

    private static int background(LegendOptions options) {
        return options.background() == null
                ? 0
                : Pixels.scaled(
                        options.background().getRGB() | 0xFF000000,
                        options.background().getAlpha());
    }

    /** All lines under one another. A style without titles gives an image of one pixel. */
    public RenderedMap draw(MapStyle style, String language, LegendOptions options) {
        return draw(List.of(style), language, options);
    }

    /** The lines of several styles under one another. */
    public RenderedMap draw(List<MapStyle> styles, String language, LegendOptions options) {
        double scale = options.dpi() / MapView.STANDARD_DPI;
        List<PreparedRule> rules = styles.stream()
                .flatMap(style -> rules(style, options.dpi(), options.scaleDenominator()).stream())
                .toList();
        LabelLook look = new LabelLook(MapFonts.MEDIUM, false, TEXT_SIZE * scale, INK, 0, 0, WRAP * scale);
        LabelText.Cache texts = new LabelText.Cache();
        List<LabelText> titles = new ArrayList<>();
        for (PreparedRule rule : rules) {
            titles.add(texts.get(MapStyle.titleOf(rule.rule()).in(language), look));
        }
        double widest =
                titles.stream().mapToDouble(title -> title.widthPx).max().orElse(0);
        int background = background(options);
        int rowHeight = options.heightPx() + ROW_GAP;
        Canvas canvas = rules.isEmpty()
                ? new Canvas(1, 1, background, 0, 0)
                : new Canvas(
                        (int) Math.ceil(scaled(3 * MARGIN + options.widthPx(), scale) + widest),
                        scaled(rules.size() * rowHeight, scale),
                        background,
                        0,
                        0);
        for (int i = 0; i < rules.size(); i++) {
            double top = i * rowHeight * scale;
            drawSwatch(canvas, rules.get(i), new Box(MARGIN * scale, top + ROW_GAP / 2.0 * scale, options, scale));
            double left = (2 * MARGIN + options.widthPx()) * scale;
            canvas.draw(titles.get(i).sprite(), (int) (left + titles.get(i).widthPx / 2), (int)
                    (top + rowHeight * scale / 2));
        }
        return canvas.finish();
    }

    private List<PreparedRule> rules(MapStyle style, double dpi, @Nullable Double scaleDenominator) {
        Map<LocalizedText, PreparedRule> byTitle = new LinkedHashMap<>();
        for (List<PreparedRule> pass : renderer.prepared(style, dpi).passes()) {
            for (PreparedRule rule : pass) {
                LocalizedText title = MapStyle.titleOf(rule.rule());
                boolean drawsMore = !rule.fills().isEmpty()
                        || !rule.lines().isEmpty()
                        || !rule.marks().isEmpty();
                boolean active = scaleDenominator == null || rule.isActiveAt(scaleDenominator);
                if (drawsMore && active && !title.vi().isEmpty()) {
                    byTitle.put(title, rule);
                }
            }
        }
        return List.copyOf(byTitle.values());
    }

    private static LegendItem.Symbol symbol(PreparedRule rule) {
        if (!rule.marks().isEmpty()) {
            return LegendItem.Symbol.POINT;
        }
        return rule.fills().isEmpty() ? LegendItem.Symbol.LINE : LegendItem.Symbol.AREA;
    }

    /** Where a symbol is drawn, in pixels. */
    private record Box(double left, double top, double right, double bottom, double inset) {
        Box(double left, double top, LegendOptions options, double scale) {
            this(left, top, left + options.widthPx() * scale, top + options.heightPx() * scale, 1.5 * scale);
        }

        double[] ring() {
            double x0 = left + inset;
            double y0 = top + inset;
            double x1 = right - inset;
            double y1 = bottom - inset;
            return new double[] {x0, y0, x1, y0, x1, y1, x0, y1, x0, y0};
        }

        double[] middleLine() {
            double middle = (top + bottom) / 2;
            return new double[] {left + inset, middle, right - inset, middle};
        }
    }

    private static void drawSwatch(Canvas canvas, PreparedRule rule, Box box) {
        switch (symbol(rule)) {
            case AREA -> {
                AreaFiller filler = new AreaFiller();
                for (FillPaint paint : rule.fills()) {
                    filler.begin(canvas);
                    filler.ring(canvas, box.ring(), 0, 5);
                    filler.fill(canvas, paint);
                }
                (rule.lines().isEmpty() ? List.of(HAIRLINE) : rule.lines())
                        .forEach(paint -> drawLine(canvas, paint, box.ring(), true));
            }
            case LINE -> rule.lines().forEach(paint -> drawLine(canvas, paint, box.middleLine(), false));
            case POINT ->
                rule.marks()
                        .forEach(mark -> canvas.draw(
                                mark, (int) ((box.left() + box.right()) / 2), (int) ((box.top() + box.bottom()) / 2)));
        }
    }

    private static void drawLine(Canvas canvas, LinePaint paint, double[] xy, boolean border) {
        LinePaint.Stamps stamps = paint.stamps();
        if (stamps != null) {
            new StampPainter(canvas, 0, 0, stamps).paint(xy, 0, xy.length / 2);
            return;
        }
        LinePainter painter = new LinePainter();
        painter.begin(canvas, paint);
        painter.add(canvas, xy, 0, xy.length / 2, border);
        painter.paint(canvas, border);
    }

    private static int scaled(double px, double scale) {
        return Math.max(1, (int) Math.ceil(px * scale));
    }
}
