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

    private static final int CACHE_KB = 128 * 1024;

    private final SQLiteDataSource writers;
    private final SQLiteDataSource readers;

    Connections(Path file) {
        SQLiteConfig writing = new SQLiteConfig();
        // else the driver asks for the last rowid behind every insert
        writing.setGetGeneratedKeys(false);
        writing.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // FULL: a published changeset survives a power cut, not only a crash of the process
        writing.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // an import of a national layer touches hundreds of megabytes; the default of 2 would spill over and over
        writing.setCacheSize(-CACHE_KB);
        writing.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        writers = dataSource(file, writing);
        SQLiteConfig reading = new SQLiteConfig();
        // deferred: a reader never asks for the write lock, so it waits for nobody
        reading.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
        readers = dataSource(file, reading);
    }

    private static SQLiteDataSource dataSource(Path file, SQLiteConfig config) {
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.enableLoadExtension(false);
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return dataSource;
    }

    /** Its connections write; opening one turns the file to WAL. */
    SQLiteDataSource writers() {
        return writers;
    }

    /** Its connections ask for no lock to write with, and leave the journal as it is. */
    SQLiteDataSource readers() {
        return readers;
    }

    /** For one write transaction, which holds the file's only write lock from its beginning. */
    Connection openWriter() throws SQLException {
        return prepared(writers.getConnection(), connection -> {
            SpatialFunctions.register(connection);
            connection.setAutoCommit(false);
        });
    }

    /** Cannot write, and leaves the file as it is. With auto-commit off, all its reads see one moment. */
    Connection openReader() throws SQLException {
        return prepared(readers.getConnection(), connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
            }
        });
    }

    /** What is done to a connection before it is given out. */
    private interface Preparation {
        void apply(Connection connection) throws SQLException;
    }

    private static Connection prepared(Connection connection, Preparation preparation) throws SQLException {
        try {
            preparation.apply(connection);
            return connection;
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }
}
