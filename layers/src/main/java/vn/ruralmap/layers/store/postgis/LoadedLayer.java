package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.StoredVersion;
import vn.ruralmap.layers.store.jdbc.FeatureTable;
import vn.ruralmap.layers.store.jdbc.JdbcLoad;

/** Writes the whole history of a layer whose tables are empty and whose triggers rest, then what follows from it. */
final class LoadedLayer implements JdbcLoad.LayerRows {

    private final Connection connection;
    private final FeatureTable table;
    private final CopyRows rows;

    LoadedLayer(Connection connection, Layer layer) throws SQLException {
        this.connection = connection;
        this.table = new FeatureTable(layer, PostgisDialect.INSTANCE);
        List<String> columns = new ArrayList<>(List.of("changeset", "deleted"));
        columns.addAll(table.columns());
        this.rows = new CopyRows(connection, table.historyTable(), columns);
    }

    @Override
    public void add(StoredVersion version) throws SQLException {
        CopyBytes row = rows.row()
                .add(version.changeset())
                .add(version.deleted())
                .add(version.fid())
                .add(version.version());
        Feature feature = version.feature();
        if (feature == null) {
            for (int i = 2; i < table.columns().size(); i++) {
                row.add(null);
            }
            return;
        }
        row.add(feature.validity().from()).add(feature.validity().to()).add(feature.decision());
        if (!table.layer().isDerived()) {
            row.add(feature.geometry());
        }
        feature.values().forEach(row::add);
    }

    @Override
    public void finish(long revision) throws SQLException {
        rows.send();
        String columns = "changeset, " + table.columnList();
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO " + table.table() + " (" + columns + ") SELECT " + columns
                    + " FROM (SELECT DISTINCT ON (fid) * FROM " + table.historyTable()
                    + " ORDER BY fid, version DESC) last WHERE NOT deleted ORDER BY fid");
            statement.execute("UPDATE ruralmap_layers SET revision = " + revision + " WHERE layer = "
                    + PostgisDialect.literal(table.layer().name()));
            statement.execute("ANALYZE " + table.table() + ", " + table.historyTable());
        }
    }

    @Override
    public void close() {
        // what was not sent yet is forgotten
    }
}
