package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.style.MapStyle;

/**
 * Explains a style: one line per rule that has a title and draws something but text. Rules of the same title, for
 * different scales, are one line, shown as at the largest scale.
 */
public final class LegendRenderer {

    private static final int SWATCH_WIDTH = 28;
    private static final int SWATCH_HEIGHT = 18;
    private static final int ROW_HEIGHT = 24;
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
        Canvas canvas = new Canvas(scaled(SWATCH_WIDTH, scale), scaled(SWATCH_HEIGHT, scale), 0, 0, 0);
        drawSwatch(canvas, rule, 0, 0, scale);
        return canvas.finish();
    }

    /** All lines under one another. A style without titles gives an image of one pixel. */
    public RenderedMap draw(MapStyle style, String language, LegendOptions options) {
        double scale = options.dpi() / MapView.STANDARD_DPI;
        List<PreparedRule> rules = rules(style, options.dpi(), options.scaleDenominator());
        LabelLook look = new LabelLook(MapFonts.MEDIUM, false, TEXT_SIZE * scale, INK, 0, 0, WRAP * scale);
        LabelText.Cache texts = new LabelText.Cache();
        List<LabelText> titles = new ArrayList<>();
        for (PreparedRule rule : rules) {
            titles.add(texts.get(MapStyle.titleOf(rule.rule()).in(language), look));
        }
        double widest =
                titles.stream().mapToDouble(title -> title.widthPx).max().orElse(0);
        int background = options.background() == null
                ? 0
                : Pixels.scaled(
                        options.background().getRGB() | 0xFF000000,
                        options.background().getAlpha());
        Canvas canvas = rules.isEmpty()
                ? new Canvas(1, 1, background, 0, 0)
                : new Canvas(
                        (int) Math.ceil(scaled(3 * MARGIN + SWATCH_WIDTH, scale) + widest),
                        scaled(rules.size() * ROW_HEIGHT, scale),
                        background,
                        0,
                        0);
        for (int i = 0; i < rules.size(); i++) {
            double top = i * ROW_HEIGHT * scale;
            double gap = (ROW_HEIGHT - SWATCH_HEIGHT) / 2.0 * scale;
            drawSwatch(canvas, rules.get(i), MARGIN * scale, top + gap, scale);
            double left = (2 * MARGIN + SWATCH_WIDTH) * scale;
            canvas.draw(titles.get(i).sprite(), (int) (left + titles.get(i).widthPx / 2), (int)
                    (top + ROW_HEIGHT * scale / 2));
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

    private static void drawSwatch(Canvas canvas, PreparedRule rule, double left, double top, double scale) {
        double right = left + SWATCH_WIDTH * scale;
        double bottom = top + SWATCH_HEIGHT * scale;
        double inset = 1.5 * scale;
        double[] box = {
            left + inset,
            top + inset,
            right - inset,
            top + inset,
            right - inset,
            bottom - inset,
            left + inset,
            bottom - inset,
            left + inset,
            top + inset
        };
        switch (symbol(rule)) {
            case AREA -> {
                AreaFiller filler = new AreaFiller();
                for (FillPaint paint : rule.fills()) {
                    filler.begin(canvas);
                    filler.ring(canvas, box, 0, 5);
                    filler.fill(canvas, paint);
                }
                (rule.lines().isEmpty() ? List.of(HAIRLINE) : rule.lines())
                        .forEach(paint -> drawLine(canvas, paint, box, true));
            }
            case LINE -> {
                double middle = (top + bottom) / 2;
                double[] ends = {left + inset, middle, right - inset, middle};
                rule.lines().forEach(paint -> drawLine(canvas, paint, ends, false));
            }
            case POINT ->
                rule.marks().forEach(mark -> canvas.draw(mark, (int) ((left + right) / 2), (int) ((top + bottom) / 2)));
        }
    }

    private static void drawLine(Canvas canvas, LinePaint paint, double[] xy, boolean border) {
        LinePainter painter = new LinePainter();
        painter.begin(canvas, paint);
        painter.add(canvas, xy, 0, xy.length / 2, border);
        painter.paint(canvas, border);
    }

    private static int scaled(double px, double scale) {
        return Math.max(1, (int) Math.ceil(px * scale));
    }
}
