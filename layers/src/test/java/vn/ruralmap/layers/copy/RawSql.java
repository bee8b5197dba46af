package vn.ruralmap.layers.copy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import vn.ruralmap.layers.store.postgis.PostgresCluster;

/** Changes a store past the program and all guards. */
final class RawSql {

    private RawSql() {}

    static void onFile(String file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO ruralmap_transaction VALUES (0)");
            statement.execute(sql);
            statement.execute("DELETE FROM ruralmap_transaction");
        }
    }

    static void onDatabase(String url, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url.replace("user=" + PostgresCluster.PROGRAM, "user=postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = ruralmap, public");
            statement.execute("SET session_replication_role = replica");
            statement.execute(sql);
        }
    }
}
