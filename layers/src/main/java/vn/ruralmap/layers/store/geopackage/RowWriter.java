package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;

/** Writes rows of one changeset to a layer's table and the same to its history. */
final class RowWriter implements AutoCloseable {

    private final long changeset;
    private final FeatureTable table;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement delete;
    private final PreparedStatement history;
    private final PreparedStatement last;
    private long lastFid;

    /** The last version of a feature, which may be its deletion. */
    record LastVersion(int version, boolean isDeleted, long changeset) {}

    private RowWriter(Connection connection, long changeset, FeatureTable table, long lastFid) throws SQLException {
        this.changeset = changeset;
        this.table = table;
        this.lastFid = lastFid;
        this.insert = connection.prepareStatement(table.insertSql());
        this.update = connection.prepareStatement(table.updateSql());
        this.delete = connection.prepareStatement(table.deleteSql());
        this.history = connection.prepareStatement(table.insertHistorySql());
        this.last = connection.prepareStatement("SELECT version, deleted, changeset FROM " + table.historyTable()
                + " WHERE fid = ? ORDER BY version DESC LIMIT 1");
    }

    /** @param lastFid the greatest fid that was ever given */
    static RowWriter prepare(Connection connection, long changeset, FeatureTable table, long lastFid)
            throws SQLException {
        return new RowWriter(connection, changeset, table, lastFid);
    }

    Layer layer() {
        return table.layer();
    }

    @Nullable
    LastVersion findLast(long fid) throws SQLException {
        last.setLong(1, fid);
        try (ResultSet rows = last.executeQuery()) {
            return rows.next() ? new LastVersion(rows.getInt(1), rows.getBoolean(2), rows.getLong(3)) : null;
        }
    }

    /** Under the next fid. */
    void insert(Change.Content content) throws SQLException {
        restore(content.toFeature(++lastFid, 1));
    }

    /** Under the fid it had. */
    void restore(Feature feature) throws SQLException {
        table.bind(insert, 1, feature);
        insert.execute();
        remember(feature);
    }

    void update(Feature feature) throws SQLException {
        int next = table.bind(update, 1, feature);
        update.setLong(next, feature.fid());
        update.execute();
        remember(feature);
    }

    /** @param version of the deletion, one more than the last version of the feature */
    void delete(long fid, int version) throws SQLException {
        delete.setLong(1, fid);
        delete.execute();
        history.setLong(1, changeset);
        history.setBoolean(2, true);
        history.setLong(3, fid);
        history.setInt(4, version);
        history.setString(5, "0001-01-01");
        for (int i = 6; i < 3 + table.columns().size(); i++) {
            history.setNull(i, Types.NULL);
        }
        history.execute();
    }

    private void remember(Feature feature) throws SQLException {
        history.setLong(1, changeset);
        history.setBoolean(2, false);
        table.bind(history, 3, feature);
        history.execute();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(insert, update, delete, history, last)) {
            statement.close();
        }
    }
}
