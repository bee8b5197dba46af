package vn.ruralmap.layers.store.postgis;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.store.StoreDelta;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.jdbc.JdbcStore;
import vn.ruralmap.layers.store.jdbc.RevisionWatcher;

/** A store in one PostgreSQL database with PostGIS, which other nodes and people may use at the same time. */
public final class PostgisStore extends JdbcStore {

    private final Catalogue catalogue;
    private final Connections connections;
    private final RevisionWatcher watcher;
    private final Outage outage;
    private final @Nullable Replica replica;

    private PostgisStore(Catalogue catalogue, Connections connections) {
        super(catalogue, PostgisDialect.INSTANCE);
        this.catalogue = catalogue;
        this.connections = connections;
        this.outage = new Outage(
                "The database " + connections.address().name(), "cannot be reached, showing what is in memory");
        this.replica = connections.address().prefersReplica() ? new Replica(connections) : null;
        this.watcher = new RevisionWatcher(() -> new Notifications(connections.openListener()), this::listenerFailed);
    }

    /**
     * Opens a store. A login that may become {@code ruralmap_owner} makes or upgrades its tables first; any other finds them as
     * they must be.
     *
     * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE?user=...}; the password may also be in {@code ~/.pgpass}. With several
     *     {@code HOST:PORT} between commas and {@code targetServerType=preferSecondary}, whole layers are read from a replica
     * @throws StoreException if the database cannot be reached or is not prepared; the text has the SQL that prepares it
     */
    public static PostgisStore open(String url, Catalogue catalogue) {
        DatabaseAddress address = DatabaseAddress.parse(url);
        try {
            Login login = SelfCheck.demandPrepared(address);
            Schema.fit(address, login, catalogue);
            Connections connections = new Connections(address, login);
            if (login.role().equals(Login.WRITER)) {
                RestingIndexes.makeMissing(connections);
            }
            return new PostgisStore(catalogue, connections);
        } catch (SQLException e) {
            throw Failures.translate(address, e);
        }
    }

    @Override
    protected Connection openReader() throws SQLException {
        Connection connection = connections.openReader();
        outage.reached();
        return connection;
    }

    @Override
    protected Connection openWriter() throws SQLException {
        Connection connection = connections.openWriter();
        outage.reached();
        return connection;
    }

    @Override
    protected Connection openNotes() throws SQLException {
        Connection connection = connections.openNotes();
        outage.reached();
        return connection;
    }

    @Override
    public long revision() {
        try {
            long revision = connections.readRevision();
            outage.reached();
            return revision;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public StoreDelta readSince(long revision) {
        if (replica != null) {
            try {
                Optional<StoreDelta> read = replica.read(connection -> readSince(connection, revision));
                if (read.isPresent()) {
                    return read.get();
                }
            } catch (SQLException e) {
                throw failed(e);
            }
        }
        return super.readSince(revision);
    }

    @Override
    protected Changeset write(Connection connection, ChangesetDraft draft, @Nullable Changeset reverts)
            throws SQLException {
        return new ChangesetWriter(connection, catalogue, null).write(draft, reverts);
    }

    @Override
    public Changeset publish(ChangesetDraft draft, String lock) {
        RestingIndexes indexes = new RestingIndexes(connections);
        try {
            return publish(
                    draft, lock, connection -> new ChangesetWriter(connection, catalogue, indexes).write(draft, null));
        } finally {
            indexes.restore();
        }
    }

    @Override
    protected StoreException failed(SQLException cause) {
        remember(cause);
        return Failures.translate(connections.address(), cause);
    }

    private void remember(SQLException cause) {
        if (Failures.isLost(cause) && !Thread.currentThread().isInterrupted()) {
            outage.failed(cause);
        }
    }

    /**
     * Silence is told by whoever opens the next listener in vain, since a server may just be slow; but what else was opened
     * to it may lead nowhere too.
     */
    private void listenerFailed(SQLException cause) {
        if (cause.getCause() instanceof SocketTimeoutException) {
            connections.forgetIdle();
        } else {
            remember(cause);
        }
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return watcher.subscribe(listener);
    }

    @Override
    public void close() {
        watcher.close();
        connections.close();
    }
}
