package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.model.Layer;

/** A layer's table during a large changeset: without triggers, so the spatial index is kept here. */
final class LargeWrite {

    /** From so many changes on, taking the triggers away pays. */
    static final int CHANGES = 5_000;

    private final SuspendedTriggers triggers;
    private final @Nullable PackedRTree packed;
    private final @Nullable PreparedStatement put;
    private final @Nullable PreparedStatement remove;

    private LargeWrite(
            SuspendedTriggers triggers,
            @Nullable PackedRTree packed,
            @Nullable PreparedStatement put,
            @Nullable PreparedStatement remove) {
        this.triggers = triggers;
        this.packed = packed;
        this.put = put;
        this.remove = remove;
    }

    static LargeWrite begin(Connection connection, Layer layer) throws SQLException {
        SuspendedTriggers triggers = SuspendedTriggers.of(connection, List.of(layer.name(), layer.name() + "_history"));
        if (layer.isDerived()) {
            return new LargeWrite(triggers, null, null, null);
        }
        String index = "rtree_" + layer.name() + "_geom";
        if (PackedRTree.isEmpty(connection, index)) {
            return new LargeWrite(triggers, new PackedRTree(connection, index), null, null);
        }
        return new LargeWrite(
                triggers,
                null,
                connection.prepareStatement("INSERT OR REPLACE INTO \"" + index + "\" VALUES (?, ?, ?, ?, ?)"),
                connection.prepareStatement("DELETE FROM \"" + index + "\" WHERE id = ?"));
    }

    /** A feature is there, or moved. */
    void put(long fid, Envelope box) throws SQLException {
        if (packed != null) {
            packed.add(fid, box);
        } else if (put != null) {
            put.setLong(1, fid);
            put.setDouble(2, box.getMinX());
            put.setDouble(3, box.getMaxX());
            put.setDouble(4, box.getMinY());
            put.setDouble(5, box.getMaxY());
            put.executeUpdate();
        }
    }

    /** A feature is gone; there was none before if the index was empty. */
    void remove(long fid) throws SQLException {
        if (remove != null) {
            remove.setLong(1, fid);
            remove.executeUpdate();
        }
    }

    /** All changes were made. */
    void finish() throws SQLException {
        if (packed != null) {
            packed.write();
        }
        if (put != null && remove != null) {
            put.close();
            remove.close();
        }
        triggers.restore();
    }
}
