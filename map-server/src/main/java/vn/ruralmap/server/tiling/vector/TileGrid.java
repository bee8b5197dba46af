package vn.ruralmap.server.tiling.vector;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.server.tiling.TileAddress;

/** From degrees to the units of a tile: {@link MvtLayer#EXTENT} to the side, x right and y down from its upper left corner. */
final class TileGrid {

    /** How far beyond the tile geometry goes on, so that the borders that clipping makes stay out of sight. */
    static final int BUFFER = 64;
    /** Web maps show vector tiles 512 px wide. */
    static final double UNITS_PER_PIXEL = MvtLayer.EXTENT / 512.0;

    private static final double METRES_PER_DEGREE = 6378137.0 * Math.PI / 180;

    private final CoordinateSystem crs;
    private final Envelope bounds;
    private final double degreesPerPixel;

    TileGrid(TileAddress address) {
        crs = address.set().crs();
        bounds = address.bounds();
        // from the level and not from the place, so that all tiles of a level are generalised alike and meet
        degreesPerPixel = bounds.getWidth() * crs.metresPerUnit() / METRES_PER_DEGREE / 512;
    }

    /** For generalisation. */
    double degreesPerPixel() {
        return degreesPerPixel;
    }

    /** The tile with its buffer, in degrees. */
    Envelope lonLat() {
        double margin = bounds.getWidth() * BUFFER / MvtLayer.EXTENT;
        Envelope wide = bounds.copy();
        wide.expandBy(margin);
        return crs.toLonLat(wide);
    }

    /** A sequence as interleaved units. The array is new and as long as needed. */
    double[] project(CoordinateSequence sequence) {
        int count = sequence.size();
        double[] xy = new double[2 * count];
        if (sequence instanceof PackedCoordinateSequence.Double packed && packed.getDimension() == 2) {
            crs.fromLonLat(packed.getRawCoordinates(), 0, xy, 0, count);
        } else {
            for (int i = 0; i < count; i++) {
                xy[2 * i] = sequence.getX(i);
                xy[2 * i + 1] = sequence.getY(i);
            }
            crs.fromLonLat(xy, 0, xy, 0, count);
        }
        toUnits(xy);
        return xy;
    }

    double[] project(double lon, double lat) {
        double[] xy = {lon, lat};
        crs.fromLonLat(xy, 0, xy, 0, 1);
        toUnits(xy);
        return xy;
    }

    private void toUnits(double[] xy) {
        double scale = MvtLayer.EXTENT / bounds.getWidth();
        for (int i = 0; i < xy.length; i += 2) {
            xy[i] = (xy[i] - bounds.getMinX()) * scale;
            xy[i + 1] = (bounds.getMaxY() - xy[i + 1]) * scale;
        }
    }

    /** True for a place in the tile itself: of all tiles of a level it is in exactly one. */
    static boolean isInside(double x, double y) {
        return x >= 0 && x < MvtLayer.EXTENT && y >= 0 && y < MvtLayer.EXTENT;
    }
}
