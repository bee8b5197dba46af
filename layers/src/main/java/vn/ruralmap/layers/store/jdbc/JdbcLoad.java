package vn.ruralmap.layers.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreCursor;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.layers.store.StoreTable;
import vn.ruralmap.layers.store.StoredVersion;

/** A {@link StoreLoad} over one connection, whose transaction the adapter has begun. */
public abstract class JdbcLoad implements StoreLoad {

    private final String name;
    private final Catalogue catalogue;
    private final Connection connection;

    /** @param name of the store, for people. @param connection with auto-commit off; closed with this */
    protected JdbcLoad(String name, Catalogue catalogue, Connection connection) {
        this.name = name;
        this.catalogue = catalogue;
        this.connection = connection;
    }

    /** Writes all versions of the features of one layer, then what follows from them. */
    public interface LayerRows extends AutoCloseable {
        /** By fid, then version. */
        void add(StoredVersion version) throws SQLException;

        /** All versions were added. @param revision the last changeset that changed the layer */
        void finish(long revision) throws SQLException;

        @Override
        void close() throws SQLException;
    }

    /** Whose tables are empty. */
    protected abstract LayerRows open(Layer layer) throws SQLException;

    /** Writes one row, or keeps it for later. */
    protected abstract void write(StoreTable table, List<@Nullable Object> row) throws SQLException;

    /** Everything was added: checks what waited for the end, and puts guards back. */
    protected abstract void complete() throws SQLException;

    /** What was written, over the same connection. */
    protected abstract StoreContents contents() throws SQLException;

    /** What people are told about a failure of the database. */
    protected abstract StoreException failed(SQLException cause);

    /** The connection that everything goes through. */
    protected final Connection connection() {
        return connection;
    }

    /** What the store is to hold. */
    protected final Catalogue catalogue() {
        return catalogue;
    }

    /** @param sql of one statement without values */
    protected final void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isEmpty() {
        try {
            for (Layer layer : catalogue.layers()) {
                if (hasRows(FeatureTable.quoted(layer.name() + "_history"))) {
                    return false;
                }
            }
            return !hasRows(StoreTable.CHANGESETS.name());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private boolean hasRows(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
            return rows.next();
        }
    }

    @Override
    public void add(StoreTable table, List<@Nullable Object> row) {
        try {
            write(table, row);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void add(Layer layer, long revision, StoreCursor<StoredVersion> history) {
        try (LayerRows rows = open(layer)) {
            for (StoredVersion version = history.next(); version != null; version = history.next()) {
                rows.add(version);
            }
            rows.finish(revision);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void finish() {
        try {
            complete();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public StoreContents written() {
        try {
            return contents();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
