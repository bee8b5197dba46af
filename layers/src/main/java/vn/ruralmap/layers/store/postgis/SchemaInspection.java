package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.StoreIssueCode;
import vn.ruralmap.layers.store.StoredLayer;

/** Whether all that guards the tables is there and switched on: an administrator may have switched it off for a moment. */
final class SchemaInspection {

    private final Connection connection;
    private final Consumer<StoreIssue> found;

    SchemaInspection(Connection connection, Consumer<StoreIssue> found) {
        this.connection = connection;
        this.found = found;
    }

    /** @param changed layers that the catalogue defines otherwise by now: the next start makes their rules */
    void inspect(List<StoredLayer> layers, Set<String> changed) throws SQLException {
        for (String id : texts("SELECT id FROM ruralmap_changesets WHERE open_in IS NOT NULL ORDER BY id", "")) {
            report(
                    StoreIssueCode.TRANSACTION_LEFT,
                    null,
                    "lần cập nhật " + id + " vẫn có open_in",
                    "changeset " + id + " still has open_in");
        }
        demandTriggers("ruralmap_changesets", null, List.of("ruralmap_finish"));
        demandTriggers("ruralmap_audit", null, List.of("ruralmap_audit_stays"));
        for (StoredLayer stored : layers) {
            demandTriggers(stored.name(), stored.name(), LayerRules.triggerNames());
            if (stored.isInCatalogue() && !changed.contains(stored.name())) {
                demandConstraints(stored);
            }
            demandIndexes(stored.name());
            demandSameChangeset(stored.name());
        }
    }

    private void demandTriggers(String table, @Nullable String layer, List<String> names) throws SQLException {
        demandTriggers(StoreIssueCode.GUARD_MISSING, table, layer, names);
    }

    private void demandTriggers(StoreIssueCode code, String table, @Nullable String layer, List<String> names)
            throws SQLException {
        List<String> on = texts(
                "SELECT tgname FROM pg_trigger WHERE tgrelid = (quote_ident(?))::regclass AND tgenabled IN ('O', 'A')",
                table);
        for (String name : names) {
            if (on.stream().noneMatch(has -> isName(has, name))) {
                report(
                        code,
                        layer,
                        "trigger " + name + " của bảng " + table + " không có hoặc bị tắt",
                        "the trigger " + name + " of the table " + table + " is missing or disabled");
            }
        }
    }

    private void demandConstraints(StoredLayer stored) throws SQLException {
        String table = stored.name();
        List<String> present =
                texts("SELECT conname FROM pg_constraint WHERE conrelid = (quote_ident(?))::regclass", table);
        for (String name : LayerRules.constraintNames(stored.layer())) {
            if (present.stream().noneMatch(has -> isName(has, name))) {
                report(
                        StoreIssueCode.RULE_MISSING,
                        table,
                        "thiếu ràng buộc \"" + name + "\"",
                        "the constraint \"" + name + "\" is missing");
            }
        }
        for (Map.Entry<String, List<String>> triggers :
                LayerRules.ruleTriggers(stored.layer()).entrySet()) {
            demandTriggers(StoreIssueCode.RULE_MISSING, triggers.getKey(), table, triggers.getValue());
        }
    }

    /** PostgreSQL cuts names at 63 bytes. */
    private static boolean isName(String present, String name) {
        return present.equals(name) || name.startsWith(present) && present.length() > 50;
    }

    private void demandIndexes(String layer) throws SQLException {
        for (String table : List.of(layer, layer + "_history")) {
            for (String index : texts(
                    "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = (quote_ident(?))::regclass"
                            + " AND NOT (indisvalid AND indisready)",
                    table)) {
                report(
                        StoreIssueCode.RULE_MISSING,
                        layer,
                        "chỉ mục " + index + " không dùng được: REINDEX INDEX " + index,
                        "the index " + index + " is invalid: REINDEX INDEX " + index);
            }
        }
        if (texts(
                                "SELECT 1 FROM pg_attribute WHERE attrelid = (quote_ident(?))::regclass"
                                        + " AND attname = 'geom' AND NOT attisdropped",
                                layer)
                        .size()
                > texts(
                                "SELECT 1 FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m"
                                        + " ON m.oid = c.relam JOIN pg_attribute a ON a.attrelid = i.indrelid"
                                        + " AND a.attnum = i.indkey[0] WHERE i.indrelid = (quote_ident(?))::regclass"
                                        + " AND m.amname = 'gist' AND a.attname = 'geom' LIMIT 1",
                                layer)
                        .size()) {
            report(
                    StoreIssueCode.SPATIAL_INDEX_DIFFERS,
                    layer,
                    "bảng " + layer + " không có chỉ mục GiST trên geom",
                    "the table " + layer + " has no GiST index on geom");
        }
    }

    private void demandSameChangeset(String layer) throws SQLException {
        String sql = ("SELECT t.fid, t.changeset, h.changeset FROM \"%1$s\" t JOIN \"%1$s_history\" h"
                        + " ON h.fid = t.fid AND h.version = t.version WHERE h.changeset <> t.changeset ORDER BY t.fid")
                .formatted(layer);
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.accept(StoreIssue.of(
                        StoreIssueCode.FEATURE_DIFFERS,
                        layer,
                        rows.getLong(1),
                        "lần cập nhật " + rows.getLong(2) + ", lịch sử ghi " + rows.getLong(3),
                        "changeset " + rows.getLong(2) + ", the history says " + rows.getLong(3)));
            }
        }
    }

    private void report(StoreIssueCode code, @Nullable String layer, String vi, String en) {
        found.accept(new StoreIssue(code, layer, null, null, new LocalizedText(vi, en)));
    }

    /** @param parameter of the query, if it has one */
    private List<String> texts(String sql, String parameter) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            if (!parameter.isEmpty()) {
                query.setString(1, parameter);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }
}
