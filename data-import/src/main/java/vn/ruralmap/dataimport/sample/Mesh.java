package vn.ruralmap.dataimport.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * An area cut into some thousand irregular cells, each given to one of the area's seeds.
 *
 * <p>Cells are those of a Voronoi diagram of jittered points. The seeds grow over the cells at uneven speed, so that
 * what belongs to one seed is connected and has a winding border, unlike a Voronoi cell of the seed itself.
 */
final class Mesh {

    static final int OUTSIDE = -1;

    private static final double CELL_DEGREES = 0.008;
    private static final int FINE_CELLS_PER_SIDE = 3;
    /** Where two seeds are nearer than this (towns), cells are finer. */
    private static final double CROWDED_DEGREES = 0.022;
    /** A generated point this near to a seed would make a splinter. */
    private static final double SEED_CLEARANCE_DEGREES = 0.0016;

    private final List<Polygon> cells = new ArrayList<>();
    private final int[][] neighbours;
    private final int[] seedOf;
    private final Map<Directed, Integer> cellLeftOf = new HashMap<>();

    /** A cell's side, walked counter-clockwise around that cell. */
    record Directed(Coordinate from, Coordinate to) {
        Directed reversed() {
            return new Directed(to, from);
        }
    }

    /**
     * Cuts and grows.
     *
     * @param outline the area; only cells whose point lies inside count
     * @param seeds inside the outline
     * @param slowness per seed, 1 for usual; higher: grows slower and stays smaller
     */
    Mesh(Polygon outline, List<Coordinate> seeds, double[] slowness, Random random) {
        List<Coordinate> points = new ArrayList<>(seeds);
        addJittered(points, outline.getEnvelopeInternal(), seeds, random);
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(outline);
        boolean[] counts = new boolean[points.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = inside.locate(points.get(i)) != Location.EXTERIOR;
        }
        cut(points);
        neighbours = findNeighbours();
        seedOf = grow(points, counts, seeds.size(), slowness, random);
    }

    int size() {
        return cells.size();
    }

    Polygon cell(int cell) {
        return cells.get(cell);
    }

    int[] neighbours(int cell) {
        return neighbours[cell];
    }

    /** The seed that a cell belongs to, or {@link #OUTSIDE}. */
    int seedOf(int cell) {
        return seedOf[cell];
    }

    /** All cell sides with the cell on the left of each. */
    Map<Directed, Integer> sides() {
        return cellLeftOf;
    }

    private static void addJittered(List<Coordinate> points, Envelope area, List<Coordinate> seeds, Random random) {
        Envelope wide = area.copy();
        wide.expandBy(4 * CELL_DEGREES);
        for (double y = wide.getMinY(); y < wide.getMaxY(); y += CELL_DEGREES) {
            for (double x = wide.getMinX(); x < wide.getMaxX(); x += CELL_DEGREES) {
                Coordinate middle = new Coordinate(x + CELL_DEGREES / 2, y + CELL_DEGREES / 2);
                int perSide = distanceToNth(middle, seeds, 2) < CROWDED_DEGREES ? FINE_CELLS_PER_SIDE : 1;
                double side = CELL_DEGREES / perSide;
                for (int i = 0; i < perSide * perSide; i++) {
                    double dx = (i % perSide + 0.1 + 0.8 * random.nextDouble()) * side;
                    double dy = (i / perSide + 0.1 + 0.8 * random.nextDouble()) * side;
                    Coordinate point = new Coordinate(x + dx, y + dy);
                    if (distanceToNth(point, seeds, 1) > SEED_CLEARANCE_DEGREES) {
                        points.add(point);
                    }
                }
            }
        }
    }

    private static double distanceToNth(Coordinate point, List<Coordinate> seeds, int n) {
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.MAX_VALUE);
        for (Coordinate seed : seeds) {
            double distance = point.distance(seed);
            for (int i = 0; i < n && distance < Double.MAX_VALUE; i++) {
                if (distance < nearest[i]) {
                    double farther = nearest[i];
                    nearest[i] = distance;
                    distance = farther;
                }
            }
        }
        return nearest[n - 1];
    }

    private void cut(List<Coordinate> points) {
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(points);
        Map<Coordinate, Polygon> bySite = new HashMap<>();
        Geometry diagram = builder.getDiagram(Grid.FACTORY);
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Polygon cell = (Polygon) diagram.getGeometryN(i);
            bySite.put((Coordinate) cell.getUserData(), cell);
        }
        for (int id = 0; id < points.size(); id++) {
            Polygon cell = bySite.get(points.get(id));
            cells.add(cell);
            Coordinate[] ring = cell.getExteriorRing().getCoordinates();
            boolean ccw = Orientation.isCCW(ring);
            for (int i = 1; i < ring.length; i++) {
                Coordinate a = Grid.snap(ring[ccw ? i - 1 : i]);
                Coordinate b = Grid.snap(ring[ccw ? i : i - 1]);
                if (!a.equals2D(b)) {
                    cellLeftOf.put(new Directed(a, b), id);
                }
            }
        }
    }

    private int[][] findNeighbours() {
        List<List<Integer>> lists = new ArrayList<>();
        cells.forEach(cell -> lists.add(new ArrayList<>()));
        cellLeftOf.forEach((side, cell) -> {
            Integer other = cellLeftOf.get(side.reversed());
            if (other != null) {
                lists.get(cell).add(other);
            }
        });
        // Sorted, because the order in which a hash map is walked must not shape the sample.
        return lists.stream()
                .map(list -> list.stream().mapToInt(i -> i).sorted().toArray())
                .toArray(int[][]::new);
    }

    private int[] grow(List<Coordinate> points, boolean[] counts, int seeds, double[] slowness, Random random) {
        record Front(double cost, int cell, int seed) {}
        double[] roughness = random.doubles(points.size(), 0.55, 1.7).toArray();
        int[] owner = new int[points.size()];
        Arrays.fill(owner, OUTSIDE);
        PriorityQueue<Front> fronts = new PriorityQueue<>((a, b) ->
                a.cost() != b.cost() ? Double.compare(a.cost(), b.cost()) : Integer.compare(a.cell(), b.cell()));
        for (int seed = 0; seed < seeds; seed++) {
            fronts.add(new Front(0, seed, seed));
        }
        while (!fronts.isEmpty()) {
            Front front = fronts.remove();
            if (owner[front.cell()] != OUTSIDE || !counts[front.cell()]) {
                continue;
            }
            owner[front.cell()] = front.seed();
            for (int next : neighbours[front.cell()]) {
                double step = points.get(front.cell()).distance(points.get(next));
                double cost = front.cost() + step * roughness[next] * slowness[front.seed()];
                fronts.add(new Front(cost, next, front.seed()));
            }
        }
        return owner;
    }
}
