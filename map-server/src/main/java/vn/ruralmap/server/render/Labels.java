package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.filter.Values;

/** Gathers the labels of all layers of one image and draws those that find room. */
final class Labels {

    /** A label may be a little wider than its area: letters in a halo stay readable across a border. */
    private static final double OVERHANG = 1.25;

    private static final int MAX_REPEATS = 200;

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
        TextPaint.Along along = paint.along();
        if ((along == null || along.repeatPx() == 0) && !isNear(xy)) {
            return;
        }
        if (along != null && feature.geometry().getDimension() > 0) {
            boolean followed = follow(feature, paint, along, string, point, layer);
            if (followed || !point.isArea()) {
                return;
            }
            // the area is too crooked for that, and may still have room for a level label
        } else if (paint.place().angle() != 0) {
            turn(feature, paint, string, layer, xy[0], xy[1], extent.getArea());
            return;
        }
        LabelText text = texts.get(string, paint.look());
        if (point.isArea() && paint.mustFit() && !fits(text, xy[4] - xy[2], xy[3] - xy[5])) {
            return;
        }
        TextPaint.Place place = paint.place();
        double x = xy[0] + place.dxPx() + (0.5 - place.anchorX()) * text.widthPx;
        double y = xy[1] - place.dyPx() - (0.5 - place.anchorY()) * text.heightPx;
        add(feature, paint, layer, text, x, y, extent.getArea());
    }

    private void add(
            DrawnFeature feature, TextPaint paint, int layer, LabelPicture picture, double x, double y, double size) {
        Double priority = Values.number(paint.priority().of(feature));
        candidates.add(new LabelPlacer.Candidate(
                picture,
                paint,
                pixel(x, view.originX()),
                pixel(y, view.originY()),
                layer,
                priority == null ? 0 : priority,
                size,
                feature.fid()));
    }

    /** A label of one line, turned about the place it names. */
    private void turn(DrawnFeature feature, TextPaint paint, String text, int layer, double x, double y, double size) {
        TextPaint.Place place = paint.place();
        double width = TurnedText.widthPx(text, paint.look());
        if (width > paint.lineReachPx()) {
            return;
        }
        double cos = Math.cos(place.angle());
        double sin = Math.sin(place.angle());
        double from = -place.anchorX() * width - 1;
        double to = (1 - place.anchorX()) * width + 1;
        double up = (place.anchorY() - 0.5) * paint.look().sizePx();
        double dx = x + place.dxPx();
        double dy = y - place.dyPx();
        double[] ends = {dx + from * cos, dy + from * sin, dx + to * cos, dy + to * sin};
        LabelPath path = new LabelPath(ends);
        TurnedText.along(path, path.lengthPx() / 2, text, paint.look(), -up, Math.PI)
                .ifPresent(label -> add(feature, paint, layer, label, label.centreX(), label.centreY(), size));
    }

    /** Along the line that is labelled, or through the middle of the area. @return false if there is no room for it */
    private boolean follow(
            DrawnFeature feature, TextPaint paint, TextPaint.Along along, String text, LabelPoint point, int layer) {
        double width = TurnedText.widthPx(text, paint.look());
        if (width > paint.lineReachPx()) {
            return false;
        }
        CoordinateSequence line = points.line(feature.geometry());
        double[] path = new double[2 * line.size()];
        for (int i = 0; i < line.size(); i++) {
            path[2 * i] = line.getX(i);
            path[2 * i + 1] = line.getY(i);
        }
        view.projection().forward(path, 0, path, 0, line.size());
        view.toPixels(path, 0, line.size());
        LabelPath whole = new LabelPath(path);
        double middle = whole.lengthPx() / 2;
        // written so that what the projection cannot show (NaN) is left out
        int repeats = along.repeatPx() > 0 && middle < 1e7
                ? (int) Math.min(MAX_REPEATS, middle / Math.max(along.repeatPx(), width))
                : 0;
        boolean followed = false;
        for (int i = -repeats; i <= repeats; i++) {
            double at = middle + i * Math.max(along.repeatPx(), width);
            if (isNear(whole.point(at))) {
                Optional<TurnedText> label =
                        TurnedText.along(whole, at, text, paint.look(), along.offsetPx(), along.bend());
                label.ifPresent(each -> add(
                        feature,
                        paint,
                        layer,
                        each,
                        each.centreX(),
                        each.centreY(),
                        point.extent().getArea()));
                followed |= label.isPresent();
            }
        }
        return followed;
    }

    private boolean isNear(double[] pixel) {
        return pixel[0] > -reachPx
                && pixel[0] < view.widthPx() + reachPx
                && pixel[1] > -reachPx
                && pixel[1] < view.heightPx() + reachPx;
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
            if (label.reaches(view)) {
                canvas.draw(label.picture.sprite(), label.x, label.y);
            }
        }
    }

    /** True if no label reaches into the image. */
    boolean drawNothing() {
        return LabelPlacer.place(candidates).stream().noneMatch(label -> label.reaches(view));
    }
}
