package vn.ruralmap.layers.store.geopackage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.jdbc.JdbcContents;

/** All of a GeoPackage at one moment, while others may write to it. */
public final class GeoPackageContents extends JdbcContents {

    private final Path file;

    GeoPackageContents(Path file, Connection connection, Catalogue catalogue) throws SQLException {
        super(file.toString(), connection, null, catalogue, GeoPackageDialect.INSTANCE);
        this.file = file;
    }

    /** @throws StoreException if there is no such file, or its tables are not those of this program */
    public static StoreContents open(Path file, Catalogue catalogue) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException("không có tệp " + file, "there is no file " + file);
        }
        Connections connections = new Connections(file);
        try {
            Migrations.demandPresent(file, connections);
            Connection connection = connections.openReader();
            try {
                connection.setAutoCommit(false);
                return new GeoPackageContents(file, connection, catalogue);
            } catch (SQLException e) {
                try (connection) {
                    throw e;
                }
            }
        } catch (SQLException e) {
            throw GeoPackageStore.failed(file, e);
        }
    }

    @Override
    protected void inspectDatabase(Connection connection, Consumer<StoreIssue> found) throws SQLException {
        new FileInspection(connection, found).inspect(layers());
    }

    @Override
    protected StoreException failed(SQLException cause) {
        return GeoPackageStore.failed(file, cause);
    }
}
