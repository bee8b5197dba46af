package vn.ruralmap.server.render;

import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.crs.CoordinateSystem;

/** The projection of a coordinate system. */
public record CrsProjection(CoordinateSystem crs) implements MapProjection {

    @Override
    public void forward(double[] lonLat, int from, double[] xy, int to, int count) {
        crs.fromLonLat(lonLat, from, xy, to, count);
    }

    @Override
    public Envelope lonLatBounds(Envelope bounds) {
        return crs.toLonLat(bounds);
    }
}
