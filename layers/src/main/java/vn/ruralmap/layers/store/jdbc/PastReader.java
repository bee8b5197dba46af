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
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.DeletedFeature;
import vn.ruralmap.layers.store.StoreDelta;
import vn.ruralmap.layers.store.StoreDelta.LayerDelta;

/** Reads what was, out of the tables of versions, within the caller's transaction. */
final class PastReader {

    /** Rows that a server sends at a time, instead of a whole layer that would be held twice. */
    private static final int FETCH_SIZE = 2_000;

    private final Connection connection;
    private final Catalogue catalogue;
    private final Dialect dialect;

    PastReader(Connection connection, Catalogue catalogue, Dialect dialect) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.dialect = dialect;
    }

    StoreDelta readBack(long revision, long earlier) throws SQLException {
        Map<String, LayerDelta> layers = new LinkedHashMap<>();
        for (Layer layer : catalogue.layers()) {
            FeatureTable table = new FeatureTable(layer, dialect);
            Set<Long> gone = listTouched(table, revision, earlier);
            if (!gone.isEmpty()) {
                List<Feature> present = listAsOf(table, revision, earlier);
                present.forEach(feature -> gone.remove(feature.fid()));
                layers.put(layer.name(), new LayerDelta(revisionOf(table, earlier), present, gone));
            }
        }
        return new StoreDelta(revision, earlier, new ChangesetTable(connection, dialect).isIllustrative(), layers);
    }

    private Set<Long> listTouched(FeatureTable table, long revision, long earlier) throws SQLException {
        Set<Long> touched = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT DISTINCT fid FROM " + table.historyTable() + " WHERE changeset > ? AND changeset <= ?")) {
            query.setLong(1, earlier);
            query.setLong(2, revision);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    touched.add(rows.getLong(1));
                }
            }
        }
        return touched;
    }

    /** What was changed since, as it was; not what was not there. */
    private List<Feature> listAsOf(FeatureTable table, long revision, long earlier) throws SQLException {
        List<Feature> features = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(("SELECT %1$s FROM %2$s h WHERE NOT h.deleted"
                        + " AND h.fid IN (SELECT fid FROM %2$s WHERE changeset > ? AND changeset <= ?)"
                        + " AND h.version = (SELECT max(version) FROM %2$s b WHERE b.fid = h.fid AND b.changeset <= ?)")
                .formatted(table.selectList("h."), table.historyTable()))) {
            query.setFetchSize(FETCH_SIZE);
            query.setLong(1, earlier);
            query.setLong(2, revision);
            query.setLong(3, earlier);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    features.add(table.read(rows, 1));
                }
            }
        }
        return features;
    }

    private long revisionOf(FeatureTable table, long revision) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT coalesce(max(changeset), 0) FROM " + table.historyTable() + " WHERE changeset <= ?")) {
            query.setLong(1, revision);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** What was deleted and brought back is not gone, so only last versions count. */
    List<DeletedFeature> listDeleted(Layer layer, int limit) throws SQLException {
        FeatureTable table = new FeatureTable(layer, dialect);
        List<DeletedFeature> deleted = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(("SELECT h.changeset, h.version, %1$s FROM %2$s h"
                        + " JOIN %2$s before ON before.fid = h.fid AND before.version = h.version - 1"
                        + " WHERE h.deleted AND NOT before.deleted"
                        + " AND NOT EXISTS (SELECT 1 FROM %2$s n WHERE n.fid = h.fid AND n.version > h.version)"
                        + " ORDER BY h.changeset DESC, h.fid LIMIT ?")
                .formatted(table.selectList("before."), table.historyTable()))) {
            query.setInt(1, limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    deleted.add(new DeletedFeature(rows.getLong(1), rows.getInt(2), table.read(rows, 3)));
                }
            }
        }
        return deleted;
    }
}
