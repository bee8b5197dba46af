package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import vn.ruralmap.layers.store.jdbc.RevisionWatcher;

/**
 * Notices commits of any connection of any process: {@code PRAGMA data_version} on a connection of its own is cheap enough to
 * be asked ten times a second, and SQLite has no notification across processes.
 */
final class DataVersion implements RevisionWatcher.Signal {

    private static final long PAUSE_MS = 100;

    private final Connection connection;
    private final PreparedStatement version;

    DataVersion(Connection connection) throws SQLException {
        this.connection = connection;
        this.version = connection.prepareStatement("PRAGMA data_version");
    }

    @Override
    public long read() throws SQLException {
        try (ResultSet rows = version.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void await() throws InterruptedException {
        Thread.sleep(PAUSE_MS);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
