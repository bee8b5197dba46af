package vn.ruralmap.layers.store.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** A store's file as a whole, for backups. */
public final class GeoPackageFile {

    private GeoPackageFile() {}

    /**
     * Writes what a file holds at one moment to a new file, while others go on writing. {@code VACUUM INTO} is one read
     * transaction; SQLite's backup API would begin anew with every commit of another process.
     *
     * @param target of which nothing exists; it needs no file beside it
     * @throws vn.ruralmap.layers.store.StoreException if the source cannot be read or the target not be written
     */
    public static void copy(Path source, Path target) {
        try (Connection connection = new Connections(source).readers().getConnection();
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, target.toAbsolutePath().toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw GeoPackageStore.failed(source, e);
        }
    }

    /**
     * Brings a file that nobody has open into the form that needs no file beside it.
     *
     * @return false: another program has it open
     * @throws vn.ruralmap.layers.store.StoreException if it cannot be written
     */
    public static boolean seal(Path file) {
        // leaving WAL needs the whole file, which each open connection holds a part of
        return alone(file, statement -> {
            try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode = DELETE")) {
                return mode.next() && !mode.getString(1).equals("wal");
            }
        });
    }

    /**
     * Whether another program has a file open; the file stays as it is.
     *
     * @throws vn.ruralmap.layers.store.StoreException if it cannot be opened
     */
    public static boolean isOpenElsewhere(Path file) {
        return !alone(file, statement -> {
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("ROLLBACK");
            return true;
        });
    }

    /** What is done on the only connection to a file. */
    private interface Work {
        boolean run(Statement statement) throws SQLException;
    }

    /** @return false if the file is in use */
    private static boolean alone(Path file, Work work) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(0);
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return work.run(statement);
        } catch (SQLException e) {
            // the lower byte; extended codes say which lock it was
            if ((e.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_BUSY.code) {
                return false;
            }
            throw GeoPackageStore.failed(file, e);
        }
    }
}
