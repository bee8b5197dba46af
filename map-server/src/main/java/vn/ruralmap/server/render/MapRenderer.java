package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.style.MapStyle;

/**
 * Draws maps. For any number of threads; keeps prepared styles, label points and painted labels from image to image.
 *
 * <p>Example: {@code encoder.encode(renderer.draw(view, List.of(provinces, communes)), ImageFormat.PNG)}.
 */
public final class MapRenderer {

    private final Map<MapStyle, Map<Double, PreparedStyle>> styles = Collections.synchronizedMap(new WeakHashMap<>());
    private final LabelText.Cache texts = new LabelText.Cache();
    private final LabelPoint.Cache points = new LabelPoint.Cache();
    private final Deque<LayerPainter> painters = new ConcurrentLinkedDeque<>();

    /**
     * Draws layers one over the other.
     *
     * @param layers the lowest first; labels of all lie on top
     */
    public RenderedMap draw(MapView view, List<? extends DrawnLayer> layers) {
        return draw(view, layers, Deadline.NONE);
    }

    /** As {@link #draw(MapView, List)}. @throws DrawingTimeoutException if it is not done by the deadline */
    public RenderedMap draw(MapView view, List<? extends DrawnLayer> layers, Deadline deadline) {
        int background = view.background() == null
                ? 0
                : Pixels.scaled(
                        view.background().getRGB() | 0xFF000000,
                        view.background().getAlpha());
        List<PreparedStyle> styles = prepared(view, layers);
        double labelReach = labelReach(styles);
        List<List<? extends DrawnFeature>> features = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            PreparedStyle style = styles.get(i);
            features.add(style.passes().isEmpty() ? List.of() : query(view, layers.get(i), reach(style, labelReach)));
        }
        OptionalInt color = OneColor.of(view, background, styles, features);
        if (color.isPresent() && labels(view, labelReach, styles, features).drawNothing()) {
            return RenderedMap.ofColor(view.widthPx(), view.heightPx(), color.getAsInt());
        }
        Canvas canvas =
                new Canvas(view.widthPx(), view.heightPx(), background, view.originX(), view.originY(), deadline);
        Labels labels = new Labels(view, labelReach, texts, points);
        LayerPainter painter = painters.poll();
        painter = painter == null ? new LayerPainter() : painter;
        for (int i = 0; i < layers.size(); i++) {
            painter.paint(canvas, view, styles.get(i), features.get(i), labels, i);
        }
        labels.draw(canvas);
        painters.push(painter);
        return canvas.finish();
    }

    private Labels labels(
            MapView view,
            double reach,
            List<PreparedStyle> styles,
            List<? extends List<? extends DrawnFeature>> features) {
        Labels labels = new Labels(view, reach, texts, points);
        for (int i = 0; i < styles.size(); i++) {
            for (DrawnFeature feature : styles.get(i).labelReachPx() > 0 ? features.get(i) : List.<DrawnFeature>of()) {
                for (PreparedRule rule : styles.get(i).rulesFor(feature)) {
                    for (TextPaint text : rule.texts()) {
                        labels.add(feature, text, i);
                    }
                }
            }
        }
        return labels;
    }

    /**
     * Where the features lie that decide about an image: what lies outside changes no pixel.
     *
     * @return for each layer a box in degrees, null envelope if the layer is not drawn at the view's scale
     */
    public List<Envelope> areas(MapView view, List<? extends DrawnLayer> layers) {
        List<PreparedStyle> prepared = prepared(view, layers);
        double labelReach = labelReach(prepared);
        return prepared.stream()
                .map(style -> style.passes().isEmpty() ? new Envelope() : view.lonLatWithin(reach(style, labelReach)))
                .toList();
    }

    private List<PreparedStyle> prepared(MapView view, List<? extends DrawnLayer> layers) {
        return layers.stream()
                .map(layer -> prepared(layer.style(), view.dpi()).at(view.scaleDenominator()))
                .toList();
    }

    private static double labelReach(List<PreparedStyle> prepared) {
        return LabelPlacer.REACH_IN_LABELS
                * prepared.stream()
                        .mapToDouble(PreparedStyle::labelReachPx)
                        .max()
                        .orElse(0);
    }

    private static double reach(PreparedStyle style, double labelReach) {
        return style.labelReachPx() > 0 ? Math.max(style.marginPx(), labelReach) : style.marginPx();
    }

    private static List<? extends DrawnFeature> query(MapView view, DrawnLayer layer, double reachPx) {
        return ordered(layer.query(view.lonLatWithin(reachPx), view.degreesPerPixel()));
    }

    PreparedStyle prepared(MapStyle style, double dpi) {
        // Steps of 1 % keep the number of prepared styles small whatever clients ask for.
        double scale = Math.rint(Math.max(0.1, Math.min(20, dpi / MapView.STANDARD_DPI)) * 100) / 100;
        Map<Double, PreparedStyle> byScale = styles.computeIfAbsent(style, each -> new ConcurrentHashMap<>());
        if (byScale.size() > 20) {
            byScale.clear();
        }
        return byScale.computeIfAbsent(scale, each -> StylePreparer.prepare(style, each));
    }

    /** Which of two neighbours draws a shared border must not depend on the order in which an index finds them. */
    private static List<? extends DrawnFeature> ordered(List<? extends DrawnFeature> features) {
        for (int i = 1; i < features.size(); i++) {
            if (features.get(i - 1).fid() > features.get(i).fid()) {
                List<DrawnFeature> sorted = new ArrayList<>(features);
                sorted.sort(Comparator.comparingLong(DrawnFeature::fid));
                return sorted;
            }
        }
        return features;
    }
}
