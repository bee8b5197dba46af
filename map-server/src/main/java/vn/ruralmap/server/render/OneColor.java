package vn.ruralmap.server.render;

import java.util.List;
import java.util.OptionalInt;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Finds, before anything is drawn, the colour of an image that lies wholly inside of some areas and outside of all others. Labels are
 * not looked at.
 *
 * <p>It is asked of the shapes in longitude and latitude, while their edges are straight on the image: a border has to pass it by
 * {@value #PASSING_PX} pixels. In Viet Nam an edge bends by as much if it is 130 km long at zoom 14 and 33 km at zoom 18 (length² ·
 * tan latitude / 8 earth radii, at 24°).
 */
final class OneColor {

    private static final double PASSING_PX = 16;

    /** Where so many areas are near, one of them has its border in the image. */
    private static final int MAX_AREAS = 16;

    private final Envelope box;
    private int color;
    private int areas;

    private OneColor(MapView view, int background, double marginPx) {
        this.box = view.lonLatWithin(PASSING_PX + marginPx);
        this.color = background;
    }

    /**
     * The colour of all pixels, ARGB multiplied by alpha, or empty if it takes a drawing to know.
     *
     * @param styles of each layer what is drawn at the view's scale
     * @param features of each layer those near the image, in drawing order
     */
    static OptionalInt of(
            MapView view,
            int background,
            List<PreparedStyle> styles,
            List<? extends List<? extends DrawnFeature>> features) {
        double margin =
                styles.stream().mapToDouble(PreparedStyle::marginPx).max().orElse(0);
        OneColor image = new OneColor(view, background, margin);
        for (int i = 0; i < styles.size(); i++) {
            for (List<PreparedRule> rules : styles.get(i).passes()) {
                PreparedStyle pass = new PreparedStyle(List.of(rules));
                for (DrawnFeature feature : features.get(i)) {
                    if (!image.add(feature, pass)) {
                        return OptionalInt.empty();
                    }
                }
            }
        }
        return OptionalInt.of(image.color);
    }

    /** @return false if the feature may make the image more than one colour */
    private boolean add(DrawnFeature feature, PreparedStyle pass) {
        Geometry geometry = feature.geometry();
        if (!box.intersects(geometry.getEnvelopeInternal())) {
            return true;
        }
        if (geometry.getDimension() < 2 || ++areas > MAX_AREAS) {
            return false;
        }
        boolean inside = false;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon part = (Polygon) geometry.getGeometryN(i);
            if (box.intersects(part.getEnvelopeInternal())) {
                for (int ring = -1; ring < part.getNumInteriorRing(); ring++) {
                    Side side = side(
                            (ring < 0 ? part.getExteriorRing() : part.getInteriorRingN(ring)).getCoordinateSequence());
                    if (side == Side.NEAR) {
                        return false;
                    }
                    inside ^= side == Side.AROUND;
                }
            }
        }
        return paint(feature, pass, inside);
    }

    private boolean paint(DrawnFeature feature, PreparedStyle pass, boolean inside) {
        for (PreparedRule rule : pass.rulesFor(feature)) {
            if (!rule.marks().isEmpty()) {
                return false;
            }
            for (FillPaint fill : inside ? rule.fills() : List.<FillPaint>of()) {
                if (fill.pattern() != null) {
                    return false;
                }
                color = fill.color() >>> 24 == 255 ? fill.color() : Pixels.over(fill.color(), color);
            }
        }
        return true;
    }

    private enum Side {
        NEAR,
        AROUND,
        ELSEWHERE
    }

    /** Where a ring passes the box: an edge is near unless it lies wholly beyond one of the box's sides. */
    private Side side(CoordinateSequence ring) {
        double middle = (box.getMinY() + box.getMaxY()) / 2;
        boolean around = false;
        double x0 = ring.getX(0);
        double y0 = ring.getY(0);
        for (int i = 1; i < ring.size(); i++) {
            double x1 = ring.getX(i);
            double y1 = ring.getY(i);
            boolean right = x0 > box.getMaxX() && x1 > box.getMaxX();
            if (right) {
                around ^= (y0 > middle) != (y1 > middle);
            } else if (!(x0 < box.getMinX() && x1 < box.getMinX()
                    || y0 < box.getMinY() && y1 < box.getMinY()
                    || y0 > box.getMaxY() && y1 > box.getMaxY())) {
                return Side.NEAR;
            }
            x0 = x1;
            y0 = y1;
        }
        return around ? Side.AROUND : Side.ELSEWHERE;
    }
}
