package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws the features of one layer. Per FeatureTypeStyle first all areas, then all lines, then all marks: borders lie
 * over fills whatever the order of the features, as a map maker draws them. Its buffers are reused from image to image,
 * so it serves one at a time.
 */
final class LayerPainter {

    private final ScreenShapes shapes = new ScreenShapes();
    private final AreaFiller filler = new AreaFiller();
    private final LinePainter lines = new LinePainter();
    private long[] matches = new long[64];

    void paint(
            Canvas canvas,
            MapView view,
            PreparedStyle style,
            List<? extends DrawnFeature> features,
            Labels labels,
            int layer) {
        shapes.project(features, view, style.marginPx());
        if (matches.length < features.size()) {
            matches = new long[features.size()];
        }
        for (List<PreparedRule> rules : style.passes()) {
            match(rules, features);
            for (int i = 0; i < features.size(); i++) {
                canvas.checkTime();
                if (features.get(i).geometry().getDimension() == 2) {
                    fill(canvas, rules, i);
                }
            }
            for (Stroke stroke : strokes(rules)) {
                canvas.checkTime();
                line(canvas, view, stroke, features);
            }
            for (int i = 0; i < features.size(); i++) {
                canvas.checkTime();
                finish(canvas, view, rules, features.get(i), i, labels, layer);
            }
        }
    }

    /** A line of the rules whose bits are set. */
    private record Stroke(LinePaint paint, long rules) {}

    /** Rules that differ in their fills only share one stroke: a border between their areas is drawn once, too. */
    private static List<Stroke> strokes(List<PreparedRule> rules) {
        List<Stroke> strokes = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            for (LinePaint paint : rules.get(rule).lines()) {
                int last = strokes.size() - 1;
                if (last >= 0 && strokes.get(last).paint().equals(paint)) {
                    strokes.set(last, new Stroke(paint, strokes.get(last).rules() | 1L << rule));
                } else {
                    strokes.add(new Stroke(paint, 1L << rule));
                }
            }
        }
        return strokes;
    }

    private void match(List<PreparedRule> rules, List<? extends DrawnFeature> features) {
        for (int i = 0; i < features.size(); i++) {
            DrawnFeature feature = features.get(i);
            long matched = 0;
            long otherwise = 0;
            for (int rule = 0; rule < rules.size(); rule++) {
                PreparedRule each = rules.get(rule);
                if (each.rule().isElseFilter()) {
                    otherwise |= 1L << rule;
                } else if (each.matches(feature)) {
                    matched |= 1L << rule;
                }
            }
            matches[i] = matched == 0 ? otherwise : matched;
        }
    }

    private boolean applies(int rule, int feature) {
        return (matches[feature] >>> rule & 1) != 0;
    }

    private void fill(Canvas canvas, List<PreparedRule> rules, int feature) {
        int first = shapes.firstPath(feature);
        int end = shapes.firstPath(feature + 1);
        if (first == end) {
            return;
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            if (applies(rule, feature)) {
                for (FillPaint paint : rules.get(rule).fills()) {
                    fill(canvas, paint, first, end);
                }
            }
        }
    }

    private void fill(Canvas canvas, FillPaint paint, int first, int end) {
        filler.begin(canvas);
        for (int path = first; path < end; path++) {
            if (shapes.isTiny(path)) {
                speck(canvas, paint, shapes.x(shapes.start(path)), shapes.y(shapes.start(path)));
            } else {
                filler.ring(canvas, shapes.xy, shapes.start(path), shapes.start(path + 1));
            }
        }
        filler.fill(canvas, paint);
    }

    /** An area smaller than a pixel still is one pixel: many small ones must not vanish from a large map. */
    private static void speck(Canvas canvas, FillPaint paint, double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (column >= 0 && column < canvas.widthPx && row >= 0 && row < canvas.heightPx) {
            canvas.span(row, column, column + 1, paint);
        }
    }

    private void line(Canvas canvas, MapView view, Stroke stroke, List<? extends DrawnFeature> features) {
        LinePaint paint = stroke.paint();
        LinePaint.Stamps stamps = paint.stamps();
        if (stamps != null) {
            stamp(canvas, view, stamps, stroke.rules(), features);
            return;
        }
        boolean isWhole = isWhole(stroke, features);
        lines.begin(canvas, paint);
        boolean hasLines = false;
        for (int i = 0; i < features.size(); i++) {
            int dimension = isDrawn(stroke, i) ? features.get(i).geometry().getDimension() : 0;
            hasLines |= dimension == 1;
            if (dimension == 2) {
                add(canvas, i, true, isWhole ? features.get(i).loneSegments() : null);
            }
        }
        lines.paint(canvas, true);
        if (hasLines) {
            lines.begin(canvas, paint);
            for (int i = 0; i < features.size(); i++) {
                if (isDrawn(stroke, i) && features.get(i).geometry().getDimension() == 1) {
                    add(canvas, i, false, null);
                }
            }
            lines.paint(canvas, false);
        }
    }

    private boolean isDrawn(Stroke stroke, int feature) {
        return (matches[feature] & stroke.rules()) != 0 && shapes.firstPath(feature) < shapes.firstPath(feature + 1);
    }

    /** True if all areas have the stroke: where one has not, its neighbour draws their border alone. */
    private boolean isWhole(Stroke stroke, List<? extends DrawnFeature> features) {
        for (int i = 0; i < features.size(); i++) {
            if ((matches[i] & stroke.rules()) == 0) {
                return false;
            }
        }
        return true;
    }

    private void add(Canvas canvas, int feature, boolean borders, @Nullable BitSet lone) {
        for (int path = shapes.firstPath(feature); path < shapes.firstPath(feature + 1); path++) {
            int from = shapes.start(path);
            int to = shapes.start(path + 1);
            if (shapes.isTiny(path)) {
                continue;
            }
            if (borders && lines.isThin()) {
                lines.addThin(canvas, shapes.xy, from, to, side(path, lone));
            } else {
                lines.add(canvas, shapes.xy, from, to, borders);
            }
        }
    }

    private LinePainter.@Nullable Side side(int path, @Nullable BitSet lone) {
        double inside = shapes.inside(path);
        return lone == null || Math.abs(inside) < 1e-6
                ? null
                : new LinePainter.Side(inside > 0, lone, shapes.segmentsBefore(path));
    }

    private void stamp(
            Canvas canvas, MapView view, LinePaint.Stamps stamps, long rules, List<? extends DrawnFeature> features) {
        StampPainter painter = new StampPainter(canvas, view.originX(), view.originY(), stamps);
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).geometry().getDimension() > 0 && (matches[i] & rules) != 0) {
                for (int path = shapes.firstPath(i); path < shapes.firstPath(i + 1); path++) {
                    painter.paint(shapes.xy, shapes.start(path), shapes.start(path + 1));
                }
            }
        }
    }

    private void finish(
            Canvas canvas,
            MapView view,
            List<PreparedRule> rules,
            DrawnFeature feature,
            int index,
            Labels labels,
            int layer) {
        for (int rule = 0; rule < rules.size(); rule++) {
            if (applies(rule, index)) {
                for (Sprite mark : rules.get(rule).marks()) {
                    mark(canvas, view, mark, feature, index, labels);
                }
                for (TextPaint text : rules.get(rule).texts()) {
                    labels.add(feature, text, layer);
                }
            }
        }
    }

    /** Points carry the mark themselves, other shapes where they are labelled (SE 1.1 §11.3: a suitable centroid). */
    private void mark(Canvas canvas, MapView view, Sprite mark, DrawnFeature feature, int index, Labels labels) {
        if (feature.geometry().getDimension() > 0) {
            double[] xy = labels.pixels(feature);
            draw(canvas, view, mark, xy[0], xy[1]);
            return;
        }
        for (int path = shapes.firstPath(index); path < shapes.firstPath(index + 1); path++) {
            draw(canvas, view, mark, shapes.x(shapes.start(path)), shapes.y(shapes.start(path)));
        }
    }

    private static void draw(Canvas canvas, MapView view, Sprite mark, double x, double y) {
        double margin = mark.reachPx();
        if (x > -margin && x < canvas.widthPx + margin && y > -margin && y < canvas.heightPx + margin) {
            canvas.draw(mark, Labels.pixel(x, view.originX()), Labels.pixel(y, view.originY()));
        }
    }
}
