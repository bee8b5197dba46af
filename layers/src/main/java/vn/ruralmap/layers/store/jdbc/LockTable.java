package vn.ruralmap.layers.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.FeatureLocks.Acquired;
import vn.ruralmap.layers.store.FeatureLocks.Lock;
import vn.ruralmap.layers.store.FeatureLocks.Target;
import vn.ruralmap.layers.store.LockedException;

/** Rows of {@code ruralmap_locks}, within a transaction. */
final class LockTable {

    /** How long an expired lock is remembered. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Connection connection;
    private final Dialect dialect;

    LockTable(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    Acquired acquire(Lock lock, boolean allOrNothing, Instant now) throws SQLException {
        try (PreparedStatement old = connection.prepareStatement("DELETE FROM ruralmap_locks WHERE expires < ?")) {
            dialect.bindTime(old, 1, now.minus(REMEMBERED));
            old.execute();
        }
        Set<Target> free = new HashSet<>();
        try (PreparedStatement holder = connection.prepareStatement(
                "SELECT 1 FROM ruralmap_locks WHERE layer = ? AND fid = ? AND expires > ?")) {
            for (Target target : lock.features()) {
                holder.setString(1, target.layer());
                holder.setLong(2, target.fid());
                dialect.bindTime(holder, 3, now);
                try (ResultSet rows = holder.executeQuery()) {
                    if (!rows.next()) {
                        free.add(target);
                    }
                }
            }
        }
        Set<Target> held = new HashSet<>(lock.features());
        held.removeAll(free);
        if (allOrNothing && !held.isEmpty()) {
            return new Acquired(Set.of(), held);
        }
        insert(lock, free);
        return new Acquired(free, held);
    }

    private void insert(Lock lock, Set<Target> features) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO ruralmap_locks (layer, fid, lock_id, expires) VALUES (?, ?, ?, ?) ON CONFLICT (layer,"
                        + " fid) DO UPDATE SET lock_id = excluded.lock_id, expires = excluded.expires")) {
            for (Target target : features) {
                insert.setString(1, target.layer());
                insert.setLong(2, target.fid());
                insert.setString(3, lock.id());
                dialect.bindTime(insert, 4, lock.expires());
                insert.execute();
            }
        }
    }

    Optional<Lock> find(String id) throws SQLException {
        Set<Target> features = new HashSet<>();
        Instant expires = Instant.MIN;
        try (PreparedStatement query =
                connection.prepareStatement("SELECT layer, fid, expires FROM ruralmap_locks WHERE lock_id = ?")) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    features.add(new Target(rows.getString(1), rows.getLong(2)));
                    expires = dialect.time(rows, 3);
                }
            }
        }
        return features.isEmpty() ? Optional.empty() : Optional.of(new Lock(id, expires, features));
    }

    void renew(String id, Instant expires) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE ruralmap_locks SET expires = ? WHERE lock_id = ?")) {
            dialect.bindTime(update, 1, expires);
            update.setString(2, id);
            update.execute();
        }
    }

    void release(String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM ruralmap_locks WHERE lock_id = ?")) {
            delete.setString(1, id);
            delete.execute();
        }
    }

    void release(String id, Set<Target> features) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM ruralmap_locks WHERE lock_id = ? AND layer = ? AND fid = ?")) {
            for (Target target : features) {
                delete.setString(1, id);
                delete.setString(2, target.layer());
                delete.setLong(3, target.fid());
                delete.execute();
            }
        }
    }

    /**
     * After a changeset was written, in its transaction.
     *
     * @param id of the lock that the writer holds; empty: none
     * @throws LockedException if it changed what others have locked
     */
    void demandUnlocked(long changeset, String id, Instant now, Catalogue catalogue) throws SQLException {
        List<Target> locked = new ArrayList<>();
        Instant until = now;
        for (String layer : listLayers(now)) {
            if (catalogue.findLayer(layer).isEmpty()) {
                continue;
            }
            try (PreparedStatement query = connection.prepareStatement("SELECT l.fid, l.expires FROM ruralmap_locks l"
                    + " WHERE l.layer = ? AND l.expires > ? AND l.lock_id <> ? AND EXISTS (SELECT 1 FROM "
                    + new FeatureTable(catalogue.getLayer(layer), dialect).historyTable()
                    + " h WHERE h.changeset = ? AND h.fid = l.fid) ORDER BY l.fid")) {
                query.setString(1, layer);
                dialect.bindTime(query, 2, now);
                query.setString(3, id);
                query.setLong(4, changeset);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        locked.add(new Target(layer, rows.getLong(1)));
                        Instant expires = dialect.time(rows, 2);
                        until = expires.isAfter(until) ? expires : until;
                    }
                }
            }
        }
        if (!locked.isEmpty()) {
            throw new LockedException(locked, until);
        }
    }

    private List<String> listLayers(Instant now) throws SQLException {
        List<String> layers = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT DISTINCT layer FROM ruralmap_locks WHERE expires > ? ORDER BY layer")) {
            dialect.bindTime(query, 1, now);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    layers.add(rows.getString(1));
                }
            }
        }
        return layers;
    }
}
