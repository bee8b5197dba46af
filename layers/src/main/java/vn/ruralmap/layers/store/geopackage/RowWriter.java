package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.geopackage.EncodedChange.Shape;
import vn.ruralmap.layers.store.jdbc.FeatureTable;

/** Writes rows of one changeset to a layer's table and the same to its history. */
final class RowWriter implements AutoCloseable {

    private final Connection connection;
    private final long changeset;
    private final FeatureTable table;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement delete;
    private final PreparedStatement history;
    private final PreparedStatement last;
    /** Null: triggers do what it would. */
    private final @Nullable LargeWrite large;

    private final long firstFid;
    private long lastFid;

    /** The last version of a feature, which may be its deletion. */
    record LastVersion(int version, boolean isDeleted, long changeset) {}

    private RowWriter(
            Connection connection, long changeset, FeatureTable table, long lastFid, @Nullable LargeWrite large)
            throws SQLException {
        this.connection = connection;
        this.large = large;
        this.changeset = changeset;
        this.table = table;
        this.firstFid = lastFid + 1;
        this.lastFid = lastFid;
        this.insert = connection.prepareStatement(insertSql(table));
        this.update = connection.prepareStatement(updateSql(table));
        this.delete = connection.prepareStatement("DELETE FROM " + table.table() + " WHERE fid = ?");
        this.history = connection.prepareStatement(insertHistorySql(table));
        this.last = connection.prepareStatement("SELECT version, deleted, changeset FROM " + table.historyTable()
                + " WHERE fid = ? ORDER BY version DESC LIMIT 1");
    }

    /**
     * @param lastFid the greatest fid that was ever given
     * @param isLarge many rows are to be written
     */
    static RowWriter prepare(Connection connection, long changeset, FeatureTable table, long lastFid, boolean isLarge)
            throws SQLException {
        LargeWrite large = isLarge ? LargeWrite.begin(connection, table.layer()) : null;
        return new RowWriter(connection, changeset, table, lastFid, large);
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
    void insert(Change.Content content, @Nullable Shape shape) throws SQLException {
        Feature feature = content.toFeature(++lastFid, 1);
        if (large == null) {
            restore(feature, shape);
        } else {
            bind(insert, 1, feature, shape);
            insert.executeUpdate();
            index(feature, shape);
        }
    }

    /** Under the fid it had. */
    void restore(Feature feature, @Nullable Shape shape) throws SQLException {
        bind(insert, 1, feature, shape);
        insert.executeUpdate();
        remember(feature, shape);
        index(feature, shape);
    }

    void update(Feature feature, @Nullable Shape shape) throws SQLException {
        int next = bind(update, 1, feature, shape);
        update.setLong(next, feature.fid());
        update.executeUpdate();
        remember(feature, shape);
        index(feature, shape);
    }

    /** @param version of the deletion, one more than the last version of the feature */
    void delete(long fid, int version) throws SQLException {
        delete.setLong(1, fid);
        delete.executeUpdate();
        if (large != null) {
            large.remove(fid);
        }
        history.setLong(1, changeset);
        history.setBoolean(2, true);
        history.setLong(3, fid);
        history.setInt(4, version);
        history.setString(5, "0001-01-01");
        for (int i = 6; i < 3 + table.columns().size(); i++) {
            history.setNull(i, Types.NULL);
        }
        history.executeUpdate();
    }

    private void remember(Feature feature, @Nullable Shape shape) throws SQLException {
        history.setLong(1, changeset);
        history.setBoolean(2, false);
        bind(history, 3, feature, shape);
        history.executeUpdate();
    }

    private void index(Feature feature, @Nullable Shape shape) throws SQLException {
        if (large != null && shape != null) {
            large.put(feature.fid(), shape.box());
        }
    }

    /** All rows were written. Of many new features the history is one copy of the table, which spares binding them twice. */
    void finish() throws SQLException {
        if (large == null) {
            return;
        }
        try (PreparedStatement copy = connection.prepareStatement("INSERT INTO " + table.historyTable()
                + " (changeset, deleted, " + table.columnList() + ") SELECT ?, 0, " + table.columnList() + " FROM "
                + table.table() + " WHERE fid >= ? ORDER BY fid")) {
            copy.setLong(1, changeset);
            copy.setLong(2, firstFid);
            copy.executeUpdate();
        }
        large.finish();
    }

    private static String insertSql(FeatureTable table) {
        return "INSERT INTO " + table.table() + " (" + table.columnList() + ") VALUES (" + placeholders(table) + ")";
    }

    private static String updateSql(FeatureTable table) {
        return "UPDATE " + table.table() + " SET (" + table.columnList() + ") = (" + placeholders(table)
                + ") WHERE fid = ?";
    }

    /** Parameters: changeset, deleted, then the row. */
    private static String insertHistorySql(FeatureTable table) {
        return "INSERT INTO " + table.historyTable() + " (changeset, deleted, " + table.columnList()
                + ") VALUES (?, ?, " + placeholders(table) + ")";
    }

    private static String placeholders(FeatureTable table) {
        return String.join(", ", Collections.nCopies(table.columns().size(), "?"));
    }

    /** @param first index of the parameter that takes the fid. @return the index after the row's last parameter */
    private int bind(PreparedStatement statement, int first, Feature feature, @Nullable Shape shape)
            throws SQLException {
        int i = first;
        statement.setLong(i++, feature.fid());
        statement.setInt(i++, feature.version());
        statement.setString(i++, feature.validity().from().toString());
        LocalDate to = feature.validity().to();
        statement.setString(i++, to == null ? null : to.toString());
        statement.setString(i++, feature.decision());
        if (!layer().isDerived()) {
            statement.setBytes(i++, shape == null ? null : shape.blob());
        }
        for (Object value : feature.values()) {
            statement.setObject(i++, toSql(value));
        }
        return i;
    }

    private static @Nullable Object toSql(@Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        return value instanceof LocalDate date ? date.toString() : value;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(insert, update, delete, history, last)) {
            statement.close();
        }
    }
}
