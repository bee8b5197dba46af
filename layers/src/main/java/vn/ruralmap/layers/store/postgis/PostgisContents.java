package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.jdbc.JdbcContents;

/** All of a database at one moment, while others may write to it; a read-only replica will do. */
public final class PostgisContents extends JdbcContents {

    private final DatabaseAddress address;
    private final Catalogue catalogue;

    PostgisContents(DatabaseAddress address, Connection connection, Catalogue catalogue) throws SQLException {
        super(address.name(), connection, Login.SCHEMA, catalogue, PostgisDialect.INSTANCE);
        this.address = address;
        this.catalogue = catalogue;
    }

    /**
     * @param url as {@link PostgisStore#open} takes it
     * @throws StoreException if the database cannot be reached, is not prepared, or has tables of another version
     */
    public static StoreContents open(String url, Catalogue catalogue) {
        DatabaseAddress address = DatabaseAddress.parse(url);
        try {
            Login login = SelfCheck.demandPrepared(address);
            Schema.demandPresent(address, login);
            Connection connection = address.dataSource().getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute(login.sessionSql(login.role()));
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                return new PostgisContents(address, connection, catalogue);
            } catch (SQLException e) {
                try (connection) {
                    throw e;
                }
            }
        } catch (SQLException e) {
            throw Failures.translate(address, e);
        }
    }

    @Override
    protected void inspectDatabase(Connection connection, Consumer<StoreIssue> found) throws SQLException {
        Set<String> changed = new LayerTables(connection, catalogue)
                .changedLayers().stream().map(Layer::name).collect(Collectors.toSet());
        new SchemaInspection(connection, found).inspect(layers(), changed);
    }

    @Override
    protected StoreException failed(SQLException cause) {
        return Failures.translate(address, cause);
    }
}
