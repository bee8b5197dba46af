package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.store.ConflictException;
import vn.ruralmap.layers.store.ConflictException.Conflict;

/** Applies one changeset within the caller's transaction: current rows, history, changeset, revision. */
final class ChangesetWriter {

    private final Connection connection;
    private final Catalogue catalogue;
    private final List<Conflict> conflicts = new ArrayList<>();
    private int inserted;
    private int updated;
    private int deleted;

    ChangesetWriter(Connection connection, Catalogue catalogue) {
        this.connection = connection;
        this.catalogue = catalogue;
    }

    /** @param reverts the changeset that the draft undoes; null: none */
    Changeset write(ChangesetDraft draft, @Nullable Changeset reverts) throws SQLException {
        ChangesetTable changesets = new ChangesetTable(connection);
        long id = changesets.lastId() + 1;
        execute("INSERT INTO ruralmap_transaction VALUES (" + id + ")");
        Map<String, List<Change>> byLayer = new LinkedHashMap<>();
        draft.changes().forEach(change -> byLayer.computeIfAbsent(change.layer(), layer -> new ArrayList<>())
                .add(change));
        for (Map.Entry<String, List<Change>> entry : byLayer.entrySet()) {
            write(id, new FeatureTable(catalogue.getLayer(entry.getKey())), entry.getValue());
        }
        if (!conflicts.isEmpty()) {
            throw new ConflictException(conflicts);
        }
        new TableRules(connection, catalogue).check(id, byLayer.keySet());
        for (String layer : byLayer.keySet()) {
            finishLayer(id, layer);
        }
        if (reverts != null) {
            changesets.revert(reverts);
        }
        Changeset.Size size = new Changeset.Size(inserted, updated, deleted);
        Changeset changeset = changesets.insert(draft, size, reverts == null ? null : reverts.id());
        execute("DELETE FROM ruralmap_transaction");
        return changeset;
    }

    private void write(long changeset, FeatureTable table, List<Change> changes) throws SQLException {
        long nextFid = lastFid(table) + 1;
        try (PreparedStatement insert = connection.prepareStatement(table.insertSql());
                PreparedStatement update = connection.prepareStatement(table.updateSql());
                PreparedStatement delete = connection.prepareStatement(table.deleteSql());
                PreparedStatement history = connection.prepareStatement(table.insertHistorySql());
                PreparedStatement last = connection.prepareStatement("SELECT version, deleted, changeset FROM "
                        + table.historyTable() + " WHERE fid = ? ORDER BY version DESC LIMIT 1")) {
            RowWriter rows = new RowWriter(changeset, table, insert, update, delete, history);
            for (Change change : changes) {
                if (change instanceof Change.Insert inserting) {
                    rows.insert(inserting.content().toFeature(nextFid++, 1));
                    inserted++;
                } else if (change instanceof Change.Update updating
                        && isAt(last, table, updating.fid(), updating.expectedVersion(), false)) {
                    rows.update(updating.content().toFeature(updating.fid(), updating.expectedVersion() + 1));
                    updated++;
                } else if (change instanceof Change.Delete deleting
                        && isAt(last, table, deleting.fid(), deleting.expectedVersion(), false)) {
                    rows.delete(deleting.fid(), deleting.expectedVersion() + 1);
                    deleted++;
                } else if (change instanceof Change.Restore restoring
                        && isAt(last, table, restoring.fid(), restoring.expectedVersion(), true)) {
                    rows.insert(restoring.content().toFeature(restoring.fid(), restoring.expectedVersion() + 1));
                    inserted++;
                }
            }
        }
    }

    /** True if the feature's last version is the expected one; else remembers a conflict. */
    private boolean isAt(PreparedStatement last, FeatureTable table, long fid, int version, boolean isDeleted)
            throws SQLException {
        last.setLong(1, fid);
        try (ResultSet rows = last.executeQuery()) {
            boolean exists = rows.next();
            if (exists && rows.getInt(1) == version && rows.getBoolean(2) == isDeleted) {
                return true;
            }
            boolean there = exists && !rows.getBoolean(2);
            conflicts.add(new Conflict(
                    table.layer().name(), fid, version, there ? rows.getInt(1) : 0, exists ? rows.getLong(3) : 0));
            return false;
        }
    }

    /** AUTOINCREMENT remembers the greatest fid ever given, so that none is given again. */
    private long lastFid(FeatureTable table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT seq FROM sqlite_sequence WHERE name = ?")) {
            query.setString(1, table.layer().name());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private void finishLayer(long changeset, String layer) throws SQLException {
        try (PreparedStatement revision =
                connection.prepareStatement("UPDATE ruralmap_layers SET revision = ? WHERE layer = ?")) {
            revision.setLong(1, changeset);
            revision.setString(2, layer);
            revision.execute();
        }
        if (!catalogue.getLayer(layer).isDerived()) {
            // the R-tree rounds outwards to 32-bit floats: the bounds are up to two metres wide of the features
            execute(("UPDATE gpkg_contents SET (min_x, max_x, min_y, max_y) = (SELECT min(minx), max(maxx), min(miny),"
                            + " max(maxy) FROM \"rtree_%1$s_geom\"), last_change ="
                            + " strftime('%%Y-%%m-%%dT%%H:%%M:%%fZ', 'now') WHERE table_name = '%1$s'")
                    .formatted(layer));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
