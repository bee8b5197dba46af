package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.concurrent.LookAhead;
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

/**
 * Checks and applies one changeset within the caller's transaction. Triggers write the history, and at the end count and tell the
 * other nodes.
 */
final class ChangesetWriter {

    private final Connection connection;
    private final Catalogue catalogue;
    private final @Nullable RestingIndexes indexes;

    /** @param indexes that may rest while many rows come; null: they stay */
    ChangesetWriter(Connection connection, Catalogue catalogue, @Nullable RestingIndexes indexes) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.indexes = indexes;
    }

    /** @param reverts the changeset that the draft undoes; null: none */
    Changeset write(ChangesetDraft draft, @Nullable Changeset reverts) throws SQLException {
        ChangesetTable changesets = new ChangesetTable(connection, PostgisDialect.INSTANCE);
        new StoreReader(connection, catalogue, PostgisDialect.INSTANCE).demandSeen(draft.seen());
        long id = begin(draft, reverts);
        Map<String, LayerChanges> layers = writeRows(id, draft);
        demandNoConflicts(layers);
        if (indexes != null) {
            indexes.restore(connection);
        }
        for (LayerChanges layer : layers.values()) {
            layer.apply();
        }
        new TableRules(connection, catalogue).check(id, layers.keySet());
        if (reverts != null) {
            changesets.revert(reverts);
        }
        try (Statement statement = connection.createStatement()) {
            // what waits for the end of the transaction is done now, while its failures can be told
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
        }
        return changesets.find(id).orElseThrow();
    }

    /** @return what was written, by layer */
    private Map<String, LayerChanges> writeRows(long changeset, ChangesetDraft draft) throws SQLException {
        Map<String, LayerChanges> layers = new LinkedHashMap<>();
        boolean isLarge = draft.changes().size() >= RestingIndexes.CHANGES;
        long sequence = 0;
        try (LookAhead<CheckedChange> changes = CheckedChange.ahead(draft, new ChangeCheck(catalogue))) {
            for (CheckedChange change : changes) {
                Layer layer = change.layer();
                LayerChanges rows = layers.get(layer.name());
                if (rows == null) {
                    if (isLarge && indexes != null && !layer.isDerived()) {
                        indexes.rest(layer.name());
                    }
                    rows = new LayerChanges(connection, new FeatureTable(layer, PostgisDialect.INSTANCE), changeset);
                    layers.put(layer.name(), rows);
                }
                rows.add(sequence++, change);
            }
        }
        return layers;
    }

    private static void demandNoConflicts(Map<String, LayerChanges> layers) throws SQLException {
        Map<Long, Conflict> conflicts = new TreeMap<>();
        for (LayerChanges layer : layers.values()) {
            conflicts.putAll(layer.finish());
        }
        if (!conflicts.isEmpty()) {
            throw new ConflictException(List.copyOf(conflicts.values()));
        }
    }

    private long begin(ChangesetDraft draft, @Nullable Changeset reverts) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement("SELECT ruralmap_begin(?, ?, ?, ?::jsonb, ?)")) {
            begin.setString(1, draft.author());
            begin.setString(2, ChangesetTable.lower(draft.source()));
            begin.setString(3, draft.message());
            begin.setString(4, JsonMapper.shared().writeValueAsString(draft.provenance()));
            begin.setObject(5, reverts == null ? null : reverts.id(), Types.BIGINT);
            try (ResultSet rows = begin.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
