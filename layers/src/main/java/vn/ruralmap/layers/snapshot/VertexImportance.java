package vn.ruralmap.layers.snapshot;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * How much each vertex of a coverage matters to its shape: the size of the triangle that is lost or won when it is left out.
 *
 * <p>Visvalingam and Whyatt, "Line generalisation by repeated elimination of points" (1993), over all borders at once: the vertex with the
 * smallest triangle goes first, and its neighbours are measured anew. None goes while another one lies within its triangle, so borders
 * never cross, nor if a ring would collapse. So all resolutions come of one pass: each leaves out what matters less than its tolerance.
 */
final class VertexImportance {

    /** Square degrees; the map of the world in one tile leaves out less. */
    private static final float LARGEST = 1;

    private final CoverageVertices vertices;
    private final VertexGrid grid;
    private final float[] importance;
    private final int[] before;
    private final int[] after;
    /** Key of each waiting vertex; others in the queue are outdated. */
    private final float[] keys;

    private final LongQueue queue;
    /** Pairs of nodes that a border joins without a vertex between them. */
    private final Set<Long> joined = new HashSet<>();

    private VertexImportance(CoverageVertices vertices) {
        this.vertices = vertices;
        grid = new VertexGrid(vertices);
        importance = new float[vertices.count()];
        Arrays.fill(importance, Float.POSITIVE_INFINITY);
        before = vertices.neighboursBefore();
        after = vertices.neighboursAfter();
        keys = new float[vertices.count()];
        queue = new LongQueue(vertices.count());
    }

    /** Square degrees, by vertex; infinite for those that every map needs. */
    static float[] of(CoverageVertices vertices) {
        VertexImportance work = new VertexImportance(vertices);
        work.start();
        work.run();
        return work.importance;
    }

    private void start() {
        for (int vertex = 0; vertex < vertices.count(); vertex++) {
            if (!vertices.isNode(vertex)) {
                put(vertex, area(vertex));
            }
        }
    }

    private void run() {
        float most = 0;
        while (!queue.isEmpty()) {
            long entry = queue.poll();
            int vertex = (int) entry;
            float key = Float.intBitsToFloat((int) (entry >>> 32));
            if (key != keys[vertex]) {
                continue;
            }
            most = Math.max(most, key);
            if (!isRemovable(vertex)) {
                // what is in its way may be gone when larger ones go
                put(vertex, Math.max(key * 4, Float.MIN_NORMAL));
                continue;
            }
            importance[vertex] = most;
            remove(vertex);
        }
    }

    private void put(int vertex, float key) {
        keys[vertex] = key;
        if (key < LARGEST) {
            queue.add((long) Float.floatToIntBits(key) << 32 | vertex);
        }
    }

    private boolean isRemovable(int vertex) {
        int a = before[vertex];
        int b = after[vertex];
        return a != b && !isJoined(a, b) && grid.isEmpty(a, vertex, b);
    }

    private boolean isJoined(int a, int b) {
        if (!vertices.isNode(a)) {
            return before[a] == b || after[a] == b;
        }
        if (!vertices.isNode(b)) {
            return before[b] == a || after[b] == a;
        }
        return joined.contains(pair(a, b));
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private void remove(int vertex) {
        int a = before[vertex];
        int b = after[vertex];
        keys[vertex] = Float.NaN;
        grid.remove(vertex);
        if (vertices.isNode(a) && vertices.isNode(b)) {
            joined.add(pair(a, b));
        }
        join(a, vertex, b);
        join(b, vertex, a);
    }

    private void join(int vertex, int gone, int neighbour) {
        if (vertices.isNode(vertex)) {
            return;
        }
        if (before[vertex] == gone) {
            before[vertex] = neighbour;
        } else {
            after[vertex] = neighbour;
        }
        put(vertex, area(vertex));
    }

    private float area(int vertex) {
        int a = before[vertex];
        int b = after[vertex];
        double x = vertices.x(vertex);
        double y = vertices.y(vertex);
        double twice = (vertices.x(a) - x) * (vertices.y(b) - y) - (vertices.y(a) - y) * (vertices.x(b) - x);
        return (float) Math.abs(twice / 2);
    }
}
