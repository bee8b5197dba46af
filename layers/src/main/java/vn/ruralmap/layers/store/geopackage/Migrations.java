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
import vn.ruralmap.layers.store.OlderStoreException;
import vn.ruralmap.layers.store.StoreException;

/** Brings a file to the present version of the fixed tables, {@code db/geopackage/V*.sql}. */
final class Migrations {

    private static final String HISTORY_TABLE = "ruralmap_migrations";
    /** OGC 12-128r17 §1.1.1.1.1: "GPKG". */
    private static final int APPLICATION_ID = 0x47504B47;

    /** Where the program's own migrations are. */
    static final String SHIPPED = "classpath:db/geopackage";

    private Migrations() {}

    static void migrate(Path file, Connections connections, String... locations) {
        try {
            if (isNew(file, connections)) {
                mark(connections.writers());
            }
            Flyway flyway = flyway(connections.writers(), locations);
            demandNotNewer(file, flyway);
            flyway.migrate();
        } catch (SQLException | FlywayException e) {
            throw unopened(file, e);
        }
    }

    /** Without writing. @throws StoreException if the tables of the file are of another version, or none of ours */
    static void demandPresent(Path file, Connections connections) {
        try {
            boolean isEmpty = isNew(file, connections);
            Flyway flyway = flyway(connections.readers(), SHIPPED);
            demandNotNewer(file, flyway);
            if (isEmpty) {
                throw new StoreException(file + " rỗng, không phải kho của ruralmap", file + " is empty and no store");
            }
            if (flyway.info().pending().length > 0) {
                throw new OlderStoreException(
                        "các bảng của " + file + " thuộc phiên bản cũ: './ruralmap serve --store " + file
                                + "' một lần sẽ nâng cấp",
                        "the tables of " + file + " are of an older version: './ruralmap serve --store " + file
                                + "' once upgrades them");
            }
        } catch (SQLException | FlywayException e) {
            throw unopened(file, e);
        }
    }

    private static Flyway flyway(DataSource dataSource, String... locations) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations(locations)
                .table(HISTORY_TABLE)
                .load();
    }

    private static void demandNotNewer(Path file, Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState().name().startsWith("FUTURE")) {
                throw new StoreException(
                        "kho dữ liệu " + file + " do phiên bản ruralmap mới hơn tạo ra (bảng " + applied.getVersion()
                                + "): hãy dùng phiên bản đó hoặc mới hơn",
                        "the store " + file + " was made by a newer version of ruralmap (tables " + applied.getVersion()
                                + "): use that version or a later one");
            }
        }
    }

    private static StoreException unopened(Path file, Exception e) {
        return new StoreException(
                "không mở được kho dữ liệu " + file + ": " + e.getMessage(),
                "the store " + file + " cannot be opened: " + e.getMessage(),
                e);
    }

    private static void mark(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = 10300");
        }
    }

    /** Looks with a reader, so that a file of somebody else stays as it is. */
    private static boolean isNew(Path file, Connections connections) throws SQLException {
        if (!Files.exists(file)) {
            return true;
        }
        try (Connection connection = connections.openReader();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SELECT (SELECT count(*) FROM sqlite_master),"
                        + " (SELECT count(*) FROM sqlite_master WHERE name = '" + HISTORY_TABLE + "')")) {
            tables.next();
            if (tables.getInt(1) > 0 && tables.getInt(2) == 0) {
                throw new StoreException(
                        file + " là cơ sở dữ liệu, nhưng không phải kho của ruralmap: hãy nhập bằng './ruralmap import "
                                + file.getFileName() + " --layer TÊN', hoặc chỉ tệp khác bằng --store",
                        file + " is a database, but not a store of ruralmap: import it with './ruralmap import "
                                + file.getFileName() + " --layer NAME', or name another file as --store");
            }
            return tables.getInt(1) == 0;
        }
    }
}
