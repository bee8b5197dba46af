package vn.ruralmap.server.render;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.style.MapStyle;

/** A layer as the renderer sees it. */
public interface DrawnLayer {

    String name();

    MapStyle style();

    /**
     * The features that meet an area. For the same resolution, a feature must come with the same geometry (best: the
     * same object, since its label point is kept by identity) whatever the area, or labels and dashes of
     * neighbouring images will not fit.
     *
     * @param lonLat x longitude and y latitude in degrees
     * @param degreesPerPixel geometry may be simplified by half of it
     */
    List<? extends DrawnFeature> query(Envelope lonLat, double degreesPerPixel);
}
