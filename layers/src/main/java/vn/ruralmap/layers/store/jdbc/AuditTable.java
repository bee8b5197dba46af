package vn.ruralmap.layers.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.store.AuditLog.Entry;

/** Rows of {@code ruralmap_audit}, within a transaction. */
final class AuditTable {

    private static final String COLUMNS = "number, time, actor, action, subject, refused, address, details";

    private final Connection connection;
    private final Dialect dialect;

    AuditTable(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    Entry append(Entry entry) throws SQLException {
        Entry numbered = numbered(entry, lastNumber() + 1);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO ruralmap_audit (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, numbered.number());
            dialect.bindTime(insert, 2, entry.time());
            insert.setString(3, entry.actor());
            insert.setString(4, entry.action());
            insert.setString(5, entry.subject());
            insert.setInt(6, entry.isRefused() ? 1 : 0);
            insert.setString(7, entry.address());
            insert.setString(8, entry.details());
            insert.executeUpdate();
        }
        return numbered;
    }

    private static Entry numbered(Entry entry, long number) {
        return new Entry(
                number,
                entry.time(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.isRefused(),
                entry.address(),
                entry.details());
    }

    private long lastNumber() throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT coalesce(max(number), 0) FROM ruralmap_audit");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    List<Entry> list(@Nullable String actor, long before, int limit) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        String whose = actor == null ? "" : " AND actor = ?";
        try (PreparedStatement query = connection.prepareStatement("SELECT " + COLUMNS
                + " FROM ruralmap_audit WHERE number < ?" + whose + " ORDER BY number DESC LIMIT ?")) {
            int parameter = 1;
            query.setLong(parameter++, before);
            if (actor != null) {
                query.setString(parameter++, actor);
            }
            query.setInt(parameter, limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getLong(1),
                            dialect.time(rows, 2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getInt(6) == 1,
                            rows.getString(7),
                            rows.getString(8)));
                }
            }
        }
        return entries;
    }
}
