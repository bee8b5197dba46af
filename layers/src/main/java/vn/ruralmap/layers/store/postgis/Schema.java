package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.StoreException;

/** Brings the tables to the present version, {@code db/postgis/V*.sql}, and makes them fit the catalogue; as their owner. */
final class Schema {

    /** Where the program's own migrations are. */
    static final String SHIPPED = "classpath:db/postgis";

    /** The key of an advisory lock; any other than that of writers. */
    private static final int STARTING = 1920297581;

    private Schema() {}

    /** @throws StoreException if the tables are newer, or older and the login is not their owner, or on a replica */
    static void fit(DatabaseAddress address, Login login, Catalogue catalogue) throws SQLException {
        String role = login.isOwner() ? Login.OWNER : login.role();
        try (Connection connection = address.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            SelfCheck.demandPrimary(address, connection);
            statement.execute(login.sessionSql(role));
            if (login.isOwner()) {
                // nodes that start together make the tables one after the other; the lock ends with the connection
                statement.execute("SELECT pg_advisory_lock(" + STARTING + ")");
            }
            migrate(address, login, SHIPPED);
            connection.setAutoCommit(false);
            LayerTables tables = new LayerTables(connection, catalogue);
            if (login.isOwner()) {
                tables.fit();
            } else {
                tables.demandFit();
            }
            connection.commit();
        }
    }

    /** Without writing. @throws StoreException if the tables are of another version, or missing */
    static void demandPresent(DatabaseAddress address, Login login) {
        migrate(address, new Login(login.role(), false, login.postgisSchema()), SHIPPED);
    }

    static void migrate(DatabaseAddress address, Login login, String... locations) {
        String role = login.isOwner() ? Login.OWNER : login.role();
        Flyway flyway = Flyway.configure()
                .dataSource(address.dataSource())
                .initSql(login.sessionSql(role))
                .defaultSchema(Login.SCHEMA)
                .createSchemas(false)
                // the schema may hold tables of the administrator
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .table("ruralmap_migrations")
                .placeholders(Map.of("postgis", login.postgisSchema()))
                .locations(locations)
                .load();
        try {
            // asked once: each question opens connections, and finds the shipped files anew
            MigrationInfoService info = flyway.info();
            demandNotNewer(address, info);
            boolean isOld = info.pending().length > 0;
            if (isOld && login.isOwner()) {
                flyway.migrate();
            } else if (isOld) {
                throw new StoreException(
                        "các bảng của " + address.name()
                                + " chưa có hoặc thuộc phiên bản cũ: hãy chạy ruralmap một lần bằng tài khoản có"
                                + " vai trò ruralmap_owner",
                        "the tables of " + address.name()
                                + " are missing or of an older version: run ruralmap once with a login that has the"
                                + " role ruralmap_owner");
            }
        } catch (FlywayException e) {
            SQLException cause = sqlCause(e);
            throw cause == null
                    ? new StoreException(
                            "không nâng cấp được các bảng của " + address.name() + "; chi tiết trong nhật ký",
                            "the tables of " + address.name() + " cannot be upgraded; the log has the details",
                            e)
                    : Failures.translate(address, cause);
        }
    }

    private static void demandNotNewer(DatabaseAddress address, MigrationInfoService info) {
        for (MigrationInfo applied : info.applied()) {
            if (applied.getState().name().startsWith("FUTURE")) {
                throw new StoreException(
                        "kho dữ liệu " + address.name() + " do phiên bản ruralmap mới hơn tạo ra (bảng "
                                + applied.getVersion() + "): hãy dùng phiên bản đó hoặc mới hơn",
                        "the store " + address.name() + " was made by a newer version of ruralmap (tables "
                                + applied.getVersion() + "): use that version or a later one");
            }
        }
    }

    private static @Nullable SQLException sqlCause(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
