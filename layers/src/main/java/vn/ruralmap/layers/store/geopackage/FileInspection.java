package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.sqlite.SQLiteErrorCode;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.StoreIssueCode;
import vn.ruralmap.layers.store.StoredLayer;

/** What SQLite and the GeoPackage standard let one ask of a file: pages, keys, spatial indexes, triggers, lists of tables. */
final class FileInspection {

    /** Bytes of a geometry that hold its box. */
    private static final int HEAD = 40;
    /** Boxes of an R-tree are 32-bit floats, rounded outwards: two steps at 180 degrees. */
    private static final double ROUNDING = 1e-4;

    private static final List<String> EVENTS = List.of("INSERT", "UPDATE", "DELETE");

    private final Connection connection;
    private final Consumer<StoreIssue> found;

    FileInspection(Connection connection, Consumer<StoreIssue> found) {
        this.connection = connection;
        this.found = found;
    }

    void inspect(List<StoredLayer> layers) throws SQLException {
        inspectPages();
        for (String table : texts("SELECT \"table\" || ' ' || coalesce(rowid, '') FROM pragma_foreign_key_check")) {
            found.accept(StoreIssue.of(StoreIssueCode.FOREIGN_KEY_BROKEN, "dòng " + table, "row " + table));
        }
        if (!texts("SELECT changeset FROM ruralmap_transaction").isEmpty()) {
            found.accept(StoreIssue.of(
                    StoreIssueCode.TRANSACTION_LEFT,
                    "bảng ruralmap_transaction không rỗng",
                    "the table ruralmap_transaction is not empty"));
        }
        demandTriggers("ruralmap_changesets", null, guards("ruralmap_changesets"));
        demandTriggers("ruralmap_audit", null, List.of("ruralmap_audit_stays", "ruralmap_audit_remains"));
        for (StoredLayer stored : layers) {
            String name = stored.name();
            demandTriggers(name, name, guards(name));
            demandTriggers(name + "_history", name, guards(name + "_history"));
            inspectLists(name, stored.layer().isDerived());
            inspectSequence(name);
            if (!stored.layer().isDerived()) {
                inspectSpatialIndex(name);
            }
        }
    }

    private void inspectPages() throws SQLException {
        try {
            for (String damage : texts("PRAGMA integrity_check")) {
                if (!damage.equals("ok")) {
                    damaged(damage);
                }
            }
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xFF) != SQLiteErrorCode.SQLITE_CORRUPT.code) {
                throw e;
            }
            damaged("malformed");
        }
    }

    private void damaged(String what) {
        found.accept(StoreIssue.of(StoreIssueCode.DATABASE_DAMAGED, "SQLite: " + what, "SQLite: " + what));
    }

    private static List<String> guards(String table) {
        // SQLite compares names without case; the changesets' guards are written in lower case
        return EVENTS.stream().map(event -> "guard_" + table + "_" + event).toList();
    }

    private void demandTriggers(String table, @Nullable String layer, List<String> names) throws SQLException {
        List<String> present =
                texts("SELECT lower(name) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", table);
        for (String name : names) {
            if (!present.contains(name.toLowerCase(Locale.ROOT))) {
                found.accept(new StoreIssue(
                        StoreIssueCode.GUARD_MISSING,
                        layer,
                        null,
                        null,
                        new LocalizedText(
                                "bảng " + table + " thiếu trigger " + name,
                                "the table " + table + " lacks the trigger " + name)));
            }
        }
    }

    private void inspectLists(String layer, boolean isDerived) throws SQLException {
        for (String table : List.of(layer, layer + "_history")) {
            boolean isListed = !texts("SELECT 1 FROM gpkg_contents WHERE table_name = ?", table)
                            .isEmpty()
                    && (isDerived
                            || !texts("SELECT 1 FROM gpkg_geometry_columns WHERE table_name = ?", table)
                                    .isEmpty());
            if (!isListed) {
                found.accept(StoreIssue.of(
                        StoreIssueCode.TABLE_NOT_REGISTERED,
                        layer,
                        "bảng " + table + " không có trong gpkg_contents hoặc gpkg_geometry_columns",
                        "the table " + table + " is not in gpkg_contents or gpkg_geometry_columns"));
            }
        }
    }

    private void inspectSequence(String layer) throws SQLException {
        List<String> behind = texts(
                "SELECT greatest FROM (SELECT max(fid) AS greatest FROM \"" + layer + "_history\")"
                        + " WHERE greatest > coalesce((SELECT max(seq) FROM sqlite_sequence WHERE name = ?), 0)",
                layer);
        for (String greatest : behind) {
            found.accept(StoreIssue.of(
                    StoreIssueCode.SEQUENCE_BEHIND,
                    layer,
                    "số hiệu " + greatest + " đã dùng, nhưng sqlite_sequence nhỏ hơn",
                    "the fid " + greatest + " was given, but sqlite_sequence is less"));
        }
    }

    private void inspectSpatialIndex(String layer) throws SQLException {
        String index = "rtree_" + layer + "_geom";
        if (texts("SELECT 1 FROM sqlite_master WHERE name = ?", index).isEmpty()) {
            report(layer, null, "không có chỉ mục " + index, "there is no index " + index);
            return;
        }
        List<String> triggers = new ArrayList<>();
        for (String trigger : List.of("insert", "update1", "update2", "update3", "update4", "delete")) {
            triggers.add(index + "_" + trigger);
        }
        demandTriggers(layer, layer, triggers);
        for (String damage : texts("SELECT rtreecheck('main', ?)", index)) {
            if (!damage.equals("ok")) {
                report(layer, null, index + ": " + damage, index + ": " + damage);
            }
        }
        for (String orphan :
                texts("SELECT id FROM \"" + index + "\" EXCEPT SELECT fid FROM \"" + layer + "\" ORDER BY 1")) {
            report(
                    layer,
                    Long.valueOf(orphan),
                    "chỉ mục có dòng mà lớp không có",
                    "the index has a row that the layer has not");
        }
        inspectBoxes(layer, index);
    }

    private void inspectBoxes(String layer, String index) throws SQLException {
        String sql = "SELECT t.fid, substr(t.geom, 1, " + HEAD + "), r.id, r.minx, r.maxx, r.miny, r.maxy FROM \""
                + layer + "\" t LEFT JOIN \"" + index + "\" r ON r.id = t.fid WHERE t.geom IS NOT NULL ORDER BY t.fid";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                Envelope box = box(rows.getBytes(2));
                if (box == null) {
                    // told of as a row that cannot be read
                    continue;
                }
                rows.getLong(3);
                if (rows.wasNull()) {
                    report(layer, rows.getLong(1), "không có trong chỉ mục", "it is not in the index");
                    continue;
                }
                Envelope indexed =
                        new Envelope(rows.getDouble(4), rows.getDouble(5), rows.getDouble(6), rows.getDouble(7));
                Envelope wide = new Envelope(box);
                wide.expandBy(ROUNDING);
                if (!indexed.contains(box) || !wide.contains(indexed)) {
                    report(layer, rows.getLong(1), "chỉ mục có khung bao khác", "the index has another box");
                }
            }
        }
    }

    private static @Nullable Envelope box(byte[] head) {
        try {
            return head.length < HEAD ? null : GeometryBlob.envelope(head);
        } catch (StoreException e) {
            return null;
        }
    }

    private void report(String layer, @Nullable Long fid, String vi, String en) {
        found.accept(new StoreIssue(StoreIssueCode.SPATIAL_INDEX_DIFFERS, layer, fid, null, new LocalizedText(vi, en)));
    }

    private List<String> texts(String sql, String... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
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
