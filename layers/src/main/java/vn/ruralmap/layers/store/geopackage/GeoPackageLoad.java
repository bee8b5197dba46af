package vn.ruralmap.layers.store.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreCursor;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.layers.store.StoreTable;
import vn.ruralmap.layers.store.StoredVersion;

/** Fills an empty GeoPackage within one write transaction. */
public final class GeoPackageLoad implements StoreLoad {

    private final Path file;
    private final Catalogue catalogue;
    private final Connection connection;
    private final List<SuspendedTriggers> suspended = new ArrayList<>();

    private GeoPackageLoad(Path file, Catalogue catalogue, Connection connection) {
        this.file = file;
        this.catalogue = catalogue;
        this.connection = connection;
    }

    /** Makes the file if there is none. @throws StoreException if it is not a store or cannot be written */
    public static StoreLoad open(Path file, Catalogue catalogue) {
        GeoPackageStore.open(file, catalogue).close();
        try {
            Connection connection = new Connections(file).openWriter();
            GeoPackageLoad load = new GeoPackageLoad(file, catalogue, connection);
            load.execute("INSERT INTO ruralmap_transaction VALUES (0)");
            return load;
        } catch (SQLException e) {
            throw GeoPackageStore.failed(file, e);
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public boolean isEmpty() {
        try {
            for (Layer layer : catalogue.layers()) {
                if (exists("SELECT 1 FROM \"" + layer.name() + "_history\" LIMIT 1")) {
                    return false;
                }
            }
            return !exists("SELECT 1 FROM ruralmap_changesets LIMIT 1");
        } catch (SQLException e) {
            throw GeoPackageStore.failed(file, e);
        }
    }

    private boolean exists(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    @Override
    public void add(StoreTable table, List<@Nullable Object> row) {
        String sql = "INSERT INTO " + table.name() + " (" + table.columnList() + ") VALUES ("
                + String.join(", ", Collections.nCopies(row.size(), "?")) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                insert.setObject(i + 1, value instanceof Instant time ? time.toString() : value);
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw GeoPackageStore.failed(file, e);
        }
    }

    @Override
    public void add(Layer layer, long revision, StoreCursor<StoredVersion> history) {
        try {
            suspended.add(SuspendedTriggers.of(connection, List.of(layer.name(), layer.name() + "_history")));
            try (LoadedLayer rows = new LoadedLayer(connection, layer)) {
                for (StoredVersion version = history.next(); version != null; version = history.next()) {
                    rows.add(version);
                }
                rows.finish();
            }
            ChangesetWriter.finishLayer(connection, revision, layer);
        } catch (SQLException e) {
            throw GeoPackageStore.failed(file, e);
        }
    }

    @Override
    public void finish() {
        try {
            for (SuspendedTriggers triggers : suspended) {
                triggers.restore();
            }
            execute("DELETE FROM ruralmap_transaction");
        } catch (SQLException e) {
            throw GeoPackageStore.failed(file, e);
        }
    }

    @Override
    public StoreContents written() {
        try {
            return new GeoPackageContents(file, connection, catalogue);
        } catch (SQLException e) {
            throw GeoPackageStore.failed(file, e);
        }
    }

    @Override
    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw GeoPackageStore.failed(file, e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw GeoPackageStore.failed(file, e);
        }
    }
}
