package vn.ruralmap.layers.store.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import vn.ruralmap.layers.store.jdbc.ChangesetTable;

/**
 * The pools of one node, of the primary and perhaps of replicas, and its listening connection. Sessions work as a role that may
 * read and write rows, no more.
 */
final class Connections implements AutoCloseable {

    /** A node reads for its snapshot and for histories, and has one writer; requests of the map need none. */
    private static final int POOL_SIZE = 6;
    /** The snapshot and one export. */
    private static final int REPLICA_POOL_SIZE = 2;
    /** Soon closed, so that a node that had to take the primary finds back to a replica. */
    private static final int REPLICA_IDLE_MS = 30_000;

    private static final int WAIT_FOR_CONNECTION_MS = 10_000;
    /** Answers to whoever asks for the revision; who waits longer is on a connection that leads nowhere, or might as well be. */
    private static final int PROBE_TIMEOUT_MS = 5_000;
    /** The same for the listener, whose next connection is cheap: a fresh one answers within milliseconds. */
    private static final int LISTENER_TIMEOUT_MS = 750;
    /** Whether a connection of the pool is alive; the driver's answer is one round trip. */
    private static final int VALIDATION_TIMEOUT_MS = 1_000;
    /** The driver gives up a dead server then; longer than any statement may take. */
    private static final int SOCKET_TIMEOUT_S = 700;

    private static final String LIMITS = "; SET statement_timeout = '10min'; SET lock_timeout = '60s';"
            // the importer makes changes while the store goes through them
            + " SET idle_in_transaction_session_timeout = '30min'";

    private final DatabaseAddress address;
    private final Login login;
    private final HikariDataSource pool;
    private final @Nullable HikariDataSource replicas;

    Connections(DatabaseAddress address, Login login) {
        this.address = address;
        this.login = login;
        this.pool = new HikariDataSource(config("postgis", address.dataSource(), POOL_SIZE));
        if (address.prefersReplica()) {
            HikariConfig config = config("postgis-replica", address.replicas(), REPLICA_POOL_SIZE);
            config.setIdleTimeout(REPLICA_IDLE_MS);
            replicas = new HikariDataSource(config);
        } else {
            replicas = null;
        }
    }

    private HikariConfig config(String name, PGSimpleDataSource dataSource, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        dataSource.setSocketTimeout(SOCKET_TIMEOUT_S);
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION_MS);
        config.setValidationTimeout(VALIDATION_TIMEOUT_MS);
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        // else what a session begins with would be undone by its first rollback
        config.setIsolateInternalQueries(true);
        config.setConnectionInitSql(login.sessionSql(login.role()) + LIMITS);
        return config;
    }

    DatabaseAddress address() {
        return address;
    }

    /** All reads of its transaction see one moment. */
    Connection openReader() throws SQLException {
        return openReader(pool);
    }

    /** The same on a replica, which may be behind; on the primary while there is none. */
    Connection openReplica() throws SQLException {
        return openReader(Objects.requireNonNull(replicas));
    }

    private static Connection openReader(HikariDataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    /** The revision of the primary. */
    long readRevision() throws SQLException {
        try (Connection connection = openReader()) {
            connection.setNetworkTimeout(Runnable::run, PROBE_TIMEOUT_MS);
            long revision = new ChangesetTable(connection, PostgisDialect.INSTANCE).lastId();
            connection.rollback();
            return revision;
        }
    }

    /** Closes what nobody uses: its like was found to lead nowhere, and each would have to be found out one by one. */
    void forgetIdle() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** For a transaction that writes no rows, beside the one that may. */
    Connection open() throws SQLException {
        return pool.getConnection();
    }

    /** Waits until nobody else writes, then sees all that they wrote. */
    Connection openWriter() throws SQLException {
        return openLocked("ruralmap_lock()");
    }

    /** The same for documents and the audit log: waits for those who write there only. */
    Connection openNotes() throws SQLException {
        return openLocked("ruralmap_lock_documents()");
    }

    private Connection openLocked(String lock) throws SQLException {
        Connection connection = pool.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT " + lock);
            return connection;
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    /** Outside the pool: it is held as long as the store is open. */
    Connection openListener() throws SQLException {
        Connection connection = address.listener().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(login.sessionSql(login.role()));
            statement.execute("LISTEN ruralmap");
            connection.setNetworkTimeout(Runnable::run, LISTENER_TIMEOUT_MS);
            return connection;
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        pool.close();
        if (replicas != null) {
            replicas.close();
        }
    }
}
