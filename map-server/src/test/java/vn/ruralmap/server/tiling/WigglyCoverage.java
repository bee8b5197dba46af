package vn.ruralmap.server.tiling;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import vn.ruralmap.layers.model.CoordinateGrid;

/** Square communes with winding borders that neighbours share, so that generalising has something to do. */
public final class WigglyCoverage {

    private static final int STEPS = 40;
    private static final double MEANDER = 0.06;

    private final double west;
    private final double south;
    private final double side;
    private final Coordinate[][][] across;
    private final Coordinate[][][] up;

    /** @param side of a commune, degrees. @param count communes in each direction */
    public WigglyCoverage(double west, double south, double side, int count, long seed) {
        this.west = west;
        this.south = south;
        this.side = side;
        Random random = new Random(seed);
        across = new Coordinate[count + 1][count][];
        up = new Coordinate[count + 1][count][];
        for (int i = 0; i <= count; i++) {
            for (int j = 0; j < count; j++) {
                across[i][j] = edge(j, i, true, random);
                up[i][j] = edge(i, j, false, random);
            }
        }
    }

    private Coordinate[] edge(int column, int row, boolean isAcross, Random random) {
        Coordinate[] points = new Coordinate[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double along = i / (double) STEPS;
            // less and less towards the ends, so that borders meet only there
            double part = Math.min(1, Math.min(i, STEPS - i) / 8.0);
            double off = (random.nextDouble() - 0.5) * MEANDER * part;
            double x = column + (isAcross ? along : off);
            double y = row + (isAcross ? off : along);
            points[i] = new Coordinate(west + x * side, south + y * side);
        }
        return points;
    }

    public Geometry commune(int column, int row) {
        List<Coordinate> ring = new ArrayList<>();
        add(ring, across[row][column], true);
        add(ring, up[column + 1][row], true);
        add(ring, across[row + 1][column], false);
        add(ring, up[column][row], false);
        ring.add(ring.get(0).copy());
        Geometry polygon = CoordinateGrid.FACTORY.createPolygon(ring.toArray(new Coordinate[0]));
        return CoordinateGrid.snap(CoordinateGrid.FACTORY.createMultiPolygon(new Polygon[] {(Polygon) polygon}));
    }

    private static void add(List<Coordinate> ring, Coordinate[] edge, boolean isForward) {
        for (int i = 0; i < edge.length - 1; i++) {
            ring.add(edge[isForward ? i : edge.length - 1 - i].copy());
        }
    }
}
