package vn.ruralmap.server.render;

import org.locationtech.jts.geom.Envelope;

/** From longitude and latitude to the coordinates of a map. */
public interface MapProjection {

    /**
     * Projects points.
     *
     * @param lonLat longitude, latitude in degrees, interleaved
     * @param from index in {@code lonLat} of the first longitude
     * @param xy receives x east, y north, interleaved; may be the same array
     * @param to index in {@code xy} of the first x
     * @param count number of points
     */
    void forward(double[] lonLat, int from, double[] xy, int to, int count);

    /** The area in longitude (x) and latitude (y) that covers an area of the map. */
    Envelope lonLatBounds(Envelope bounds);
}
