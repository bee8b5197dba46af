package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.StoredVersion;
import vn.ruralmap.layers.store.jdbc.FeatureTable;
import vn.ruralmap.layers.store.jdbc.JdbcLoad;

/** Writes the whole history of a layer whose tables are empty and without triggers, then what follows from it. */
final class LoadedLayer implements JdbcLoad.LayerRows {

    private final Connection connection;
    private final FeatureTable table;
    private final GeometryBlob blobs = new GeometryBlob();
    private final PackedRTree index;
    private final PreparedStatement insert;
    /** Of the feature whose versions are coming. */
    private @Nullable StoredVersion last;

    LoadedLayer(Connection connection, Layer layer) throws SQLException {
        this.connection = connection;
        this.table = GeoPackageDialect.table(layer);
        this.index = new PackedRTree(connection, "rtree_" + layer.name() + "_geom");
        this.insert = connection.prepareStatement("INSERT INTO " + table.historyTable() + " (changeset, deleted, "
                + table.columnList() + ") VALUES (?, ?"
                + String.join("", Collections.nCopies(table.columns().size(), ", ?")) + ")");
    }

    @Override
    public void add(StoredVersion version) throws SQLException {
        if (last != null && last.fid() != version.fid()) {
            index(last);
        }
        last = version;
        insert.setLong(1, version.changeset());
        insert.setBoolean(2, version.deleted());
        insert.setLong(3, version.fid());
        insert.setInt(4, version.version());
        bind(version.feature());
        insert.executeUpdate();
    }

    /** @param feature null: of a deletion there is nothing but the day that no column may be without */
    private void bind(@Nullable Feature feature) throws SQLException {
        if (feature == null) {
            insert.setString(5, "0001-01-01");
            for (int i = 6; i < 3 + table.columns().size(); i++) {
                insert.setNull(i, Types.NULL);
            }
            return;
        }
        LocalDate to = feature.validity().to();
        insert.setString(5, feature.validity().from().toString());
        insert.setString(6, to == null ? null : to.toString());
        insert.setString(7, feature.decision());
        int i = 8;
        if (!table.layer().isDerived()) {
            Geometry geometry = feature.geometry();
            insert.setBytes(i++, geometry == null ? null : blobs.encode(geometry));
        }
        for (Object value : feature.values()) {
            insert.setObject(i++, toSql(value));
        }
    }

    private static @Nullable Object toSql(@Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        return value instanceof LocalDate date ? date.toString() : value;
    }

    private void index(StoredVersion version) {
        Geometry geometry = version.feature() == null ? null : version.feature().geometry();
        if (geometry != null && !geometry.isEmpty()) {
            index.add(version.fid(), geometry.getEnvelopeInternal());
        }
    }

    @Override
    public void finish(long revision) throws SQLException {
        if (last != null) {
            finishRows(last);
        }
        ChangesetWriter.finishLayer(connection, revision, table.layer());
    }

    private void finishRows(StoredVersion greatest) throws SQLException {
        index(greatest);
        execute("INSERT INTO " + table.table() + " (" + table.columnList() + ") SELECT " + table.columnList() + " FROM "
                + table.historyTable() + " h WHERE NOT deleted AND version = (SELECT max(version) FROM "
                + table.historyTable() + " b WHERE b.fid = h.fid) ORDER BY fid");
        if (!table.layer().isDerived()) {
            index.write();
        }
        String name = table.layer().name();
        // the greatest fid may be that of a deleted feature, and none is given twice
        execute("DELETE FROM sqlite_sequence WHERE name = '" + name + "'");
        execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('" + name + "', " + greatest.fid() + ")");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
