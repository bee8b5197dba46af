package vn.ruralmap.layers.snapshot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.ruralmap.layers.model.CoordinateGrid;

/**
 * A valid coverage over Vietnam: a grid of cells whose shared borders wind like real ones (midpoint displacement).
 *
 * @param columns cells from west to east
 * @param rows cells from south to north
 * @param levels each border has 2^levels segments
 */
record GeneratedCoverage(int columns, int rows, int levels) {

    private static final double WEST = 102.2;
    private static final double SOUTH = 8.6;
    private static final double WIDTH = 7.2;
    private static final double HEIGHT = 14.6;
    /** Largest displacement of a midpoint, as a part of the segment's length; falls with each level. */
    private static final double ROUGHNESS = 0.16;

    MultiPolygon[] create() {
        MultiPolygon[] cells = new MultiPolygon[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cells[row * columns + column] = cell(column, row);
            }
        }
        return cells;
    }

    private MultiPolygon cell(int column, int row) {
        List<Coordinate> ring = new ArrayList<>();
        addBorder(ring, column, row, column + 1, row);
        addBorder(ring, column + 1, row, column + 1, row + 1);
        addBorder(ring, column + 1, row + 1, column, row + 1);
        addBorder(ring, column, row + 1, column, row);
        ring.add(ring.get(0));
        Polygon polygon = CoordinateGrid.FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
        return (MultiPolygon) CoordinateGrid.snap(CoordinateGrid.FACTORY.createMultiPolygon(new Polygon[] {polygon}));
    }

    /** The same points from either side, without the last. */
    private void addBorder(List<Coordinate> ring, int fromColumn, int fromRow, int toColumn, int toRow) {
        boolean forward = fromColumn < toColumn || fromRow < toRow;
        List<Coordinate> points = new ArrayList<>();
        Coordinate low = node(Math.min(fromColumn, toColumn), Math.min(fromRow, toRow));
        Coordinate high = node(Math.max(fromColumn, toColumn), Math.max(fromRow, toRow));
        Random random = new Random(Math.min(fromColumn, toColumn) * 7_919L
                + Math.min(fromRow, toRow) * 104_729L
                + (fromRow == toRow ? 1 : 0));
        points.add(low);
        displace(points, low, high, levels, ROUGHNESS, random);
        points.add(high);
        if (!forward) {
            Collections.reverse(points);
        }
        ring.addAll(points.subList(0, points.size() - 1));
    }

    private static void displace(
            List<Coordinate> points, Coordinate a, Coordinate b, int level, double roughness, Random random) {
        if (level == 0) {
            return;
        }
        double shift = (random.nextDouble() * 2 - 1) * roughness;
        Coordinate middle =
                new Coordinate((a.x + b.x) / 2 - (b.y - a.y) * shift, (a.y + b.y) / 2 + (b.x - a.x) * shift);
        displace(points, a, middle, level - 1, roughness * 0.8, random);
        points.add(middle);
        displace(points, middle, b, level - 1, roughness * 0.8, random);
    }

    private Coordinate node(int column, int row) {
        return new Coordinate(WEST + WIDTH * column / columns, SOUTH + HEIGHT * row / rows);
    }

    static int vertices(Geometry[] geometries) {
        int vertices = 0;
        for (Geometry geometry : geometries) {
            vertices += geometry.getNumPoints();
        }
        return vertices;
    }
}
