package vn.ruralmap.layers.store.geopackage;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HilbertEncoder;

/**
 * Fills an empty R-tree of SQLite at once: boxes in the order of a Hilbert curve, every node full.
 *
 * <p>Box by box SQLite would search the tree for each and split its nodes again and again. This writes the tables behind the virtual table,
 * whose form is fixed by the SQLite file format ("The SQLite R*Tree Module" §6, and the head of rtree.c): {@code _node}
 * holds depth (of the root), number of cells, and cells of a 64-bit id and four 32-bit floats minx, maxx, miny, maxy, all
 * big-endian; {@code _rowid} the leaf of each id; {@code _parent} the parent of each node but the root, which is node 1.
 */
final class PackedRTree {

    private static final int HEADER_BYTES = 4;
    private static final int CELL_BYTES = 24;
    private static final int BOX = 4;
    private static final int HILBERT_LEVEL = 16;

    private final Connection connection;
    private final String index;
    private final Envelope all = new Envelope();
    private long[] ids = new long[1024];
    private float[] boxes = new float[BOX * 1024];
    private int size;

    /** @param index name of the virtual table, unquoted */
    PackedRTree(Connection connection, String index) {
        this.connection = connection;
        this.index = index;
    }

    /** True if there is nothing in an R-tree. */
    static boolean isEmpty(Connection connection, String index) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM \"" + index + "_rowid\" LIMIT 1")) {
            return !rows.next();
        }
    }

    void add(long id, Envelope box) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size + (size >> 1));
            boxes = Arrays.copyOf(boxes, BOX * ids.length);
        }
        ids[size] = id;
        boxes[BOX * size] = down(box.getMinX());
        boxes[BOX * size + 1] = up(box.getMaxX());
        boxes[BOX * size + 2] = down(box.getMinY());
        boxes[BOX * size + 3] = up(box.getMaxY());
        size++;
        all.expandToInclude(box);
    }

    private static float down(double value) {
        float rounded = (float) value;
        return rounded > value ? Math.nextDown(rounded) : rounded;
    }

    private static float up(double value) {
        float rounded = (float) value;
        return rounded < value ? Math.nextUp(rounded) : rounded;
    }

    void write() throws SQLException {
        if (size == 0) {
            return;
        }
        int nodeBytes = nodeBytes();
        int capacity = (nodeBytes - HEADER_BYTES) / CELL_BYTES;
        Level level = leaves();
        int depth = 0;
        long nextNode = 2;
        long[] leafOf = new long[size];
        try (PreparedStatement node = connection.prepareStatement(
                        "INSERT OR REPLACE INTO \"" + index + "_node\" (nodeno, data) VALUES (?, ?)");
                PreparedStatement rowid = connection.prepareStatement(
                        "INSERT INTO \"" + index + "_rowid\" (rowid, nodeno) VALUES (?, ?)");
                PreparedStatement parent = connection.prepareStatement(
                        "INSERT INTO \"" + index + "_parent\" (nodeno, parentnode) VALUES (?, ?)")) {
            while (true) {
                boolean isRoot = level.ids.length <= capacity;
                int nodes = (level.ids.length + capacity - 1) / capacity;
                Level above = new Level(new long[nodes], new float[BOX * nodes], new int[0]);
                for (int n = 0; n < nodes; n++) {
                    int from = n * capacity;
                    int to = Math.min(from + capacity, level.ids.length);
                    above.ids[n] = isRoot ? 1 : nextNode++;
                    write(node, above.ids[n], level.encode(from, to, isRoot ? depth : 0, nodeBytes));
                    for (int i = from; i < to; i++) {
                        if (depth == 0) {
                            leafOf[level.order[i]] = above.ids[n];
                        } else {
                            link(parent, level.ids[i], above.ids[n]);
                        }
                    }
                    level.union(from, to, above.boxes, BOX * n);
                }
                if (isRoot) {
                    break;
                }
                level = above;
                depth++;
            }
            // in the order in which features came, so that this table grows at its end
            for (int i = 0; i < size; i++) {
                link(rowid, ids[i], leafOf[i]);
            }
        }
    }

    private static void link(PreparedStatement statement, long child, long node) throws SQLException {
        statement.setLong(1, child);
        statement.setLong(2, node);
        statement.executeUpdate();
    }

    private static void write(PreparedStatement node, long number, byte[] data) throws SQLException {
        node.setLong(1, number);
        node.setBytes(2, data);
        node.executeUpdate();
    }

    /** As SQLite chose it for the file's page size when it made the table. */
    private int nodeBytes() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT length(data) FROM \"" + index + "_node\" WHERE nodeno = 1")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Level leaves() {
        HilbertEncoder encoder = new HilbertEncoder(HILBERT_LEVEL, all);
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            Envelope box = new Envelope(boxes[BOX * i], boxes[BOX * i + 1], boxes[BOX * i + 2], boxes[BOX * i + 3]);
            // the box is rounded outwards, so its middle may lie beside all of them
            long code = Math.max(0, encoder.encode(box));
            order[i] = code << 32 | i;
        }
        Arrays.sort(order);
        Level leaves = new Level(new long[size], new float[BOX * size], new int[size]);
        for (int i = 0; i < size; i++) {
            int from = (int) order[i];
            leaves.order[i] = from;
            leaves.ids[i] = ids[from];
            System.arraycopy(boxes, BOX * from, leaves.boxes, BOX * i, BOX);
        }
        return leaves;
    }

    /**
     * Cells of all nodes of one height.
     *
     * @param order of features: which of those that were added each is
     */
    private record Level(long[] ids, float[] boxes, int[] order) {

        byte[] encode(int from, int to, int depth, int bytes) {
            ByteBuffer node = ByteBuffer.allocate(bytes).putShort((short) depth).putShort((short) (to - from));
            for (int i = from; i < to; i++) {
                node.putLong(ids[i]);
                for (int b = 0; b < BOX; b++) {
                    node.putFloat(boxes[BOX * i + b]);
                }
            }
            return node.array();
        }

        void union(int from, int to, float[] target, int at) {
            target[at] = Float.POSITIVE_INFINITY;
            target[at + 1] = Float.NEGATIVE_INFINITY;
            target[at + 2] = Float.POSITIVE_INFINITY;
            target[at + 3] = Float.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                target[at] = Math.min(target[at], boxes[BOX * i]);
                target[at + 1] = Math.max(target[at + 1], boxes[BOX * i + 1]);
                target[at + 2] = Math.min(target[at + 2], boxes[BOX * i + 2]);
                target[at + 3] = Math.max(target[at + 3], boxes[BOX * i + 3]);
            }
        }
    }
}
