package vn.ruralmap.layers.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.FeatureChange;
import vn.ruralmap.layers.store.FeatureVersion;
import vn.ruralmap.layers.store.InvalidChangeException;
import vn.ruralmap.layers.store.LayerChange;
import vn.ruralmap.layers.store.LayerChangedException;
import vn.ruralmap.layers.store.StoreDelta;
import vn.ruralmap.layers.store.StoreDelta.LayerDelta;

/** Reads within the caller's transaction, which sees one moment. */
public final class StoreReader {

    /**
     * Whether something later than a row h of history still stands: neither was it undone, nor is it the undoing of something later
     * than a changeset.
     */
    private static final String BUILT_ON =
            "EXISTS (SELECT 1 FROM %1$s l JOIN ruralmap_changesets c ON c.id = l.changeset"
                    + " WHERE l.fid = h.fid AND l.version > h.version AND c.state <> 'reverted' AND coalesce(c.reverts, 0) <= ?)";

    /** Rows that a server sends at a time, instead of a whole layer that would be held twice. */
    private static final int FETCH_SIZE = 2_000;

    private final Connection connection;
    private final Catalogue catalogue;
    private final Dialect dialect;

    public StoreReader(Connection connection, Catalogue catalogue, Dialect dialect) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.dialect = dialect;
    }

    StoreDelta readSince(long wanted) throws SQLException {
        ChangesetTable changesets = new ChangesetTable(connection, dialect);
        long revision = changesets.lastId();
        long since = wanted > revision || wanted < 0 ? 0 : wanted;
        Map<String, LayerDelta> layers = new LinkedHashMap<>();
        for (Layer layer : catalogue.layers()) {
            long layerRevision = revisionOf(layer.name());
            if (layerRevision > since) {
                layers.put(layer.name(), readLayer(layer, layerRevision, since));
            }
        }
        return new StoreDelta(since, revision, changesets.isIllustrative(), layers);
    }

    /** @throws LayerChangedException if a layer is not at the revision that somebody has seen. @param seen by layer */
    public void demandSeen(Map<String, Long> seen) throws SQLException {
        for (Map.Entry<String, Long> layer : seen.entrySet()) {
            long actual = revisionOf(layer.getKey());
            if (actual != layer.getValue()) {
                throw new LayerChangedException(layer.getKey(), layer.getValue(), actual);
            }
        }
    }

    /** The last changeset that changed a layer; 0: none did, or there is no such layer. */
    private long revisionOf(String layer) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT revision FROM ruralmap_layers WHERE layer = ?")) {
            query.setString(1, layer);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private LayerDelta readLayer(Layer layer, long layerRevision, long since) throws SQLException {
        FeatureTable table = new FeatureTable(layer, dialect);
        String condition = since == 0
                ? ""
                : " WHERE fid IN (SELECT fid FROM " + table.historyTable() + " WHERE changeset > " + since + ")";
        List<Feature> present = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + table.selectList("") + " FROM " + table.table() + condition + " ORDER BY fid")) {
            query.setFetchSize(FETCH_SIZE);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                present.add(table.read(rows, 1));
            }
        }
        return new LayerDelta(layerRevision, present, since == 0 ? Set.of() : removed(table, since));
    }

    private Set<Long> removed(FeatureTable table, long since) throws SQLException {
        Set<Long> removed = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT DISTINCT fid FROM " + table.historyTable()
                + " h WHERE changeset > ? AND NOT EXISTS (SELECT 1 FROM " + table.table()
                + " t WHERE t.fid = h.fid)")) {
            query.setLong(1, since);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    removed.add(rows.getLong(1));
                }
            }
        }
        return removed;
    }

    List<LayerChange> listChanges(Layer layer, int limit) throws SQLException {
        FeatureTable table = new FeatureTable(layer, dialect);
        List<LayerChange> changes = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT c.id, c.time, sum(CASE WHEN h.version = 1 THEN 1 ELSE 0 END),"
                        + " sum(CASE WHEN h.version > 1 AND NOT h.deleted THEN 1 ELSE 0 END),"
                        + " sum(CASE WHEN h.deleted THEN 1 ELSE 0 END)"
                        + " FROM ruralmap_changesets c JOIN " + table.historyTable() + " h ON h.changeset = c.id"
                        + " WHERE c.id IN (SELECT DISTINCT changeset FROM " + table.historyTable()
                        + " ORDER BY changeset DESC LIMIT ?) GROUP BY c.id, c.time ORDER BY c.id DESC")) {
            query.setInt(1, limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    changes.add(new LayerChange(
                            rows.getLong(1), dialect.time(rows, 2), rows.getInt(3), rows.getInt(4), rows.getInt(5)));
                }
            }
        }
        return changes;
    }

    List<FeatureChange> listFeatureChanges(long changeset) throws SQLException {
        List<FeatureChange> changes = new ArrayList<>();
        for (Layer layer : catalogue.layers()) {
            try (PreparedStatement query = connection.prepareStatement("SELECT fid, version, deleted FROM "
                    + new FeatureTable(layer, dialect).historyTable() + " WHERE changeset = ? ORDER BY fid, version")) {
                query.setLong(1, changeset);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        changes.add(
                                new FeatureChange(layer.name(), rows.getLong(1), rows.getInt(2), rows.getBoolean(3)));
                    }
                }
            }
        }
        return changes;
    }

    List<FeatureVersion> history(Layer layer, long fid) throws SQLException {
        FeatureTable table = new FeatureTable(layer, dialect);
        List<FeatureVersion> versions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT changeset, deleted, " + table.selectList("")
                + " FROM " + table.historyTable() + " WHERE fid = ? ORDER BY version")) {
            query.setLong(1, fid);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    versions.add(new FeatureVersion(
                            rows.getLong(1), rows.getInt(4), rows.getBoolean(2) ? null : table.read(rows, 3)));
                }
            }
        }
        return versions;
    }

    /**
     * The changes that undo a changeset, each expecting the version that it made; or the last one, if all that came after it was
     * undone again, so that the feature is what the changeset made of it.
     */
    List<Change> listCounterChanges(long changeset) throws SQLException {
        demandLayersOf(changeset);
        List<Change> changes = new ArrayList<>();
        for (Layer layer : catalogue.layers()) {
            FeatureTable table = new FeatureTable(layer, dialect);
            try (PreparedStatement query = connection.prepareStatement(
                    ("SELECT h.fid, CASE WHEN %3$s THEN h.version ELSE (SELECT max(l.version) FROM %2$s l WHERE l.fid = h.fid)"
                                    + " END, h.deleted, before.fid IS NULL OR before.deleted, %1$s FROM %2$s h LEFT JOIN %2$s before ON before.fid = h.fid AND before.version = h.version - 1"
                                    + " WHERE h.changeset = ? ORDER BY h.fid")
                            .formatted(
                                    table.selectList("before."),
                                    table.historyTable(),
                                    BUILT_ON.formatted(table.historyTable())))) {
                query.setLong(1, changeset);
                query.setLong(2, changeset);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        changes.add(counterChange(table, rows));
                    }
                }
            }
        }
        return changes;
    }

    private static Change counterChange(FeatureTable table, ResultSet rows) throws SQLException {
        String layer = table.layer().name();
        long fid = rows.getLong(1);
        int version = rows.getInt(2);
        if (rows.getBoolean(4)) {
            return new Change.Delete(layer, fid, version);
        }
        Change.Content content = Change.Content.of(table.read(rows, 5));
        return rows.getBoolean(3)
                ? new Change.Restore(layer, fid, version, content)
                : new Change.Update(layer, fid, version, content);
    }

    /** A layer that the operator took out of the catalogue cannot be written, so its part could not be undone. */
    private void demandLayersOf(long changeset) throws SQLException {
        for (String name : listStoredLayers()) {
            if (catalogue.findLayer(name).isEmpty()) {
                try (PreparedStatement query = connection.prepareStatement(
                        "SELECT 1 FROM " + FeatureTable.quoted(name + "_history") + " WHERE changeset = ? LIMIT 1")) {
                    query.setLong(1, changeset);
                    try (ResultSet rows = query.executeQuery()) {
                        if (rows.next()) {
                            throw new InvalidChangeException(new LocalizedText(
                                    "Lần cập nhật " + changeset + " có thay đổi lớp " + name
                                            + ", nay không còn trong danh mục lớp",
                                    "changeset " + changeset + " changed the layer " + name
                                            + ", which is no longer in the catalogue: put it back first"));
                        }
                    }
                }
            }
        }
    }

    private List<String> listStoredLayers() throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT layer FROM ruralmap_layers");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
