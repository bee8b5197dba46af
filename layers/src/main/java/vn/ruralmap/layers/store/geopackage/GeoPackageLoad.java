package vn.ruralmap.layers.store.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.layers.store.StoreTable;
import vn.ruralmap.layers.store.jdbc.JdbcLoad;

/** Fills an empty GeoPackage within one write transaction. */
public final class GeoPackageLoad extends JdbcLoad {

    private final Path file;
    private final List<SuspendedTriggers> suspended = new ArrayList<>();

    private GeoPackageLoad(Path file, Catalogue catalogue, Connection connection) {
        super(file.toString(), catalogue, connection);
        this.file = file;
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
    protected void write(StoreTable table, List<@Nullable Object> row) throws SQLException {
        String sql = "INSERT INTO " + table.name() + " (" + table.columnList() + ") VALUES ("
                + String.join(", ", Collections.nCopies(row.size(), "?")) + ")";
        try (PreparedStatement insert = connection().prepareStatement(sql)) {
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                insert.setObject(i + 1, value instanceof Instant time ? time.toString() : value);
            }
            insert.executeUpdate();
        }
    }

    @Override
    protected LayerRows open(Layer layer) throws SQLException {
        suspended.add(SuspendedTriggers.of(connection(), List.of(layer.name(), layer.name() + "_history")));
        return new LoadedLayer(connection(), layer);
    }

    @Override
    protected void complete() throws SQLException {
        for (SuspendedTriggers triggers : suspended) {
            triggers.restore();
        }
        execute("DELETE FROM ruralmap_transaction");
    }

    @Override
    protected StoreContents contents() throws SQLException {
        return new GeoPackageContents(file, connection(), catalogue());
    }

    @Override
    protected StoreException failed(SQLException cause) {
        return GeoPackageStore.failed(file, cause);
    }
}
