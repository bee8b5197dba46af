package vn.ruralmap.layers.snapshot;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The vertices of a coverage, each place once however many borders pass it, with its neighbours along them.
 *
 * <p>A vertex that has the same two neighbours in every ring lies within a border; any other is a node, where borders meet.
 */
final class CoverageVertices {

    private static final int NONE = -1;

    /** Degrees, by vertex. */
    private double[] xs;

    private double[] ys;
    /** The vertex next to each one on either side; undefined at nodes. */
    private final int[] before;

    private final int[] after;
    private final BitSet nodes = new BitSet();
    /** Vertices of all rings, in the order in which {@link #forEachRing} visits them, without the closing ones. */
    private final int[] ofRings;

    private int count;

    private final int[] table;

    CoverageVertices(Geometry[] geometries) {
        int places = 0;
        for (Geometry geometry : geometries) {
            places += geometry.getNumPoints();
        }
        xs = new double[places];
        ys = new double[places];
        before = new int[places];
        after = new int[places];
        ofRings = new int[places];
        table = new int[Integer.highestOneBit(Math.max(places, 1)) * 4];
        Arrays.fill(table, NONE);
        int[] start = {0};
        for (Geometry geometry : geometries) {
            forEachRing(geometry, ring -> start[0] = add(ring.getCoordinateSequence(), start[0]));
        }
        xs = Arrays.copyOf(xs, count);
        ys = Arrays.copyOf(ys, count);
    }

    static void forEachRing(Geometry geometry, Consumer<LinearRing> visitor) {
        for (int part = 0; part < geometry.getNumGeometries(); part++) {
            if (geometry.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
                visitor.accept(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    visitor.accept(polygon.getInteriorRingN(hole));
                }
            }
        }
    }

    private int add(CoordinateSequence ring, int start) {
        int size = ring.size() - 1;
        int end = start + size;
        int known = count;
        for (int i = 0; i < size; i++) {
            ofRings[start + i] = find(ring.getX(i), ring.getY(i));
        }
        for (int i = start; i < end; i++) {
            int vertex = ofRings[i];
            int previous = ofRings[i == start ? end - 1 : i - 1];
            int next = ofRings[i == end - 1 ? start : i + 1];
            if (vertex >= known) {
                before[vertex] = previous;
                after[vertex] = next;
                // a second time in the same ring is told by other neighbours
                known = vertex + 1;
            } else if (!isBetween(vertex, previous, next)) {
                nodes.set(vertex);
            }
            if (previous == vertex || next == vertex || previous == next) {
                nodes.set(vertex);
            }
        }
        return end;
    }

    private boolean isBetween(int vertex, int a, int b) {
        return before[vertex] == a && after[vertex] == b || before[vertex] == b && after[vertex] == a;
    }

    private int find(double x, double y) {
        long bits = Double.doubleToLongBits(x) * 0x9E3779B97F4A7C15L ^ Double.doubleToLongBits(y) * 0xC2B2AE3D27D4EB4FL;
        int slot = (int) (bits ^ bits >>> 32) & table.length - 1;
        while (table[slot] != NONE) {
            int vertex = table[slot];
            if (xs[vertex] == x && ys[vertex] == y) {
                return vertex;
            }
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = count;
        xs[count] = x;
        ys[count] = y;
        return count++;
    }

    int count() {
        return count;
    }

    double x(int vertex) {
        return xs[vertex];
    }

    double y(int vertex) {
        return ys[vertex];
    }

    boolean isNode(int vertex) {
        return nodes.get(vertex);
    }

    /** The vertex at a place of {@link #forEachRing}'s order. */
    int ofRing(int place) {
        return ofRings[place];
    }

    /** A copy, to be changed. */
    int[] neighboursBefore() {
        return Arrays.copyOf(before, count);
    }

    /** A copy, to be changed. */
    int[] neighboursAfter() {
        return Arrays.copyOf(after, count);
    }
}
