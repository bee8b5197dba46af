package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.ChangeCheck;
import vn.ruralmap.layers.store.ConflictException;
import vn.ruralmap.layers.store.ConflictException.Conflict;
import vn.ruralmap.layers.store.jdbc.ChangesetTable;
import vn.ruralmap.layers.store.jdbc.FeatureTable;
import vn.ruralmap.layers.store.jdbc.StoreReader;
import vn.ruralmap.layers.store.jdbc.TableRules;

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
        ChangesetTable changesets = new ChangesetTable(connection, GeoPackageDialect.INSTANCE);
        new StoreReader(connection, catalogue, GeoPackageDialect.INSTANCE).demandSeen(draft.seen());
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
        Changeset changeset = new Changeset(
                id,
                draft.author(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                draft.source(),
                draft.message(),
                Changeset.State.PUBLISHED,
                draft.provenance(),
                size,
                reverts == null ? null : reverts.id());
        insert(changeset);
        execute("DELETE FROM ruralmap_transaction");
        return changeset;
    }

    private void insert(Changeset changeset) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO ruralmap_changesets ("
                + ChangesetTable.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, changeset.id());
            insert.setString(2, changeset.author());
            insert.setString(3, changeset.time().toString());
            insert.setString(4, ChangesetTable.lower(changeset.source()));
            insert.setString(5, changeset.message());
            insert.setString(6, ChangesetTable.lower(changeset.state()));
            insert.setString(7, JsonMapper.shared().writeValueAsString(changeset.provenance()));
            insert.setInt(8, changeset.size().inserted());
            insert.setInt(9, changeset.size().updated());
            insert.setInt(10, changeset.size().deleted());
            insert.setObject(11, changeset.reverts());
            insert.execute();
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
                    FeatureTable table = GeoPackageDialect.table(layer);
                    boolean isLarge = changes.size() >= LargeWrite.CHANGES;
                    rows = RowWriter.prepare(connection, changeset, table, lastFid(table), isLarge);
                    writers.put(layer.name(), rows);
                }
                write(rows, change);
            }
            for (RowWriter rows : writers.values()) {
                rows.finish();
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
        finishLayer(connection, changeset, catalogue.getLayer(layer));
    }

    /** After rows of a layer were written: its revision, its bounds. */
    static void finishLayer(Connection connection, long changeset, Layer layer) throws SQLException {
        String name = layer.name();
        try (PreparedStatement revision =
                connection.prepareStatement("UPDATE ruralmap_layers SET revision = ? WHERE layer = ?")) {
            revision.setLong(1, changeset);
            revision.setString(2, name);
            revision.execute();
        }
        if (!layer.isDerived()) {
            // the R-tree rounds outwards to 32-bit floats: the bounds are up to two metres wide of the features
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        ("UPDATE gpkg_contents SET (min_x, max_x, min_y, max_y) = (SELECT min(minx), max(maxx), min(miny),"
                                        + " max(maxy) FROM \"rtree_%1$s_geom\"), last_change ="
                                        + " strftime('%%Y-%%m-%%dT%%H:%%M:%%fZ', 'now') WHERE table_name = '%1$s'")
                                .formatted(name));
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
