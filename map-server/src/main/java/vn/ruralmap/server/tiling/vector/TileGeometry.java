package vn.ruralmap.server.tiling.vector;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import vn.ruralmap.layers.model.CoordinateGrid;

/** Brings geometry of any kind onto the grid of a tile. */
final class TileGeometry {

    /** What is smaller is shown as a square of one pixel: many small areas must not vanish from a large map. */
    private static final int SPECK = (int) TileGrid.UNITS_PER_PIXEL;

    private final TileGrid grid;
    private final PolygonTiler polygons;
    private final Geometry visible;

    TileGeometry(TileGrid grid) {
        this.grid = grid;
        this.polygons = new PolygonTiler(grid);
        this.visible = CoordinateGrid.FACTORY.toGeometry(grid.lonLat());
    }

    /** @return nothing if nothing of it is in the tile or its buffer */
    Commands write(Geometry lonLat) {
        Commands out = new Commands();
        switch (lonLat.getDimension()) {
            case 0 -> points(lonLat, out);
            case 1 -> lines(lonLat, out);
            default -> {
                if (!speck(lonLat.getEnvelopeInternal(), out)) {
                    polygons.write(lonLat, out);
                }
            }
        }
        return out;
    }

    private void points(Geometry lonLat, Commands out) {
        int[] xy = new int[2 * lonLat.getNumGeometries()];
        int count = 0;
        for (Coordinate point : lonLat.getCoordinates()) {
            double[] at = grid.project(point.x, point.y);
            if (isNear(at[0]) && isNear(at[1])) {
                xy[2 * count] = (int) Math.floor(at[0]);
                xy[2 * count++ + 1] = (int) Math.floor(at[1]);
            }
        }
        if (count > 0) {
            out.points(xy, count);
        }
    }

    private static boolean isNear(double unit) {
        return unit >= -TileGrid.BUFFER && unit < MvtLayer.EXTENT + TileGrid.BUFFER;
    }

    private void lines(Geometry lonLat, Commands out) {
        Geometry inside = lonLat.intersection(visible);
        for (int i = 0; i < inside.getNumGeometries(); i++) {
            if (inside.getGeometryN(i) instanceof LineString line) {
                line(grid.project(line.getCoordinateSequence()), out);
            }
        }
    }

    private static void line(double[] xy, Commands out) {
        int[] rounded = new int[xy.length];
        int length = 0;
        for (int i = 0; i < xy.length; i += 2) {
            int x = (int) Math.rint(xy[i]);
            int y = (int) Math.rint(xy[i + 1]);
            if (length == 0 || rounded[length - 2] != x || rounded[length - 1] != y) {
                rounded[length++] = x;
                rounded[length++] = y;
            }
        }
        if (length >= 4) {
            out.line(Arrays.copyOf(rounded, length), length / 2);
        }
    }

    /** @return true if the area is too small for anything else, also if another tile has the speck */
    private boolean speck(Envelope lonLat, Commands out) {
        double[] one = grid.project(lonLat.getMinX(), lonLat.getMaxY());
        double[] other = grid.project(lonLat.getMaxX(), lonLat.getMinY());
        if (other[0] - one[0] >= SPECK || other[1] - one[1] >= SPECK) {
            return false;
        }
        double x = (one[0] + other[0]) / 2;
        double y = (one[1] + other[1]) / 2;
        if (TileGrid.isInside(x, y)) {
            int left = (int) Math.floor(x) - SPECK / 2;
            int top = (int) Math.floor(y) - SPECK / 2;
            int right = left + SPECK;
            int bottom = top + SPECK;
            out.ring(new int[] {left, top, right, top, right, bottom, left, bottom}, 4);
        }
        return true;
    }
}
