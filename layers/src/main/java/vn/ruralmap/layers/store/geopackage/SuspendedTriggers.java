package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes triggers away within a transaction, and puts the same ones back: they run, and ask for the box of a geometry, once
 * for every row of a large changeset. Nobody else ever sees the tables without them, and a transaction that fails leaves
 * them as they were.
 */
final class SuspendedTriggers {

    private final Connection connection;
    private final Map<String, String> sqlByName = new LinkedHashMap<>();

    private SuspendedTriggers(Connection connection) {
        this.connection = connection;
    }

    /** @param tables whose triggers are taken away */
    static SuspendedTriggers of(Connection connection, List<String> tables) throws SQLException {
        SuspendedTriggers triggers = new SuspendedTriggers(connection);
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?")) {
            for (String table : tables) {
                query.setString(1, table);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        triggers.sqlByName.put(rows.getString(1), rows.getString(2));
                    }
                }
            }
        }
        for (String name : triggers.sqlByName.keySet()) {
            triggers.execute("DROP TRIGGER \"" + name.replace("\"", "\"\"") + "\"");
        }
        return triggers;
    }

    void restore() throws SQLException {
        for (String sql : sqlByName.values()) {
            execute(sql);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
