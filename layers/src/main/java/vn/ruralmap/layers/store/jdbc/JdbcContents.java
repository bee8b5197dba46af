package vn.ruralmap.layers.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreCursor;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.StoreTable;
import vn.ruralmap.layers.store.StoredChangeset;
import vn.ruralmap.layers.store.StoredLayer;
import vn.ruralmap.layers.store.StoredVersion;

/** {@link StoreContents} of one transaction, which sees one moment. */
public abstract class JdbcContents implements StoreContents {

    private final String name;
    private final Connection connection;
    private final Dialect dialect;
    private final List<StoredLayer> layers;

    /**
     * @param name for people
     * @param connection with auto-commit off; closed with this
     * @param schema of the tables; null: the database has only one
     */
    protected JdbcContents(
            String name, Connection connection, @Nullable String schema, Catalogue catalogue, Dialect dialect)
            throws SQLException {
        this.name = name;
        this.connection = connection;
        this.dialect = new AsStored(dialect);
        this.layers = new StoredLayers(connection, schema, catalogue).list();
    }

    /** What people are told about a failure of the database. */
    protected abstract StoreException failed(SQLException cause);

    /** What only this database can tell about itself. */
    protected abstract void inspectDatabase(Connection open, Consumer<StoreIssue> found) throws SQLException;

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<StoredLayer> layers() {
        return layers;
    }

    @Override
    public StoreCursor<List<@Nullable Object>> rows(StoreTable table) {
        PlainRows plain = new PlainRows(table, dialect);
        return query(plain.selectSql(), plain::read);
    }

    @Override
    public StoreCursor<StoredChangeset> changesets() {
        ChangesetTable table = new ChangesetTable(connection, dialect);
        return query("SELECT " + ChangesetTable.COLUMNS + " FROM ruralmap_changesets ORDER BY id", rows -> {
            try {
                return new StoredChangeset(rows.getLong(1), table.read(rows), null);
            } catch (RuntimeException e) {
                return new StoredChangeset(rows.getLong(1), null, reason(e));
            }
        });
    }

    @Override
    public StoreCursor<StoredVersion> history(Layer layer) {
        FeatureTable table = new FeatureTable(layer, dialect);
        return query(
                "SELECT changeset, deleted, " + table.selectList("") + " FROM " + table.historyTable()
                        + " ORDER BY fid, version",
                rows -> version(table, rows));
    }

    @Override
    public StoreCursor<StoredVersion> features(Layer layer) {
        FeatureTable table = new FeatureTable(layer, dialect);
        return query(
                "SELECT 0, 0, " + table.selectList("") + " FROM " + table.table() + " ORDER BY fid",
                rows -> version(table, rows));
    }

    private static StoredVersion version(FeatureTable table, ResultSet rows) throws SQLException {
        long fid = rows.getLong(3);
        int version = rows.getInt(4);
        long changeset = rows.getLong(1);
        if (rows.getBoolean(2)) {
            return new StoredVersion(fid, version, changeset, true, null, null);
        }
        try {
            Feature feature = table.read(rows, 3);
            return new StoredVersion(fid, version, changeset, false, feature, null);
        } catch (RuntimeException e) {
            // dates, validities and bytes of geometry that nothing of ours wrote may fail in any way
            return new StoredVersion(fid, version, changeset, false, null, reason(e));
        }
    }

    private static String reason(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private <T> StoreCursor<T> query(String sql, RowCursor.Reading<T> reading) {
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            return RowCursor.open(statement, reading, this::failed);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void inspect(Consumer<StoreIssue> found) {
        try {
            inspectDatabase(connection, found);
            new RowRules(connection, layers).inspect(found);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
