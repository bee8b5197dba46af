package vn.ruralmap.server.render;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import vn.ruralmap.server.render.ViewLayer.ViewFeature;

/**
 * Finds what lies under a click, as it is drawn: in the geometry generalised for the map's resolution, and only what
 * some rule of the style draws at its scale, for nobody can mean what is not there to see.
 */
public final class HitFinder {

    /** From the middle of a pixel to its corners: whatever lies in the pixel clicked is hit. */
    private static final double TO_CORNER_PX = 0.71;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final MapRenderer renderer;

    public HitFinder(MapRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * How far beside a feature a click still means it, in pixels.
     *
     * @param areaPx also how small an area is whose inside nobody can click into
     */
    public record Tolerance(double pointPx, double linePx, double areaPx) {
        double largestPx() {
            return Math.max(pointPx, Math.max(linePx, areaPx));
        }
    }

    /**
     * The features under a pixel: what contains the click first, then the nearest.
     *
     * @param x pixels from the left, to the middle of the one clicked
     * @param y pixels from the top
     */
    public List<ViewFeature> find(MapView view, ViewLayer layer, double x, double y, Tolerance tolerance) {
        PreparedStyle style = renderer.prepared(layer.style(), view.dpi()).at(view.scaleDenominator());
        if (style.passes().isEmpty()) {
            return List.of();
        }
        Click click = Click.of(view, x, y, tolerance, Math.max(style.marginPx(), tolerance.largestPx() + TO_CORNER_PX));
        List<ViewFeature> near = layer.query(click.area, view.degreesPerPixel()).stream()
                .filter(feature -> style.rulesFor(feature).stream().anyMatch(PreparedRule::drawsAnything))
                .toList();
        List<ViewFeature> under =
                near.stream().filter(feature -> click.isOn(feature, style)).toList();
        return (under.isEmpty() ? near.stream().filter(click::isBesideSmall) : under.stream())
                .sorted(Comparator.comparingDouble(click::distance))
                .toList();
    }

    /** @param area in degrees that may hold what is hit. @param degrees of a pixel */
    private record Click(
            MapView view, double x, double y, Tolerance tolerance, Envelope area, Point point, double degrees) {

        static Click of(MapView view, double x, double y, Tolerance tolerance, double reachPx) {
            Coordinate centre = new Coordinate(
                    view.bounds().getMinX() + x * view.pixelWidth(),
                    view.bounds().getMaxY() - y * view.pixelHeight());
            Envelope box = new Envelope(centre);
            box.expandBy(reachPx * view.pixelWidth(), reachPx * view.pixelHeight());
            Envelope pixel = new Envelope(centre);
            pixel.expandBy(view.pixelWidth() / 2, view.pixelHeight() / 2);
            Envelope lonLat = view.projection().lonLatBounds(pixel);
            return new Click(
                    view,
                    x,
                    y,
                    tolerance,
                    view.projection().lonLatBounds(box),
                    GEOMETRY.createPoint(lonLat.centre()),
                    lonLat.getHeight());
        }

        double distance(ViewFeature feature) {
            return feature.geometry().distance(point);
        }

        /** Areas must contain the click, or a click near a border would name the neighbour. */
        boolean isOn(ViewFeature feature, PreparedStyle style) {
            Geometry geometry = feature.geometry();
            return switch (geometry.getDimension()) {
                case 2 -> geometry.intersects(point);
                case 1 -> geometry.isWithinDistance(point, (linePx(feature, style) + TO_CORNER_PX) * degrees);
                default ->
                    geometry.isWithinDistance(point, (tolerance.pointPx() + TO_CORNER_PX) * degrees)
                            || isOnMark(feature, style);
            };
        }

        private double linePx(ViewFeature feature, PreparedStyle style) {
            double widest = 0;
            for (PreparedRule rule : style.rulesFor(feature)) {
                for (LinePaint line : rule.lines()) {
                    widest = Math.max(widest, line.widthPx());
                }
            }
            return Math.max(tolerance.linePx(), widest / 2);
        }

        private boolean isOnMark(ViewFeature feature, PreparedStyle style) {
            for (Coordinate place : feature.geometry().getCoordinates()) {
                double[] xy = {place.x, place.y};
                view.projection().forward(xy, 0, xy, 0, 1);
                view.toPixels(xy, 0, 1);
                int dx = (int) Math.floor(x) - (int) Math.floor(xy[0]);
                int dy = (int) Math.floor(y) - (int) Math.floor(xy[1]);
                if (style.rulesFor(feature).stream()
                        .flatMap(rule -> rule.marks().stream())
                        .anyMatch(mark -> mark.covers(dx, dy))) {
                    return true;
                }
            }
            return false;
        }

        /** Nobody can click into an area smaller than the tolerance. */
        boolean isBesideSmall(ViewFeature feature) {
            double reach = (tolerance.areaPx() + TO_CORNER_PX) * degrees;
            return feature.geometry().getDimension() == 2
                    && feature.geometry().getEnvelopeInternal().maxExtent() <= 2 * reach
                    && feature.geometry().isWithinDistance(point, reach);
        }
    }
}
