package vn.ruralmap.server.e2e;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A look into the store with nothing but SQL, as somebody else's program would. */
final class StoreFile {

    private StoreFile() {}

    static long revision(Path store) {
        return revision(store.toString());
    }

    static boolean isDatabase(String location) {
        return location.startsWith("jdbc:");
    }

    /** @param location of the store, as {@code --store} takes it */
    static long revision(String location) {
        return Long.parseLong(value(location, "SELECT coalesce(max(id), 0) FROM ruralmap_changesets"));
    }

    /** Features of a layer that are in force today. */
    static int inForce(Path store, String layer) {
        return Integer.parseInt(value(
                store,
                "SELECT count(*) FROM " + layer + " WHERE valid_from <= date('now', '+7 hours')"
                        + " AND (valid_to IS NULL OR valid_to > date('now', '+7 hours'))"));
    }

    static String value(Path store, String sql) {
        return value(store.toString(), sql);
    }

    /** @param sql that both kinds of store understand */
    static String value(String location, String sql) {
        String url = isDatabase(location) ? location + "&currentSchema=ruralmap,public" : "jdbc:sqlite:" + location;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
