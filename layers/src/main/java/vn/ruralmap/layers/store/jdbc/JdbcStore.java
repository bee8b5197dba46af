package vn.ruralmap.layers.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.AuditLog;
import vn.ruralmap.layers.store.DeletedFeature;
import vn.ruralmap.layers.store.Documents;
import vn.ruralmap.layers.store.FeatureChange;
import vn.ruralmap.layers.store.FeatureLocks;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.FeatureVersion;
import vn.ruralmap.layers.store.InvalidChangeException;
import vn.ruralmap.layers.store.LayerChange;
import vn.ruralmap.layers.store.RepeatedChangesetException;
import vn.ruralmap.layers.store.StoreDelta;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreUnavailableException;

/** A {@link FeatureStore} of transactions: one for each method. */
public abstract class JdbcStore implements FeatureStore {

    private final Catalogue catalogue;
    private final Dialect dialect;

    protected JdbcStore(Catalogue catalogue, Dialect dialect) {
        this.catalogue = catalogue;
        this.dialect = dialect;
    }

    /** Work on a connection. */
    protected interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** For one read transaction, which sees one moment; with auto-commit off. */
    protected abstract Connection openReader() throws SQLException;

    /** For one write transaction, with auto-commit off. There is one at a time, from here on. */
    protected abstract Connection openWriter() throws SQLException;

    /** For one short write transaction beside the map, with auto-commit off; there is one of these at a time. */
    protected abstract Connection openNotes() throws SQLException;

    /** Checks and applies a draft within a transaction. @param reverts the changeset that it undoes; null: none */
    protected abstract Changeset write(Connection connection, ChangesetDraft draft, @Nullable Changeset reverts)
            throws SQLException;

    /** What people are told about a failure of the database. */
    protected abstract StoreException failed(SQLException cause);

    @Override
    public long revision() {
        return read(connection -> new ChangesetTable(connection, dialect).lastId());
    }

    @Override
    public StoreDelta readSince(long revision) {
        return read(connection -> readSince(connection, revision));
    }

    /** The same within a read transaction. */
    protected StoreDelta readSince(Connection connection, long revision) throws SQLException {
        return reader(connection).readSince(revision);
    }

    @Override
    public StoreDelta readBack(long revision, long earlier) {
        return read(connection -> past(connection).readBack(revision, earlier));
    }

    @Override
    public long revisionAt(Instant moment) {
        return read(connection -> new ChangesetTable(connection, dialect).lastId(moment));
    }

    @Override
    public List<DeletedFeature> listDeleted(String layer, int limit) {
        return read(connection -> past(connection).listDeleted(catalogue.getLayer(layer), limit));
    }

    private PastReader past(Connection connection) {
        return new PastReader(connection, catalogue, dialect);
    }

    @Override
    public Changeset publish(ChangesetDraft draft, String lock) {
        return publish(draft, lock, connection -> write(connection, draft, null));
    }

    /** The same with another way to write the draft's rows. */
    protected final Changeset publish(ChangesetDraft draft, String lock, Work<Changeset> rows) {
        return write(connection -> {
            demandUnpublished(connection, draft);
            return demandUnlocked(connection, rows.run(connection), lock);
        });
    }

    /** Within the transaction: writers take turns, so nobody else publishes it in between. */
    private void demandUnpublished(Connection connection, ChangesetDraft draft) throws SQLException {
        String key = draft.provenance().get(ChangesetDraft.KEY);
        if (key != null) {
            Optional<Changeset> published = new ChangesetTable(connection, dialect).find(key);
            if (published.isPresent()) {
                throw new RepeatedChangesetException(published.get());
            }
        }
    }

    @Override
    public Changeset revert(long id, String author) {
        return write(connection -> {
            Changeset changeset = new ChangesetTable(connection, dialect)
                    .find(id)
                    .filter(found -> found.state() == Changeset.State.PUBLISHED)
                    .orElseThrow(() -> new InvalidChangeException(new LocalizedText(
                            "Không có lần cập nhật đã công bố số " + id, "There is no published changeset " + id)));
            List<Change> changes = reader(connection).listCounterChanges(id);
            ChangesetDraft draft = new ChangesetDraft(
                    author,
                    Changeset.Source.ROLLBACK,
                    "Hoàn tác lần cập nhật " + id + ": " + changeset.message(),
                    Map.of("changeset", Long.toString(id)),
                    changes);
            return demandUnlocked(connection, write(connection, draft, changeset), "");
        });
    }

    private Changeset demandUnlocked(Connection connection, Changeset written, String lock) throws SQLException {
        new LockTable(connection, dialect).demandUnlocked(written.id(), lock, Instant.now(), catalogue);
        return written;
    }

    @Override
    public FeatureLocks locks() {
        return new FeatureLocks() {
            @Override
            public Acquired acquire(Lock lock, boolean allOrNothing, Instant now) {
                return write(connection -> new LockTable(connection, dialect).acquire(lock, allOrNothing, now));
            }

            @Override
            public Optional<Lock> find(String id) {
                return read(connection -> new LockTable(connection, dialect).find(id));
            }

            @Override
            public void renew(String id, Instant expires) {
                change(table -> table.renew(id, expires));
            }

            @Override
            public void release(String id) {
                change(table -> table.release(id));
            }

            @Override
            public void release(String id, Set<Target> features) {
                change(table -> table.release(id, features));
            }
        };
    }

    /** Work on locks without a result. */
    private interface LockWork {
        void run(LockTable table) throws SQLException;
    }

    private void change(LockWork work) {
        write(connection -> {
            work.run(new LockTable(connection, dialect));
            return true;
        });
    }

    @Override
    public Documents documents() {
        return new JdbcDocuments(this, dialect);
    }

    @Override
    public AuditLog auditLog() {
        return new JdbcAuditLog(this, dialect);
    }

    @Override
    public List<Changeset> listChangesets(int limit) {
        return read(connection -> new ChangesetTable(connection, dialect).listLatest(limit));
    }

    @Override
    public Optional<Changeset> findChangeset(long id) {
        return read(connection -> new ChangesetTable(connection, dialect).find(id));
    }

    @Override
    public Optional<Changeset> findChangeset(String key) {
        return read(connection -> new ChangesetTable(connection, dialect).find(key));
    }

    @Override
    public List<FeatureChange> listFeatureChanges(long changeset) {
        return read(connection -> reader(connection).listFeatureChanges(changeset));
    }

    @Override
    public List<LayerChange> listChanges(String layer, int limit) {
        return read(connection -> reader(connection).listChanges(catalogue.getLayer(layer), limit));
    }

    @Override
    public List<FeatureVersion> history(String layer, long fid) {
        return read(connection -> reader(connection).history(catalogue.getLayer(layer), fid));
    }

    private StoreReader reader(Connection connection) {
        return new StoreReader(connection, catalogue, dialect);
    }

    final <T> T read(Work<T> work) {
        try (Connection connection = openReader()) {
            T result = work.run(connection);
            connection.rollback();
            return result;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Commits what was done, or nothing if it throws. */
    protected <T> T write(Work<T> work) {
        return write(this::openWriter, work);
    }

    /** The same beside the map. */
    final <T> T note(Work<T> work) {
        return write(this::openNotes, work);
    }

    /** Where a connection comes from. */
    private interface Opening {
        Connection open() throws SQLException;
    }

    private <T> T write(Opening opening, Work<T> work) {
        try (Connection connection = opening.open()) {
            try {
                T result = work.run(connection);
                commit(connection);
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (failed(e) instanceof StoreUnavailableException unavailable) {
                throw unavailable.duringCommit();
            }
            throw e;
        }
    }

    /** A connection that is lost cannot roll back, and need not: what failed first is what matters. */
    private static void rollBack(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
