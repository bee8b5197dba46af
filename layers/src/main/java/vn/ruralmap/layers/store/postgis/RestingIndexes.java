package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the indexes of an empty layer away, but its key, while very many rows come into it, and makes them behind the rows at a
 * third of the cost. They go in a transaction of their own and come back in that of the rows, so that no reader ever waits for an
 * import nor misses an index.
 *
 * <p>An import that fails or is killed leaves an empty table without them; {@link #restore} or opening the store makes them. Not
 * for concurrent use.
 */
final class RestingIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(RestingIndexes.class);

    /** From so many changes on it pays. */
    static final int CHANGES = 10_000;

    private final Connections connections;
    private boolean isAnyResting;

    RestingIndexes(Connections connections) {
        this.connections = connections;
    }

    /** Before the caller's own transaction touches the layer. What has rows keeps its index. */
    void rest(String layer) throws SQLException {
        try (Connection connection = connections.open();
                PreparedStatement rest = connection.prepareStatement("SELECT ruralmap_rest_index(?)")) {
            rest.setString(1, layer);
            try (ResultSet rows = rest.executeQuery()) {
                rows.next();
                isAnyResting |= rows.getBoolean(1);
            }
            connection.commit();
        }
    }

    /** Within the caller's transaction, behind its rows. */
    void restore(Connection connection) throws SQLException {
        if (isAnyResting) {
            make(connection);
        }
    }

    /**
     * After the transaction, whether it went well or not: what it could not make since somebody waited with a lock on the table. A
     * failure is for the log: the rows are safe.
     */
    void restore() {
        if (isAnyResting) {
            makeMissing(connections);
        }
    }

    /** Makes the indexes that a killed import left out. */
    static void makeMissing(Connections connections) {
        try (Connection connection = connections.open()) {
            make(connection);
            connection.commit();
        } catch (SQLException e) {
            LOG.warn("An index could not be made, the next start tries again: {}", e.getMessage());
        }
    }

    private static void make(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT ruralmap_index()");
        }
    }
}
