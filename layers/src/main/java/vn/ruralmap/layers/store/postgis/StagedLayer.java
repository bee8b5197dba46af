package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.store.ConflictException.Conflict;
import vn.ruralmap.layers.store.jdbc.FeatureTable;

/**
 * The changes of stored features of one layer in a temporary table of the transaction, so that a million of them are compared and
 * applied by a handful of statements.
 */
final class StagedLayer {

    private static final String UPDATE = "u";
    private static final String DELETE = "d";
    private static final String RESTORE = "r";

    private final Connection connection;
    private final FeatureTable table;
    private final String staging;
    private final List<String> content;
    private final CopyRows rows;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private StagedLayer(Connection connection, FeatureTable table) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.staging =
                "pg_temp." + FeatureTable.quoted("staged " + table.layer().name());
        this.content = LayerChanges.content(table);
        List<String> columns = new ArrayList<>(List.of("sequence", "operation", "expected", "fid"));
        columns.addAll(content);
        this.rows = new CopyRows(connection, staging, columns);
    }

    static StagedLayer create(Connection connection, FeatureTable table) throws SQLException {
        StagedLayer layer = new StagedLayer(connection, table);
        layer.execute("CREATE TEMPORARY TABLE " + layer.staging + " ON COMMIT DROP AS SELECT 0::bigint AS sequence,"
                + " ''::text AS operation, 0 AS expected, fid, " + layer.content("") + " FROM " + table.table()
                + " LIMIT 0");
        return layer;
    }

    private String content(String prefix) {
        return content.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    void add(long sequence, CheckedChange checked) throws SQLException {
        Change change = checked.change();
        byte[] columns = checked.columns();
        if (change instanceof Change.Update update) {
            add(sequence, UPDATE, update.expectedVersion(), update.fid(), columns);
        } else if (change instanceof Change.Restore restore) {
            add(sequence, RESTORE, restore.expectedVersion(), restore.fid(), columns);
        } else if (change instanceof Change.Delete delete) {
            add(sequence, DELETE, delete.expectedVersion(), delete.fid(), null);
        }
    }

    private void add(long sequence, String operation, int expected, long fid, byte @Nullable [] columns)
            throws SQLException {
        counts.merge(operation, 1, Integer::sum);
        CopyBytes row = rows.row().add(sequence).add(operation).add(expected).add(fid);
        if (columns == null) {
            content.forEach(column -> row.add(null));
        } else {
            row.addWritten(columns);
        }
    }

    /** All changes are added. @return as {@link LayerChanges#finish} gives it */
    Map<Long, Conflict> findConflicts() throws SQLException {
        rows.send();
        if (counts.values().stream().mapToInt(Integer::intValue).sum() > LayerChanges.MANY) {
            execute("ANALYZE " + staging);
        }
        Map<Long, Conflict> conflicts = new LinkedHashMap<>();
        String sql = "SELECT s.sequence, s.fid, s.expected, last.version, last.deleted, last.changeset FROM " + staging
                + " s LEFT JOIN LATERAL (SELECT h.version, h.deleted, h.changeset FROM " + table.historyTable()
                + " h WHERE h.fid = s.fid ORDER BY h.version DESC LIMIT 1) last ON true"
                + " WHERE last.version IS DISTINCT FROM s.expected OR last.deleted <> (s.operation = 'r')";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                boolean isDeleted = found.getBoolean(5);
                conflicts.put(
                        found.getLong(1),
                        new Conflict(
                                table.layer().name(),
                                found.getLong(2),
                                found.getInt(3),
                                isDeleted ? 0 : found.getInt(4),
                                found.getLong(6)));
            }
        }
        return conflicts;
    }

    void apply(long changeset) throws SQLException {
        if (counts.containsKey(DELETE)) {
            execute("DELETE FROM " + table.table() + " t USING " + staging
                    + " s WHERE s.fid = t.fid AND s.operation = 'd'");
        }
        if (counts.containsKey(UPDATE)) {
            execute("UPDATE " + table.table() + " t SET (version, changeset, " + content("")
                    + ") = ROW(s.expected + 1, " + changeset + ", " + content("s.") + ") FROM " + staging
                    + " s WHERE s.fid = t.fid AND s.operation = 'u'");
        }
        if (counts.containsKey(RESTORE)) {
            execute("INSERT INTO " + table.table() + " (fid, version, changeset, " + content("")
                    + ") SELECT s.fid, s.expected + 1, " + changeset + ", " + content("s.") + " FROM " + staging
                    + " s WHERE s.operation = 'r' ORDER BY s.sequence");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
