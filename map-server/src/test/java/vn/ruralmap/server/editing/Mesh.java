package vn.ruralmap.server.editing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import vn.ruralmap.layers.model.CoordinateGrid;

/**
 * A coverage whose cells share their vertices, so that nothing can come apart, and random edits of it that keep its outer border. Places are
 * whole steps of the grid from a corner, so areas are exact.
 */
final class Mesh {

    private static final int STEPS_PER_CELL = 1_000_000;
    private static final double WEST = 105.5;
    private static final double SOUTH = 9.5;
    private static final int FEWEST_CELLS = 20;
    private static final int MOST_CELLS = 90;
    private static final int MOST_VERTICES = 14;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Shared by all cells around it. */
    private static final class Vertex {
        private long x;
        private long y;

        private Vertex(long x, long y) {
            this.x = x;
            this.y = y;
        }
    }

    private final Random random;
    /** Rings, counter-clockwise and open, by number. */
    private final Map<Integer, List<Vertex>> cells = new TreeMap<>();

    private int last;

    /** @param side cells along each side of the square that it fills */
    Mesh(int side, Random random) {
        this.random = random;
        Vertex[][] corners = new Vertex[side + 1][side + 1];
        for (int i = 0; i <= side; i++) {
            for (int j = 0; j <= side; j++) {
                corners[i][j] = new Vertex(
                        (long) i * STEPS_PER_CELL + (i % side == 0 ? 0 : shake(4)),
                        (long) j * STEPS_PER_CELL + (j % side == 0 ? 0 : shake(4)));
            }
        }
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                put(List.of(corners[i][j], corners[i + 1][j], corners[i + 1][j + 1], corners[i][j + 1]));
            }
        }
    }

    private long shake(int part) {
        return random.nextInt(2 * STEPS_PER_CELL / part) - STEPS_PER_CELL / part;
    }

    private int put(List<Vertex> ring) {
        cells.put(++last, new ArrayList<>(ring));
        return last;
    }

    Set<Integer> cells() {
        return cells.keySet();
    }

    Polygon polygon(int cell) {
        return polygon(cells.get(cell));
    }

    private static Polygon polygon(List<Vertex> ring) {
        Coordinate[] coordinates = new Coordinate[ring.size() + 1];
        for (int i = 0; i < coordinates.length; i++) {
            Vertex vertex = ring.get(i % ring.size());
            coordinates[i] = new Coordinate(degrees(WEST, vertex.x), degrees(SOUTH, vertex.y));
        }
        return FACTORY.createPolygon(coordinates);
    }

    private static double degrees(double origin, long steps) {
        return (Math.round(origin * CoordinateGrid.SCALE) + steps) / CoordinateGrid.SCALE;
    }

    /** Twice the area in square steps; negative if the ring runs clockwise. */
    private static long area(List<Vertex> ring) {
        long sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            Vertex a = ring.get(i);
            Vertex b = ring.get((i + 1) % ring.size());
            sum += a.x * b.y - b.x * a.y;
        }
        return sum;
    }

    private static boolean isRight(List<Vertex> ring) {
        // slivers are what the checks of borders are there to find
        return ring.size() >= 3
                && area(ring) > (long) STEPS_PER_CELL * STEPS_PER_CELL / 500
                && polygon(ring).isValid();
    }

    /** One edit that is possible; false: what was drawn by lot was not. */
    boolean change() {
        List<Integer> all = List.copyOf(cells.keySet());
        int cell = all.get(random.nextInt(all.size()));
        return switch (random.nextInt(6)) {
            case 0, 1 -> move(cell);
            case 2 -> insertVertex(cell);
            case 3 -> deleteVertex(cell);
            case 4 -> cells.size() < MOST_CELLS && split(cell);
            default -> cells.size() > FEWEST_CELLS && merge(cell);
        };
    }

    private List<Integer> around(Vertex vertex) {
        return cells.keySet().stream()
                .filter(cell -> cells.get(cell).contains(vertex))
                .toList();
    }

    /** Every side at it has a cell on both sides, so the cells around it fill the same land wherever it is among them. */
    private boolean isInner(Vertex vertex) {
        Map<Vertex, Integer> sides = new HashMap<>();
        for (int cell : around(vertex)) {
            List<Vertex> ring = cells.get(cell);
            int at = ring.indexOf(vertex);
            sides.merge(ring.get((at + 1) % ring.size()), 1, Integer::sum);
            sides.merge(ring.get((at + ring.size() - 1) % ring.size()), 1, Integer::sum);
        }
        return sides.values().stream().allMatch(count -> count == 2);
    }

    private boolean move(int cell) {
        List<Vertex> ring = cells.get(cell);
        Vertex vertex = ring.get(random.nextInt(ring.size()));
        if (!isInner(vertex)) {
            return false;
        }
        long x = vertex.x;
        long y = vertex.y;
        vertex.x += shake(5);
        vertex.y += shake(5);
        // all simple and turned alike: they cannot lie over each other
        boolean isPossible = around(vertex).stream().allMatch(each -> isRight(cells.get(each)));
        if (!isPossible) {
            vertex.x = x;
            vertex.y = y;
        }
        return isPossible;
    }

    private boolean insertVertex(int cell) {
        List<Vertex> ring = cells.get(cell);
        int at = random.nextInt(ring.size());
        Vertex from = ring.get(at);
        Vertex to = ring.get((at + 1) % ring.size());
        List<Integer> both = around(from).stream()
                .filter(each -> cells.get(each).contains(to))
                .toList();
        Vertex middle = new Vertex((from.x + to.x) / 2, (from.y + to.y) / 2);
        List<List<Vertex>> made = new ArrayList<>();
        for (int each : both) {
            List<Vertex> old = cells.get(each);
            List<Vertex> next = new ArrayList<>(old);
            int i = old.indexOf(from);
            int j = old.indexOf(to);
            if ((i + 1) % old.size() == j) {
                next.add(i + 1, middle);
            } else if ((j + 1) % old.size() == i) {
                next.add(j + 1, middle);
            } else {
                return false;
            }
            made.add(next);
        }
        return both.size() == 2 && replace(both, made);
    }

    private boolean deleteVertex(int cell) {
        List<Vertex> ring = cells.get(cell);
        Vertex vertex = ring.get(random.nextInt(ring.size()));
        List<Integer> both = around(vertex);
        List<List<Vertex>> made = new ArrayList<>();
        for (int each : both) {
            List<Vertex> next = new ArrayList<>(cells.get(each));
            next.remove(vertex);
            made.add(next);
        }
        return both.size() == 2 && isInner(vertex) && replace(both, made);
    }

    /** If all are right and fill the same land. */
    private boolean replace(List<Integer> old, List<List<Vertex>> made) {
        long before = old.stream().mapToLong(each -> area(cells.get(each))).sum();
        boolean isPossible = made.stream().allMatch(each -> isRight(each) && each.size() <= MOST_VERTICES)
                && made.stream().mapToLong(Mesh::area).sum() == before;
        if (isPossible) {
            for (int i = 0; i < made.size(); i++) {
                cells.put(old.get(i), made.get(i));
            }
        }
        return isPossible;
    }

    private boolean split(int cell) {
        List<Vertex> ring = cells.get(cell);
        int from = random.nextInt(ring.size());
        int to = random.nextInt(ring.size());
        if (from > to || to - from < 2 || to - from > ring.size() - 2) {
            return false;
        }
        List<Vertex> one = new ArrayList<>(ring.subList(from, to + 1));
        List<Vertex> other = new ArrayList<>(ring.subList(to, ring.size()));
        other.addAll(ring.subList(0, from + 1));
        if (!isRight(one) || !isRight(other) || polygon(one).getArea() == 0) {
            return false;
        }
        // both are simple and their areas add up by construction; they lie apart if the line between them lies within
        if (!polygon(ring).covers(polygon(one)) || !polygon(ring).covers(polygon(other))) {
            return false;
        }
        cells.put(cell, one);
        put(other);
        return true;
    }

    /** With the neighbour beyond one of its sides, if they have one line in common and no more. */
    private boolean merge(int cell) {
        List<Vertex> ring = cells.get(cell);
        Vertex from = ring.get(random.nextInt(ring.size()));
        List<Integer> others =
                around(from).stream().filter(each -> each != cell).toList();
        if (others.isEmpty()) {
            return false;
        }
        int other = others.get(random.nextInt(others.size()));
        List<Vertex> next = cells.get(other);
        Set<Vertex> common = new HashSet<>(ring);
        common.retainAll(next);
        int start = 0;
        while (start < ring.size()
                && !(common.contains(ring.get(start))
                        && !common.contains(ring.get((start + ring.size() - 1) % ring.size())))) {
            start++;
        }
        if (common.size() < 2 || start == ring.size()) {
            return false;
        }
        List<Vertex> own = turned(ring, start);
        List<Vertex> path = own.subList(0, common.size());
        if (!common.containsAll(path)) {
            return false;
        }
        Vertex end = path.get(path.size() - 1);
        List<Vertex> theirs = turned(next, next.indexOf(end));
        boolean isOneLine = true;
        for (int i = 0; i < path.size() && isOneLine; i++) {
            isOneLine = theirs.get(i) == path.get(path.size() - 1 - i);
        }
        // what lies on the line belongs to these two only
        boolean isFree = path.subList(1, path.size() - 1).stream()
                .allMatch(vertex -> around(vertex).size() == 2);
        if (!isOneLine || !isFree) {
            return false;
        }
        List<Vertex> whole = new ArrayList<>(own.subList(path.size() - 1, own.size()));
        whole.add(path.get(0));
        whole.addAll(theirs.subList(path.size(), theirs.size()));
        if (whole.size() > MOST_VERTICES || !isRight(whole) || area(whole) != area(ring) + area(next)) {
            return false;
        }
        cells.put(cell, whole);
        cells.remove(other);
        return true;
    }

    private static List<Vertex> turned(List<Vertex> ring, int start) {
        List<Vertex> turned = new ArrayList<>(ring.subList(start, ring.size()));
        turned.addAll(ring.subList(0, start));
        return turned;
    }
}
