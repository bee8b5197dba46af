package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import vn.ruralmap.layers.store.jdbc.RevisionWatcher;

/**
 * What PostgreSQL tells those who listen. The revision is also asked for again and again: a connection may lead nowhere
 * without a word, and then no answer comes within the time that it is given.
 */
final class Notifications implements RevisionWatcher.Signal {

    /** How long a wait lasts at most; a new listener waits as long for its first call. */
    private static final int WAIT_MS = 100;

    private static final long ASK_AFTER_NS = 500_000_000L;

    private final Connection connection;
    private final PGConnection news;
    private final PreparedStatement query;
    private long revision = -1;
    private long asked;

    Notifications(Connection connection) throws SQLException {
        this.connection = connection;
        this.news = connection.unwrap(PGConnection.class);
        this.query = connection.prepareStatement("SELECT coalesce(max(id), 0) FROM ruralmap_changesets");
    }

    @Override
    public long read() throws SQLException {
        if (revision < 0 || System.nanoTime() - asked > ASK_AFTER_NS) {
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                revision = rows.getLong(1);
                asked = System.nanoTime();
            }
        }
        return revision;
    }

    @Override
    public void await() throws SQLException {
        PGNotification[] notifications = news.getNotifications(WAIT_MS);
        if (notifications != null && notifications.length > 0) {
            revision = -1;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
