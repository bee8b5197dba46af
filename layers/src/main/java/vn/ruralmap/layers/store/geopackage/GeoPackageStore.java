package vn.ruralmap.layers.store.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.jdbc.JdbcStore;
import vn.ruralmap.layers.store.jdbc.RevisionWatcher;

/** A store in one GeoPackage file. */
public final class GeoPackageStore extends JdbcStore {

    private static final Logger LOG = LoggerFactory.getLogger(GeoPackageStore.class);

    private final Path file;
    private final Catalogue catalogue;
    private final Connections connections;
    private final RevisionWatcher watcher;

    private GeoPackageStore(Path file, Catalogue catalogue) {
        super(catalogue, GeoPackageDialect.INSTANCE);
        this.file = file;
        this.catalogue = catalogue;
        this.connections = new Connections(file);
        this.watcher = new RevisionWatcher(
                () -> new DataVersion(connections.openReader()),
                e -> LOG.warn("Cannot watch {}, trying again: {}", file, e.getMessage()));
    }

    /**
     * Opens a store, or makes it if there is no such file; an older one is upgraded, tables follow the catalogue.
     *
     * @throws StoreException if the file is not a store, was made by a newer program, or cannot be opened
     */
    public static GeoPackageStore open(Path file, Catalogue catalogue) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new StoreException(
                    "không tạo được thư mục của " + file + ": " + e.getMessage(),
                    "cannot make the folder of " + file + ": " + e.getMessage(),
                    e);
        }
        GeoPackageStore store = new GeoPackageStore(file, catalogue);
        Migrations.migrate(file, store.connections, Migrations.SHIPPED);
        store.write(connection -> {
            LayerTables.fit(connection, catalogue);
            return null;
        });
        return store;
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return watcher.subscribe(listener);
    }

    @Override
    public void close() {
        watcher.close();
    }

    @Override
    protected Connection openReader() throws SQLException {
        Connection connection = connections.openReader();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    protected Connection openWriter() throws SQLException {
        return connections.openWriter();
    }

    /** A file has one writer: whoever writes here waits for imports, too. */
    @Override
    protected Connection openNotes() throws SQLException {
        return connections.openWriter();
    }

    @Override
    protected Changeset write(Connection connection, ChangesetDraft draft, @Nullable Changeset reverts)
            throws SQLException {
        return new ChangesetWriter(connection, catalogue).write(draft, reverts);
    }

    @Override
    protected StoreException failed(SQLException e) {
        return failed(file, e);
    }

    static StoreException failed(Path file, SQLException e) {
        return new StoreException(
                "kho dữ liệu " + file + " gặp lỗi: " + e.getMessage(),
                "the store " + file + " failed: " + e.getMessage(),
                e);
    }
}
