package vn.ruralmap.layers.store.geopackage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import vn.ruralmap.layers.store.StoreException;

/** Brings a file to the present version of the fixed tables, {@code db/geopackage/V*.sql}. */
final class Migrations {

    private static final String HISTORY_TABLE = "ruralmap_migrations";
    /** OGC 12-128r17 §1.1.1.1.1: "GPKG". */
    private static final int APPLICATION_ID = 0x47504B47;

    private Migrations() {}

    static void migrate(Path file, DataSource dataSource) {
        boolean isNew = !Files.exists(file);
        try {
            if (isNew) {
                mark(dataSource);
            } else {
                demandStore(file, dataSource);
            }
            Flyway flyway = Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/geopackage")
                    .table(HISTORY_TABLE)
                    .load();
            for (MigrationInfo applied : flyway.info().applied()) {
                if (applied.getState().name().startsWith("FUTURE")) {
                    throw new StoreException("the store " + file + " was made by a newer version of ruralmap (tables "
                            + applied.getVersion() + "): use that version or a later one");
                }
            }
            flyway.migrate();
        } catch (SQLException | FlywayException e) {
            throw new StoreException("the store " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static void mark(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = 10300");
        }
    }

    private static void demandStore(Path file, DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SELECT (SELECT count(*) FROM sqlite_master),"
                        + " (SELECT count(*) FROM sqlite_master WHERE name = '" + HISTORY_TABLE + "')")) {
            tables.next();
            if (tables.getInt(1) > 0 && tables.getInt(2) == 0) {
                throw new StoreException(
                        file + " is a database, but not a store of ruralmap: import it with" + " './ruralmap import "
                                + file.getFileName() + " --layer NAME', or name another file as --store");
            }
        }
    }
}
