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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.ChangeCheck;
import vn.ruralmap.layers.store.ConflictException;
import vn.ruralmap.layers.store.ConflictException.Conflict;
import vn.ruralmap.layers.store.LayerChangedException;

/** Checks and applies one changeset within the caller's transaction: current rows, history, changeset, revision. */
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
        demandSeen(draft.seen());
        long id = changesets.lastId() + 1;
        execute("INSERT INTO ruralmap_transaction VALUES (" + id + ")");
        Set<String> touched = writeRows(id, draft.changes());
        if (!conflicts.isEmpty()) {
            throw new ConflictException(conflicts);
        }
        new TableRules(connection, catalogue).check(id, touched);
        for (String layer : touched) {
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

    private void demandSeen(Map<String, Long> seen) throws SQLException {
        StoreReader reader = new StoreReader(connection, catalogue);
        for (Map.Entry<String, Long> layer : seen.entrySet()) {
            long actual = reader.revisionOf(layer.getKey());
            if (actual != layer.getValue()) {
                throw new LayerChangedException(layer.getKey(), layer.getValue(), actual);
            }
        }
    }

    /** @return the layers that were written to */
    private Set<String> writeRows(long changeset, List<Change> changes) throws SQLException {
        ChangeCheck check = new ChangeCheck(catalogue);
        Map<String, RowWriter> writers = new LinkedHashMap<>();
        try {
            for (Change change : changes) {
                Layer layer = check.check(change);
                RowWriter rows = writers.get(layer.name());
                if (rows == null) {
                    FeatureTable table = new FeatureTable(layer);
                    rows = RowWriter.prepare(connection, changeset, table, lastFid(table));
                    writers.put(layer.name(), rows);
                }
                write(rows, change);
            }
        } finally {
            for (RowWriter rows : writers.values()) {
                rows.close();
            }
        }
        return writers.keySet();
    }

    private void write(RowWriter rows, Change change) throws SQLException {
        if (change instanceof Change.Insert inserting) {
            rows.insert(inserting.content());
            inserted++;
        } else if (change instanceof Change.Update updating
                && isAt(rows, updating.fid(), updating.expectedVersion(), false)) {
            rows.update(updating.content().toFeature(updating.fid(), updating.expectedVersion() + 1));
            updated++;
        } else if (change instanceof Change.Delete deleting
                && isAt(rows, deleting.fid(), deleting.expectedVersion(), false)) {
            rows.delete(deleting.fid(), deleting.expectedVersion() + 1);
            deleted++;
        } else if (change instanceof Change.Restore restoring
                && isAt(rows, restoring.fid(), restoring.expectedVersion(), true)) {
            rows.restore(restoring.content().toFeature(restoring.fid(), restoring.expectedVersion() + 1));
            inserted++;
        }
    }

    /** True if the feature's last version is the expected one; else remembers a conflict. */
    private boolean isAt(RowWriter rows, long fid, int version, boolean isDeleted) throws SQLException {
        RowWriter.LastVersion last = rows.findLast(fid);
        if (last != null && last.version() == version && last.isDeleted() == isDeleted) {
            return true;
        }
        boolean there = last != null && !last.isDeleted();
        conflicts.add(new Conflict(
                rows.layer().name(), fid, version, there ? last.version() : 0, last == null ? 0 : last.changeset()));
        return false;
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
