package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.store.ConflictException.Conflict;
import vn.ruralmap.layers.store.jdbc.FeatureTable;

/**
 * Writes the changes of one layer within a changeset that has begun. New features go straight into the layer's table, since nobody
 * else can know of them; all others by way of {@link StagedLayer}.
 */
final class LayerChanges {

    /** From so many rows on the planner should know how many. */
    static final int MANY = 1_000;

    private static final int FIRST_VERSION = 1;

    private final Connection connection;
    private final FeatureTable table;
    private final long changeset;
    private final CopyRows inserts;
    private @Nullable StagedLayer staged;
    private long lastFid;
    private long count;

    LayerChanges(Connection connection, FeatureTable table, long changeset) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.changeset = changeset;
        List<String> columns = new ArrayList<>(List.of("fid", "version", "changeset"));
        columns.addAll(content(table));
        this.inserts = new CopyRows(connection, table.table(), columns);
        this.lastFid = readLastFid();
    }

    /** The columns that the author of a change gives: all but fid and version. */
    static List<String> content(FeatureTable table) {
        return table.columns().stream()
                .filter(column -> !column.equals("fid") && !column.equals("version"))
                .toList();
    }

    /** History has every fid that was ever given. */
    private long readLastFid() throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT coalesce(max(fid), 0) FROM " + table.historyTable());
                ResultSet found = query.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    /** @param sequence of the change among all */
    void add(long sequence, CheckedChange checked) throws SQLException {
        count++;
        byte[] columns = checked.columns();
        if (checked.change() instanceof Change.Insert && columns != null) {
            inserts.row().add(++lastFid).add(FIRST_VERSION).add(changeset).addWritten(columns);
            return;
        }
        if (staged == null) {
            staged = StagedLayer.create(connection, table);
        }
        staged.add(sequence, checked);
    }

    /**
     * All changes are added.
     *
     * @return changes of features that are not in the version that their author has seen, by their place among all changes
     */
    Map<Long, Conflict> finish() throws SQLException {
        inserts.send();
        return staged == null ? Map.of() : staged.findConflicts();
    }

    /** There were no conflicts. */
    void apply() throws SQLException {
        if (staged != null) {
            staged.apply(changeset);
        }
        if (count > MANY) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT ruralmap_analyze("
                        + PostgisDialect.literal(table.layer().name()) + ")");
            }
        }
    }
}
