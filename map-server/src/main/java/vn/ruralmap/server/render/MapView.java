package vn.ruralmap.server.render;

import java.awt.Color;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What a map image shows.
 *
 * @param bounds in map coordinates, x east and y north
 * @param scaleDenominator by the OGC's pixel of 0.28 mm, for the rules of styles
 * @param dpi dots per inch; line widths, symbols and letters grow with it. {@link #STANDARD_DPI}: 1 unit is 1 pixel
 * @param background null: transparent
 * @param language of the texts that the style itself brings
 */
public record MapView(
        int widthPx,
        int heightPx,
        Envelope bounds,
        MapProjection projection,
        double scaleDenominator,
        double dpi,
        @Nullable Color background,
        String language) {

    /** The OGC's pixel of 0.28 mm (SE 1.1 §10.2). */
    public static final double STANDARD_DPI = 25.4 / 0.28;

    public MapView {
        if (widthPx < 1 || heightPx < 1 || bounds.isNull() || bounds.getArea() == 0) {
            throw new IllegalArgumentException("an image needs a size and an area");
        }
        bounds = new Envelope(bounds);
    }

    double pixelWidth() {
        return bounds.getWidth() / widthPx;
    }

    double pixelHeight() {
        return bounds.getHeight() / heightPx;
    }

    /** Height of a pixel in degrees of latitude, the measure for generalisation. */
    double degreesPerPixel() {
        return projection.lonLatBounds(bounds).getHeight() / heightPx;
    }

    /** The view's longitudes and latitudes with a margin on all sides. */
    Envelope lonLatWithin(double marginPx) {
        Envelope wide = new Envelope(bounds);
        wide.expandBy(marginPx * pixelWidth(), marginPx * pixelHeight());
        return projection.lonLatBounds(wide);
    }

    /** Turns map coordinates into pixels, x right and y down from the upper left corner, in place. */
    void toPixels(double[] xy, int from, int count) {
        double scaleX = widthPx / bounds.getWidth();
        double scaleY = heightPx / bounds.getHeight();
        for (int i = from; i < from + 2 * count; i += 2) {
            xy[i] = (xy[i] - bounds.getMinX()) * scaleX;
            xy[i + 1] = (bounds.getMaxY() - xy[i + 1]) * scaleY;
        }
    }

    /** Pixels between the map's origin and the image's left edge: what makes hatches of neighbours meet. */
    long originX() {
        return Math.round(bounds.getMinX() / pixelWidth());
    }

    /** Pixels between the map's origin and the image's upper edge, growing downwards. */
    long originY() {
        return Math.round(-bounds.getMaxY() / pixelHeight());
    }
}
