package vn.ruralmap.dataimport.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The borders between the seeds' regions of a {@link Mesh}, each drawn once and used by both sides, so that the
 * regions, and every union of them, are a coverage without gaps or overlaps.
 */
final class Borders {

    private static final int MAX_ROUNDS = 8;

    private final List<Border> borders = new ArrayList<>();

    /** One line between two nodes, with the seeds on its left and right. */
    private record Border(Coordinate[] line, int left, int right) {}

    Borders(Mesh mesh, long randomSeed) {
        List<Border> raw = trace(mesh);
        double[] calm = new double[raw.size()];
        Arrays.fill(calm, 1);
        List<Coordinate[]> lines = List.of();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            lines = new ArrayList<>();
            for (int i = 0; i < calm.length; i++) {
                lines.add(Meander.draw(raw.get(i).line(), calm[i], new Random(mixed(randomSeed + i))));
            }
            Set<Integer> touching = Crossings.find(lines);
            if (touching.isEmpty()) {
                break;
            }
            boolean last = round == MAX_ROUNDS - 2;
            touching.forEach(i -> calm[i] = last ? 0 : calm[i] / 2);
        }
        for (int i = 0; i < calm.length; i++) {
            borders.add(new Border(lines.get(i), raw.get(i).left(), raw.get(i).right()));
        }
    }

    /** Neighbouring seeds would start {@link Random} with almost the same numbers (Steele et al., SplitMix64). */
    private static long mixed(long seed) {
        long z = (seed ^ seed >>> 30) * 0xBF58476D1CE4E5B9L;
        return z ^ z >>> 27;
    }

    /**
     * The regions of all seeds with the same label, dissolved.
     *
     * @param labelOf the label of a seed; null: not to be drawn
     */
    Map<String, Geometry> dissolve(IntFunction<@Nullable String> labelOf) {
        Map<Mesh.Directed, String> labelLeftOf = new HashMap<>();
        Polygonizer polygonizer = new Polygonizer();
        for (Border border : borders) {
            String left = label(border.left(), labelOf);
            String right = label(border.right(), labelOf);
            if (!left.equals(right)) {
                Coordinate[] line = border.line();
                labelLeftOf.put(new Mesh.Directed(line[0], line[1]), left);
                labelLeftOf.put(new Mesh.Directed(line[line.length - 1], line[line.length - 2]), right);
                polygonizer.add(Grid.FACTORY.createLineString(line));
            }
        }
        Map<String, List<Polygon>> pieces = new TreeMap<>();
        for (Object face : polygonizer.getPolygons()) {
            Polygon polygon = (Polygon) face;
            String label = labelOf(polygon.getExteriorRing(), labelLeftOf);
            if (!label.isEmpty()) {
                pieces.computeIfAbsent(label, key -> new ArrayList<>()).add(polygon);
            }
        }
        Map<String, Geometry> regions = new TreeMap<>();
        pieces.forEach((label, polygons) -> {
            polygons.sort((a, b) -> a.compareTo(b));
            regions.put(label, Grid.FACTORY.buildGeometry(polygons).norm());
        });
        return regions;
    }

    private static String label(int seed, IntFunction<@Nullable String> labelOf) {
        String label = seed == Mesh.OUTSIDE ? null : labelOf.apply(seed);
        return label == null ? "" : label;
    }

    private static String labelOf(LineString shell, Map<Mesh.Directed, String> labelLeftOf) {
        Coordinate[] ring = shell.getCoordinates();
        boolean ccw = Orientation.isCCW(ring);
        for (int i = 1; i < ring.length; i++) {
            Mesh.Directed side =
                    ccw ? new Mesh.Directed(ring[i - 1], ring[i]) : new Mesh.Directed(ring[i], ring[i - 1]);
            String label = labelLeftOf.get(side);
            if (label != null) {
                return label;
            }
        }
        throw new IllegalStateException("a face without a border at " + ring[0]);
    }

    /** Joins the cell sides that separate two seeds into lines from node to node. */
    private static List<Border> trace(Mesh mesh) {
        Map<Coordinate, List<Coordinate>> ends = new TreeMap<>();
        Map<Mesh.Directed, Integer> left = new HashMap<>();
        mesh.sides().forEach((side, cell) -> {
            Integer other = mesh.sides().get(side.reversed());
            int here = mesh.seedOf(cell);
            int there = other == null ? Mesh.OUTSIDE : mesh.seedOf(other);
            if (here != there) {
                left.put(side, here);
                left.putIfAbsent(side.reversed(), there);
                ends.computeIfAbsent(side.from(), key -> new ArrayList<>()).add(side.to());
            }
        });
        ends.values().forEach(list -> list.sort(Comparator.naturalOrder()));
        Set<Mesh.Directed> walked = new HashSet<>();
        List<Border> found = new ArrayList<>();
        // Nodes first; what is then left are closed lines around enclaves.
        ends.forEach((start, tos) -> {
            if (tos.size() != 2) {
                tos.forEach(to -> walk(start, to, ends, left, walked, found));
            }
        });
        ends.forEach((start, tos) -> walk(start, tos.get(0), ends, left, walked, found));
        return found;
    }

    private static void walk(
            Coordinate start,
            Coordinate second,
            Map<Coordinate, List<Coordinate>> ends,
            Map<Mesh.Directed, Integer> left,
            Set<Mesh.Directed> walked,
            List<Border> found) {
        Mesh.Directed first = new Mesh.Directed(start, second);
        if (walked.contains(first)) {
            return;
        }
        List<Coordinate> line = new ArrayList<>(List.of(start));
        Coordinate from = start;
        Coordinate to = second;
        while (true) {
            line.add(to);
            walked.add(new Mesh.Directed(from, to));
            walked.add(new Mesh.Directed(to, from));
            List<Coordinate> next = ends.get(to);
            if (next.size() != 2 || to.equals2D(start)) {
                break;
            }
            Coordinate onward = next.get(0).equals2D(from) ? next.get(1) : next.get(0);
            from = to;
            to = onward;
        }
        found.add(new Border(line.toArray(Coordinate[]::new), left.get(first), left.get(first.reversed())));
    }
}
