package vn.ruralmap.layers.store.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens connections to one file, each with the settings that durability rests on. */
final class Connections {

    /** How long a writer waits for another process; an import of a national layer takes seconds. */
    private static final int BUSY_TIMEOUT_MS = 60_000;

    private final SQLiteDataSource dataSource;

    Connections(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // FULL: a published changeset survives a power cut, not only a crash of the process
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.enableLoadExtension(false);
        dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    }

    SQLiteDataSource dataSource() {
        return dataSource;
    }

    /** For one write transaction, which begins with the first statement and holds the file's only write lock. */
    Connection openWriter() throws SQLException {
        Connection connection = dataSource.getConnection();
        SpatialFunctions.register(connection);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Cannot write. With auto-commit off, all its reads see one moment. */
    Connection openReader() throws SQLException {
        Connection connection = dataSource.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }
}
