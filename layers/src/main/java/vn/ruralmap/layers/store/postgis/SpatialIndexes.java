package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the spatial index of an empty layer away while very many rows come into it, and makes it behind them, at a fifth of the
 * cost. Both in transactions of their own, so that no reader ever waits for an import.
 *
 * <p>An import that is killed between the two leaves an empty table without its index; opening the store makes it. Not for
 * concurrent use.
 */
final class SpatialIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(SpatialIndexes.class);

    /** From so many changes on it pays. */
    static final int CHANGES = 10_000;

    private final Connections connections;
    private boolean isAnyResting;

    SpatialIndexes(Connections connections) {
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

    /** After the transaction, whether it went well or not. A failure is for the log: the rows are safe. */
    void restore() {
        if (isAnyResting) {
            makeMissing(connections);
        }
    }

    /** Makes the indexes that a killed import left out. */
    static void makeMissing(Connections connections) {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT ruralmap_index()");
            connection.commit();
        } catch (SQLException e) {
            LOG.warn("A spatial index could not be made, the next start tries again: {}", e.getMessage());
        }
    }
}
