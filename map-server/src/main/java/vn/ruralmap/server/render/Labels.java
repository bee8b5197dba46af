package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** Gathers the labels of all layers of one image and draws those that find room. */
final class Labels {

    /** A label may be a little wider than its area: letters in a halo stay readable across a border. */
    private static final double OVERHANG = 1.25;

    private final MapView view;
    private final LabelText.Cache texts;
    private final LabelPoint.Cache points;
    private final List<LabelPlacer.Candidate> candidates = new ArrayList<>();
    private final double[] xy = new double[6];
    private final double reachPx;

    /** @param reachPx how far outside the image a label may lie and still decide about one inside */
    Labels(MapView view, double reachPx, LabelText.Cache texts, LabelPoint.Cache points) {
        this.reachPx = reachPx;
        this.view = view;
        this.texts = texts;
        this.points = points;
    }

    void add(DrawnFeature feature, TextPaint paint, int layer) {
        Object value = paint.text().of(feature);
        if (value == null) {
            return;
        }
        String string = Values.text(value);
        if (string.isBlank() || feature.geometry().isEmpty()) {
            return;
        }
        LabelPoint point = points.get(feature.geometry());
        Envelope extent = point.extent();
        double[] lonLat = {
            point.lonLat().x, point.lonLat().y, extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()
        };
        view.projection().forward(lonLat, 0, xy, 0, 3);
        view.toPixels(xy, 0, 3);
        // Written so that a point outside the projection's domain (NaN) is left out.
        if (!(xy[0] > -reachPx
                && xy[0] < view.widthPx() + reachPx
                && xy[1] > -reachPx
                && xy[1] < view.heightPx() + reachPx)) {
            return;
        }
        LabelText text = texts.get(string, paint.look());
        if (point.isArea() && paint.mustFit() && !fits(text, xy[4] - xy[2], xy[3] - xy[5])) {
            return;
        }
        TextPaint.Place place = paint.place();
        double x = xy[0] + place.dxPx() + (0.5 - place.anchorX()) * text.widthPx;
        double y = xy[1] - place.dyPx() - (0.5 - place.anchorY()) * text.heightPx;
        Double priority = Values.number(paint.priority().of(feature));
        candidates.add(new LabelPlacer.Candidate(
                text,
                paint,
                pixel(x, view.originX()),
                pixel(y, view.originY()),
                layer,
                priority == null ? 0 : priority,
                extent.getArea(),
                feature.fid()));
    }

    /** Where a feature is labelled, in pixels. */
    double[] pixels(DrawnFeature feature) {
        LabelPoint point = points.get(feature.geometry());
        double[] lonLat = {point.lonLat().x, point.lonLat().y};
        view.projection().forward(lonLat, 0, lonLat, 0, 1);
        view.toPixels(lonLat, 0, 1);
        return lonLat;
    }

    private static boolean fits(LabelText text, double widthPx, double heightPx) {
        return text.widthPx <= widthPx * OVERHANG && text.heightPx <= heightPx * OVERHANG;
    }

    /**
     * Rounds to a pixel of the whole map rather than of the image: two images whose pixels coincide must not round a
     * label at x.5 differently because of the last bits of a double.
     */
    static int pixel(double inImage, long origin) {
        return (int) (Math.floor(inImage + origin + 1e-4) - origin);
    }

    void draw(Canvas canvas) {
        for (LabelPlacer.Candidate label : LabelPlacer.place(candidates)) {
            if (label.reaches(canvas)) {
                canvas.draw(label.text.sprite(), label.x, label.y);
            }
        }
    }
}
