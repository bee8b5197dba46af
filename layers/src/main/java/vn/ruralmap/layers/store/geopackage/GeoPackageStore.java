package vn.ruralmap.layers.store.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.FeatureVersion;
import vn.ruralmap.layers.store.InvalidChangeException;
import vn.ruralmap.layers.store.StoreDelta;
import vn.ruralmap.layers.store.StoreException;

/** {@link FeatureStore} in one GeoPackage file. */
public final class GeoPackageStore implements FeatureStore {

    private final Path file;
    private final Catalogue catalogue;
    private final Connections connections;
    private final RevisionWatcher watcher;

    private GeoPackageStore(Path file, Catalogue catalogue) {
        this.file = file;
        this.catalogue = catalogue;
        this.connections = new Connections(file);
        this.watcher = new RevisionWatcher(connections);
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
    public long revision() {
        return read(connection -> new ChangesetTable(connection).lastId());
    }

    @Override
    public StoreDelta readSince(long revision) {
        return read(connection -> new StoreReader(connection, catalogue).readSince(revision));
    }

    @Override
    public Changeset publish(ChangesetDraft draft) {
        return write(connection -> new ChangesetWriter(connection, catalogue).write(draft, null));
    }

    @Override
    public Changeset revert(long id, String author) {
        return write(connection -> {
            ChangesetTable changesets = new ChangesetTable(connection);
            Changeset changeset = changesets
                    .find(id)
                    .filter(found -> found.state() == Changeset.State.PUBLISHED)
                    .orElseThrow(() -> new InvalidChangeException(new LocalizedText(
                            "Không có lần cập nhật đã công bố số " + id, "There is no published changeset " + id)));
            List<Change> changes = new StoreReader(connection, catalogue).listCounterChanges(id);
            ChangesetDraft draft = new ChangesetDraft(
                    author,
                    Changeset.Source.ROLLBACK,
                    "Hoàn tác lần cập nhật " + id + ": " + changeset.message(),
                    Map.of("changeset", Long.toString(id)),
                    changes);
            return new ChangesetWriter(connection, catalogue).write(draft, changeset);
        });
    }

    @Override
    public List<Changeset> listChangesets(int limit) {
        return read(connection -> new ChangesetTable(connection).listLatest(limit));
    }

    @Override
    public Optional<Changeset> findChangeset(long id) {
        return read(connection -> new ChangesetTable(connection).find(id));
    }

    @Override
    public List<FeatureVersion> history(String layer, long fid) {
        return read(connection -> new StoreReader(connection, catalogue).history(catalogue.getLayer(layer), fid));
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return watcher.subscribe(listener);
    }

    @Override
    public void close() {
        watcher.close();
    }

    /** Work on a connection. */
    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T read(Work<T> work) {
        try (Connection connection = connections.openReader()) {
            connection.setAutoCommit(false);
            T result = work.run(connection);
            connection.rollback();
            return result;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private <T> T write(Work<T> work) {
        try (Connection connection = connections.openWriter()) {
            boolean done = false;
            try {
                T result = work.run(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private StoreException failed(SQLException e) {
        return new StoreException(
                "kho dữ liệu " + file + " gặp lỗi: " + e.getMessage(),
                "the store " + file + " failed: " + e.getMessage(),
                e);
    }
}
