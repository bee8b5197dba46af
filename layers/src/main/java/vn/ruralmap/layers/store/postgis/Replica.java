package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ruralmap.layers.store.jdbc.ChangesetTable;

/**
 * Reads whole layers from a replica, which takes that load from the primary. A replica may be behind, so it is asked only when
 * it has exactly what the primary has: nobody ever reads what is older than what somebody told them.
 */
final class Replica {

    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    /** How long a replica may take to catch up; less than the two seconds within which edits are to be seen everywhere. */
    private static final long PATIENCE_NS = 1_000_000_000L;

    private static final long PAUSE_MS = 10;

    private final Connections connections;
    private final Outage outage;

    Replica(Connections connections) {
        this.connections = connections;
        this.outage =
                new Outage("A replica of " + connections.address().name(), "cannot be used, reading from the primary");
    }

    /** Work on a connection. */
    interface Reading<T> {
        T run(Connection connection) throws SQLException;
    }

    /** @return empty: read from the primary, which is there. @throws SQLException if that is away */
    <T> Optional<T> read(Reading<T> reading) throws SQLException {
        long wanted = connections.readRevision();
        try (Connection connection = connections.openReplica()) {
            outage.reached();
            if (!isLevel(connection, wanted)) {
                LOG.info("A replica is behind revision {}, reading from the primary", wanted);
                return Optional.empty();
            }
            T result = reading.run(connection);
            connection.rollback();
            return Optional.of(result);
        } catch (SQLException e) {
            // also 40001: the replica ended a long read because the primary has cleaned up what it looked at
            outage.failed(e);
            return Optional.empty();
        }
    }

    private static long revisionOf(Connection connection) throws SQLException {
        return new ChangesetTable(connection, PostgisDialect.INSTANCE).lastId();
    }

    /**
     * Waits until the replica is at the primary's revision, in the moment that the connection's transaction sees. A replica that
     * is ahead of it is no good either unless the primary has moved on too: after a restore revisions begin anew.
     */
    private boolean isLevel(Connection connection, long published) throws SQLException {
        long wanted = published;
        long deadline = System.nanoTime() + PATIENCE_NS;
        while (true) {
            long found = revisionOf(connection);
            if (found > wanted) {
                wanted = connections.readRevision();
            }
            if (found == wanted) {
                return true;
            }
            connection.rollback();
            if (System.nanoTime() > deadline || !paused()) {
                return false;
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
